package dev.caveat.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.caveat.model.Place;
import dev.caveat.model.SourceMap;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places in filings as filed; they count UTF-16 code units of a document as decoded. */
final class SourceJson {
  private SourceJson() {}

  /**
   * Writes {@code source}, null where no place is known, into the object begun.
   *
   * @param map where the text stands
   * @param length of the text
   * @param place where it stands as a whole, for where the map is empty; may be null
   * @param fragment its text fragment, null for none
   */
  static void write(
      JsonGenerator json,
      SourceMap map,
      int length,
      @Nullable Place place,
      @Nullable String fragment)
      throws IOException {
    json.writeFieldName("source");
    Place mapped = map.place(0, length);
    Place whole = mapped == null ? place : mapped;
    if (whole == null) {
      json.writeNull();
    } else {
      write(json, whole, map.parts(0, length));
    }
    if (fragment != null) {
      json.writeStringField("fragment", fragment);
    }
  }

  /** Writes the place of a part of a text as a value, null where it is unknown. */
  static void write(JsonGenerator json, SourceMap map, int start, int end) throws IOException {
    Place place = map.place(start, end);
    if (place == null) {
      json.writeNull();
    } else {
      write(json, place, map.parts(start, end));
    }
  }

  private static void write(JsonGenerator json, Place place, List<Place> parts) throws IOException {
    json.writeStartObject();
    json.writeNumberField("document", place.document());
    json.writeNumberField("start", place.start());
    json.writeNumberField("end", place.end());
    if (parts.size() > 1) {
      json.writeArrayFieldStart("parts");
      for (Place part : parts) {
        json.writeStartArray();
        json.writeNumber(part.start());
        json.writeNumber(part.end());
        json.writeEndArray();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
