package dev.caveat.cli;

import dev.caveat.index.CategoryFilter;
import dev.caveat.library.Nearest;
import dev.caveat.taxonomy.Category;
import dev.caveat.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that choose risks by their category. */
final class CategoryOptions {
  @Option(
      names = "--category",
      paramLabel = "CATEGORY",
      split = ",",
      completionCandidates = Categories.class,
      description =
          "Only risks in this category, by id (supply-chain) or name. Repeat for any of several.")
  private List<String> categories = new ArrayList<>();

  @Option(
      names = "--family",
      paramLabel = "FAMILY",
      split = ",",
      completionCandidates = Families.class,
      description = "Only risks in a category of this family, such as financial.")
  private List<String> families = new ArrayList<>();

  @Option(
      names = "--further",
      description =
          "With --category or --family: also risks that have it only as a secondary category.")
  private boolean further;

  /** The bundled categories, for completion. */
  static final class Categories extends Completions {
    Categories() {
      super(Taxonomy.bundled().ids().toArray(String[]::new));
    }
  }

  /** The bundled families, for completion. */
  static final class Families extends Completions {
    Families() {
      super(Taxonomy.bundled().families().toArray(String[]::new));
    }
  }

  boolean isEmpty() {
    return categories.isEmpty() && families.isEmpty();
  }

  /** What is meant, in the words of a taxonomy. */
  CategoryFilter filter(Taxonomy taxonomy) {
    if (further && isEmpty()) {
      throw CommandException.usage("--further needs --category or --family");
    }
    Set<String> ids = new LinkedHashSet<>();
    categories.forEach(c -> ids.add(id("--category: ", c, taxonomy)));
    families.forEach(f -> ids.addAll(family(f, taxonomy)));
    return new CategoryFilter(List.copyOf(ids), further);
  }

  /**
   * The id of a category that a user names.
   *
   * @param where begins the message where there is none
   */
  static String id(String where, String name, Taxonomy taxonomy) {
    return taxonomy
        .id(name)
        .orElseThrow(
            () ->
                CommandException.usage(where + Nearest.unknown("category", name, taxonomy.ids())));
  }

  private static List<String> family(String name, Taxonomy taxonomy) {
    List<String> ids =
        taxonomy.categories().stream()
            .filter(c -> c.family().equalsIgnoreCase(name.strip()))
            .map(Category::id)
            .toList();
    if (ids.isEmpty()) {
      throw CommandException.usage(
          "--family: " + Nearest.unknown("family", name, taxonomy.families()));
    }
    return ids;
  }
}
