package dev.caveat.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.caveat.index.IndexedRisk;
import dev.caveat.model.Annotation;
import dev.caveat.model.Classification;
import dev.caveat.model.RiskFactor;
import dev.caveat.report.SafeJson;
import dev.caveat.search.Hit;
import dev.caveat.search.Passage;
import dev.caveat.search.RiskReference;
import dev.caveat.search.SearchResult;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** The result of one search as a JSON object. Highlights are HTML, {@code took} is milliseconds. */
final class HitJson {
  private HitJson() {}

  static void write(SearchResult result, PrintStream out) throws IOException {
    try (JsonGenerator json = SafeJson.generator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeNumberField("total", result.total());
      json.writeNumberField("took", result.took().toNanos() / 1e6);
      json.writeStringField("didYouMean", result.didYouMean());
      json.writeArrayFieldStart("hits");
      for (Hit hit : result.hits()) {
        write(json, hit);
      }
      json.writeEndArray();
      writeFacets(json, result.facets());
      writeNames(json, result.regulators());
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void write(JsonGenerator json, Hit hit) throws IOException {
    IndexedRisk risk = hit.risk();
    json.writeStartObject();
    json.writeNumberField("rank", hit.rank());
    json.writeNumberField("score", hit.score());
    json.writeObjectFieldStart("filing");
    json.writeStringField("id", risk.id());
    FactsJson.write(json, risk.path(), risk.facts());
    json.writeStringField("status", risk.status().id());
    DoubtJson.write(json, risk.doubt());
    json.writeEndObject();
    json.writeNumberField("ordinal", risk.ordinal());
    JsonArrays.writeStrings(json, "group", risk.risk() == null ? List.of() : risk.risk().group());
    json.writeStringField("heading", risk.heading());
    RiskFactor named = risk.risk();
    ClassificationJson.writeCategory(
        json, named == null ? Classification.NONE : named.classification());
    AnnotationJson.writeCounts(json, named == null ? Annotation.NONE : named.annotation());
    JsonArrays.writeStrings(json, "highlights", highlights(hit));
    JsonArrays.writeStrings(
        json, "similar", hit.similar().stream().map(RiskReference::toString).toList());
    json.writeEndObject();
  }

  /** Passages of the body, or the caption where only that matched. */
  private static List<String> highlights(Hit hit) {
    if (hit.passages().isEmpty() && !hit.heading().marks().isEmpty()) {
      return List.of(hit.heading().html());
    }
    return hit.passages().stream().map(Passage::html).toList();
  }

  /** Full names by id, for what is counted by id. */
  private static void writeNames(JsonGenerator json, Map<String, String> regulators)
      throws IOException {
    json.writeObjectFieldStart("regulators");
    for (Map.Entry<String, String> name : regulators.entrySet()) {
      json.writeStringField(name.getKey(), name.getValue());
    }
    json.writeEndObject();
  }

  private static void writeFacets(JsonGenerator json, Map<String, Map<String, Integer>> facets)
      throws IOException {
    json.writeObjectFieldStart("facets");
    for (Map.Entry<String, Map<String, Integer>> dimension : facets.entrySet()) {
      json.writeObjectFieldStart(dimension.getKey());
      for (Map.Entry<String, Integer> value : dimension.getValue().entrySet()) {
        json.writeNumberField(value.getKey(), value.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
