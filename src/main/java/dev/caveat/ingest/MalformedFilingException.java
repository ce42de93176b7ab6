package dev.caveat.ingest;

import java.io.IOException;

/** An input that cannot be read as a filing; the message says what was found and expected. */
public final class MalformedFilingException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * With the reason.
   *
   * @param message one line: what was wrong, where, and what was expected
   */
  public MalformedFilingException(String message) {
    super(message);
  }
}
