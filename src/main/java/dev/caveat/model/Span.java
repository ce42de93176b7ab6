package dev.caveat.model;

/**
 * A stretch of a text.
 *
 * @param start its first code unit
 * @param end just after its last code unit; greater than {@code start}
 */
public record Span(int start, int end) {
  /** Checks the bounds. */
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("expected 0 <= start < end: " + start + ", " + end);
    }
  }

  /** The part of a text that it covers. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
