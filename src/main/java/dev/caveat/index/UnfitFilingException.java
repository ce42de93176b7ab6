package dev.caveat.index;

/** A filing that cannot be indexed; the message says why, in one line. */
public final class UnfitFilingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  UnfitFilingException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Creates an exception with the reason, in one line. */
  public String reason() {
    return reason;
  }
}
