package dev.caveat.segment;

import dev.caveat.model.Block;
import java.util.ArrayList;
import java.util.List;

/** Blocks to paragraphs: the rows of one table are one paragraph, a row a line. */
final class Paragraphs {
  private Paragraphs() {}

  static List<String> of(List<Block> blocks) {
    List<String> out = new ArrayList<>();
    boolean inTable = false;
    for (Block block : blocks) {
      boolean row = block.kind() == Block.Kind.TABLE_ROW;
      if (row && inTable) {
        out.set(out.size() - 1, out.get(out.size() - 1) + "\n" + block.text());
      } else {
        out.add(block.text());
      }
      inTable = row;
    }
    return out;
  }

  /** All paragraphs, separated by blank lines. */
  static String text(List<Block> blocks) {
    return String.join("\n\n", of(blocks));
  }
}
