package dev.caveat.segment;

import dev.caveat.model.Explanation;
import dev.caveat.model.RiskSection;
import dev.caveat.model.Warning;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one filing, and how sure that is.
 *
 * @param section the answer
 * @param exhibit the exhibit in which the section stands; null if it is the main document
 * @param confidence the calibrated chance, 0 to 1, that status, section, groups and captions are
 *     all right
 * @param doubts what looks odd about it; empty if nothing does
 * @param explanation why this is the answer; made when it is asked for, as hardly anyone does
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

  /** One that is not explained. */
  public Segmentation(
      RiskSection section, @Nullable String exhibit, double confidence, List<Warning> doubts) {
    this(section, exhibit, confidence, doubts, () -> Explanation.NONE);
  }
}
