package dev.caveat.segment;

import dev.caveat.model.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The bulleted summary that Regulation S-K Item 105 requires before a long section: it names risks
 * without describing them, so it contains none.
 *
 * @see <a href="https://www.ecfr.gov/current/title-17/section-229.105">17 CFR 229.105</a>
 */
final class Summary {
  private static final int MAX_HEADING_LENGTH = Bounds.whole("longest-summary-heading");
  private static final int BULLETS_WITHIN = Bounds.whole("bullets-within");

  private Summary() {}

  /** The blocks without a summary. */
  static List<Block> skip(List<Block> section) {
    for (int i = 0; i < section.size(); i++) {
      Block block = section.get(i);
      if (block.text().length() < MAX_HEADING_LENGTH
          && Heading.kind(block.text()) == Heading.Kind.SUMMARY) {
        List<Block> out = new ArrayList<>(section.subList(0, i));
        out.addAll(section.subList(end(section, i + 1), section.size()));
        return out;
      }
    }
    return section;
  }

  /**
   * Where the summary ends: at the heading that opens the full text; or at the first of its own
   * headings that comes again; or, behind its bullets, at the first heading that does not stand
   * over bullets.
   */
  private static int end(List<Block> section, int from) {
    Set<String> headings = new HashSet<>();
    int behindBullets = -1;
    boolean bullets = false;
    for (int i = from; i < section.size(); i++) {
      Block block = section.get(i);
      boolean item = block.kind() == Block.Kind.LIST_ITEM;
      bullets |= item;
      if (item || block.text().length() > MAX_HEADING_LENGTH) {
        continue;
      }
      if (Heading.kind(block.text()) == Heading.Kind.RISK) {
        return i + 1;
      }
      boolean overBullets =
          i + 1 < section.size() && section.get(i + 1).kind() == Block.Kind.LIST_ITEM;
      if (Typography.of(block).distinct()) {
        String heading = Heading.normal(block.text());
        if (headings.contains(heading)) {
          return i;
        }
        if (bullets && !overBullets && behindBullets < 0) {
          behindBullets = i;
        }
        if (behindBullets < 0) {
          headings.add(heading);
        }
      }
    }
    return behindBullets >= 0 ? behindBullets : behindItems(section, from);
  }

  /** Behind the first run of bullets, where no heading says that the summary is over. */
  private static int behindItems(List<Block> section, int from) {
    int i = from;
    while (i < section.size()
        && i < from + BULLETS_WITHIN
        && section.get(i).kind() != Block.Kind.LIST_ITEM) {
      i++;
    }
    int end = from;
    while (i < section.size() && section.get(i).kind() == Block.Kind.LIST_ITEM) {
      end = ++i;
    }
    return end;
  }
}
