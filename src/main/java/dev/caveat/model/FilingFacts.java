package dev.caveat.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a filing apart from its text. A fact that the source does not state is null;
 * nothing is guessed.
 *
 * @param accession EDGAR accession number with dashes, such as {@code 0000320193-23-000106}
 * @param cik Central Index Key of the first filer, without leading zeros
 * @param company name of the first filer as stated
 * @param ticker trading symbol, upper case
 * @param form EDGAR form type, such as {@code 10-K405} or {@code 424B3}
 * @param filed date of filing
 * @param period end of the period reported on
 * @param sic Standard Industrial Classification, four digits
 */
public record FilingFacts(
    @Nullable String accession,
    @Nullable String cik,
    @Nullable String company,
    @Nullable String ticker,
    @Nullable String form,
    @Nullable LocalDate filed,
    @Nullable LocalDate period,
    @Nullable String sic) {

  /** No fact known. */
  public static final FilingFacts UNKNOWN =
      new FilingFacts(null, null, null, null, null, null, null, null);

  /**
   * These facts, with those of {@code other} where these do not know.
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
        first(sic, other.sic));
  }

  private static <T> @Nullable T first(@Nullable T a, @Nullable T b) {
    return a != null ? a : b;
  }
}
