package dev.caveat.compare;

import dev.caveat.model.Passage;
import org.jspecify.annotations.Nullable;

/**
 * A place in a section: a risk, or a passage that belongs to none.
 *
 * @param ordinal of the risk, from 1; for a passage, of the risk after it
 * @param passage what the passage is; null for a risk
 */
public record Spot(int ordinal, Passage.@Nullable Kind passage) {
  /** The place of a passage. */
  static Spot of(Passage passage) {
    return new Spot(passage.before(), passage.kind());
  }

  /** Its name for people, such as {@code #3} or {@code the introduction}. */
  public String name() {
    if (passage == null) {
      return "#" + ordinal;
    }
    return switch (passage) {
      case INTRODUCTION -> "the introduction";
      case GROUP -> "the heading above #" + ordinal;
      case BETWEEN -> "the text above #" + ordinal;
      case CLOSING -> "the closing";
    };
  }
}
