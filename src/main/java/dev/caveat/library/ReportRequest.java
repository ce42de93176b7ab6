package dev.caveat.library;

import dev.caveat.index.FilingFilter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report is asked to be about.
 *
 * @param filings names of filings of the index, or files; empty to go by {@code filter}
 * @param filter which filings of the index, where none is named
 * @param all whether every filing of the index is meant
 * @param peers names of filings and companies to compare with; {@code sic} for those of the same
 *     industry, {@code sic:36*} for those of another
 * @param before name of the filing that a single one is compared with; null for the one before
 * @param mostTexts of how many filings at most the texts are read; of more, only what the index
 *     counts is reported
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
  /** How many texts are read where nothing else is said. */
  public static final int MAX_TEXTS = 300;

  /** Copies the lists. */
  public ReportRequest {
    filings = List.copyOf(filings);
    peers = List.copyOf(peers);
  }

  /**
   * A report on some filings, of today.
   *
   * @param filings names of filings of the index, or files
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
