package dev.caveat.table;

import java.io.IOException;

/** A table that cannot be read; the message names file, line, and what was expected. */
public final class MalformedTableException extends IOException {
  /** Creates an exception with a message for the user. */
  public MalformedTableException(String message) {
    super(message);
  }
}
