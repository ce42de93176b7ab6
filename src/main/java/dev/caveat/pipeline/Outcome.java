package dev.caveat.pipeline;

import dev.caveat.error.ErrorCode;
import dev.caveat.model.Explanation;
import dev.caveat.model.FilingOutline;
import dev.caveat.model.RiskDisclosure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result for one input. Every input has exactly one of these. */
public sealed interface Outcome {

  /** The path of the input, with the entry's name after {@code !} inside an archive. */
  String path();

  /**
   * Whether a path is that of an input, or of an entry inside it.
   *
   * @param path as from {@link #path()}
   * @param input a file, or an archive
   */
  static boolean isFrom(String path, String input) {
    return path.equals(input) || path.startsWith(input + "!");
  }

  /** The same for an input with another path. */
  default Outcome under(String path) {
    return switch (this) {
      case Extracted e -> new Extracted(e.disclosure.withPath(path), e.bytes, e.details);
      case Failed f -> new Failed(path, f.code, f.reason, f.bytes);
      case Known k -> new Known(path, k.sha256, k.bytes);
      case PassedOver p -> new PassedOver(path, p.reason);
    };
  }

  /** The number of bytes of raw input read for it. */
  long bytes();

  /**
   * The filing was read.
   *
   * @param details null if they were not requested
   */
  record Extracted(RiskDisclosure disclosure, long bytes, @Nullable Details details)
      implements Outcome {
    @Override
    public String path() {
      return disclosure.path();
    }
  }

  /**
   * How an answer came about.
   *
   * @param explanation the alternatives and the evidence
   * @param outline the role of each block of a document; without lines if there is no such document
   * @param unmatched the lines, from 0, of the filing's corrected outline whose blocks were not
   *     found
   */
  record Details(Explanation explanation, FilingOutline outline, List<Integer> unmatched) {
    /** Copies the list. */
    public Details {
      unmatched = List.copyOf(unmatched);
    }
  }

  /**
   * The input could not be read.
   *
   * @param code the kind of error
   * @param reason one line: what was wrong, where, and what was expected
   */
  record Failed(String path, ErrorCode code, String reason, long bytes) implements Outcome {
    /** The failure for an unexpected exception. */
    public static Failed unexpected(String path, Throwable thrown, long bytes) {
      return thrown instanceof OutOfMemoryError
          ? new Failed(path, ErrorCode.OUT_OF_MEMORY, "out of memory", bytes)
          : new Failed(
              path, ErrorCode.UNREADABLE, "internal error, please report it: " + thrown, bytes);
    }
  }

  /** Skipped because the caller already knows these bytes. */
  record Known(String path, String sha256, long bytes) implements Outcome {}

  /** Skipped in a folder or an archive because its name shows that it is not a filing. */
  record PassedOver(String path, String reason) implements Outcome {
    @Override
    public long bytes() {
      return 0;
    }
  }
}
