package dev.caveat.library;

import dev.caveat.index.FilingFilter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report should cover.
 *
 * @param filings names of indexed filings, or files; empty to choose by {@code filter}
 * @param filter which indexed filings to choose, if none is named
 * @param all whether to choose every filing of the index
 * @param peers names of filings and companies to compare with; {@code sic} for those of the same
 *     industry, {@code sic:36*} for those of another
 * @param before name of the filing to compare a single one with; null for the previous one
 * @param mostTexts the largest number of filings whose texts are read; with more, only counts from
 *     the index are reported
 * @param date of the report
 */
public record ReportRequest(
    List<String> filings,
    FilingFilter filter,
    boolean all,
    List<String> peers,
    @Nullable String before,
    int mostTexts,
    LocalDate date) {
  /** The default for the number of texts that are read. */
  public static final int MAX_TEXTS = 300;

  /** Copies the lists. */
  public ReportRequest {
    filings = List.copyOf(filings);
    peers = List.copyOf(peers);
  }

  /**
   * A report on some filings, dated today.
   *
   * @param filings names of indexed filings, or files
   */
  public static ReportRequest about(String... filings) {
    return new ReportRequest(
        List.of(filings), FilingFilter.none(), false, List.of(), null, MAX_TEXTS, LocalDate.now());
  }

  /** The same, compared with peers. */
  public ReportRequest withPeers(String... peers) {
    return new ReportRequest(filings, filter, all, List.of(peers), before, mostTexts, date);
  }
}
