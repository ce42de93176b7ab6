package dev.caveat.segment;

import dev.caveat.model.Doubt;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import dev.caveat.model.Warning;
import dev.caveat.segment.RiskSplitter.Tried;
import dev.caveat.segment.SectionEvidence.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the confidence in an answer and says what looks odd about it. Confidence is fitted on
 * answers about filings that the model had not seen ({@code models/outline.tsv}). There are only
 * warnings if confidence is low, so that a warning means something.
 */
final class ConfidenceEstimator {
  private static final double CLOSE = Bounds.of("close");
  private static final double LEAST_CHANCE = Bounds.of("least-chance");
  private static final double LONG_SHARE = Bounds.of("long-risk-share");
  private static final int QUOTED = Bounds.whole("quoted");
  private static final double UNSURE = Bounds.of("unsure");
  private static final int LONG_FRONT = Bounds.whole("long-front");
  private static final int LONG_ALONE = Bounds.whole("long-alone");
  private static final int LONG_RISK = Bounds.whole("long-risk");
  private static final int LONG_BLOCK = Bounds.whole("long-block");
  private static final double[] GAPS = Bounds.steps("gaps");
  private static final double[] SCORES = Bounds.steps("scores");
  private static final double[] SUMS = Bounds.steps("misfits");

  /** Evidence about sections and outlines that also tells right answers from wrong ones. */
  private static final Set<String> TELLING =
      Set.of(
          "mentions",
          "kin-behind",
          "kin-before",
          "longest-share",
          "front",
          "front-length",
          "marked-risks",
          "unsame",
          "bare",
          "spread",
          "same",
          "odd-stops",
          "cut-leads",
          "gaps",
          "ungrouped",
          "empty-groups",
          "group-sentences",
          "like-groups",
          "front-statements",
          "statements");

  private final RiskSection section;
  private final List<Answer> answers;
  private final RiskSplitter.@Nullable Split split;

  private ConfidenceEstimator(
      RiskSection section, List<Answer> answers, RiskSplitter.@Nullable Split split) {
    this.section = section;
    this.answers = answers;
    this.split = split;
  }

  static Segmentation estimate(
      RiskSection section,
      @Nullable String exhibit,
      List<Answer> answers,
      RiskSplitter.@Nullable Split split,
      OutlineModel model) {
    ConfidenceEstimator estimator = new ConfidenceEstimator(section, answers, split);
    List<String> evidence = estimator.evidence();
    double confidence = model.confidence(evidence);
    List<Warning> warnings = confidence < Doubt.MIN_CONFIDENCE ? estimator.warnings() : List.of();
    return new Segmentation(
        section,
        exhibit,
        confidence,
        warnings,
        () -> Explaining.of(answers, split, evidence, model));
  }

  /** The evidence that separates right answers from wrong ones. */
  static List<String> evidence(
      RiskSection section, List<Answer> answers, RiskSplitter.@Nullable Split split) {
    return new ConfidenceEstimator(section, answers, split).evidence();
  }

  private List<String> evidence() {
    List<String> out = new ArrayList<>();
    out.add("any");
    out.add("status=" + section.status());
    out.add("method=" + section.method());
    Levels.add(out, section.status().name(), "score", answers.getFirst().score(), SCORES);
    Levels.add(out, section.status().name(), "gap", sectionGap(), GAPS);
    Levels.add(out, "", "answers", answers.size(), Levels.COUNTS);
    answers.getFirst().evidence().stream().filter(e -> TELLING.contains(name(e))).forEach(out::add);
    if (split != null) {
      outline(split, out);
    }
    return out;
  }

  private static void outline(RiskSplitter.Split split, List<String> out) {
    Tried best = split.tried().getFirst();
    double[] chances = best.decoded().chances();
    double sum = 0;
    int unsure = 0;
    for (double p : chances) {
      sum -= Math.log(Math.max(p, LEAST_CHANCE));
      unsure += p < UNSURE ? 1 : 0;
    }
    String kind = best.hypothesis().kind().name();
    Levels.add(out, kind, "outline-score", best.score(), SCORES);
    Levels.add(out, kind, "outline-gap", outlineGap(split), GAPS);
    Levels.add(out, kind, "misfit", sum, SUMS);
    Levels.add(out, kind, "unsure", unsure, Levels.COUNTS);
    Levels.add(out, "", "weakest", best.decoded().weakest(), Levels.SHARES);
    Levels.add(out, "", "longest-block", longestBlock(split), Levels.LENGTHS);
    Levels.add(out, "", "risks", split.risks().size(), Levels.COUNTS);
    best.evidence().stream().filter(e -> TELLING.contains(name(e))).forEach(out::add);
  }

