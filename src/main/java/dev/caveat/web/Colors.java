package dev.caveat.web;

import dev.caveat.taxonomy.Taxonomy;

/** Families of categories have colors; the style sheet says which. */
public final class Colors {
  private Colors() {}

  /** The class of a category: that of its family. */
  public static String of(String category, Taxonomy taxonomy) {
    return "family-" + taxonomy.families().indexOf(taxonomy.family(category));
  }
}
