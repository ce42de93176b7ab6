package dev.caveat.index;

import java.io.IOException;

/** An index cannot be opened as asked; the message, one line, says why and names the way out. */
public final class IndexException extends IOException {
  IndexException(String message) {
    super(message);
  }

  IndexException(String message, Throwable cause) {
    super(message, cause);
  }
}
