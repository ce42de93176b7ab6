package dev.caveat.profile;

import dev.caveat.index.FilingFilter;
import dev.caveat.report.Report.Fact;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scope of a report.
 *
 * @param subjects the filings that it is about
 * @param peers keys of the filings that they are compared with; empty for none
 * @param before key of the filing that a single subject is compared with; null for the previous one
 *     in the index
 * @param mostTexts the largest number of subjects whose texts are read; with more, only columns of
 *     the index are read
 * @param date of the report
 * @param sources sources to name, before those that the report adds
 */
public record ReportScope(
    FilingFilter subjects,
    List<String> peers,
    @Nullable String before,
    int mostTexts,
    LocalDate date,
    List<Fact> sources) {
  /** Copies the lists. */
  public ReportScope {
    peers = List.copyOf(peers);
    sources = List.copyOf(sources);
  }
}
