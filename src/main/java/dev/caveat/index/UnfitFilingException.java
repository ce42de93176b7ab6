package dev.caveat.index;

/** A filing that no index can hold; the message says why, in one line. */
public final class UnfitFilingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says why. */
  UnfitFilingException(String message) {
    super(message);
  }
}
