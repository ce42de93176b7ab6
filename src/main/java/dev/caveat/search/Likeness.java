package dev.caveat.search;

import dev.caveat.index.analysis.FieldWords;
import dev.caveat.model.RiskFactor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The similarity of two risks: the share of word pairs they have in common (Jaccard). Dates and
 * amounts that are rolled forward change few of them.
 */
final class Likeness {
  /** Above this, two risks are the same one with small changes. */
  static final double NEAR_IDENTICAL = 0.7;

  private final Set<Integer> pairs = new HashSet<>();

  Likeness(RiskFactor risk) {
    String before = "";
    for (FieldWords.Term t : FieldWords.stems(risk.text())) {
      if (!Character.isDigit(t.text().charAt(0))) {
        pairs.add(List.of(before, t.text()).hashCode());
        before = t.text();
      }
    }
  }

  /** Whether the other is the same risk with at most small changes. */
  boolean nearIdentical(Likeness other) {
    int smaller = Math.min(pairs.size(), other.pairs.size());
    int larger = Math.max(pairs.size(), other.pairs.size());
    if (smaller < NEAR_IDENTICAL * larger) {
      return false;
    }
    Set<Integer> both = new HashSet<>(pairs);
    both.retainAll(other.pairs);
    return both.size() >= NEAR_IDENTICAL * (smaller + larger - both.size());
  }
}
