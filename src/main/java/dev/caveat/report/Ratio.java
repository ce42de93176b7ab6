package dev.caveat.report;

/** Divisions that give nought where there is nothing to divide by. */
final class Ratio {
  private Ratio() {}

  static double of(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  /** Things per hundred words. */
  static double perHundred(double things, double words) {
    return 100 * of(things, words);
  }
}
