package dev.caveat.segment;

import dev.caveat.model.RiskSection;
import dev.caveat.segment.SectionEvidence.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How sure an answer is, and what looks odd about it. */
final class Doubt {
  private Doubt() {}

  static Segmentation judge(
      RiskSection section,
      @Nullable String exhibit,
      List<Answer> answers,
      RiskSplitter.@Nullable Split split) {
    return new Segmentation(section, exhibit, 1, List.of());
  }
}
