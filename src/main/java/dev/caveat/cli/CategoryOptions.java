package dev.caveat.cli;

import dev.caveat.index.CategoryFilter;
import dev.caveat.library.FilterTerms;
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
    categories.forEach(c -> ids.add(id("--category", c, taxonomy)));
    families.forEach(
        f -> ids.addAll(FilterOptions.read("--family", f, n -> FilterTerms.family(n, taxonomy))));
    return new CategoryFilter(List.copyOf(ids), further);
  }

  /**
   * The id of a category that a user names.
   *
   * @param option the option that names it; empty for a parameter
   */
  static String id(String option, String name, Taxonomy taxonomy) {
    return FilterOptions.read(option, name, n -> FilterTerms.category(n, taxonomy));
  }
}
