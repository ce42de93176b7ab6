package dev.caveat.json;

import dev.caveat.model.FilingFacts;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a filing, each null if unknown; fields of the filing's object.
 *
 * @param path where it was read from
 * @param filed ISO 8601, such as {@code 2023-11-03}
 * @param period ISO 8601
 * @param fiscalYearEnd ISO 8601, such as {@code --09-30}
 * @see FilingFacts
 */
public record FactsJson(
    String path,
    @Nullable String accession,
    @Nullable String cik,
    @Nullable String company,
    @Nullable String ticker,
    @Nullable String form,
    @Nullable String filed,
    @Nullable String period,
    @Nullable String sic,
    @Nullable Integer fiscalYear,
    @Nullable String fiscalYearEnd) {
  /** Of a filing at a path. */
  public static FactsJson of(String path, FilingFacts facts) {
    return new FactsJson(
        path,
        facts.accession(),
        facts.cik(),
        facts.company(),
        facts.ticker(),
        facts.form(),
        text(facts.filed()),
        text(facts.period()),
        facts.sic(),
        facts.fiscalYear(),
        text(facts.fiscalYearEnd()));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
