package dev.caveat.index;

import dev.caveat.model.RiskSection.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses filings. Each part that is not empty must match; within a part any value may match. Case
 * is ignored. A fact that a filing does not state matches no value.
 *
 * @param ids keys of filings, as written
 * @param companies names; all words of a name must occur in the company's name, in any order
 * @param ciks Central Index Keys, leading zeros ignored
 * @param tickers trading symbols
 * @param forms form types; a {@code *} at the end matches any ending, as in {@code 10-K*}
 * @param sics Standard Industrial Classifications; a {@code *} at the end as with forms
 * @param years years that the filings report on
 * @param from first filing date (or end of the period, if the filing date is unknown), null for any
 * @param to last such date, null for any
 * @param statuses statuses of the risk section
 * @param doubtful whether the filing is doubtful; null for any
 */
public record FilingFilter(
    List<String> ids,
    List<String> companies,
    List<String> ciks,
    List<String> tickers,
    List<String> forms,
    List<String> sics,
    List<Years> years,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Set<Status> statuses,
    @Nullable Boolean doubtful) {

  /**
   * Years from first to last, both included.
   *
   * @param first not after {@code last}
   * @param last not before {@code first}
   */
  public record Years(int first, int last) {
    /** Checks the order. */
    public Years {
      if (first > last) {
        throw new IllegalArgumentException(
            "the first year is after the last: " + first + "-" + last);
      }
    }
  }

  /** Copies the collections and checks the order of the dates. */
  public FilingFilter {
    ids = List.copyOf(ids);
    companies = List.copyOf(companies);
    ciks = List.copyOf(ciks);
    tickers = List.copyOf(tickers);
    forms = List.copyOf(forms);
    sics = List.copyOf(sics);
    years = List.copyOf(years);
    statuses = Set.copyOf(statuses);
    if (from != null && to != null && from.isAfter(to)) {
      throw new IllegalArgumentException("the first day is after the last: " + from + " > " + to);
    }
  }

  /** Every filing. */
  public static FilingFilter none() {
    return builder().build();
  }

  /** Whether every filing matches. */
  public boolean isEmpty() {
    return equals(none());
  }

  /** A filter to be made, so far of every filing. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts from this filter. */
  public Builder toBuilder() {
    return builder()
        .ids(ids)
        .companies(companies)
        .ciks(ciks)
        .tickers(tickers)
        .forms(forms)
        .sics(sics)
        .years(years)
        .from(from)
        .to(to)
        .statuses(statuses)
        .doubtful(doubtful);
  }

  /** Collects the parts of a filter. Not for use by several threads. */
  public static final class Builder {
    private List<String> ids = List.of();
    private List<String> companies = List.of();
    private List<String> ciks = List.of();
    private List<String> tickers = List.of();
    private List<String> forms = List.of();
    private List<String> sics = List.of();
    private List<Years> years = List.of();
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private Set<Status> statuses = Set.of();
    private @Nullable Boolean doubtful;

    private Builder() {}

    /** Keys of filings. */
    public Builder ids(List<String> ids) {
      this.ids = ids;
      return this;
    }

    /** Company names. */
    public Builder companies(List<String> companies) {
      this.companies = companies;
      return this;
    }

    /** Central Index Keys. */
    public Builder ciks(List<String> ciks) {
      this.ciks = ciks;
      return this;
    }

    /** Trading symbols. */
    public Builder tickers(List<String> tickers) {
      this.tickers = tickers;
      return this;
    }

    /** Form types. */
    public Builder forms(List<String> forms) {
      this.forms = forms;
      return this;
    }

    /** Standard Industrial Classifications. */
    public Builder sics(List<String> sics) {
      this.sics = sics;
      return this;
    }

    /** Years reported on. */
    public Builder years(List<Years> years) {
      this.years = years;
      return this;
    }

    /** First day of filing; null for any. */
    public Builder from(@Nullable LocalDate from) {
      this.from = from;
      return this;
    }

    /** Last day of filing; null for any. */
    public Builder to(@Nullable LocalDate to) {
      this.to = to;
      return this;
    }

    /** What the filing says of its risks. */
    public Builder statuses(Set<Status> statuses) {
      this.statuses = statuses;
      return this;
    }

    /** Only filings that a person should look at, or only the others; null for any. */
    public Builder doubtful(@Nullable Boolean doubtful) {
      this.doubtful = doubtful;
      return this;
    }

    /**
     * The filter.
     *
     * @throws IllegalArgumentException where the first day is after the last
     */
    public FilingFilter build() {
      return new FilingFilter(
          ids, companies, ciks, tickers, forms, sics, years, from, to, statuses, doubtful);
    }
  }
}
