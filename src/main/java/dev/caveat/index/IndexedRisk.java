package dev.caveat.index;

import dev.caveat.model.Doubt;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a search finds: a risk with the facts of its filing, or a filing without risks.
 *
 * @param id the filing's key
 * @param path the path it was indexed from, as given
 * @param facts the filing's facts
 * @param year the year it reports on, or else was filed in; null if neither is known
 * @param status status of the filing's risk section
 * @param doubt how far the result for the filing can be trusted
 * @param risk the risk; null for a filing without any
 * @param evidence for a filing without risks, the words its status rests on; otherwise null
 */
public record IndexedRisk(
    String id,
    String path,
    FilingFacts facts,
    @Nullable Integer year,
    Status status,
    Doubt doubt,
    @Nullable RiskFactor risk,
    @Nullable String evidence) {

  /** Caption of the risk, or the evidence of a filing without risks. */
  public String heading() {
    if (risk != null) {
      return risk.heading();
    }
    return evidence == null ? "" : evidence;
  }

  /** Number of the risk, 0 for a filing without risks. */
  public int ordinal() {
    return risk == null ? 0 : risk.ordinal();
  }
}
