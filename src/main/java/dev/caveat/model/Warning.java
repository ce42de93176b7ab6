package dev.caveat.model;

/**
 * Something about one filing that a person should check.
 *
 * @param code a stable short name for programs, lowercase with hyphens, such as {@code long-risk}
 * @param message the same as one sentence without a period
 */
public record Warning(String code, String message) {
  /** Checks that both are valid. */
  public Warning {
    if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "a warning's code must be lowercase with hyphens: " + code);
    }
    if (message.isBlank()) {
      throw new IllegalArgumentException("a warning must have a message: " + code);
    }
  }
}
