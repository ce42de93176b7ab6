package dev.caveat.segment;

import dev.caveat.model.Block;
import dev.caveat.model.Filing;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds a filing's risk factors and splits them into single risks. Stateless; safe for use by
 * several threads; the same filing always gets the same answer.
 */
public final class Segmenter {
  /** Without an item number, a section shorter than this and without captions is none. */
  private static final int SHORTEST_UNNUMBERED = 2_000;

  private static final int SHORTEST_TITLED = 400;

  private Segmenter() {}

  /**
   * The answer for one filing.
   *
   * @return one of the five answers, with the words it rests on
   */
  public static Segmentation segment(Filing filing) {
    return new Segmentation(section(filing), null, 1, List.of());
  }

  private static RiskSection section(Filing filing) {
    String form = filing.facts().form();
    FormFamily family = FormFamily.of(form);
    if (family == FormFamily.NONE) {
      return new RiskSection.Absent("form " + form + " carries no risk factors", "form");
    }
    List<Block> blocks = PageCleaner.clean(filing.blocks());
    RiskSection weak = null;
    for (SectionFinder.Found found : new SectionFinder(blocks, family).find()) {
      RiskSection answer = answer(blocks, found, family);
      if (answer instanceof RiskSection.Present present) {
        if (weak == null || weak instanceof RiskSection.Absent) {
          return present;
        }
        return standsElsewhere(weak, found, family) ? present : weak;
      }
      weak = weak == null || weak instanceof RiskSection.Absent ? answer : weak;
    }
    return weak != null
        ? weak
        : new RiskSection.Absent(
            "no heading for risk factors among %,d blocks of text".formatted(blocks.size()),
            "no-heading");
  }

  /** An item that only points to a section which stands in the same document under its title. */
  private static boolean standsElsewhere(
      RiskSection pointer, SectionFinder.Found found, FormFamily family) {
    return pointer instanceof RiskSection.Incorporated
        && found.length() >= SectionFinder.SUBSTANTIAL
        && family != FormFamily.QUARTERLY;
  }

  private static RiskSection answer(
      List<Block> blocks, SectionFinder.Found found, FormFamily family) {
    List<Block> section = section(blocks, found.first(), found.end());
    if (found.runIn() != null) {
      section.add(0, paragraph(found.runIn()));
    }
    section.removeIf(b -> isHeadingAgain(b, found.heading()));
    String text = Paragraphs.text(section);
    List<RiskFactor> risks = text.isEmpty() ? List.of() : RiskSplitter.split(section);
    if (text.length() < SectionFinder.SUBSTANTIAL || risks.isEmpty()) {
      boolean captioned = risks.stream().anyMatch(r -> r.captioned() && !r.paragraphs().isEmpty());
      StatusReader.Answer said =
          captioned
              ? null
              : StatusReader.read(
                  text.substring(0, Math.min(text.length(), 2 * SectionFinder.SUBSTANTIAL)));
      if (said != null && (found.strength() == 3 || speaksOfRisks(said))) {
        return of(said, found.method());
      }
      if (text.isEmpty() || (!captioned && text.length() < shortest(found, family))) {
        return new RiskSection.Absent(
            "a heading “%s” without risks of its own under it".formatted(found.heading()),
            "heading-without-risks");
      }
    }
    return new RiskSection.Present(
        found.heading(), found.method(), found.heading(), text, risks, null);
  }

  /** The blocks of a section, without headings that only go on from an earlier page. */
  static List<Block> section(List<Block> blocks, int from, int to) {
    return withoutContinued(new ArrayList<>(blocks.subList(from, to)));
  }

  /** How much text without captions is a section: offerings call nothing else "Risk Factors". */
  private static int shortest(SectionFinder.Found found, FormFamily family) {
    return switch (found.strength()) {
      case 3 -> 0;
      case 2 -> family == FormFamily.OFFERING ? SHORTEST_TITLED : SHORTEST_UNNUMBERED;
      default -> SHORTEST_UNNUMBERED;
    };
  }

  /** Under a title alone, a sentence counts only if it is about risk factors. */
  private static boolean speaksOfRisks(StatusReader.Answer said) {
    String sentence = said.evidence().toLowerCase(Locale.ROOT);
    return sentence.contains("risk factor") || sentence.contains("factors");
  }

  private static RiskSection of(StatusReader.Answer said, String method) {
    return switch (said.status()) {
      case NOT_REQUIRED -> new RiskSection.NotRequired(said.evidence(), method);
      case NO_MATERIAL_CHANGES -> new RiskSection.NoMaterialChanges(said.evidence(), method);
      case INCORPORATED -> new RiskSection.Incorporated(said.evidence(), method);
      default -> throw new IllegalStateException("no rule gives " + said.status());
    };
  }

  /** Running heads that repeat the section's own heading. */
  private static boolean isHeadingAgain(Block block, String heading) {
    return block.text().length() < 160
        && Heading.normal(block.text()).equals(Heading.normal(heading));
  }

  /** Group headings that stand on the next page again, with "(continued)" behind them. */
  private static List<Block> withoutContinued(List<Block> section) {
    Set<String> seen = new HashSet<>();
    List<Block> out = new ArrayList<>(section.size());
    for (Block block : section) {
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

  private static Block paragraph(String text) {
    return new Block(
        text,
        Block.Kind.PARAGRAPH,
        dev.caveat.model.Style.PLAIN,
        text.length(),
        false,
        0,
        false,
        false,
        -1,
        -1);
  }
}
