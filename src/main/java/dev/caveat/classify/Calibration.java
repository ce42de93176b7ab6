package dev.caveat.classify;

import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a model's probabilities true, and says from where on a second category counts.
 *
 * <p>Probabilities are raised to a power and made to add up to one again, which leaves their order;
 * the power is the one under which what was left out of training is likeliest (temperature scaling:
 * Guo and others, On Calibration of Modern Neural Networks, 2017).
 *
 * @param power above 0
 * @param thresholds for each category the least score at which it counts beside another
 */
record Calibration(double power, Map<String, Double> thresholds) {
  /** Leaves probabilities as they are and takes no second category. */
  static final Calibration NONE = new Calibration(1, Map.of());

  private static final String POWER = "power";

  /** Powers looked at: from 1/8 to 32. */
  private static final double LEAST_POWER = -3;

  private static final double MOST_POWER = 5;
  private static final int STEPS = 160;

  /** A second category below this would be noise. */
  private static final double LEAST_THRESHOLD = 0.02;

  private static final double MOST_THRESHOLD = 0.50;
  private static final double THRESHOLD_STEP = 0.01;

  /**
   * So many examples of a category in a second place speak as loud for its own threshold as those
   * of all categories for the common one.
   */
  private static final int TRUST = 40;

  /** Calibrated scores of one prediction. */
  double[] scores(double[] probabilities) {
    double[] scores = new double[probabilities.length];
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.pow(probabilities[i], power);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
    return scores;
  }

  /** Whether a category counts beside another that has a higher score. */
  boolean counts(String category, double score) {
    return score >= thresholds.getOrDefault(category, 1.0);
  }

  /**
   * Learns from predictions for examples that the model had not seen.
   *
   * @param outcomes the categories in the order of the probabilities
   * @param examples what was predicted
   * @param probabilities one array an example
   */
  static Calibration learn(
      List<String> outcomes, List<Example> examples, List<double[]> probabilities) {
    Calibration powered = new Calibration(power(outcomes, examples, probabilities), Map.of());
    List<double[]> scores = probabilities.stream().map(powered::scores).toList();
    double common = threshold(outcomes, examples, scores, outcomes, 0, 0);
    Map<String, Double> thresholds = new LinkedHashMap<>();
    for (String category : outcomes) {
      thresholds.put(
          category, threshold(outcomes, examples, scores, List.of(category), common, TRUST));
    }
    return new Calibration(powered.power, thresholds);
  }

  private static double power(
      List<String> outcomes, List<Example> examples, List<double[]> probabilities) {
    double best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (int step = 0; step <= STEPS; step++) {
      double power = Math.pow(2, LEAST_POWER + (MOST_POWER - LEAST_POWER) * step / STEPS);
      Calibration tried = new Calibration(power, Map.of());
      double loss = 0;
      for (int i = 0; i < examples.size(); i++) {
        double[] scores = tried.scores(probabilities.get(i));
        loss -= Math.log(Math.max(1e-12, scores[outcomes.indexOf(examples.get(i).category())]));
      }
      if (loss < least) {
        least = loss;
        best = power;
      }
    }
    return best;
  }

  /**
   * The threshold with the best F1 over second places, pulled towards a known one.
   *
   * @param pull as many examples as the known one is worth
   */
  private static double threshold(
      List<String> outcomes,
      List<Example> examples,
      List<double[]> scores,
      List<String> categories,
      double known,
      int pull) {
    double best = MOST_THRESHOLD;
    double most = -1;
    int wanted = 0;
    for (double t = LEAST_THRESHOLD; t <= MOST_THRESHOLD; t += THRESHOLD_STEP) {
      int right = 0;
      int found = 0;
      wanted = 0;
      for (int i = 0; i < examples.size(); i++) {
        Example example = examples.get(i);
        double[] s = scores.get(i);
        int first = first(s);
        for (String category : categories) {
          int c = outcomes.indexOf(category);
          if (c == first) {
            continue;
          }
          boolean meant = category.equals(example.category()) || example.also().contains(category);
          wanted += meant ? 1 : 0;
          found += s[c] >= t ? 1 : 0;
          right += meant && s[c] >= t ? 1 : 0;
        }
      }
      double f1 = 2.0 * right / Math.max(1, wanted + found);
      if (f1 > most) {
        most = f1;
        best = t;
      }
    }
    return pull == 0 ? best : (best * wanted + known * pull) / (wanted + pull);
  }

  /** The place of the highest score. */
  static int first(double[] scores) {
    int first = 0;
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] > scores[first]) {
        first = i;
      }
    }
    return first;
  }

  /** As the text of a table. */
  String text() {
    StringBuilder out = new StringBuilder(POWER + "\t" + power + "\n");
    thresholds.forEach((c, t) -> out.append(c).append('\t').append(t).append('\n'));
    return out.toString();
  }

  /** From what {@link #text()} gave. */
  static Calibration parse(String text) throws IOException {
    double power = 1;
    Map<String, Double> thresholds = new LinkedHashMap<>();
    for (Row row : Table.read(new StringReader(text), "calibration")) {
      double value;
      try {
        value = Double.parseDouble(row.at(1));
      } catch (NumberFormatException e) {
        throw row.malformed("expected a number, found \"" + row.at(1) + "\"");
      }
      if (row.at(0).equals(POWER)) {
        power = value;
      } else {
        thresholds.put(row.at(0), value);
      }
    }
    return new Calibration(power, thresholds);
  }

  @Override
  public String toString() {
    return "power " + power + ", thresholds " + Arrays.toString(thresholds.values().toArray());
  }
}
