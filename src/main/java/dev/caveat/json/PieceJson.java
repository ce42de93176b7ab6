package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.caveat.compare.Redline;
import java.util.List;
import java.util.Locale;

/**
 * A piece of a redline, written {@code ["equal", "…"]}.
 *
 * @param mark equal, deleted or inserted
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record PieceJson(String mark, String text) {
  static List<PieceJson> of(Redline redline) {
    return redline.pieces().stream()
        .map(p -> new PieceJson(p.mark().name().toLowerCase(Locale.ROOT), p.text()))
        .toList();
  }
}
