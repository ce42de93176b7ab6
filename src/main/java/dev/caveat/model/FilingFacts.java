package dev.caveat.model;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a filing apart from its text. A fact that the source does not state is null; nothing
 * is guessed.
 *
 * @param accession EDGAR accession number with dashes, such as {@code 0000320193-23-000106}
 * @param cik Central Index Key of the first filer, without leading zeros
 * @param company name of the first filer as stated
 * @param ticker trading symbol, uppercase
 * @param form EDGAR form type, such as {@code 10-K405} or {@code 424B3}; {@code PROSPECTUS} for a
 *     prospectus that does not say under which rule it was filed
 * @param filed filing date; if no header states it, the date of a prospectus, a registration
 *     statement or a statement of ownership
 * @param period end of the reporting period; for an event report, the date of the event
 * @param sic Standard Industrial Classification, four digits
 * @param fiscalYear the fiscal year as the filer counts it
 * @param fiscalYearEnd month and day on which the fiscal year ends
 */
public record FilingFacts(
    @Nullable String accession,
    @Nullable String cik,
    @Nullable String company,
    @Nullable String ticker,
    @Nullable String form,
    @Nullable LocalDate filed,
    @Nullable LocalDate period,
    @Nullable String sic,
    @Nullable Integer fiscalYear,
    @Nullable MonthDay fiscalYearEnd) {

  /** No fact known. */
  public static final FilingFacts UNKNOWN =
      new FilingFacts(null, null, null, null, null, null, null, null);

  /** Facts without a fiscal year. */
  public FilingFacts(
      @Nullable String accession,
      @Nullable String cik,
      @Nullable String company,
      @Nullable String ticker,
      @Nullable String form,
      @Nullable LocalDate filed,
      @Nullable LocalDate period,
      @Nullable String sic) {
    this(accession, cik, company, ticker, form, filed, period, sic, null, null);
  }

  /**
   * These facts, completed by those of {@code other} where these are null.
   *
   * @param other the weaker source
   */
  public FilingFacts orElse(FilingFacts other) {
    return new FilingFacts(
        first(accession, other.accession),
        first(cik, other.cik),
        first(company, other.company),
        first(ticker, other.ticker),
        first(form, other.form),
        first(filed, other.filed),
        first(period, other.period),
        first(sic, other.sic),
        first(fiscalYear, other.fiscalYear),
        first(fiscalYearEnd, other.fiscalYearEnd));
  }

  private static <T> @Nullable T first(@Nullable T a, @Nullable T b) {
    return a != null ? a : b;
  }
}
