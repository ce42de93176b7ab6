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
 * @param judgments one per risk
 */
public record CategoryEvaluation(List<Judgment> judgments) {
  /** Copies the list. */
  public CategoryEvaluation {
    judgments = List.copyOf(judgments);
  }

  /**
   * One risk.
   *
   * @param category the primary category by its label
   * @param also further categories by its label
   * @param predicted the primary category by the model
   * @param score of that
   * @param alsoPredicted further categories by the model
   */
  public record Judgment(
      String category,
      List<String> also,
      String predicted,
      double score,
      List<String> alsoPredicted) {
    boolean right() {
      return category.equals(predicted);
    }
  }

  /**
   * Figures of one category.
   *
   * @param labeled how many risks have it by their label
   * @param predicted how many have it by the model
   * @param right how many have it by both
   */
  public record Figures(int labeled, int predicted, int right) {
    /** Precision; 0 if the category was never predicted. */
    public double precision() {
      return predicted == 0 ? 0 : (double) right / predicted;
    }

    /** Recall; 0 if there are no such labels. */
    public double recall() {
      return labeled == 0 ? 0 : (double) right / labeled;
    }

    /** The harmonic mean of precision and recall. */
    public double f1() {
      return labeled + predicted == 0 ? 0 : 2.0 * right / (labeled + predicted);
    }
  }

  /**
   * A pair of categories of which the model predicted one for the other.
   *
   * @param category by the label
   * @param predicted by the model
   */
  public record Confusion(String category, String predicted, int times) {}

  /** Accuracy: the share of risks whose primary category was predicted. */
  public double accuracy() {
    return share(judgments.stream().filter(Judgment::right).count(), judgments.size());
  }

  /** The share of risks for which the model predicted any of their categories. */
  public double lenientAccuracy() {
    return share(
        judgments.stream().filter(j -> j.right() || j.also().contains(j.predicted())).count(),
        judgments.size());
  }

  /** Macro F1 over the categories that occur in the labels. */
  public double macroF1() {
    return byCategory().values().stream()
        .filter(f -> f.labeled() > 0)
        .mapToDouble(Figures::f1)
        .average()
        .orElse(0);
  }

  /** Figures by category, in the order of their ids. */
  public Map<String, Figures> byCategory() {
    Set<String> ids = new TreeSet<>();
    judgments.forEach(j -> ids.addAll(List.of(j.category(), j.predicted())));
    Map<String, Figures> figures = new LinkedHashMap<>();
    for (String id : ids) {
      int labeled = (int) judgments.stream().filter(j -> j.category().equals(id)).count();
      int predicted = (int) judgments.stream().filter(j -> j.predicted().equals(id)).count();
      int right =
          (int) judgments.stream().filter(j -> j.right() && j.predicted().equals(id)).count();
      figures.put(id, new Figures(labeled, predicted, right));
    }
    return figures;
  }

  /** The confused pairs, most frequent first. */
  public List<Confusion> confusions() {
    Map<List<String>, Integer> times = new LinkedHashMap<>();
    for (Judgment j : judgments) {
      if (!j.right()) {
        times.merge(List.of(j.category(), j.predicted()), 1, Integer::sum);
      }
    }
    List<Confusion> confusions = new ArrayList<>();
    times.forEach((pair, n) -> confusions.add(new Confusion(pair.get(0), pair.get(1), n)));
    confusions.sort(
        Comparator.comparingInt(Confusion::times)
            .reversed()
            .thenComparing(Confusion::category)
            .thenComparing(Confusion::predicted));
    return confusions;
  }

  /**
   * The figures of risks with a score in a range.
   *
   * @param from the lowest score
   * @param to above the highest score
   */
  public Figures scored(double from, double to) {
    List<Judgment> within =
        judgments.stream().filter(j -> j.score() >= from && j.score() < to).toList();
    int right = (int) within.stream().filter(Judgment::right).count();
    return new Figures(judgments.size(), within.size(), right);
  }

  /** Figures of the further categories. */
  public Figures secondary() {
    int labeled = 0;
    int predicted = 0;
    int right = 0;
    for (Judgment j : judgments) {
      Set<String> meant = new TreeSet<>(j.also());
      meant.add(j.category());
      meant.remove(j.predicted());
      labeled += meant.size();
      predicted += j.alsoPredicted().size();
      right += (int) j.alsoPredicted().stream().filter(meant::contains).count();
    }
    return new Figures(labeled, predicted, right);
  }

  private static double share(long part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
