package dev.caveat.web;

import dev.caveat.index.IndexedFiling;
import dev.caveat.model.FilingFacts;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What filings are called. */
public final class Titles {
  private Titles() {}

  /** The company, or else the name of the file. */
  public static String company(FilingFacts facts, String path) {
    return facts.company() == null
        ? path.substring(path.replace('!', '/').lastIndexOf('/') + 1)
        : facts.company();
  }

  /** Company, form and year. */
  public static String of(FilingFacts facts, String path, @Nullable Integer year) {
    return joined(company(facts, path), facts.form(), year);
  }

  /** Company, form and year. */
  public static String of(IndexedFiling filing) {
    return of(filing.facts(), filing.path(), filing.year());
  }

  /** The date of filing, or else the end of the period; empty if neither is known. */
  public static String date(FilingFacts facts) {
    LocalDate date = facts.filed() == null ? facts.period() : facts.filed();
    return date == null ? "" : date.toString();
  }

  /** A number of things, such as {@code 1 filing} or {@code 2,044 risks}. */
  public static String counted(long count, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
  }

  /** Parts with spaces between, without those that are null. */
  static String joined(@Nullable Object... parts) {
    return Stream.of(parts)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }
}
