package dev.caveat.segment;

import dev.caveat.model.Explanation;
import dev.caveat.model.Explanation.Ranked;
import dev.caveat.model.Explanation.Signal;
import dev.caveat.segment.RiskSplitter.Tried;
import dev.caveat.segment.SectionEvidence.Answer;
import dev.caveat.segment.SectionFinder.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Describes the evidence for an answer, as records that interfaces can show. */
final class Explaining {
  /** Candidates beyond these never come near. */
  private static final int MAX_ANSWERS = Bounds.whole("most-explained");

  private Explaining() {}

  static Explanation of(
      List<Answer> answers,
      RiskSplitter.@Nullable Split split,
      List<String> confidence,
      OutlineModel model) {
    List<Ranked> sections = new ArrayList<>();
    for (Answer a : answers.subList(0, Math.min(MAX_ANSWERS, answers.size()))) {
      Candidate c = a.candidate();
      sections.add(
          new Ranked(
              c == null ? "no section" : c.heading(),
              c == null
                  ? a.status().id()
                  : a.status().id() + ", blocks " + c.first() + " to " + c.end(),
              a.score(),
              signals(a.evidence(), model::sectionWeight),
              sections.isEmpty()));
    }
    List<Ranked> outlines = new ArrayList<>();
    for (Tried t : split == null ? List.<Tried>of() : split.tried()) {
      outlines.add(
          new Ranked(
              t.hypothesis().toString(),
              t.decoded().outline().count(Role.CAPTION) + " captions",
              t.score(),
              signals(t.evidence(), model::outlineWeight),
              outlines.isEmpty()));
    }
    return new Explanation(sections, outlines, signals(confidence, model::confidenceWeight));
  }

  /** The signals with a weight, highest first. */
  private static List<Signal> signals(List<String> evidence, ToDoubleFunction<String> weight) {
    return evidence.stream()
        .distinct()
        .map(e -> new Signal(e.toLowerCase(Locale.ROOT), 1, weight.applyAsDouble(e)))
        .filter(s -> s.weight() != 0)
        .sorted(Comparator.comparingDouble((Signal s) -> -Math.abs(s.weight())))
        .toList();
  }
}
