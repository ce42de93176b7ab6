package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.caveat.model.RiskFactor;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a risk apart from its text.
 *
 * @param filing the filing: a {@link FoundFilingJson}, or a {@link FactsJson} of a file
 * @param outlined its number, groups and caption
 * @param classification its categories, and what supported them
 * @param fragment its text fragment, to append to the document's address; null for none
 * @param quote whether it contains the words that were asked for; null if none were
 */
public record ReadRiskJson(
    Object filing,
    @JsonUnwrapped OutlinedRiskJson outlined,
    ClassificationJson classification,
    @Nullable String fragment,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable QuoteCheckJson quote) {
  /** Of a risk of a filing. */
  public static ReadRiskJson of(
      String id, Object filing, RiskFactor risk, @Nullable QuoteCheckJson quote) {
    return new ReadRiskJson(
        filing,
        OutlinedRiskJson.of(id, risk),
        ClassificationJson.of(risk.classification()),
        risk.provenance().fragment(),
        quote);
  }
}
