package dev.caveat.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was asked for cannot be done, for a reason that the caller can do something about.
 * Failing disks are {@link java.io.IOException}s; what else is thrown is a defect.
 */
public class CaveatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  @SuppressWarnings("serial") // the maps of the JDK are serializable
  private final Map<String, String> data;

  /**
   * With the reason.
   *
   * @param message one line for a person, without the names of commands or options
   * @param data what the message tells, for programs; {@link ErrorCode} names the keys
   */
  public CaveatException(ErrorCode code, String message, Map<String, String> data) {
    this(code, message, data, null);
  }

  /**
   * With the reason and what caused it.
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

  /** What the message tells, by name; unmodifiable, may be empty. */
  public final Map<String, String> data() {
    return data;
  }

  /** The message; one line, never null. */
  @Override
  public final String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
