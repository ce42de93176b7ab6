package dev.caveat.search.query;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import java.util.Map;

/** A query cannot be understood, or would cost too much; the message says what to do. */
public final class QuerySyntaxException extends CaveatException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception that says what is wrong and what to do.
   *
   * @param message one line
   */
  public QuerySyntaxException(String message) {
    super(ErrorCode.BAD_QUERY, message, Map.of());
  }
}
