package dev.caveat.json;

import dev.caveat.index.IndexedRisk;
import dev.caveat.model.Annotation;
import dev.caveat.model.Classification;
import dev.caveat.model.Entity;
import dev.caveat.model.RiskFactor;
import dev.caveat.search.Hit;
import dev.caveat.search.RiskReference;
import dev.caveat.search.Snippet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search hit: a risk, or a filing without risks.
 *
 * @param rank from 1
 * @param score only comparable within one search
 * @param ordinal of the risk; 0 for a filing without risks
 * @param group the headings above the risk
 * @param heading its caption; for a filing without risks, the words its status rests on
 * @param category the primary one; null if there is none
 * @param entities how many there are of each type that occurs
 * @param highlights the best snippets, or the caption if only that matched, as HTML
 * @param similar near-identical risks that this one stands for, as {@code FILING#N}
 */
public record HitJson(
    int rank,
    float score,
    FoundFilingJson filing,
    int ordinal,
    List<String> group,
    String heading,
    @Nullable String category,
    Map<String, Integer> entities,
    List<String> highlights,
    List<String> similar) {
  /** Of a hit. */
  public static HitJson of(Hit hit) {
    IndexedRisk found = hit.risk();
    RiskFactor risk = found.risk();
    return new HitJson(
        hit.rank(),
        hit.score(),
        FoundFilingJson.of(found),
        found.ordinal(),
        risk == null ? List.of() : risk.group(),
        found.heading(),
        ClassificationJson.category(risk == null ? Classification.NONE : risk.classification()),
        counts(risk == null ? Annotation.NONE : risk.annotation()),
        highlights(hit),
        hit.similar().stream().map(RiskReference::toString).toList());
  }

  private static Map<String, Integer> counts(Annotation annotation) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Map.Entry<Entity.Type, Integer> count : annotation.counts().entrySet()) {
      counts.put(count.getKey().id(), count.getValue());
    }
    return counts;
  }

  private static List<String> highlights(Hit hit) {
    if (hit.snippets().isEmpty() && !hit.heading().marks().isEmpty()) {
      return List.of(hit.heading().html());
    }
    return hit.snippets().stream().map(Snippet::html).toList();
  }
}
