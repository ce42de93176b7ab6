package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.caveat.index.IndexedFiling;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading an indexed filing.
 *
 * @param id its key: accession number, or SHA-256 of its bytes
 * @param method how the answer was found
 * @param evidence the words that the status rests on
 * @param document the exhibit with the section; null if it is in the main document
 * @param next the suggested next step for a person; null if there is none
 */
public record FilingStatusJson(
    @JsonUnwrapped FactsJson facts,
    String id,
    String status,
    String method,
    String evidence,
    @Nullable String document,
    @JsonUnwrapped DoubtJson doubt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {
  /**
   * Of a filing.
   *
   * @param next the suggested next step for a person; may be null
   */
  public static FilingStatusJson of(IndexedFiling filing, @Nullable String next) {
    return new FilingStatusJson(
        FactsJson.of(filing.path(), filing.facts()),
        filing.id(),
        filing.status().id(),
        filing.method(),
        filing.evidence(),
        filing.document(),
        DoubtJson.of(filing.doubt()),
        next);
  }
}
