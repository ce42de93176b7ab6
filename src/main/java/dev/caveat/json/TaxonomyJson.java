package dev.caveat.json;

import dev.caveat.taxonomy.Taxonomy;
import java.util.List;

/**
 * The categories that risks are tagged with.
 *
 * @param families in order; {@code other}, for what fits no category, is in none
 */
public record TaxonomyJson(String version, List<Family> families) {
  /** A family of categories. */
  public record Family(String id, List<Category> categories) {}

  /**
   * A category; its texts may be empty.
   *
   * @param definition what a risk of this category says
   * @param includes what else it includes
   * @param excludes its neighbors, and what they include
   */
  public record Category(
      String id, String name, String definition, String includes, String excludes) {}

  /** Of a taxonomy. */
  public static TaxonomyJson of(Taxonomy taxonomy) {
    return new TaxonomyJson(
        taxonomy.version(),
        taxonomy.families().stream().map(f -> new Family(f, categories(taxonomy, f))).toList());
  }

  private static List<Category> categories(Taxonomy taxonomy, String family) {
    return taxonomy.categories().stream()
        .filter(c -> c.family().equals(family))
        .map(c -> new Category(c.id(), c.name(), c.definition(), c.includes(), c.excludes()))
        .toList();
  }
}
