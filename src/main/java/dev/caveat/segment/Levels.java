package dev.caveat.segment;

import java.util.List;

/** Turns figures into evidence: a name and a level, such as {@code front=2}. */
final class Levels {
  static final double[] SHARES = {0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 0.95};
  static final double[] COUNTS = {0, 1, 2, 3, 5, 10, 20, 40, 80};
  static final double[] LENGTHS = {
    0, 150, 300, 600, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 60_000
  };
  static final double[] FITS = {-1, -0.5, -0.3, -0.2, -0.1, -0.06, -0.03, -0.015, -0.007};
  static final double[] RATIOS = {0.02, 0.1, 0.25, 0.5, 1, 2, 4};

  private Levels() {}

  /**
   * Adds {@code name=level} to some evidence, and the same under a kind where one is given.
   *
   * @param kind empty for none
   * @param steps ascending; the level is how many of them the value exceeds
   */
  static void add(List<String> to, String kind, String name, double value, double[] steps) {
    int level = 0;
    while (level < steps.length && value > steps[level]) {
      level++;
    }
    to.add(name + "=" + level);
    if (!kind.isEmpty()) {
      to.add(kind + "/" + name + "=" + level);
    }
  }
}
