package dev.caveat.segment;

import dev.caveat.model.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * The bulleted summary that Regulation S-K Item 105 wants in front of a long section: it names the
 * risks without telling them, so it holds none.
 *
 * @see <a href="https://www.ecfr.gov/current/title-17/section-229.105">17 CFR 229.105</a>
 */
final class Summary {
  /** A paragraph of this length tells a risk. */
  private static final int PROSE = 350;

  private Summary() {}

  /** The blocks without a summary. */
  static List<Block> skip(List<Block> section) {
    for (int i = 0; i < section.size(); i++) {
      Block block = section.get(i);
      if (block.text().length() < 160 && Heading.kind(block.text()) == Heading.Kind.SUMMARY) {
        int end = end(section, i + 1);
        List<Block> out = new ArrayList<>(section.subList(0, i));
        out.addAll(section.subList(end, section.size()));
        return out;
      }
    }
    return section;
  }

  /**
   * Where the summary ends: at the heading that opens the full text, or in front of its first risk.
   */
  private static int end(List<Block> section, int from) {
    int lastBullet = from;
    for (int i = from; i < section.size(); i++) {
      Block block = section.get(i);
      if (block.text().length() < 120 && Heading.kind(block.text()) == Heading.Kind.RISK) {
        return i + 1;
      }
      if (block.kind() == Block.Kind.LIST_ITEM) {
        lastBullet = i + 1;
      } else if (block.text().length() >= PROSE
          && i > from + 2
          && !CaptionWords.introduces(block.text())) {
        return lastBullet;
      }
    }
    return lastBullet;
  }
}
