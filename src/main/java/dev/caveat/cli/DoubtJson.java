package dev.caveat.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.caveat.model.Doubt;
import dev.caveat.model.Warning;
import java.io.IOException;

/** How far a filing is to be trusted, as members of a JSON object. */
final class DoubtJson {
  private static final int DECIMALS = 3;

  private DoubtJson() {}

  /** Writes {@code confidence}, null where it was not measured, and {@code warnings}. */
  static void write(JsonGenerator json, Doubt doubt) throws IOException {
    json.writeFieldName("confidence");
    json.writeNumber(doubt.confidence(DECIMALS));
    json.writeArrayFieldStart("warnings");
    for (Warning warning : doubt.warnings()) {
      json.writeStartObject();
      json.writeStringField("code", warning.code());
      json.writeStringField("message", warning.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
