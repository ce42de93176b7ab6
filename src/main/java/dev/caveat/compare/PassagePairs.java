package dev.caveat.compare;

import dev.caveat.model.Passage;
import dev.caveat.model.Passage.Kind;
import dev.caveat.words.ContentWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds which passage outside the risks became which: in order, each of its own kind. */
final class PassagePairs {
  /** Passages with fewer words in common, of all their words, are two different ones. */
  private static final double ALIKE = 0.45;

  /** An introduction stays one however much it was rewritten, and so does a closing. */
  private static final double SAME_KIND = 0.1;

  /** Equal texts come before all others. */
  private static final double EQUAL = 2;

  /** With more pairs, only equal ones are looked for. */
  private static final int MAX_PAIRS = 40_000;

  private final List<Passage> old;
  private final List<Passage> now;
  private final List<Set<String>> oldStems;
  private final List<Set<String>> newStems;

  private PassagePairs(List<Passage> old, List<Passage> now) {
    this.old = old;
    this.now = now;
    this.oldStems = stems(old);
    this.newStems = stems(now);
  }

  /** What became of each passage: pairs and additions in the order of the new side. */
  static List<PassageChange> of(List<Passage> old, List<Passage> now) {
    return new PassagePairs(old, now).pairs();
  }

  /** The words that distinguish a passage from others; words in several headings do not. */
  private static List<Set<String>> stems(List<Passage> side) {
    List<Set<String>> stems = new ArrayList<>();
    Map<String, Integer> headings = new HashMap<>();
    for (Passage passage : side) {
      Set<String> own = new HashSet<>();
      ContentWords.of(passage.text(), Integer.MAX_VALUE).forEach(w -> own.add(w.stem()));
      stems.add(own);
      if (passage.kind() == Kind.GROUP) {
        own.forEach(s -> headings.merge(s, 1, Integer::sum));
      }
    }
    for (int i = 0; i < side.size(); i++) {
      if (side.get(i).kind() == Kind.GROUP) {
        stems.get(i).removeIf(s -> headings.getOrDefault(s, 0) > 1);
      }
    }
    return stems;
  }

  private List<PassageChange> pairs() {
    double[][] best = new double[old.size() + 1][now.size() + 1];
    boolean few = (long) old.size() * now.size() <= MAX_PAIRS;
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        double score = score(i, j, few);
        double pair = score > 0 ? score + best[i + 1][j + 1] : 0;
        best[i][j] = Math.max(pair, Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
    List<PassageChange> pairs = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (j == now.size() || i < old.size() && best[i][j] == best[i + 1][j]) {
        pairs.add(new PassageChange(old.get(i++), null));
      } else if (i == old.size() || best[i][j] == best[i][j + 1]) {
        pairs.add(new PassageChange(null, now.get(j++)));
      } else {
        pairs.add(new PassageChange(old.get(i++), now.get(j++)));
      }
    }
    return pairs;
  }

  private double score(int i, int j, boolean few) {
    Passage before = old.get(i);
    Passage after = now.get(j);
    if (before.kind() != after.kind()) {
      return 0;
    }
    if (before.text().equals(after.text())) {
      return EQUAL;
    }
    double alike = few ? alike(oldStems.get(i), newStems.get(j)) : 0;
    boolean one = before.kind() == Kind.INTRODUCTION || before.kind() == Kind.CLOSING;
    return alike >= ALIKE ? alike : one ? SAME_KIND : 0;
  }

  private static double alike(Set<String> before, Set<String> after) {
    Set<String> common = new HashSet<>(before);
    common.retainAll(after);
    int all = before.size() + after.size();
    return all == 0 ? 0 : 2.0 * common.size() / all;
  }
}
