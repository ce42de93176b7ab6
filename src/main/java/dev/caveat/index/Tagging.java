package dev.caveat.index;

import dev.caveat.taxonomy.Taxonomy;

/**
 * What the categories of an index come from.
 *
 * @param taxonomy the categories
 * @param model the model: a stable name derived from its bytes; empty if there is none
 */
public record Tagging(Taxonomy taxonomy, String model) {
  /** The bundled taxonomy and no model. */
  public static Tagging none() {
    return new Tagging(Taxonomy.bundled(), "");
  }
}
