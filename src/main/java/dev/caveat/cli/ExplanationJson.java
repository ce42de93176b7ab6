package dev.caveat.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.caveat.model.Explanation;
import dev.caveat.model.Explanation.Ranked;
import dev.caveat.model.Explanation.Signal;
import java.io.IOException;
import java.util.List;

/** Why a filing got its answer, as the member {@code explanation} of a JSON object. */
final class ExplanationJson {
  private ExplanationJson() {}

  static void write(JsonGenerator json, Explanation explanation) throws IOException {
    json.writeObjectFieldStart("explanation");
    writeRanked(json, "sections", explanation.sections());
    writeRanked(json, "outlines", explanation.outlines());
    writeSignals(json, "confidence", explanation.confidence());
    json.writeEndObject();
  }

  private static void writeRanked(JsonGenerator json, String name, List<Ranked> ranked)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Ranked one : ranked) {
      json.writeStartObject();
      json.writeStringField("title", one.title());
      json.writeStringField("what", one.what());
      json.writeNumberField("score", one.score());
      json.writeBooleanField("chosen", one.chosen());
      writeSignals(json, "signals", one.signals());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeSignals(JsonGenerator json, String name, List<Signal> signals)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Signal signal : signals) {
      json.writeStartObject();
      json.writeStringField("name", signal.name());
      json.writeNumberField("value", signal.value());
      json.writeNumberField("weight", signal.weight());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
