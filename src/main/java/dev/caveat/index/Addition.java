package dev.caveat.index;

import org.jspecify.annotations.Nullable;

/** What became of a filing that was handed to a {@link RiskIndexWriter}. */
public sealed interface Addition {

  /**
   * The filing was added.
   *
   * @param id its key
   * @param replacedPath the path of the copy of this filing that it replaced, null if it is new; if
   *     it differs from the filing's own path, the other file is a duplicate of this one
   * @param released the key of another filing that the same path held before and that was removed,
   *     null if there was none; a copy of that filing at another path may want to be added again
   */
  record Stored(String id, @Nullable String replacedPath, @Nullable String released)
      implements Addition {}

  /** The index already contained the same bytes from the same path. */
  record Unchanged(String id) implements Addition {}

  /**
   * The index keeps the copy of this filing from another path, which sorts first.
   *
   * @param id the key of both
   * @param keptPath the path of the copy that stays
   * @param released as of {@link Stored}
   */
  record Duplicate(String id, String keptPath, @Nullable String released) implements Addition {}
}
