package dev.caveat.api;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.file.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * Where a page begins, as a text that means nothing to clients. It holds for the request that it
 * came from, with pages of any length.
 */
final class Cursor {
  /** The parameter that takes it. */
  static final String NAME = "cursor";

  private static final int MARK_DIGITS = 8;

  private Cursor() {}

  /**
   * Writes a place.
   *
   * @param request everything that the list depends on
   */
  static String write(String request, String place) {
    byte[] marked = (mark(request) + place).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(marked);
  }

  /**
   * Reads a place.
   *
   * @throws CaveatException {@link ErrorCode#BAD_REQUEST} if the text is no cursor of the request
   */
  static String read(String request, String cursor) {
    try {
      String marked = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (marked.startsWith(mark(request))) {
        return marked.substring(MARK_DIGITS);
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw wrong(cursor);
  }

  /** The error for a cursor that did not come from here. */
  static CaveatException wrong(String cursor) {
    return new CaveatException(
        ErrorCode.BAD_REQUEST,
        "cursor: expected the \"next\" of an answer to the same request",
        Map.of("kind", NAME, "value", cursor));
  }

  private static String mark(String request) {
    return Sha256.hex(request.getBytes(StandardCharsets.UTF_8)).substring(0, MARK_DIGITS);
  }
}
