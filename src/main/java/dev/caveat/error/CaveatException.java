package dev.caveat.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request cannot be fulfilled, for a reason that the caller can do something about. Failing disks
 * are {@link java.io.IOException}s; anything else thrown is a bug.
 */
public class CaveatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  @SuppressWarnings("serial") // the maps of the JDK are serializable
  private final Map<String, String> data;

  /**
   * Creates an exception with a reason.
   *
   * @param message one line for a person, without the names of commands or options
   * @param data the facts in the message, for programs; {@link ErrorCode} lists the keys
   */
  public CaveatException(ErrorCode code, String message, Map<String, String> data) {
    this(code, message, data, null);
  }

  /**
   * Creates an exception with a reason and a cause.
   *
   * @param cause null for none
   */
  public CaveatException(
      ErrorCode code, String message, Map<String, String> data, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.data = Map.copyOf(data);
  }

  /** The kind of error. */
  public final ErrorCode code() {
    return code;
  }

  /** The facts in the message, by name; unmodifiable, may be empty. */
  public final Map<String, String> data() {
    return data;
  }

  /** The message; one line, never null. */
  @Override
  public final String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
