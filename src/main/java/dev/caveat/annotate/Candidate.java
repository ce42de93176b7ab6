package dev.caveat.annotate;

import dev.caveat.model.Entity;
import org.jspecify.annotations.Nullable;

/**
 * A span that a finder proposes.
 *
 * @param value what it means, null if that is not certain
 * @param rank how sure the finder is among spans of one length; higher wins
 */
record Candidate(Entity.Type type, int start, int end, Entity.@Nullable Value value, int rank) {
  static final int MODEL = 1;
  static final int PATTERN = 2;

  /**
   * Something that looks like an entity and is none: it keeps its place and is marked as nothing.
   */
  static final int NONE = 3;

  static final int KNOWN = 4;
  static final int DEFINED = 5;

  int length() {
    return end - start;
  }
}
