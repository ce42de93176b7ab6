package dev.caveat.library;

import dev.caveat.index.FilingFilter;
import dev.caveat.index.RiskIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;

/**
 * Reports requested forms that no filing in the index has, which would otherwise look like no
 * match.
 */
public final class UnknownForms {
  private static final int LISTED = 20;

  private UnknownForms() {}

  /**
   * A line for each such form, with the one probably meant, or else the forms in the index.
   *
   * @param filter whose forms are looked up
   */
  public static List<String> of(RiskIndex index, FilingFilter filter) throws IOException {
    if (filter.forms().isEmpty()) {
      return List.of();
    }
    SortedSet<String> indexed = index.forms();
    List<String> unknown = new ArrayList<>();
    for (String form : filter.forms()) {
      if (!indexed.isEmpty() && indexed.stream().noneMatch(i -> fits(i, form))) {
        unknown.add("no filing of form " + form + " is indexed; " + hint(form, indexed));
      }
    }
    return unknown;
  }

  private static boolean fits(String indexed, String form) {
    return form.endsWith("*")
        ? indexed.regionMatches(true, 0, form, 0, form.length() - 1)
        : indexed.equalsIgnoreCase(form);
  }

  private static String hint(String form, SortedSet<String> indexed) {
    List<String> meant = indexed.stream().filter(i -> bare(i).equals(bare(form))).toList();
    if (!meant.isEmpty()) {
      return "did you mean " + meant.getFirst() + (form.endsWith("*") ? "*?" : "?");
    }
    String listed = String.join(", ", indexed.stream().limit(LISTED).toList());
    return "the index has " + listed + (indexed.size() > LISTED ? " and others" : "");
  }

  private static String bare(String form) {
    return form.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
