package dev.caveat.ingest;

import dev.caveat.model.Block;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * HTML, inline XBRL and ownership XML to blocks: one walk over jsoup's tree, without recursion.
 *
 * <p>Tables serve for layout as often as for figures. A row with one filled cell is what that cell
 * holds; a bullet beside a text is a list item; a row with long texts is read cell by cell; what is
 * left is a table row.
 */
final class HtmlBlocks implements NodeFilter {
  /** Rows with more text than this are laid out, not tabulated. */
  private static final int LAYOUT_ROW = 400;

  private static final int PROSE_CELL = 120;
  private static final int SHORTEST_SENTENCE = 40;

  /** What a number in the cell before counts is a sentence or a title, not a figure. */
  private static final int SHORTEST_ITEM = 20;

  private static final Pattern NUMBER =
      Pattern.compile("\\(?(?:[A-Za-z]|[ivxIVX]{1,4}|\\d{1,2})[.)]{1,2}");

  private static final int PLAIN_TEXT = 400;
  private static final int PLAIN_TEXT_BLANKS = 3;

  /** HTML's font sizes 1 to 7 in tenths of a point. */
  private static final int[] FONT_SIZES = {75, 100, 120, 135, 180, 240, 360};

  private final Css css = new Css();
  private final Deque<Look> looks = new ArrayDeque<>();
  private final Deque<Row> rows = new ArrayDeque<>();
  private final Deque<Fact> openFacts = new ArrayDeque<>();
  private final BlockBuilder builder = new BlockBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, String> facts = new HashMap<>();
  private List<Block> sink = blocks;
  private Look blockLook = Look.ROOT;
  private boolean pageBreak;
  private int lineBreaks;

  /** A table row being read. */
  private static final class Row {
    final List<List<Block>> cells = new ArrayList<>();
    final List<Block> outer;

    Row(List<Block> outer) {
      this.outer = outer;
    }
  }

  /** A tagged fact being read. */
  private record Fact(Element element, String name, StringBuilder text) {}

  private final StyleSheet sheet;

  private HtmlBlocks(Document document, String html) {
    // Most filings have none: do not walk the tree for it.
    boolean styled = html.contains("<style") || html.contains("<STYLE") || html.contains("<Style");
    sheet = styled ? StyleSheet.of(document, css) : StyleSheet.NONE;
    looks.push(Look.ROOT);
  }

  /**
   * What an HTML document holds.
   *
   * @param blocks its text
   * @param facts {@code dei} facts and ownership elements by name, lower case without prefix
   */
  record Result(List<Block> blocks, Map<String, String> facts) {}

