package dev.caveat.index;

import dev.caveat.taxonomy.Taxonomy;

/**
 * What the categories of an index were told by.
 *
 * @param taxonomy the categories
 * @param model which model told them: a stable name of its bytes; empty if none did
 */
public record Tagging(Taxonomy taxonomy, String model) {
  /** The bundled taxonomy and no model. */
  public static Tagging none() {
    return new Tagging(Taxonomy.bundled(), "");
  }
}
