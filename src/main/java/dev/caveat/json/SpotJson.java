package dev.caveat.json;

import dev.caveat.compare.Spot;
import org.jspecify.annotations.Nullable;

/**
 * A risk, or a passage before one.
 *
 * @param ordinal of the risk
 * @param passage what the passage is, such as {@code introduction}; null for the risk itself
 */
public record SpotJson(int ordinal, @Nullable String passage) {
  static SpotJson of(Spot spot) {
    return new SpotJson(spot.ordinal(), spot.passage() == null ? null : spot.passage().id());
  }
}
