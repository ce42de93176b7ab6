package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.caveat.index.IndexedFiling;
import dev.caveat.model.RiskFactor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indexed filing with the captions of its risks.
 *
 * @param id its key: accession number, or SHA-256 of its bytes
 * @param evidence the words that the status rests on
 * @param document the exhibit with the section; null if it is in the main document
 */
public record FilingCaptionsJson(
    String id,
    @JsonUnwrapped FactsJson facts,
    String status,
    String evidence,
    @Nullable String document,
    @JsonUnwrapped DoubtJson doubt,
    List<CaptionJson> risks) {
  /** Of a filing and its risks. */
  public static FilingCaptionsJson of(IndexedFiling filing, List<RiskFactor> risks) {
    return new FilingCaptionsJson(
        filing.id(),
        FactsJson.of(filing.path(), filing.facts()),
        filing.status().id(),
        filing.evidence(),
        filing.document(),
        DoubtJson.of(filing.doubt()),
        CaptionJson.of(risks));
  }
}
