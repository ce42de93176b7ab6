package dev.caveat.compare;

import dev.caveat.model.Classification;
import dev.caveat.model.Classification.Score;
import dev.caveat.model.RiskFactor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives a risk whose words hardly changed from filing to filing the same category in all of them:
 * the one with the highest mean score. A category set by hand in one filing also holds for the
 * others, unless one was set there too. Safe for use by several threads.
 */
public final class KeptCategories {
  /** Risks that are less similar may be about something else. */
  public static final double ALIKE = 0.5;

  /** A risk of a filing. */
  private record Member(String filing, int ordinal) {}

  private final Map<Member, Member> roots = new HashMap<>();
  private final Map<Member, Classification> told = new LinkedHashMap<>();
  private final Map<Member, Classification> kept = new HashMap<>();
  private boolean settled;

  /**
   * Takes the links between two filings: one risk with one, alike enough.
   *
   * @param old key of the earlier filing
   * @param oldRisks its risks, ordinals from 1
   * @param now key of the later filing
   * @param newRisks its risks
   * @param changes between them
   */
  public synchronized void link(
      String old,
      List<RiskFactor> oldRisks,
      String now,
      List<RiskFactor> newRisks,
      List<Change> changes) {
    for (Change c : changes) {
      if (c.before().size() == 1 && c.after().size() == 1 && c.similarity() >= ALIKE) {
        RiskFactor before = oldRisks.get(c.before().getFirst() - 1);
        RiskFactor after = newRisks.get(c.after().getFirst() - 1);
        if (!before.classification().isEmpty() && !after.classification().isEmpty()) {
          Member first = member(old, before);
          roots.put(root(member(now, after)), root(first));
        }
      }
    }
    settled = false;
  }

  private Member member(String filing, RiskFactor risk) {
    Member member = new Member(filing, risk.ordinal());
    told.putIfAbsent(member, risk.classification());
    return member;
  }

  private Member root(Member member) {
    Member root = member;
    for (Member up = roots.get(root); up != null && !up.equals(root); up = roots.get(root)) {
      root = up;
    }
    return root;
  }

  /** The risks of a filing with the categories that they keep. */
  public synchronized List<RiskFactor> of(String filing, List<RiskFactor> risks) {
    keep();
    List<RiskFactor> same = new ArrayList<>();
    for (RiskFactor risk : risks) {
      Classification one = kept.get(new Member(filing, risk.ordinal()));
      same.add(one == null ? risk : risk.withClassification(one));
    }
    return same;
  }

  /** The primary category that a risk keeps; null if it is the predicted one. */
  public synchronized @Nullable String category(String filing, int ordinal) {
    keep();
    Classification one = kept.get(new Member(filing, ordinal));
    return one == null ? null : one.category();
  }

  private void keep() {
    if (settled) {
      return;
    }
    settled = true;
    kept.clear();
    Map<Member, List<Member>> groups = new LinkedHashMap<>();
    told.keySet().forEach(m -> groups.computeIfAbsent(root(m), r -> new ArrayList<>()).add(m));
    for (List<Member> group : groups.values()) {
      List<Classification> all = group.stream().map(told::get).toList();
      if (all.stream().map(Classification::category).distinct().count() > 1) {
        List<Score> mean = mean(all);
        List<String> decided =
            all.stream()
                .map(Classification::decided)
                .filter(d -> !d.isEmpty())
                .findFirst()
                .orElse(List.of());
        for (int i = 0; i < group.size(); i++) {
          kept.put(group.get(i), with(all.get(i), mean, decided, all));
        }
      }
    }
  }

  /** The mean of the scores of each category, the highest first; among equals the earliest. */
  private static List<Score> mean(List<Classification> all) {
    Map<String, Double> sums = new LinkedHashMap<>();
    for (Classification c : all) {
      c.scores().forEach(s -> sums.merge(s.category(), s.score(), Double::sum));
    }
    return sums.entrySet().stream()
        .map(e -> new Score(e.getKey(), e.getValue() / all.size()))
        .sorted(Comparator.comparingDouble(Score::score).reversed())
        .toList();
  }

  /** One with the common scores, and reasons from one of which the category was the first. */
  private static Classification with(
      Classification own, List<Score> mean, List<String> decided, List<Classification> all) {
    Classification reasons =
        Stream.concat(Stream.of(own), all.stream())
            .filter(c -> !c.scores().isEmpty() && !mean.isEmpty())
            .filter(c -> c.scores().getFirst().category().equals(mean.getFirst().category()))
            .findFirst()
            .orElse(own);
    return new Classification(
        mean, reasons.because(), own.decided().isEmpty() ? decided : own.decided(), reasons.like());
  }
}
