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
 * @param indexOnly whether names are those of indexed filings alone and no file is looked at: for
 *     names that come from others
 * @param date of the report
 */
public record ReportRequest(
    List<String> filings,
    FilingFilter filter,
    boolean all,
    List<String> peers,
    @Nullable String before,
    int mostTexts,
    boolean indexOnly,
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
    return builder().filings(List.of(filings)).build();
  }

  /** A request to be made, so far of no filing and of today. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the parts of a request. Not for use by several threads. */
  public static final class Builder {
    private List<String> filings = List.of();
    private FilingFilter filter = FilingFilter.none();
    private boolean all;
    private List<String> peers = List.of();
    private @Nullable String before;
    private int mostTexts = MAX_TEXTS;
    private boolean indexOnly;
    private LocalDate date = LocalDate.now();

    private Builder() {}

    /** Names of filings of the index, or files. */
    public Builder filings(List<String> filings) {
      this.filings = filings;
      return this;
    }

    /** Which filings of the index, where none is named. */
    public Builder filter(FilingFilter filter) {
      this.filter = filter;
      return this;
    }

    /** Every filing of the index. */
    public Builder all(boolean all) {
      this.all = all;
      return this;
    }

    /** Filings and companies to compare with. */
    public Builder peers(List<String> peers) {
      this.peers = peers;
      return this;
    }

    /** The filing that a single one is compared with; null for the one before. */
    public Builder before(@Nullable String before) {
      this.before = before;
      return this;
    }

    /** Of how many filings at most the texts are read. */
    public Builder mostTexts(int mostTexts) {
      this.mostTexts = mostTexts;
      return this;
    }

    /** No name stands for a file. */
    public Builder indexOnly() {
      indexOnly = true;
      return this;
    }

    /** The date of the report. */
    public Builder date(LocalDate date) {
      this.date = date;
      return this;
    }

    /** The request. */
    public ReportRequest build() {
      return new ReportRequest(filings, filter, all, peers, before, mostTexts, indexOnly, date);
    }
  }
}
