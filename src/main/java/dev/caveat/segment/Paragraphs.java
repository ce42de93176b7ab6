package dev.caveat.segment;

import dev.caveat.model.Block;
import dev.caveat.model.Place;
import java.util.ArrayList;
import java.util.List;

/** Blocks to paragraphs: the rows of one table are one paragraph, a row a line. */
final class Paragraphs {
  private Paragraphs() {}

  static List<String> of(List<Block> blocks) {
    List<StringBuilder> out = new ArrayList<>();
    boolean inTable = false;
    for (Block block : blocks) {
      boolean row = block.kind() == Block.Kind.TABLE_ROW;
      if (row && inTable) {
        out.getLast().append('\n').append(block.text());
      } else {
        out.add(new StringBuilder(block.text()));
      }
      inTable = row;
    }
    return out.stream().map(StringBuilder::toString).toList();
  }

  /** Where each paragraph is in the filing as filed; empty if that is unknown of any. */
  static List<Place> places(List<Block> blocks, int document) {
    List<Place> out = new ArrayList<>();
    boolean inTable = false;
    for (Block block : blocks) {
      boolean row = block.kind() == Block.Kind.TABLE_ROW;
      Place place = place(block, document);
      if (row && inTable) {
        out.set(out.size() - 1, out.getLast().and(place));
      } else {
        out.add(place);
      }
      inTable = row;
    }
    return out;
  }

  static Place place(Block block, int document) {
    int start = Math.max(0, block.start());
    return new Place(document, start, Math.max(start, block.end()));
  }

  /** All paragraphs, separated by blank lines. */
  static String text(List<Block> blocks) {
    return String.join("\n\n", of(blocks));
  }
}
