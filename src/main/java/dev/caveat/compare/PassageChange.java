package dev.caveat.compare;

import dev.caveat.model.Passage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a passage that belongs to no risk.
 *
 * @param before as it was; null if it was not there
 * @param after as it is; null if it is no longer there. At least one of the two is not null
 */
public record PassageChange(@Nullable Passage before, @Nullable Passage after) implements Part {
  /** Whether the words are the same but for typesetting. */
  public boolean isUnchanged() {
    return before != null
        && after != null
        && PlainText.of(before.text()).equals(PlainText.of(after.text()));
  }

  /** What the passage is. */
  public Passage.Kind kind() {
    return latest().kind();
  }

  /** The new text or, if it is no longer there, the old one. */
  public Passage latest() {
    return after != null ? after : Objects.requireNonNull(before);
  }

  @Override
  public boolean isOnBothSides() {
    return before != null && after != null;
  }
}
