package dev.caveat.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fits weights that give the right one of several choices the highest score: a conditional logit (a
 * softmax over the choices of one case), with a quadratic penalty on weights. The same cases in the
 * same order give the same weights to the last bit.
 *
 * @see <a href="https://eml.berkeley.edu/reprints/mcfadden/zarembka.pdf">McFadden, Conditional
 *     logit analysis of qualitative choice behavior, 1974</a>
 */
public final class ChoiceTrainer {
  private static final int STEPS = 400;
  private static final double RATE = 0.05;
  private static final double DECAY_1 = 0.9;
  private static final double DECAY_2 = 0.999;

  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<int[][]> cases = new ArrayList<>();
  private final List<boolean[]> rights = new ArrayList<>();
  private final List<Double> counts = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();

  /** Creates a trainer without cases. */
  public ChoiceTrainer() {}

  /**
   * Adds a case; a case without a right choice, or without a wrong one, has no effect.
   *
   * @param choices the evidence of each choice
   * @param right whether each is right
   * @param weight how much the case counts
   */
  public void add(List<List<String>> choices, List<Boolean> right, double weight) {
    if (!right.contains(true) || !right.contains(false)) {
      return;
    }
    cases.add(choices.stream().map(this::ids).toArray(int[][]::new));
    boolean[] flags = new boolean[right.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = right.get(i);
    }
    rights.add(flags);
    counts.add(weight);
    choices.stream().flatMap(List::stream).distinct().forEach(f -> seen.merge(f, 1, Integer::sum));
  }

  private int[] ids(List<String> evidence) {
    return evidence.stream()
        .mapToInt(
            f ->
                ids.computeIfAbsent(
                    f,
                    k -> {
                      names.add(k);
                      return names.size() - 1;
                    }))
        .toArray();
  }

  /**
   * The weights, by evidence.
   *
   * @param penalty at least 0; the cost of large weights
   * @param cutoff evidence seen in fewer cases gets no weight
   */
  public Map<String, Double> train(double penalty, int cutoff) {
    int n = names.size();
    double[] w = new double[n];
    double[] first = new double[n];
    double[] second = new double[n];
    boolean[] counted = new boolean[n];
    for (int i = 0; i < n; i++) {
      counted[i] = seen.getOrDefault(names.get(i), 0) >= cutoff;
    }
    for (int step = 1; step <= STEPS; step++) {
      double[] gradient = gradient(w);
      for (int i = 0; i < n; i++) {
        if (!counted[i]) {
          continue;
        }
        double g = gradient[i] - penalty * w[i];
        first[i] = DECAY_1 * first[i] + (1 - DECAY_1) * g;
        second[i] = DECAY_2 * second[i] + (1 - DECAY_2) * g * g;
        double m = first[i] / (1 - Math.pow(DECAY_1, step));
        double v = second[i] / (1 - Math.pow(DECAY_2, step));
        w[i] += RATE * m / (Math.sqrt(v) + 1e-8);
      }
    }
    Map<String, Double> out = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      if (counted[i] && Math.abs(w[i]) >= 0.0005) {
        out.put(names.get(i), w[i]);
      }
    }
    return out;
  }

  private double[] gradient(double[] w) {
    double[] out = new double[w.length];
    for (int c = 0; c < cases.size(); c++) {
      int[][] choices = cases.get(c);
      boolean[] right = rights.get(c);
      double[] p = softmax(choices, w);
      double hit = 0;
      for (int k = 0; k < p.length; k++) {
        hit += right[k] ? p[k] : 0;
      }
      for (int k = 0; k < p.length; k++) {
        double pull = counts.get(c) * ((right[k] ? p[k] / Math.max(hit, 1e-12) : 0) - p[k]);
        for (int f : choices[k]) {
          out[f] += pull;
        }
      }
    }
    return out;
  }

  private static double[] softmax(int[][] choices, double[] w) {
    double[] p = new double[choices.length];
    for (int k = 0; k < p.length; k++) {
      for (int f : choices[k]) {
        p[k] += w[f];
      }
    }
    double max = Arrays.stream(p).max().orElse(0);
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      p[k] = Math.exp(p[k] - max);
      sum += p[k];
    }
    for (int k = 0; k < p.length; k++) {
      p[k] /= sum;
    }
    return p;
  }
}
