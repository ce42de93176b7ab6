package dev.caveat.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.caveat.compare.Change;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.Measures;
import dev.caveat.compare.Redline;
import dev.caveat.model.Entity;
import dev.caveat.model.RiskFactor;
import dev.caveat.report.SafeJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** A comparison as one JSON object. */
final class ComparisonJson {
  private final JsonGenerator json;
  private final Comparison comparison;

  private ComparisonJson(JsonGenerator json, Comparison comparison) {
    this.json = json;
    this.comparison = comparison;
  }

  /** Writes a comparison to {@code out}, which is never closed. */
  static void write(Comparison comparison, OutputStream out) throws IOException {
    try (JsonGenerator json = SafeJson.generator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      new ComparisonJson(json, comparison).write();
      json.writeRaw('\n');
    }
  }

  private void write() throws IOException {
    json.writeStartObject();
    writeSide("old", comparison.old());
    writeSide("new", comparison.now());
    writeMeasures(comparison.measures());
    json.writeArrayFieldStart("notes");
    for (String note : comparison.notes()) {
      json.writeString(note);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("changes");
    for (Change change : comparison.changes()) {
      write(change);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeSide(String name, Comparison.Side side) throws IOException {
    json.writeObjectFieldStart(name);
    FactsJson.write(json, side.path(), side.facts());
    DoubtJson.write(json, side.doubt());
    json.writeArrayFieldStart("risks");
    for (RiskFactor risk : side.risks()) {
      json.writeStartObject();
      RiskJson.writeCaption(json, risk);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeMeasures(Measures measures) throws IOException {
    json.writeObjectFieldStart("measures");
    json.writeNumberField("cosine", rounded(measures.cosine()));
    json.writeNumberField("jaccard", rounded(measures.jaccard()));
    json.writeNumberField("minEdit", rounded(measures.minEdit()));
    json.writeNumberField("simple", rounded(measures.simple()));
    json.writeEndObject();
  }

  private void write(Change change) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", change.kind().id());
    writeNumbers("old", change.old());
    writeNumbers("new", change.now());
    json.writeNumberField("similarity", rounded(change.similarity()));
    json.writeBooleanField("moved", change.moved());
    json.writeObjectFieldStart("entities");
    writeEntities("added", comparison.entities(change, true));
    writeEntities("removed", comparison.entities(change, false));
    json.writeEndObject();
    json.writeObjectFieldStart("category");
    json.writeStringField("old", comparison.category(change, false));
    json.writeStringField("new", comparison.category(change, true));
    json.writeEndObject();
    if (!change.old().isEmpty() && !change.now().isEmpty()) {
      writeMeasures(comparison.measures(change));
    }
    writeRedline(change);
    json.writeEndObject();
  }

  private void writeNumbers(String name, List<Integer> numbers) throws IOException {
    json.writeArrayFieldStart(name);
    for (int number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  private void writeEntities(String name, List<Entity> entities) throws IOException {
    json.writeArrayFieldStart(name);
    for (Entity entity : entities) {
      AnnotationJson.write(json, entity);
    }
    json.writeEndArray();
  }

  /** Pieces in order, {@code ["equal", "…"]}, where the wording changed. */
  private void writeRedline(Change change) throws IOException {
    json.writeArrayFieldStart("redline");
    if (change.kind() != Change.Kind.UNCHANGED) {
      for (Redline.Piece piece : comparison.redline(change).pieces()) {
        json.writeStartArray();
        json.writeString(piece.mark().name().toLowerCase(Locale.ROOT));
        json.writeString(piece.text());
        json.writeEndArray();
      }
    }
    json.writeEndArray();
  }

  private static double rounded(double measure) {
    return Math.round(measure * 10_000) / 10_000.0;
  }
}
