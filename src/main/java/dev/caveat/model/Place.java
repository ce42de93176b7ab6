package dev.caveat.model;

/**
 * The location of a piece of text in a submission as filed.
 *
 * @param document the document's number in its submission, from 1; 1 for a file that is one
 *     document
 * @param start where it starts, in UTF-16 code units of that document's text as decoded
 * @param end where it ends, exclusive
 */
public record Place(int document, int start, int end) {
  /** Checks the bounds. */
  public Place {
    if (document < 1 || start < 0 || end < start) {
      throw new IllegalArgumentException(
          "a place needs document >= 1 and 0 <= start <= end: %d, %d, %d"
              .formatted(document, start, end));
    }
  }

  /** The shortest place that contains both; both must be in the same document. */
  public Place and(Place other) {
    if (document != other.document) {
      throw new IllegalArgumentException(
          "places in documents %d and %d cannot be joined".formatted(document, other.document));
    }
    return new Place(document, Math.min(start, other.start), Math.max(end, other.end));
  }
}
