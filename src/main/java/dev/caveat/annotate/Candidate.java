package dev.caveat.annotate;

import dev.caveat.model.Entity;
import org.jspecify.annotations.Nullable;

/**
 * A span that a finder proposes.
 *
 * @param value its value, null if that is not certain
 * @param rank reliability of the finder among spans of equal length; higher wins
 */
record Candidate(Entity.Type type, int start, int end, Entity.@Nullable Value value, int rank) {
  static final int MODEL = 1;
  static final int PATTERN = 2;

  /** Something that looks like an entity but is none: it occupies its place and is not marked. */
  static final int NONE = 3;

  static final int KNOWN = 4;
  static final int DEFINED = 5;

  int length() {
    return end - start;
  }
}
