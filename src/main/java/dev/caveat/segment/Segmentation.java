package dev.caveat.segment;

import dev.caveat.model.Explanation;
import dev.caveat.model.RiskSection;
import dev.caveat.model.Warning;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The result for one filing, and the confidence in it.
 *
 * @param section the answer
 * @param exhibit the exhibit that contains the section; null if it is in the main document
 * @param confidence the calibrated probability, 0 to 1, that status, section, groups and captions
 *     are all right
 * @param doubts what looks odd about it; empty if nothing does
 * @param explanation why this is the answer; created on demand, because it is rarely needed
 */
public record Segmentation(
    RiskSection section,
    @Nullable String exhibit,
    double confidence,
    List<Warning> doubts,
    Supplier<Explanation> explanation) {
  /** Copies the list. */
  public Segmentation {
    doubts = List.copyOf(doubts);
  }

  /** A segmentation without an explanation. */
  public Segmentation(
      RiskSection section, @Nullable String exhibit, double confidence, List<Warning> doubts) {
    this(section, exhibit, confidence, doubts, () -> Explanation.NONE);
  }
}
