package dev.caveat.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The quality of predicted categories, counted over labeled risks.
 *
 * @param judgements one per risk
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
   * @param told how many have it by the model
   * @param right how many have it by both
   */
  public record Figures(int labelled, int told, int right) {
    /** Precision; 0 if the category was never predicted. */
    public double precision() {
      return told == 0 ? 0 : (double) right / told;
    }

    /** Recall; 0 if there are no such labels. */
    public double recall() {
      return labelled == 0 ? 0 : (double) right / labelled;
    }

    /** The harmonic mean of precision and recall. */
    public double f1() {
      return labelled + told == 0 ? 0 : 2.0 * right / (labelled + told);
    }
  }

  /**
   * A pair of categories of which the model predicted one for the other.
   *
   * @param category by the label
   * @param told by the model
   */
  public record Confusion(String category, String told, int times) {}

  /** Accuracy: the share of risks whose primary category was predicted. */
  public double accuracy() {
    return share(judgements.stream().filter(Judgement::right).count(), judgements.size());
  }

  /** The share of risks for which the model predicted any of their categories. */
  public double lenientAccuracy() {
    return share(
        judgements.stream().filter(j -> j.right() || j.also().contains(j.told())).count(),
        judgements.size());
  }

  /** Macro F1 over the categories that occur in the labels. */
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

  /** The confused pairs, most frequent first. */
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
   * The figures of risks with a score in a range.
   *
   * @param from the lowest score
   * @param to above the highest score
   */
  public Figures scored(double from, double to) {
    List<Judgement> within =
        judgements.stream().filter(j -> j.score() >= from && j.score() < to).toList();
    int right = (int) within.stream().filter(Judgement::right).count();
    return new Figures(judgements.size(), within.size(), right);
  }

  /** Figures of the further categories. */
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
