package dev.caveat.profile;

import dev.caveat.index.FilingFilter;
import dev.caveat.report.Report.Fact;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report is about.
 *
 * @param subjects the filings of the index it is about
 * @param peers keys of the filings that they are compared with; empty for none
 * @param before key of the filing that a single subject is compared with; null for the one before
 *     in the index
 * @param mostTexts of how many subjects at most the texts are read: of more only the columns of the
 *     index are
 * @param date of the report
 * @param sources what is to be named as its sources, before what the report adds
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
