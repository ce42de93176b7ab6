package dev.caveat.profile;

import java.util.Arrays;

/** Divisions that return zero instead of dividing by zero. */
final class Ratio {
  private Ratio() {}

  static double of(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  /** Things per hundred words. */
  static double perHundred(double things, double words) {
    return 100 * of(things, words);
  }

  /**
   * The median.
   *
   * @param values at least one
   */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /**
   * The share of values below a value; ties count half.
   *
   * @param values at least one
   */
  static double percentile(double value, double[] values) {
    double below = Arrays.stream(values).filter(v -> v < value).count();
    double same = Arrays.stream(values).filter(v -> v == value).count();
    return (below + same / 2) / values.length;
  }
}
