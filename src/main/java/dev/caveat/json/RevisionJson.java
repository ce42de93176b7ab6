package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.caveat.compare.Change;
import dev.caveat.compare.Comparison;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What changed between two filings, in figures.
 *
 * @param measures of the whole sections
 * @param notes what a reader should know before trusting it
 * @param counts changes of each kind
 */
public record RevisionJson(
    Side old,
    @JsonProperty("new") Side now,
    MeasuresJson measures,
    List<String> notes,
    Map<String, Integer> counts) {
  /**
   * One of the two filings.
   *
   * @param id its key: accession number, or SHA-256 of its bytes
   * @param risks how many it has
   */
  public record Side(
      String id, @JsonUnwrapped FactsJson facts, @JsonUnwrapped DoubtJson doubt, int risks) {
    private static Side of(String id, Comparison.Side side) {
      return new Side(
          id,
          FactsJson.of(side.path(), side.facts()),
          DoubtJson.of(side.doubt()),
          side.risks().size());
    }
  }

  /**
   * Of a comparison.
   *
   * @param old key of the old filing
   * @param now key of the new filing
   */
  public static RevisionJson of(String old, String now, Comparison comparison) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Change.Kind kind : Change.Kind.values()) {
      counts.put(kind.id(), comparison.counts().getOrDefault(kind, 0));
    }
    return new RevisionJson(
        Side.of(old, comparison.before()),
        Side.of(now, comparison.after()),
        MeasuresJson.of(comparison.measures()),
        comparison.notes(),
        counts);
  }
}
