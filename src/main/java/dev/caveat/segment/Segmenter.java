package dev.caveat.segment;

import dev.caveat.model.Filing;
import dev.caveat.model.RiskSection;

/** Finds and splits. */
public final class Segmenter {
  private Segmenter() {}

  /** The answer for one filing. */
  public static RiskSection segment(Filing filing) {
    return new RiskSection.Absent("blocks: " + filing.blocks().size(), "none");
  }
}
