package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.caveat.model.Span;

/**
 * A stretch of a text, written {@code [start, end]}.
 *
 * @param start its first code unit
 * @param end just after its last code unit
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record SpanJson(int start, int end) {
  static SpanJson of(Span span) {
    return new SpanJson(span.start(), span.end());
  }
}
