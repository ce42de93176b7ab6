package dev.caveat.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Lists as members of a JSON object. */
final class JsonArrays {
  private JsonArrays() {}

  /** Writes texts in order; an empty list as an empty array. */
  static void writeStrings(JsonGenerator json, String name, List<String> texts) throws IOException {
    json.writeFieldName(name);
    json.writeArray(texts.toArray(String[]::new), 0, texts.size());
  }
}
