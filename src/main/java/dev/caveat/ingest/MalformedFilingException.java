package dev.caveat.ingest;

import dev.caveat.error.ErrorCode;
import java.io.IOException;

/** An input that cannot be read as a filing; the message says what was found and expected. */
public final class MalformedFilingException extends IOException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  /**
   * Creates an exception with the reason.
   *
   * @param message one line: what was wrong, where, and what was expected
   */
  public MalformedFilingException(String message) {
    this(ErrorCode.UNREADABLE, message);
  }

  MalformedFilingException(ErrorCode code, String message) {
    super(message);
    this.code = code;
  }

  /** The kind of error. */
  public ErrorCode code() {
    return code;
  }
}
