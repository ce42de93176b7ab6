package dev.caveat.profile;

import java.util.Arrays;

/** Divisions that give zero where there is nothing to divide by. */
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
   * The value in the middle, or the mean of the two in the middle.
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
   * The share of values below one, those that are the same counted half.
   *
   * @param values at least one
   */
  static double percentile(double value, double[] values) {
    double below = Arrays.stream(values).filter(v -> v < value).count();
    double same = Arrays.stream(values).filter(v -> v == value).count();
    return (below + same / 2) / values.length;
  }
}
