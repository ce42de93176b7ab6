package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.caveat.model.Place;
import dev.caveat.model.SourceMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place of a text in the filing as filed; offsets count code units of the document as decoded.
 *
 * @param document its number in the submission, from 1
 * @param start offset of its first code unit
 * @param end just after its last code unit
 * @param parts its stretches, if other words are between them; null for a continuous text
 */
public record SourceJson(
    int document,
    int start,
    int end,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<SpanJson> parts) {
  /**
   * The place of a part of a text.
   *
   * @return null if it is unknown
   */
  static @Nullable SourceJson of(SourceMap map, int start, int end) {
    return of(map, start, end, null);
  }

  /**
   * The place of a whole text.
   *
   * @param place used if the map knows none; may be null
   */
  static @Nullable SourceJson of(SourceMap map, String text, @Nullable Place place) {
    return of(map, 0, text.length(), place);
  }

  private static @Nullable SourceJson of(
      SourceMap map, int start, int end, @Nullable Place otherwise) {
    Place mapped = map.place(start, end);
    Place place = mapped == null ? otherwise : mapped;
    if (place == null) {
      return null;
    }
    List<Place> parts = map.parts(start, end);
    return new SourceJson(
        place.document(),
        place.start(),
        place.end(),
        parts.size() > 1
            ? parts.stream().map(p -> new SpanJson(p.start(), p.end())).toList()
            : null);
  }
}
