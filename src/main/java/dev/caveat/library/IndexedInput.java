package dev.caveat.library;

import dev.caveat.index.IndexedFiling;
import org.jspecify.annotations.Nullable;

/**
 * What became of one input of an indexing run.
 *
 * @param path the file, with the entry's name after {@code !} inside an archive
 * @param filing what was read from it; null unless it was added, or is a copy
 * @param reason for a failure what was wrong, for a copy the path that is kept, otherwise empty
 */
public record IndexedInput(
    String path, Result result, @Nullable IndexedFiling filing, String reason) {
  /** What can become of an input. */
  public enum Result {
    /** Added, or put in the place of an earlier version. */
    INDEXED,
    /** The index already contained it. */
    UNCHANGED,
    /** The index contains the same filing from another file. */
    DUPLICATE,
    /** It could not be read. */
    FAILED,
    /** Its name shows that it is not a filing. */
    PASSED_OVER
  }
}
