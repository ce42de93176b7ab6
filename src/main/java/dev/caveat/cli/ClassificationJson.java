package dev.caveat.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.caveat.model.Classification;
import dev.caveat.model.Classification.Reason;
import dev.caveat.model.Classification.Score;
import java.io.IOException;

/** Categories and reasons as members of a JSON object. */
final class ClassificationJson {
  private ClassificationJson() {}

  /**
   * Writes {@code category}, {@code categories} and {@code because} into the object begun, {@code
   * readsLike} where an example is close, and {@code decided} where a person decided.
   */
  static void write(JsonGenerator json, Classification classification) throws IOException {
    writeCategory(json, classification);
    json.writeArrayFieldStart("categories");
    for (Score score : classification.categories()) {
      json.writeStartObject();
      json.writeStringField("id", score.category());
      json.writeNumberField("score", score.score());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("because");
    for (Reason reason : classification.because()) {
      json.writeStartObject();
      json.writeStringField("text", reason.text());
      json.writeNumberField("weight", reason.weight());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (!classification.like().isEmpty()) {
      json.writeStringField("readsLike", classification.like());
    }
    if (!classification.decided().isEmpty()) {
      json.writeBooleanField("decided", true);
    }
  }

  /** Writes {@code category}, null where the risk was not classified. */
  static void writeCategory(JsonGenerator json, Classification classification) throws IOException {
    json.writeStringField("category", classification.isEmpty() ? null : classification.category());
  }
}
