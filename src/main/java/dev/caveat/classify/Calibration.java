package dev.caveat.classify;

import dev.caveat.table.MalformedTableException;
import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.io.IOException;
import java.io.StringReader;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Combines the evidence for the categories, turns it into calibrated scores, and sets the
 * thresholds for further categories.
 *
 * <p>Probabilities by the words, shares among the neighbors and probabilities by the meaning are
 * each raised to a power, multiplied and normalized to a sum of one. The powers maximize the
 * likelihood of examples left out of training (a logarithmic opinion pool, which is temperature
 * scaling for a single opinion: Guo and others, On Calibration of Modern Neural Networks, 2017),
 * tempered for real text.
 *
 * @param words the power of the probabilities by words, above 0
 * @param neighbors the power of the neighbors' shares, 0 or more
 * @param meaning the power of the probabilities by meaning, 0 or more
 * @param thresholds for each category the lowest score at which it counts as a further one
 */
record Calibration(double words, double neighbors, double meaning, Map<String, Double> thresholds) {
  /** An untrained calibration: typical powers, and no further categories. */
  static final Calibration NONE = new Calibration(1, 0.3, 0.2, Map.of());

  private static final String WORDS = "words";
  private static final String NEIGHBORS = "neighbors";
  private static final String MEANING = "meaning";

  /**
   * The evidence for each category.
   *
   * @param words probabilities by maximum entropy
   * @param neighbors shares among the closest examples, none of them 0
   * @param meaning probabilities by maximum entropy over the mean of the word vectors
   */
  record Evidence(double[] words, double[] neighbors, double[] meaning) {}

  /** Powers that are tried: from 1/8 to 32. */
  private static final double MIN_POWER = -3;

  private static final double MAX_POWER = 5;

  /** The largest power of what the word vectors say, as shares or as probabilities. */
  private static final double MAX_OF_VECTORS = 4;

  /**
   * Real risks are further from the corpus than its batches are from each other, so confidence that
   * is right there is too high for them: on real risks labeled by hand, scores are calibrated at
   * about this share of the powers.
   */
  private static final double TEMPER = 0.7;

  private static final int STEPS = 80;
  private static final int ROUNDS = 3;

  /** A further category below this would be noise. */
  private static final double MIN_THRESHOLD = 0.02;

  private static final double MAX_THRESHOLD = 0.50;
  private static final double THRESHOLD_STEP = 0.01;

  /**
   * With this many examples in second place, a category's own threshold counts as much as the
   * common one.
   */
  private static final int TRUST = 40;

  /** Scores of one prediction; they add up to one. */
  double[] scores(Evidence evidence) {
    double[] scores = new double[evidence.words().length];
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] =
          Math.pow(evidence.words()[i], words)
              * Math.pow(evidence.neighbors()[i], neighbors)
              * Math.pow(evidence.meaning()[i], meaning);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
    return scores;
  }

  /** Whether a category counts next to another one with a higher score. */
  boolean counts(String category, double score) {
    return score >= thresholds.getOrDefault(category, 1.0);
  }

  /**
   * Learns from the evidence for examples that the model had not seen.
   *
   * @param outcomes the categories in the order of the evidence
   * @param examples the examples
   * @param evidence for each example
   */
  static Calibration learn(List<String> outcomes, List<Example> examples, List<Evidence> evidence) {
    Calibration powered = powers(outcomes, examples, evidence).tempered();
    List<double[]> scores = evidence.stream().map(powered::scores).toList();
    double common = threshold(outcomes, examples, scores, outcomes, 0, 0);
    Map<String, Double> thresholds = new LinkedHashMap<>();
    for (String category : outcomes) {
      thresholds.put(
          category, threshold(outcomes, examples, scores, List.of(category), common, TRUST));
    }
    return new Calibration(powered.words, powered.neighbors, powered.meaning, thresholds);
  }

  /**
   * The powers with the highest likelihood: one is searched for at a time, with the others fixed.
   */
  private static Calibration powers(
      List<String> outcomes, List<Example> examples, List<Evidence> evidence) {
    int[] meant = examples.stream().mapToInt(e -> outcomes.indexOf(e.category())).toArray();
    Calibration best = NONE;
    for (int round = 0; round < ROUNDS; round++) {
      Calibration held = best;
      best =
          likeliest(i -> held.powers(geometric(i), held.neighbors, held.meaning), meant, evidence);
      Calibration words = best;
      best = likeliest(i -> words.powers(words.words, even(i), words.meaning), meant, evidence);
      Calibration neighbors = best;
      best =
          likeliest(
              i -> neighbors.powers(neighbors.words, neighbors.neighbors, even(i)),
              meant,
              evidence);
    }
    return best;
  }

  private static double geometric(int step) {
    return Math.pow(2, MIN_POWER + (MAX_POWER - MIN_POWER) * step / STEPS);
  }

  private static double even(int step) {
    return MAX_OF_VECTORS * step / STEPS;
  }

  private static Calibration likeliest(
      IntFunction<Calibration> candidate, int[] meant, List<Evidence> evidence) {
    return IntStream.rangeClosed(0, STEPS)
        .mapToObj(candidate)
        .min(Comparator.comparingDouble(c -> c.loss(meant, evidence)))
        .orElseThrow();
  }

  private Calibration powers(double words, double neighbors, double meaning) {
    return new Calibration(words, neighbors, meaning, thresholds);
  }

  private Calibration tempered() {
    return powers(TEMPER * words, TEMPER * neighbors, TEMPER * meaning);
  }

  /** The negative log-likelihood of the labels. */
  private double loss(int[] meant, List<Evidence> evidence) {
    double loss = 0;
    for (int i = 0; i < meant.length; i++) {
      loss -= Math.log(Math.max(1e-12, scores(evidence.get(i))[meant[i]]));
    }
    return loss;
  }

  /**
   * The threshold with the best F1 over second places, pulled toward a known one.
   *
   * @param pull the number of examples that the known one is worth
   */
  private static double threshold(
      List<String> outcomes,
      List<Example> examples,
      List<double[]> scores,
      List<String> categories,
      double known,
      int pull) {
    double best = MAX_THRESHOLD;
    double most = -1;
    int wanted = 0;
    for (double t = MIN_THRESHOLD; t <= MAX_THRESHOLD; t += THRESHOLD_STEP) {
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

  /** The index of the highest score. */
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
    StringBuilder out = new StringBuilder();
    out.append(WORDS).append('\t').append(words).append('\n');
    out.append(NEIGHBORS).append('\t').append(neighbors).append('\n');
    out.append(MEANING).append('\t').append(meaning).append('\n');
    thresholds.forEach((c, t) -> out.append(c).append('\t').append(t).append('\n'));
    return out.toString();
  }

  /** Parses the result of {@link #text()}. */
  static Calibration parse(String text) throws IOException {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Row row : Table.read(new StringReader(text), "calibration")) {
      try {
        values.put(row.at(0), Double.valueOf(row.at(1)));
      } catch (NumberFormatException e) {
        throw row.malformed("expected a number, found \"" + row.at(1) + "\"");
      }
    }
    Double words = values.remove(WORDS);
    Double neighbors = values.remove(NEIGHBORS);
    Double meaning = values.remove(MEANING);
    if (words == null || neighbors == null || meaning == null) {
      throw new MalformedTableException("calibration: expected a row for each of the powers");
    }
    return new Calibration(words, neighbors, meaning, values);
  }
}
