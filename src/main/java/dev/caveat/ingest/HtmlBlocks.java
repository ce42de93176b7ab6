package dev.caveat.ingest;

import dev.caveat.model.Block;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * <p>A table's rows are collected and handed to {@link TableRow}, innermost first.
 */
final class HtmlBlocks implements NodeFilter {
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
    if (isBlock(tag) && !isInline(element)) {
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
    if (isBlock(tag) && !isInline(element)) {
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
      sink.addAll(TableRow.blocks(row.cells));
    } else if (isCell(tag)) {
      sink = row.outer;
    }
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
          "issuertradingsymbol",
          "signaturedate" ->
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

  /** Some tools part no paragraph with a box, but only mark a word in it. */
  private boolean isInline(Element element) {
    return css.read(element.attr("style")).inline;
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
