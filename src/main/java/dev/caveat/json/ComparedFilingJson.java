package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.caveat.compare.Comparison;
import java.util.List;

/** One of two filings that were compared. */
public record ComparedFilingJson(
    @JsonUnwrapped FactsJson facts, @JsonUnwrapped DoubtJson doubt, List<CaptionJson> risks) {
  static ComparedFilingJson of(Comparison.Side side) {
    return new ComparedFilingJson(
        FactsJson.of(side.path(), side.facts()),
        DoubtJson.of(side.doubt()),
        CaptionJson.of(side.risks()));
  }
}
