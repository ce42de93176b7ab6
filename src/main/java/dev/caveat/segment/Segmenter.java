package dev.caveat.segment;

import dev.caveat.model.Block;
import dev.caveat.model.Exhibit;
import dev.caveat.model.Filing;
import dev.caveat.model.Place;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import dev.caveat.model.RiskSection.Status;
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
   * The answer for one filing, and how sure it is.
   *
   * @return one of the five answers, with the words it rests on
   */
  public static Segmentation segment(Filing filing) {
    return segment(filing, OutlineModel.bundled());
  }

  static Segmentation segment(Filing filing, OutlineModel model) {
    String form = filing.facts().form();
    FormFamily family = FormFamily.of(form);
    if (family == FormFamily.NONE) {
      RiskSection none =
          new RiskSection.Absent("form " + form + " carries no risk factors", "form");
      return new Segmentation(none, null, 1, List.of());
    }
    Found main = find(filing.blocks(), family, model, filing.document());
    Status status = main.section.status();
    if (status == Status.ABSENT || status == Status.INCORPORATED) {
      for (Exhibit exhibit : filing.exhibits()) {
        Found found = find(exhibit.blocks(), FormFamily.UNKNOWN, model, exhibit.number());
        if (found.section.status() == Status.PRESENT) {
          return found.segmentation(exhibit.title());
        }
      }
    }
    return main.segmentation(null);
  }

  /** What one document holds. */
  private record Found(
      RiskSection section, List<Answer> answers, RiskSplitter.@Nullable Split split) {
    Segmentation segmentation(@Nullable String exhibit) {
      return Doubt.judge(section, exhibit, answers, split);
    }
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
            "a heading “%s” without risks of its own under it"
                .formatted(answer.candidate().heading()),
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

  /** The blocks of a section, without headings that only go on from an earlier page. */
  static List<Block> section(List<Block> blocks, int from, int to) {
    Set<String> seen = new HashSet<>();
    List<Block> out = new ArrayList<>(Math.max(0, to - from));
    for (Block block : blocks.subList(from, to)) {
      String text = block.text();
      boolean title = text.length() <= Heading.LONGEST;
      if (!title || !Heading.isContinued(text) || !seen.contains(Heading.normal(text))) {
        out.add(block);
      }
      if (title) {
        seen.add(Heading.normal(text));
      }
    }
    return out;
  }
}
