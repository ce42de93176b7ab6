package dev.caveat.segment;

import dev.caveat.model.Block;
import dev.caveat.model.Filing;
import dev.caveat.model.FilingOutline;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import dev.caveat.model.Warning;
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

  /**
   * The answer for one filing as a person outlined it. The roles that its blocks have in the
   * outline stand; blocks are found by their first words. An outline without a section takes away a
   * section that would be found, and confirms what the filing says in place of one. Where nothing
   * of the section is found any more, the answer is as without the outline, with a warning.
   *
   * @param outline of this filing, perhaps when its blocks were built otherwise
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
        new Warning(
            "correction-lost", "nothing of its corrected outline is found in the filing any more"));
    return new Segmentation(
        own.section(), own.exhibit(), own.confidence(), doubts, own.explanation());
  }

  /**
   * What each block of a document was taken for.
   *
   * @param told the answer for the filing
   * @param document number of the document in the submission; 0 for the one with the section, or
   *     the main one where there is none
   * @return without lines where there is no such document, or no text in it
   */
  public static FilingOutline outline(Filing filing, Segmentation told, int document) {
    return CorrectedSection.found(filing, told, document);
  }

  /**
   * The lines of an outline, from 0, whose blocks are not in a filing; those of text and of what is
   * outside the section are not missed.
   */
  public static List<Integer> unmatched(Filing filing, FilingOutline outline) {
    return new CorrectedSection(filing, outline).lost();
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
    List<Block> section = new ArrayList<>(blocks.subList(found.first(), found.end()));
    if (found.runIn() != null) {
      section.add(0, paragraph(found.runIn()));
    }
    section.removeIf(b -> isHeadingAgain(b, found.heading()));
    section = withoutContinued(section);
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
