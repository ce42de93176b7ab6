package dev.caveat.json;

import dev.caveat.model.RiskFactor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A risk in the outline of its filing.
 *
 * @param ordinal its number in the section, from 1
 * @param group the headings above it, outermost first
 * @param caption its caption
 * @param category the primary one; null if there is none
 * @param characters length of its text
 */
public record OutlinedRiskJson(
    int ordinal, List<String> group, QuoteJson caption, @Nullable String category, int characters) {
  /** Of a risk of a filing. */
  public static OutlinedRiskJson of(String filing, RiskFactor risk) {
    int length = risk.text().startsWith(risk.heading()) ? risk.heading().length() : 0;
    return new OutlinedRiskJson(
        risk.ordinal(),
        risk.group(),
        length == 0
            ? new QuoteJson(filing, risk.ordinal(), risk.heading(), null)
            : QuoteJson.of(filing, risk, 0, length),
        ClassificationJson.category(risk.classification()),
        risk.text().length());
  }
}
