package dev.caveat.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.caveat.compare.Change;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.Measures;
import dev.caveat.compare.Move;
import dev.caveat.compare.News;
import dev.caveat.compare.PassageChange;
import dev.caveat.compare.Redline;
import dev.caveat.compare.Revision;
import dev.caveat.compare.Spot;
import dev.caveat.model.Entity;
import dev.caveat.model.Passage;
import dev.caveat.model.RiskFactor;
import dev.caveat.report.SafeJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A comparison as one JSON object. */
final class ComparisonJson {
  private final JsonGenerator json;
  private final Comparison comparison;
  private final Revision revision;

  private ComparisonJson(JsonGenerator json, Comparison comparison) {
    this.json = json;
    this.comparison = comparison;
    this.revision = new Revision(comparison);
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
    JsonArrays.writeStrings(json, "notes", comparison.notes());
    json.writeArrayFieldStart("changes");
    List<Change> byWeight = revision.byWeight();
    Map<Change, Integer> ranks = new IdentityHashMap<>();
    byWeight.forEach(c -> ranks.put(c, ranks.size() + 1));
    for (Change change : comparison.changes()) {
      write(change, Objects.requireNonNull(ranks.get(change)));
    }
    json.writeEndArray();
    writePassages();
    writeMoves();
    writeRepeated();
    writeNews();
    json.writeEndObject();
  }

  /** What became of the text that belongs to no risk. */
  private void writePassages() throws IOException {
    json.writeArrayFieldStart("passages");
    for (PassageChange change : revision.passages()) {
      json.writeStartObject();
      json.writeStringField("kind", change.kind().id());
      writePlace("old", change.old());
      writePlace("new", change.now());
      writePieces(change.isUnchanged() ? List.of() : revision.redline(change).pieces());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** In front of which risk a passage stands; null where it does not. */
  private void writePlace(String name, @Nullable Passage passage) throws IOException {
    if (passage == null) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeNumberField("before", passage.before());
    json.writeStringField("text", passage.text());
    json.writeEndObject();
  }

  private void writeMoves() throws IOException {
    json.writeArrayFieldStart("moves");
    for (Move move : revision.moves()) {
      json.writeStartObject();
      json.writeStringField("text", move.text());
      writeSpot("old", move.from());
      writeSpot("new", move.to());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeSpot(String name, Spot spot) throws IOException {
    json.writeFieldName(name);
    writeSpot(spot);
  }

  private void writeSpot(Spot spot) throws IOException {
    json.writeStartObject();
    json.writeNumberField("ordinal", spot.ordinal());
    json.writeStringField("passage", spot.passage() == null ? null : spot.passage().id());
    json.writeEndObject();
  }

  private void writeRepeated() throws IOException {
    json.writeArrayFieldStart("repeated");
    for (Revision.Repeated edit : revision.repeated()) {
      json.writeStartObject();
      json.writeStringField("old", edit.before());
      json.writeStringField("new", edit.after());
      json.writeArrayFieldStart("places");
      for (Spot spot : edit.spots()) {
        writeSpot(spot);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeNews() throws IOException {
    json.writeArrayFieldStart("news");
    for (News news : revision.news()) {
      json.writeStartObject();
      json.writeNumberField("ordinal", news.ordinal());
      json.writeStringField("sentence", news.sentence());
      JsonArrays.writeStrings(json, "names", news.names());
      JsonArrays.writeStrings(json, "amounts", news.amounts());
      JsonArrays.writeStrings(json, "subjects", news.subjects());
      json.writeEndObject();
    }
    json.writeEndArray();
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

  private void write(Change change, int rank) throws IOException {
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
    if (change.isOnBothSides()) {
      writeMeasures(comparison.measures(change));
    }
    json.writeObjectFieldStart("weight");
    Revision.Weight weight = revision.weight(change);
    json.writeNumberField("rank", rank);
    json.writeStringField("matter", weight.matter().id());
    json.writeNumberField("words", weight.words());
    json.writeEndObject();
    writePieces(
        change.kind() == Change.Kind.UNCHANGED ? List.of() : revision.redline(change).pieces());
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
  private void writePieces(List<Redline.Piece> pieces) throws IOException {
    json.writeArrayFieldStart("redline");
    for (Redline.Piece piece : pieces) {
      json.writeStartArray();
      json.writeString(piece.mark().name().toLowerCase(Locale.ROOT));
      json.writeString(piece.text());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static double rounded(double measure) {
    return Math.round(measure * 10_000) / 10_000.0;
  }
}