  /** What evidence is about: its name without the kind in front and the level behind it. */
  private static String name(String evidence) {
    int from = evidence.lastIndexOf('/') + 1;
    int to = evidence.indexOf('=');
    return evidence.substring(from, to < 0 ? evidence.length() : to);
  }

  /** The lead of the answer's score over the next one that says something else. */
  private double sectionGap() {
    Answer best = answers.getFirst();
    return answers.stream()
        .filter(a -> !isAlike(a, best))
        .findFirst()
        .map(a -> best.score() - a.score())
        .orElse(GAPS[GAPS.length - 1]);
  }

  private static boolean isAlike(Answer a, Answer b) {
    return a.status() == b.status()
        && (a.candidate() == null
            || b.candidate() == null
            || (a.candidate().first() == b.candidate().first()
                && a.candidate().end() == b.candidate().end()));
  }

  /** The lead of the outline's score over the next one with other risks. */
  private static double outlineGap(RiskSplitter.Split split) {
    Tried best = split.tried().getFirst();
    return split.tried().stream()
        .filter(t -> !isAlike(t, best))
        .findFirst()
        .map(t -> best.score() - t.score())
        .orElse(GAPS[GAPS.length - 1]);
  }

  private static boolean isAlike(Tried a, Tried b) {
    boolean paragraphs = a.hypothesis().kind() == Hypothesis.Kind.PARAGRAPHS;
    return paragraphs == (b.hypothesis().kind() == Hypothesis.Kind.PARAGRAPHS)
        && Arrays.equals(a.decoded().outline().roles(), b.decoded().outline().roles())
        && Arrays.equals(a.decoded().outline().leads(), b.decoded().outline().leads());
  }

  private List<Warning> warnings() {
    List<Warning> out = new ArrayList<>();
    if (sectionGap() < CLOSE) {
      out.add(
          new Warning(
              "runner-up-close",
              "another passage of the filing could just as well be the section"));
    }
    if (split != null) {
      ofOutline(split, out);
    }
    if (out.isEmpty()) {
      out.add(new Warning("unusual-layout", "layouts like this one are often misread"));
    }
    return out;
  }

  private void ofOutline(RiskSplitter.Split split, List<Warning> out) {
    List<RiskFactor> risks = split.risks();
    int all = split.blocks().stream().mapToInt(b -> b.text().length()).sum();
    if (risks.size() == 1 && all > LONG_ALONE) {
      out.add(new Warning("one-risk-only", "only one risk was found in a long section"));
    }
    int front = front(split);
    if (front > LONG_FRONT && risks.size() > 1) {
      out.add(
          new Warning(
              "text-before-first-caption",
              "%,d characters come before the first caption".formatted(front)));
    }
    for (RiskFactor risk : risks) {
      int length = risk.text().length();
      if (risks.size() > 1 && length > LONG_RISK && length > LONG_SHARE * all) {
        out.add(
            new Warning(
                "long-risk",
                "risk %d has %,d characters and may hold captions that were missed"
                    .formatted(risk.ordinal(), length)));
      }
    }
    int longest = longestBlock(split);
    if (longest > LONG_BLOCK) {
      out.add(
          new Warning(
              "lines-lost-their-breaks",
              "a paragraph of %,d characters may be several paragraphs whose breaks were lost"
                  .formatted(longest)));
    }
    if (risks.stream().noneMatch(RiskFactor::captioned)) {
      out.add(
          new Warning(
              "no-captions", "no captions were found; the risks are separated by paragraph only"));
    }
    if (outlineGap(split) < CLOSE) {
      out.add(new Warning("outline-close", "a different choice of captions fits nearly as well"));
    }
    unsure(split, out);
  }

  private static int longestBlock(RiskSplitter.Split split) {
    return split.blocks().stream().mapToInt(b -> b.text().length()).max().orElse(0);
  }

  private static int front(RiskSplitter.Split split) {
    int front = 0;
    for (int i = 0; i < split.blocks().size(); i++) {
      if (split.tried().getFirst().decoded().outline().roles()[i] == Role.CAPTION) {
        return front;
      }
      front += split.blocks().get(i).text().length();
    }
    return 0;
  }

  private static void unsure(RiskSplitter.Split split, List<Warning> out) {
    double[] chances = split.tried().getFirst().decoded().chances();
    int least = -1;
    for (int i = 0; i < chances.length; i++) {
      least = chances[i] < UNSURE && (least < 0 || chances[i] < chances[least]) ? i : least;
    }
    if (least >= 0) {
      String text = split.blocks().get(least).text();
      out.add(
          new Warning(
              "head-like-group",
              "“%s” may be a caption, a group heading or neither"
                  .formatted(text.substring(0, Math.min(text.length(), QUOTED)))));
    }
  }
}
