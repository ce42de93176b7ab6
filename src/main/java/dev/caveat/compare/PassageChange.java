package dev.caveat.compare;

import dev.caveat.model.Passage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a passage that belongs to no risk.
 *
 * @param old as it was; null where it was not there
 * @param now as it is; null where it is not there any more. One of both is there
 */
public record PassageChange(@Nullable Passage old, @Nullable Passage now) implements Part {
  /** Whether the words are the same but for typesetting. */
  public boolean isUnchanged() {
    return old != null && now != null && PlainText.of(old.text()).equals(PlainText.of(now.text()));
  }

  /** What the passage is. */
  public Passage.Kind kind() {
    return latest().kind();
  }

  /** As it is; where it is not there any more, as it was. */
  public Passage latest() {
    return now != null ? now : Objects.requireNonNull(old);
  }

  @Override
  public boolean isOnBothSides() {
    return old != null && now != null;
  }
}
