package dev.caveat.compare;

import java.util.List;
import java.util.Locale;

/**
 * What became of one or more risks. Every risk on either side is in exactly one change.
 *
 * @param kind what happened
 * @param before ordinals on the before side, ascending; empty if added
 * @param after ordinals on the new side, ascending; empty if removed
 * @param similarity share of words kept, in order, of all words of both sides: 1 - (fewest word
 *     insertions and deletions) / (words of both), from 0 to 1; 0 if added or removed
 * @param moved whether it is in a different order or under a different group than before
 */
public record Change(
    Kind kind, List<Integer> before, List<Integer> after, double similarity, boolean moved)
    implements Part {
  /** Kinds of changes. */
  public enum Kind {
    /** The same words. */
    UNCHANGED,
    /** Only dates, numbers or capitalization, or wording that adds nothing. */
    COSMETIC,
    /** Another wording. */
    MODIFIED,
    /** One old risk became several. */
    SPLIT,
    /** Several old risks became one. */
    MERGED,
    /** Not there before. */
    ADDED,
    /** No longer there. */
    REMOVED;

    /** The name in output, such as {@code modified}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The name in column headings, such as {@code Modified}. */
    public String title() {
      return name().charAt(0) + id().substring(1);
    }
  }

  /** Copies the lists. */
  public Change {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  @Override
  public boolean isOnBothSides() {
    return !before.isEmpty() && !after.isEmpty();
  }
}
