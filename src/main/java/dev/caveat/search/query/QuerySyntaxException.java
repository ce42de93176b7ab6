package dev.caveat.search.query;

/** A query cannot be understood, or would cost too much; the message says what to do. */
public final class QuerySyntaxException extends IllegalArgumentException {
  /**
   * With what is wrong and what to do.
   *
   * @param message one line
   */
  public QuerySyntaxException(String message) {
    super(message);
  }
}
