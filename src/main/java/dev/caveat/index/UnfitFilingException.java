package dev.caveat.index;

/** A filing that no index can hold; the message says why, in one line. */
public final class UnfitFilingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  UnfitFilingException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Why, in one line. */
  public String reason() {
    return reason;
  }
}