  /**
   * Reads a document.
   *
   * @param html the document
   */
  static Result read(String html) {
    Document document = Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
    HtmlBlocks reader = new HtmlBlocks(document, html);
    NodeTraversor.filter(reader, document.body());
    reader.flush();
    return new Result(reader.blocks, reader.facts);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      text(text);
    } else if (node instanceof Element element) {
      return open(element);
    }
    return FilterResult.CONTINUE;
  }

  private void text(TextNode node) {
    String text = node.getWholeText();
    Fact fact = openFacts.peek();
    if (fact != null && fact.text.length() < 1000) {
      fact.text.append(text);
    }
    Look look = current();
    if (look.hidden()) {
      return;
    }
    if (isPlainText(text)) {
      flush();
      sink.addAll(TextBlocks.read(text, false));
      return;
    }
    if (builder.isEmpty()) {
      blockLook = look;
    }
    if (!text.isBlank()) {
      if (lineBreaks > 1 || (lineBreaks == 1 && builder.isSetOffFrom(look.style()))) {
        flush();
        blockLook = look;
      }
      lineBreaks = 0;
    }
    int from = node.sourceRange().startPos();
    builder.append(text, look.style(), look.link(), from, node.sourceRange().endPos());
  }

  /** Some tools put a plain-text filing into HTML as it is: blank lines part its paragraphs. */
  private static boolean isPlainText(String text) {
    if (text.length() < PLAIN_TEXT) {
      return false;
    }
    int blankLines = 0;
    boolean blank = false;
    for (int i = 0; i < text.length() && blankLines < PLAIN_TEXT_BLANKS; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        blankLines += blank ? 1 : 0;
        blank = true;
      } else if (!BlockBuilder.isBlank(c)) {
        blank = false;
      }
    }
    return blankLines == PLAIN_TEXT_BLANKS;
  }

  private Look current() {
    Look look = looks.peek();
    return look == null ? Look.ROOT : look;
  }

  private FilterResult open(Element element) {
    String tag = element.normalName();
    Look look = current();
    switch (tag) {
      case "script", "style", "head", "title", "object", "noscript" -> {
        return FilterResult.SKIP_ENTIRELY;
      }
      case "pre" -> {
        preformatted(element, look);
        return FilterResult.SKIP_ENTIRELY;
      }
      case "br" -> {
        lineBreaks++;
        builder.blank();
        return FilterResult.CONTINUE;
      }
      case "hr" -> {
        flush();
        pageBreak = true;
        return FilterResult.CONTINUE;
      }
      case "b", "strong" -> look = look.bold(true);
      case "h1", "h2", "h3", "h4", "h5", "h6" -> look = look.bold(true);
      case "i", "em" -> look = look.italic(true);
      case "u", "ins" -> look = look.underline(true);
      case "center" -> look = look.centered(true);
      case "blockquote", "ul", "ol", "dd" -> look = look.indentedBy(20);
      case "li" -> look = look.asListItem();
      case "a" -> look = element.hasAttr("href") ? look.asLink() : look;
      case "font" -> look = font(element, look);
      case "ix:header" -> look = look.asHidden();
      default -> {}
    }
    if (isFact(tag)) {
      openFact(element, tag);
    }
    look = attributes(element, look);
    if (isBlock(tag)) {
      flush();
      openCell(tag);
    }
    looks.push(look);
    return FilterResult.CONTINUE;
  }

  /** Old filings put a whole plain-text document between {@code <PRE>} tags. */
  private void preformatted(Element element, Look look) {
    flush();
    if (!look.hidden()) {
      sink.addAll(TextBlocks.read(element.wholeText(), false));
    }
  }

  private Look attributes(Element element, Look look) {
    if (element.attributesSize() == 0) {
      return sheet.isEmpty() ? look : sheet.apply(element.normalName(), "", look);
    }
    if (!sheet.isEmpty()) {
      look = sheet.apply(element.normalName(), element.className(), look);
    }
    String align = element.attr("align");
    if (!align.isEmpty()) {
      look = look.centered(align.equalsIgnoreCase("center"));
    }
    String style = element.attr("style");
    if (!style.isEmpty()) {
      Css.Declared declared = css.read(style);
      look = declared.apply(look);
      if (declared.pageBreak) {
        flush();
        pageBreak = true;
      }
    }
    return look;
  }

  private static Look font(Element element, Look look) {
    String size = element.attr("size").strip();
    if (size.matches("[1-7]")) {
      look = look.size(FONT_SIZES[size.charAt(0) - '1']);
    } else if (size.matches("[+-][1-4]")) {
      int step = Math.clamp(2 + Integer.parseInt(size), 0, FONT_SIZES.length - 1);
      look = look.size(FONT_SIZES[step]);
    }
    String color = element.attr("color");
    if (!color.isEmpty()) {
      Integer rgb = Css.color(color.strip().toLowerCase(Locale.ROOT));
      look = rgb == null ? look : look.color(rgb);
    }
    return look;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      close(element);
    }
    return FilterResult.CONTINUE;
  }

  private void close(Element element) {
    String tag = element.normalName();
    switch (tag) {
      case "script", "style", "head", "title", "object", "noscript", "br", "hr" -> {
        return;
      }
      default -> {}
    }
    if (isBlock(tag)) {
      flush();
      closeCell(tag);
    }
    looks.pop();
    Fact fact = openFacts.peek();
    if (fact != null && fact.element == element) {
      openFacts.pop();
      facts.putIfAbsent(fact.name, fact.text.toString().replaceAll("[\\s\\u00A0]+", " ").strip());
    }
  }

  private void openCell(String tag) {
    if (tag.equals("tr")) {
      rows.push(new Row(sink));
    } else if (isCell(tag)) {
      Row row = rows.peek();
      if (row != null) {
        sink = new ArrayList<>();
        row.cells.add(sink);
      }
    }
  }

  private void closeCell(String tag) {
    Row row = rows.peek();
    if (row == null) {
      return;
    }
    if (tag.equals("tr")) {
      rows.pop();
      sink = row.outer;
      emit(row.cells);
    } else if (isCell(tag)) {
      sink = row.outer;
    }
  }

  private void emit(List<List<Block>> cells) {
    cells.removeIf(List::isEmpty);
    if (cells.isEmpty()) {
      return;
    }
    List<Block> firstCell = cells.get(0);
    if (cells.size() == 1) {
      sink.addAll(firstCell);
    } else if (cells.size() == 2
        && firstCell.size() == 1
        && (BlockBuilder.isBullet(firstCell.get(0).text())
            || isNumberOf(firstCell.get(0).text(), cells.get(1).get(0)))) {
      sink.add(bulleted(firstCell.get(0), cells.get(1).get(0)));
      sink.addAll(cells.get(1).subList(1, cells.get(1).size()));
    } else if (cells.size() <= 4
        && (length(cells) > LAYOUT_ROW || hasProse(cells) || isCaptionBesideBody(cells))) {
      cells.forEach(sink::addAll);
    } else {
      sink.add(row(cells));
    }
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
        && text.length() >= SHORTEST_SENTENCE
        && isStop(text.charAt(text.length() - 1));
  }

  /** Whether a cell holds a sentence too long for a table of figures. */
  private static boolean hasProse(List<List<Block>> cells) {
    return cells.stream()
        .flatMap(List::stream)
        .anyMatch(
            b -> b.text().length() > PROSE_CELL && isStop(b.text().charAt(b.text().length() - 1)));
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
    return text.length() <= 6
        && NUMBER.matcher(text).matches()
        && item.text().length() >= SHORTEST_ITEM
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
        bullet.start(),
        item.end());
  }

  private static Block row(List<List<Block>> cells) {
    StringBuilder text = new StringBuilder();
    Block head = cells.get(0).get(0);
    Block last = head;
    int lead = 0;
    boolean sameStyle = true;
    boolean link = true;
    for (List<Block> cell : cells) {
      if (!text.isEmpty()) {
        text.append('\t');
      }
      for (int i = 0; i < cell.size(); i++) {
        last = cell.get(i);
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
        head.start(),
        last.end());
  }

  private void flush() {
    Look look = blockLook;
    Block block = builder.build(look.listItem(), look.centered(), look.indent(), pageBreak);
    lineBreaks = 0;
    if (block != null) {
      pageBreak = false;
      sink.add(block);
    }
  }

  private static boolean isFact(String tag) {
    return switch (tag) {
      case "ix:nonnumeric",
          "documenttype",
          "periodofreport",
          "issuercik",
          "issuername",
          "issuertradingsymbol" ->
          true;
      default -> false;
    };
  }

  private void openFact(Element element, String tag) {
    String name = tag.startsWith("ix:") ? element.attr("name") : tag;
    if (name.startsWith("dei:") || !tag.startsWith("ix:")) {
      String key = name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
      openFacts.push(new Fact(element, key, new StringBuilder()));
    }
  }

  private static boolean isCell(String tag) {
    return tag.equals("td") || tag.equals("th");
  }

  private static boolean isBlock(String tag) {
    return switch (tag) {
      case "p",
          "div",
          "tr",
          "td",
          "th",
          "table",
          "tbody",
          "thead",
          "caption",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "blockquote",
          "center",
          "body",
          "section",
          "article",
          "form",
          "address",
          "page",
          "text",
          "document",
          "xbrl",
          "xml" ->
          true;
      default -> false;
    };
  }
}
