package dev.caveat.segment;

import java.util.List;

/** Turns figures into evidence: a name and a level, such as {@code front=2}. */
final class Levels {
  static final double[] SHARES = Bounds.steps("shares");
  static final double[] COUNTS = Bounds.steps("counts");
  static final double[] LENGTHS = Bounds.steps("lengths");
  static final double[] FITS = Bounds.steps("fits");
  static final double[] RATIOS = Bounds.steps("ratios");

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
