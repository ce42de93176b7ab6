package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.caveat.model.RiskDisclosure;
import org.jspecify.annotations.Nullable;

/**
 * A filing that was read from a file, without the text of its risks.
 *
 * @param id its key: accession number, or SHA-256 of its bytes
 * @param evidence the words that the status rests on
 * @param method how the answer was found
 * @param document the exhibit with the section; null if it is in the main document
 * @param risks how many it has
 */
public record FileRisksJson(
    @JsonUnwrapped FactsJson facts,
    String id,
    String status,
    String method,
    String evidence,
    @Nullable String document,
    @JsonUnwrapped DoubtJson doubt,
    int risks) {
  /** Of a filing. */
  public static FileRisksJson of(RiskDisclosure filing) {
    return new FileRisksJson(
        FactsJson.of(filing.path(), filing.facts()),
        filing.id(),
        filing.section().status().id(),
        filing.section().method(),
        filing.section().evidence(),
        filing.document(),
        DoubtJson.of(filing.doubt()),
        filing.section().risks().size());
  }
}
