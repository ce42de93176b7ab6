package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.caveat.index.IndexedRisk;
import dev.caveat.model.Annotation;
import dev.caveat.model.RiskFactor;

/** An indexed risk, after its filing. */
public record FoundRiskJson(FoundFilingJson filing, @JsonUnwrapped RiskJson risk) {
  /**
   * Converts a risk that was found.
   *
   * @param risk the risk as it should be written
   */
  public static FoundRiskJson of(IndexedRisk found, RiskFactor risk) {
    boolean tagged = !risk.annotation().equals(Annotation.NONE);
    return new FoundRiskJson(FoundFilingJson.of(found), RiskJson.of(risk, tagged));
  }
}
