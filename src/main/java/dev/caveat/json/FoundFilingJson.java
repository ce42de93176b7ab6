package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.caveat.index.IndexedRisk;

/**
 * The filing of a risk that was found in an index.
 *
 * @param id its key: accession number, or SHA-256 of its bytes
 */
public record FoundFilingJson(
    String id, @JsonUnwrapped FactsJson facts, String status, @JsonUnwrapped DoubtJson doubt) {
  static FoundFilingJson of(IndexedRisk found) {
    return new FoundFilingJson(
        found.id(),
        FactsJson.of(found.path(), found.facts()),
        found.status().id(),
        DoubtJson.of(found.doubt()));
  }
}
