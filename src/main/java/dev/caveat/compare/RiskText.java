package dev.caveat.compare;

import dev.caveat.model.RiskFactor;
import dev.caveat.words.ContentWords;
import dev.caveat.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A risk as the aligner sees it. */
final class RiskText {
  /** Two texts hardly share this many words in a row by chance. */
  private static final int RUN = 4;

  private static final long BASE = 1_000_003;

  final RiskFactor risk;
  final String plain;
  final List<String> words;
  final Map<String, Integer> captionStems;
  final Map<String, Integer> bodyStems;

  /** The runs of words, each as a number. */
  private final Set<Long> runs = new HashSet<>();

  /** The same in sequence. */
  private final List<Long> sequence = new ArrayList<>();

  RiskText(RiskFactor risk) {
    this.risk = risk;
    this.plain = PlainText.of(risk.text());
    this.words = Words.of(plain);
    this.captionStems = stems(risk.heading());
    this.bodyStems = stems(risk.body());
    for (int i = 0; i + RUN <= words.size(); i++) {
      long run = 0;
      for (String word : words.subList(i, i + RUN)) {
        run = run * BASE + word.hashCode();
      }
      sequence.add(run);
    }
    runs.addAll(sequence);
  }

  private static Map<String, Integer> stems(String text) {
    Map<String, Integer> stems = new HashMap<>();
    ContentWords.of(text, Integer.MAX_VALUE).forEach(w -> stems.merge(w.stem(), 1, Integer::sum));
    return stems;
  }

  /** Drops runs that occur in several texts of a filing, because they do not identify one. */
  static void dropCommonRuns(List<RiskText> old, List<RiskText> now) {
    Set<Long> common = new HashSet<>();
    for (List<RiskText> side : List.of(old, now)) {
      Set<Long> seen = new HashSet<>();
      side.forEach(t -> t.runs.stream().filter(r -> !seen.add(r)).forEach(common::add));
    }
    old.forEach(t -> t.runs.removeAll(common));
    now.forEach(t -> t.runs.removeAll(common));
  }

  /** Which text of a side contains a run; the remaining runs are in one text only. */
  static Map<Long, Integer> holders(List<RiskText> side) {
    Map<Long, Integer> holders = new HashMap<>();
    for (int i = 0; i < side.size(); i++) {
      for (Long run : side.get(i).runs) {
        holders.put(run, i);
      }
    }
    return holders;
  }

  /** The texts of a side that contain any of this one's runs, in order. */
  SortedSet<Integer> foundIn(Map<Long, Integer> holders) {
    SortedSet<Integer> found = new TreeSet<>();
    for (Long run : runs) {
      Integer holder = holders.get(run);
      if (holder != null) {
        found.add(holder);
      }
    }
    return found;
  }

  /** The share of this text's word runs that another contains; 0 if it has none. */
  double shareFoundIn(RiskText other) {
    long found = runs.stream().filter(other.runs::contains).count();
    return runs.isEmpty() ? 0 : (double) found / runs.size();
  }

  /** The number of separate stretches of this text whose runs another contains. */
  int stretchesFoundIn(RiskText other) {
    int stretches = 0;
    boolean inside = false;
    for (Long run : sequence) {
      boolean found = runs.contains(run) && other.runs.contains(run);
      stretches += found && !inside ? 1 : 0;
      inside = found;
    }
    return stretches;
  }

  /** Of its word runs that {@code partner} does not contain, the share that {@code other} does. */
  double shareOfRest(RiskText partner, RiskText other) {
    int rest = 0;
    int found = 0;
    for (Long run : runs) {
      if (!partner.runs.contains(run)) {
        rest++;
        found += other.runs.contains(run) ? 1 : 0;
      }
    }
    return rest == 0 ? 0 : (double) found / rest;
  }
}
