package dev.caveat.json;

import dev.caveat.model.RiskFactor;
import org.jspecify.annotations.Nullable;

/**
 * Words of a filing, and where they are in it.
 *
 * @param filing its key: accession number, or SHA-256 of its bytes
 * @param ordinal of the risk, from 1; 0 for words outside of risks
 * @param text the words, with single spaces in place of the line breaks of the filing
 * @param source their place in the filing as filed; null if unknown
 */
public record QuoteJson(String filing, int ordinal, String text, @Nullable SourceJson source) {
  /**
   * A part of a risk's text.
   *
   * @param start its first code unit in {@link RiskFactor#text()}
   * @param end just after its last code unit
   */
  public static QuoteJson of(String filing, RiskFactor risk, int start, int end) {
    return new QuoteJson(
        filing,
        risk.ordinal(),
        risk.text().substring(start, end),
        SourceJson.of(risk.provenance().map(), start, end));
  }
}
