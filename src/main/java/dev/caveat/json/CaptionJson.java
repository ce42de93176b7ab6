package dev.caveat.json;

import dev.caveat.model.RiskFactor;
import java.util.List;

/**
 * What identifies a risk.
 *
 * @param ordinal its number in the section, from 1
 * @param group the headings above it, outermost first
 * @param heading its caption
 */
public record CaptionJson(int ordinal, List<String> group, String heading) {
  /** Of a risk. */
  public static CaptionJson of(RiskFactor risk) {
    return new CaptionJson(risk.ordinal(), risk.group(), risk.heading());
  }

  static List<CaptionJson> of(List<RiskFactor> risks) {
    return risks.stream().map(CaptionJson::of).toList();
  }
}
