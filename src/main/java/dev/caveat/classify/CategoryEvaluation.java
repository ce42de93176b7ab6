package dev.caveat.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How well categories were told, counted over labeled risks.
 *
 * @param judgements one a risk
 */
public record CategoryEvaluation(List<Judgement> judgements) {
  /** Copies the list. */
  public CategoryEvaluation {
    judgements = List.copyOf(judgements);
  }

  /**
   * One risk.
   *
   * @param category the primary category by its label
   * @param also further categories by its label
   * @param told the primary category by the model
   * @param score of that
   * @param alsoTold further categories by the model
   */
  public record Judgement(
      String category, List<String> also, String told, double score, List<String> alsoTold) {
    boolean right() {
      return category.equals(told);
    }
  }

  /**
   * Figures of one category.
   *
   * @param labelled how many risks have it by their label
   * @param told how many by the model
   * @param right how many by both
   */
  public record Figures(int labelled, int told, int right) {
    /** Share of those told that are right; 0 if none is told. */
    public double precision() {
      return told == 0 ? 0 : (double) right / told;
    }

    /** Share of those labeled that are told; 0 if none is labeled. */
    public double recall() {
      return labelled == 0 ? 0 : (double) right / labelled;
    }

    /** Harmonic mean of both. */
    public double f1() {
      return labelled + told == 0 ? 0 : 2.0 * right / (labelled + told);
    }
  }

  /**
   * Two categories of which the model told one for the other.
   *
   * @param category by the label
   * @param told by the model
   */
  public record Confusion(String category, String told, int times) {}

  /** Share of risks whose primary category is told. */
  public double accuracy() {
    return share(judgements.stream().filter(Judgement::right).count(), judgements.size());
  }

  /** Share of risks for which the model tells any of their categories. */
  public double lenientAccuracy() {
    return share(
        judgements.stream().filter(j -> j.right() || j.also().contains(j.told())).count(),
        judgements.size());
  }

  /** Mean F1 over the categories that occur among the labels. */
  public double macroF1() {
    return byCategory().values().stream()
        .filter(f -> f.labelled() > 0)
        .mapToDouble(Figures::f1)
        .average()
        .orElse(0);
  }

  /** Figures by category, in the order of their ids. */
  public Map<String, Figures> byCategory() {
    Set<String> ids = new TreeSet<>();
    judgements.forEach(j -> ids.addAll(List.of(j.category(), j.told())));
    Map<String, Figures> figures = new LinkedHashMap<>();
    for (String id : ids) {
      int labelled = (int) judgements.stream().filter(j -> j.category().equals(id)).count();
      int told = (int) judgements.stream().filter(j -> j.told().equals(id)).count();
      int right = (int) judgements.stream().filter(j -> j.right() && j.told().equals(id)).count();
      figures.put(id, new Figures(labelled, told, right));
    }
    return figures;
  }

  /** The pairs confused, most often first. */
  public List<Confusion> confusions() {
    Map<List<String>, Integer> times = new LinkedHashMap<>();
    for (Judgement j : judgements) {
      if (!j.right()) {
        times.merge(List.of(j.category(), j.told()), 1, Integer::sum);
      }
    }
    List<Confusion> confusions = new ArrayList<>();
    times.forEach((pair, n) -> confusions.add(new Confusion(pair.get(0), pair.get(1), n)));
    confusions.sort(
        Comparator.comparingInt(Confusion::times)
            .reversed()
            .thenComparing(Confusion::category)
            .thenComparing(Confusion::told));
    return confusions;
  }

  /**
   * Of the risks with a score within a range, how many are right.
   *
   * @param from the least score
   * @param to above the highest score
   */
  public Figures scored(double from, double to) {
    List<Judgement> within =
        judgements.stream().filter(j -> j.score() >= from && j.score() < to).toList();
    int right = (int) within.stream().filter(Judgement::right).count();
    return new Figures(judgements.size(), within.size(), right);
  }

  /** Figures of the further categories: those labeled, told, and both. */
  public Figures secondary() {
    int labelled = 0;
    int told = 0;
    int right = 0;
    for (Judgement j : judgements) {
      Set<String> meant = new TreeSet<>(j.also());
      meant.add(j.category());
      meant.remove(j.told());
      labelled += meant.size();
      told += j.alsoTold().size();
      right += (int) j.alsoTold().stream().filter(meant::contains).count();
    }
    return new Figures(labelled, told, right);
  }

  private static double share(long part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
