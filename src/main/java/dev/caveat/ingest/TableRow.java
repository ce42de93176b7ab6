package dev.caveat.ingest;

import dev.caveat.model.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Converts a table row to blocks. Tables are used for layout as often as for figures: a row with
 * one filled cell is that cell's content; a bullet next to a text is a list item; a row with long
 * texts, or with a caption next to its body, is read cell by cell; any other row is a row of
 * figures.
 */
final class TableRow {
  private static final int MAX_COLUMNS = Bounds.whole("most-columns");
  private static final int LAYOUT_ROW = Bounds.whole("layout-row");
  private static final int PROSE_CELL = Bounds.whole("prose-cell");
  private static final int MIN_SENTENCE_LENGTH = Bounds.whole("shortest-cell-body");
  private static final int MIN_ITEM_LENGTH = Bounds.whole("shortest-item");
  private static final int MAX_NUMBER_LENGTH = Bounds.whole("longest-number");

  private static final Pattern NUMBER =
      Pattern.compile("\\(?(?:[A-Za-z]|[ivxIVX]{1,4}|\\d{1,2})[.)]{1,2}");

  private TableRow() {}

  /** What a row holds; empty cells count for nothing. */
  static List<Block> blocks(List<List<Block>> all) {
    List<List<Block>> cells = new ArrayList<>(all);
    cells.removeIf(List::isEmpty);
    if (cells.size() < 2) {
      return cells.isEmpty() ? List.of() : cells.get(0);
    }
    if (isItem(cells)) {
      List<Block> out = new ArrayList<>(cells.get(1));
      out.set(0, bulleted(cells.get(0).get(0), out.get(0)));
      return out;
    }
    boolean laidOut = length(cells) > LAYOUT_ROW || hasProse(cells) || isCaptionBesideBody(cells);
    return cells.size() <= MAX_COLUMNS && laidOut
        ? cells.stream().flatMap(List::stream).toList()
        : List.of(row(cells));
  }

  /** A bullet or a number, and what it counts. */
  private static boolean isItem(List<List<Block>> cells) {
    if (cells.size() != 2 || cells.get(0).size() != 1) {
      return false;
    }
    String first = cells.get(0).get(0).text();
    return BlockBuilder.isBullet(first) || isNumberOf(first, cells.get(1).get(0));
  }

  /** A marked text beside one that nothing marks and that ends as a sentence does. */
  private static boolean isCaptionBesideBody(List<List<Block>> cells) {
    Block left = cells.get(0).get(0);
    Block right = cells.get(1).get(0);
    String text = right.text();
    return cells.size() == 2
        && left.style().marked()
        && left.uniform()
        && !right.style().marked()
        && text.length() >= MIN_SENTENCE_LENGTH
        && isStop(text.charAt(text.length() - 1));
  }

  /** Whether a cell holds a sentence too long for a table of figures. */
  private static boolean hasProse(List<List<Block>> cells) {
    for (List<Block> cell : cells) {
      for (Block b : cell) {
        String text = b.text();
        if (text.length() > PROSE_CELL && isStop(text.charAt(text.length() - 1))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isStop(char c) {
    return c == '.' || c == ':' || c == ';' || c == '?';
  }

  private static int length(List<List<Block>> cells) {
    int sum = 0;
    for (List<Block> cell : cells) {
      for (Block b : cell) {
        sum += b.text().length();
      }
    }
    return sum;
  }

  /** "1.", "(a)" or "iv)" beside a text: a list's item, or a heading that is counted. */
  private static boolean isNumberOf(String text, Block item) {
    return text.length() <= MAX_NUMBER_LENGTH
        && NUMBER.matcher(text).matches()
        && item.text().length() >= MIN_ITEM_LENGTH
        && Character.isLetter(item.text().charAt(item.text().length() - 2));
  }

  /** A bullet makes a list's item of what stands beside it; a number leaves a heading a heading. */
  private static Block bulleted(Block bullet, Block item) {
    String prefix = bullet.text() + " ";
    boolean heading =
        !BlockBuilder.isBullet(bullet.text())
            && (item.style().marked() || Character.isUpperCase(item.text().charAt(0)));
    return new Block(
        prefix + item.text(),
        heading ? Block.Kind.PARAGRAPH : Block.Kind.LIST_ITEM,
        item.style(),
        item.lead() + prefix.length(),
        item.centered(),
        item.indent(),
        bullet.pageBreak(),
        item.link(),
        Math.min(bullet.start(), item.start()),
        Math.max(bullet.end(), item.end()));
  }

  private static Block row(List<List<Block>> cells) {
    StringBuilder text = new StringBuilder();
    Block head = cells.get(0).get(0);
    Block last = head;
    int start = head.start();
    int end = head.end();
    int lead = 0;
    boolean sameStyle = true;
    boolean link = true;
    for (List<Block> cell : cells) {
      if (!text.isEmpty()) {
        text.append('\t');
      }
      for (int i = 0; i < cell.size(); i++) {
        last = cell.get(i);
        start = Math.min(start, last.start());
        end = Math.max(end, last.end());
        text.append(i == 0 ? "" : " ").append(last.text());
        sameStyle &= last.uniform() && last.style().bold() == head.style().bold();
        link &= last.link();
        lead = sameStyle ? text.length() : lead;
      }
    }
    return new Block(
        text.toString(),
        Block.Kind.TABLE_ROW,
        head.style(),
        lead == 0 ? head.lead() : lead,
        head.centered(),
        head.indent(),
        head.pageBreak(),
        link,
        start,
        end);
  }
}
