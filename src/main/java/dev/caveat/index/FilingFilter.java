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
    return new FilingFilter(
        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null,
        Set.of(), null);
  }

  /** Whether every filing matches. */
  public boolean isEmpty() {
    return equals(none());
  }

  /** With these keys of filings. */
  public FilingFilter withIds(List<String> ids) {
    return new FilingFilter(
        ids, companies, ciks, tickers, forms, sics, years, from, to, statuses, doubtful);
  }

  /** With these company names. */
  public FilingFilter withCompanies(List<String> companies) {
    return new FilingFilter(
        ids, companies, ciks, tickers, forms, sics, years, from, to, statuses, doubtful);
  }

  /** With these Central Index Keys. */
  public FilingFilter withCiks(List<String> ciks) {
    return new FilingFilter(
        ids, companies, ciks, tickers, forms, sics, years, from, to, statuses, doubtful);
  }

  /** With these trading symbols. */
  public FilingFilter withTickers(List<String> tickers) {
    return new FilingFilter(
        ids, companies, ciks, tickers, forms, sics, years, from, to, statuses, doubtful);
  }

  /** With these form types. */
  public FilingFilter withForms(List<String> forms) {
    return new FilingFilter(
        ids, companies, ciks, tickers, forms, sics, years, from, to, statuses, doubtful);
  }

  /** With these Standard Industrial Classifications. */
  public FilingFilter withSics(List<String> sics) {
    return new FilingFilter(
        ids, companies, ciks, tickers, forms, sics, years, from, to, statuses, doubtful);
  }

  /** With these years. */
  public FilingFilter withYears(List<Years> years) {
    return new FilingFilter(
        ids, companies, ciks, tickers, forms, sics, years, from, to, statuses, doubtful);
  }

  /** With these first and last days of filing. */
  public FilingFilter withDates(@Nullable LocalDate from, @Nullable LocalDate to) {
    return new FilingFilter(
        ids, companies, ciks, tickers, forms, sics, years, from, to, statuses, doubtful);
  }

  /** With these statuses. */
  public FilingFilter withStatuses(Set<Status> statuses) {
    return new FilingFilter(
        ids, companies, ciks, tickers, forms, sics, years, from, to, statuses, doubtful);
  }

  /** With only doubtful filings, or only the others; null for any. */
  public FilingFilter withDoubtful(@Nullable Boolean doubtful) {
    return new FilingFilter(
        ids, companies, ciks, tickers, forms, sics, years, from, to, statuses, doubtful);
  }
}
