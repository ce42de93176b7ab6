package dev.caveat.http;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.json.ProblemJson;
import java.util.Map;

/**
 * Why a request failed.
 *
 * @param status of HTTP, from 400
 * @param code stable, for programs: that of an {@link ErrorCode}, or one of the server's own
 * @param title the kind of problem, for people; the same for every problem with the code
 * @param detail one line about this occurrence
 * @param data the facts in the detail, by name; may be empty
 */
public record Problem(
    int status, String code, String title, String detail, Map<String, String> data) {
  /** Copies the data. */
  public Problem {
    data = Map.copyOf(data);
  }

  /** A problem without data. */
  static Problem of(int status, String code, String title, String detail) {
    return new Problem(status, code, title, detail, Map.of());
  }

  /** The problem that an error of the library is. */
  public static Problem of(CaveatException e) {
    return new Problem(status(e.code()), e.code().id(), title(e.code()), e.getMessage(), e.data());
  }

  /** A defect of ours: what it was stays on this side. */
  static Problem internal() {
    return of(500, "internal", "Internal error", "this should not have happened; the log has more");
  }

  /** As RFC 9457 writes it. */
  ProblemJson json(String requestId) {
    return new ProblemJson("about:blank", title, status, detail, code, data, requestId);
  }

  private static int status(ErrorCode code) {
    return switch (code) {
      case BAD_QUERY, BAD_REQUEST -> 400;
      case NOT_FOUND, NO_INDEX -> 404;
      case AMBIGUOUS, STALE, INDEX_IN_USE -> 409;
      case TOO_LARGE -> 413;
      case NO_RISKS, UNREADABLE -> 422;
      case OUT_OF_MEMORY, NOT_AN_INDEX, OTHER_SCHEMA, OTHER_TAXONOMY, DAMAGED_INDEX -> 503;
      case UNWRITABLE_INDEX -> 507;
    };
  }

  private static String title(ErrorCode code) {
    return switch (code) {
      case BAD_QUERY -> "The query cannot be understood";
      case BAD_REQUEST -> "The request cannot be understood";
      case NOT_FOUND -> "Not found";
      case NO_INDEX -> "Nothing has been indexed yet";
      case AMBIGUOUS -> "Several filings have this name";
      case STALE -> "The file has changed";
      case INDEX_IN_USE -> "The index is in use";
      case TOO_LARGE -> "Too large";
      case NO_RISKS -> "No risk factors";
      case UNREADABLE -> "Not readable as a filing";
      case OUT_OF_MEMORY -> "Out of memory";
      case NOT_AN_INDEX, OTHER_SCHEMA, OTHER_TAXONOMY, DAMAGED_INDEX -> "The index cannot be used";
      case UNWRITABLE_INDEX -> "The index cannot be written to";
    };
  }
}
