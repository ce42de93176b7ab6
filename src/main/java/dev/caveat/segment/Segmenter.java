package dev.caveat.segment;

import dev.caveat.model.Block;
import dev.caveat.model.Exhibit;
import dev.caveat.model.Filing;
import dev.caveat.model.FilingOutline;
import dev.caveat.model.Place;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import dev.caveat.model.RiskSection.Status;
import dev.caveat.model.Warning;
import dev.caveat.segment.SectionEvidence.Answer;
import dev.caveat.segment.SectionFinder.Candidate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds a filing's risk factors and splits them into single risks. Stateless; safe for use by
 * several threads; the same filing always gets the same answer.
 */
public final class Segmenter {
  private Segmenter() {}

  /**
   * The answer for one filing, and the confidence in it.
   *
   * @return one of the five answers, with the words it rests on
   */
  public static Segmentation segment(Filing filing) {
    return segment(filing, OutlineModel.bundled());
  }

  /**
   * The answer for one filing as outlined by a person. The outline decides the roles of blocks,
   * which are found by their first words. An outline without a section removes a section that would
   * be found, and confirms what the filing says in its place. If none of the section is found, the
   * answer is the same as without the outline, with a warning.
   *
   * @param outline of this filing, possibly made when its blocks were formed differently
   */
  public static Segmentation segment(Filing filing, FilingOutline outline) {
    Segmentation corrected = new CorrectedSection(filing, outline).segmentation();
    if (corrected != null) {
      return corrected;
    }
    Segmentation own = segment(filing);
    if (!outline.hasSection()) {
      return CorrectedSection.without(own);
    }
    List<Warning> doubts = new ArrayList<>(own.doubts());
    doubts.add(
        new Warning("correction-lost", "none of its corrected outline is in the filing anymore"));
    return new Segmentation(
        own.section(), own.exhibit(), own.confidence(), doubts, own.explanation());
  }

  /**
   * The role of each block of a document.
   *
   * @param told the answer for the filing
   * @param document number of the document in the submission; 0 for the one with the section, or
   *     the main one if there is none
   * @return an outline without lines if there is no such document, or it has no text
   */
  public static FilingOutline outline(Filing filing, Segmentation told, int document) {
    return CorrectedSection.found(filing, told, document);
  }

  /**
   * The lines of an outline, from 0, whose blocks are not in a filing, except lines for body text
   * and for text outside the section.
   */
  public static List<Integer> unmatched(Filing filing, FilingOutline outline) {
    return new CorrectedSection(filing, outline).lost();
  }

  static Segmentation segment(Filing filing, OutlineModel model) {
    String form = filing.facts().form();
    FormFamily family = FormFamily.of(form);
    if (family == FormFamily.NONE) {
      RiskSection none = new RiskSection.Absent("form " + form + " has no risk factors", "form");
      return new Segmentation(none, null, 1, List.of());
    }
    Found main = find(filing.blocks(), family, model, filing.document());
    Status status = main.section.status();
    if (status == Status.ABSENT || status == Status.INCORPORATED) {
      for (Exhibit exhibit : filing.exhibits()) {
        Found found = find(exhibit.blocks(), FormFamily.UNKNOWN, model, exhibit.number());
        if (found.section.status() == Status.PRESENT) {
          return found.segmentation(exhibit.title(), model);
        }
      }
    }
    return main.segmentation(null, model);
  }

  /** The result for one document. */
  private record Found(
      RiskSection section, List<Answer> answers, RiskSplitter.@Nullable Split split) {
    Segmentation segmentation(@Nullable String exhibit, OutlineModel model) {
      return ConfidenceEstimator.estimate(section, exhibit, answers, split, model);
    }
  }

  /** The evidence that {@link ConfidenceEstimator} uses for a filing's main document. */
  static List<String> doubt(Filing filing, OutlineModel model) {
    FormFamily family = FormFamily.of(filing.facts().form());
    Found found = find(filing.blocks(), family, model, filing.document());
    return ConfidenceEstimator.evidence(found.section, found.answers, found.split);
  }

  private static Found find(
      List<Block> blocks, FormFamily family, OutlineModel model, int document) {
    List<Block> clean = PageCleaner.clean(blocks);
    List<Answer> answers = SectionEvidence.answers(clean, family, model);
    Answer best = answers.getFirst();
    Candidate where = best.candidate();
    if (where == null) {
      return new Found(absent(answers, clean.size()), answers, null);
    }
    StatusReader.Answer said = best.said();
    if (said != null) {
      return new Found(said.section(where.opening().method()), answers, null);
    }
    RiskSplitter.Split split = RiskSplitter.split(best.section(), model, document);
    return new Found(present(where, best.section(), split.risks(), document), answers, split);
  }

  private static RiskSection absent(List<Answer> answers, int blocks) {
    for (Answer answer : answers) {
      if (answer.candidate() != null) {
        return new RiskSection.Absent(
            "a heading “%s” with no risks under it".formatted(answer.candidate().heading()),
            "heading-without-risks");
      }
    }
    return new RiskSection.Absent(
        "no heading for risk factors among %,d blocks of text".formatted(blocks), "no-heading");
  }

  private static RiskSection.Present present(
      Candidate where, List<Block> section, List<RiskFactor> risks, int document) {
    List<Place> places = Paragraphs.places(section, document);
    Place place = places.isEmpty() ? null : places.stream().reduce(Place::and).orElseThrow();
    return new RiskSection.Present(
        where.heading(),
        where.opening().method(),
        where.heading(),
        Paragraphs.text(section),
        risks,
        place);
  }

  /** The blocks of a section, without headings that only continue from an earlier page. */
  static List<Block> section(List<Block> blocks, int from, int to) {
    Set<String> seen = new HashSet<>();
    int seenTo = from;
    List<Block> out = new ArrayList<>(Math.max(0, to - from));
    for (int i = from; i < to; i++) {
      String text = blocks.get(i).text();
      boolean continued = isTitle(text) && Heading.isContinued(text);
      for (; continued && seenTo < i; seenTo++) {
        String before = blocks.get(seenTo).text();
        if (isTitle(before)) {
          seen.add(Heading.normal(before));
        }
      }
      if (!continued || !seen.contains(Heading.normal(text))) {
        out.add(blocks.get(i));
      }
    }
    return out;
  }

  private static boolean isTitle(String text) {
    return text.length() <= Heading.MAX_LENGTH;
  }
}
