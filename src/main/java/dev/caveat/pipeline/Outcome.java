package dev.caveat.pipeline;

import dev.caveat.error.ErrorCode;
import dev.caveat.model.Explanation;
import dev.caveat.model.FilingOutline;
import dev.caveat.model.RiskDisclosure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one input ended. Every input ends as exactly one of these. */
public sealed interface Outcome {

  /** The path of the input, with the entry's name after {@code !} inside an archive. */
  String path();

  /**
   * Whether a path is that of an input, or of an entry inside it.
   *
   * @param path as {@link #path()} gives it
   * @param input a file, or an archive
   */
  static boolean isFrom(String path, String input) {
    return path.equals(input) || path.startsWith(input + "!");
  }

  /** Bytes of raw input read for it. */
  long bytes();

  /**
   * Read to the end.
   *
   * @param details null if they were not asked for
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
   * @param explanation what was weighed
   * @param outline what each block of a document was taken for; without lines where there is no
   *     such document
   * @param unmatched the lines, from 0, of the filing's corrected outline whose blocks are not
   *     there
   */
  record Details(Explanation explanation, FilingOutline outline, List<Integer> unmatched) {
    /** Copies the list. */
    public Details {
      unmatched = List.copyOf(unmatched);
    }
  }

  /**
   * Could not be read.
   *
   * @param code the kind of error
   * @param reason one line: what was wrong, where, and what was expected
   */
  record Failed(String path, ErrorCode code, String reason, long bytes) implements Outcome {
    /** What nobody expected of an input. */
    public static Failed unexpected(String path, Throwable thrown, long bytes) {
      return thrown instanceof OutOfMemoryError
          ? new Failed(path, ErrorCode.OUT_OF_MEMORY, "out of memory", bytes)
          : new Failed(
              path, ErrorCode.UNREADABLE, "internal error, please report it: " + thrown, bytes);
    }
  }

  /** Passed over because the caller knows these bytes already. */
  record Known(String path, String sha256, long bytes) implements Outcome {}

  /** Passed over in a folder or an archive because its name says that it is no filing. */
  record PassedOver(String path, String reason) implements Outcome {
    @Override
    public long bytes() {
      return 0;
    }
  }
}
