package dev.caveat.api;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import java.util.Map;

/** Errors of requests that only the API has. */
final class Refusals {
  private Refusals() {}

  /**
   * A request that says something wrong.
   *
   * @param kind what is wrong, for programs
   */
  static CaveatException badRequest(String kind, String message) {
    return new CaveatException(ErrorCode.BAD_REQUEST, message, Map.of("kind", kind));
  }

  /** A request with too much in it. */
  static CaveatException tooLarge(String message) {
    return new CaveatException(ErrorCode.TOO_LARGE, message, Map.of());
  }
}
