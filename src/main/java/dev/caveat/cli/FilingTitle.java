package dev.caveat.cli;

import dev.caveat.model.FilingFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a filing is called in output for people. */
final class FilingTitle {
  private static final int SHA256_DIGITS = 64;
  private static final int SHOWN_DIGITS = 12;

  private FilingTitle() {}

  /**
   * Company, form, year and a last part; the file's name where the company is not known.
   *
   * @param last the name by which commands take it, or its status
   */
  static String of(String path, FilingFacts facts, @Nullable Integer year, String last) {
    List<String> parts = new ArrayList<>();
    String company = facts.company();
    parts.add(company == null ? fileName(path) : company);
    if (facts.form() != null) {
      parts.add(facts.form());
    }
    if (year != null) {
      parts.add(year.toString());
    }
    parts.add(last);
    return String.join(" · ", parts);
  }

  /** A filing's key; of a hash as much as names it well enough. */
  static String name(String id) {
    return id.length() == SHA256_DIGITS ? id.substring(0, SHOWN_DIGITS) : id;
  }

  private static String fileName(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
