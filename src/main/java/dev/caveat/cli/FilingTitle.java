package dev.caveat.cli;

import dev.caveat.model.FilingFacts;
import dev.caveat.model.VisibleText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a filing is called in output for people. */
final class FilingTitle {
  private static final int MIN_COMPANY_LENGTH = 8;

  private FilingTitle() {}

  /**
   * Company, form, year and a last part; the file's name where the company is not known. Where
   * there is no room for all, the company is cut.
   *
   * @param last the name by which commands take it, or its status
   * @param width columns
   */
  static String of(String path, FilingFacts facts, @Nullable Integer year, String last, int width) {
    List<String> parts = new ArrayList<>();
    if (facts.form() != null) {
      parts.add(facts.form());
    }
    if (year != null) {
      parts.add(year.toString());
    }
    parts.add(last);
    String rest = " · " + String.join(" · ", parts);
    String company = facts.company() == null ? fileName(path) : facts.company();
    return VisibleText.line(
        TextWrap.cut(company, Math.max(MIN_COMPANY_LENGTH, width - rest.length())) + rest);
  }

  /** What is known of some parts, in a row. */
  static String joined(@Nullable Object... parts) {
    return Stream.of(parts)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining(" · "));
  }

  /** The day that a filing is named by: the end of its period, or else when it was filed. */
  static @Nullable LocalDate date(FilingFacts facts) {
    return facts.period() != null ? facts.period() : facts.filed();
  }

  private static String fileName(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
