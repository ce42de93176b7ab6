package dev.caveat.json;

import dev.caveat.compare.Measures;

/** The similarity of two texts, at most 1 each, with four decimals. */
public record MeasuresJson(double cosine, double jaccard, double minEdit, double simple) {
  private static final double FOUR_DECIMALS = 10_000;

  /** Of two texts. */
  public static MeasuresJson of(Measures measures) {
    return new MeasuresJson(
        rounded(measures.cosine()),
        rounded(measures.jaccard()),
        rounded(measures.minEdit()),
        rounded(measures.simple()));
  }

  static double rounded(double measure) {
    return Math.round(measure * FOUR_DECIMALS) / FOUR_DECIMALS;
  }
}
