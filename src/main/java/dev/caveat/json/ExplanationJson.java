package dev.caveat.json;

import dev.caveat.model.Explanation;
import java.util.List;

/**
 * Why a filing got its answer.
 *
 * @param sections the candidate sections, best first
 * @param outlines the candidate outlines, best first
 * @param confidence what the confidence rests on
 */
public record ExplanationJson(
    List<Candidate> sections, List<Candidate> outlines, List<Signal> confidence) {
  /**
   * A candidate.
   *
   * @param chosen whether it is the answer
   */
  public record Candidate(
      String title, String what, double score, boolean chosen, List<Signal> signals) {}

  /** A piece of evidence. */
  public record Signal(String name, double value, double weight) {}

  /** Of an explanation. */
  public static ExplanationJson of(Explanation explanation) {
    return new ExplanationJson(
        candidates(explanation.sections()),
        candidates(explanation.outlines()),
        signals(explanation.confidence()));
  }

  private static List<Candidate> candidates(List<Explanation.Ranked> ranked) {
    return ranked.stream()
        .map(r -> new Candidate(r.title(), r.what(), r.score(), r.chosen(), signals(r.signals())))
        .toList();
  }

  private static List<Signal> signals(List<Explanation.Signal> signals) {
    return signals.stream().map(s -> new Signal(s.name(), s.value(), s.weight())).toList();
  }
}
