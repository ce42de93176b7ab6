package dev.caveat.segment;

import dev.caveat.model.Block;
import dev.caveat.model.RiskFactor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Splits a section's blocks into single risks: every {@link Hypothesis} is applied to the whole
 * section, {@link RoleModel} predicts the roles of its blocks, {@link OutlineModel} scores the
 * result, and the best one wins. No look is preferred as such.
 */
final class RiskSplitter {
  private static final int LONG_TITLE_AGAIN = Bounds.whole("long-title-again");

  private RiskSplitter() {}

  /** An outline that was tried. */
  record Tried(
      Hypothesis hypothesis, RoleModel.Decoded decoded, List<String> evidence, double score) {}

  /** The risks of a section, and all outlines that were tried, best first. */
  record Split(List<Block> blocks, List<Tried> tried, List<RiskFactor> risks) {}

  static List<RiskFactor> split(List<Block> section) {
    return split(section, OutlineModel.bundled(), 1).risks();
  }

  static Split split(List<Block> section, OutlineModel model, int document) {
    List<Block> blocks = new ArrayList<>(Summary.skip(section));
    blocks.removeIf(RiskSplitter::isTitleAgain);
    SectionSignals signals = new SectionSignals(blocks);
    List<Tried> tried = new ArrayList<>();
    for (Hypothesis hypothesis : Hypotheses.of(signals)) {
      RoleModel.Decoded decoded =
          hypothesis.kind() == Hypothesis.Kind.PARAGRAPHS
              ? new RoleModel.Decoded(Outline.empty(blocks), new double[0])
              : model.roles().decode(signals, hypothesis);
      List<String> evidence = OutlineEvidence.of(signals, hypothesis, decoded);
      tried.add(new Tried(hypothesis, decoded, evidence, model.outlineScore(evidence)));
    }
    tried.sort(Comparator.comparingDouble(Tried::score).reversed());
    return new Split(blocks, tried, risks(blocks, tried.getFirst(), document));
  }

  private static boolean isTitleAgain(Block block) {
    return block.text().length() < LONG_TITLE_AGAIN
        && Heading.normal(block.text()).equals("risk factors");
  }

  static List<RiskFactor> risks(List<Block> blocks, Tried tried, int document) {
    return tried.hypothesis().kind() == Hypothesis.Kind.PARAGRAPHS
        ? Assembler.byParagraph(blocks, document)
        : Assembler.risks(blocks, tried.decoded().outline(), document);
  }
}
