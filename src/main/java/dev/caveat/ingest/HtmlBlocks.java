package dev.caveat.ingest;

import dev.caveat.ingest.html.Characters;
import dev.caveat.ingest.html.Node;
import dev.caveat.ingest.html.StartTag;
import dev.caveat.ingest.html.TreeBuilder;
import dev.caveat.model.Block;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * HTML, inline XBRL and ownership XML to blocks: one walk over the document's tree, without
 * recursion.
 *
 * <p>A table's rows are collected and handed to {@link TableRow}, innermost first.
 */
final class HtmlBlocks {
  private static final int PLAIN_TEXT = Bounds.whole("shortest-plain-text");
  private static final int PLAIN_TEXT_BLANKS = Bounds.whole("plain-text-blanks");
  private static final int TAGGED_FACT = Bounds.whole("tagged-fact");
  private static final int LIST_INDENT = Bounds.whole("list-indent");
  private static final double[] FONT_SIZES = Bounds.steps("font-sizes");
  private static final char LARGEST_FONT = (char) ('0' + FONT_SIZES.length);

  private final char[] source;
  private final Characters decoded;
  private final Css css = new Css();
  private final Deque<ComputedStyle> looks = new ArrayDeque<>();
  private final Deque<Row> rows = new ArrayDeque<>();
  private final Deque<Fact> openFacts = new ArrayDeque<>();
  private final BlockBuilder builder = new BlockBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, String> facts = new HashMap<>();
  private List<Block> sink = blocks;
  private ComputedStyle blockLook = ComputedStyle.ROOT;

  /** What was computed last for each start tag: around the element, and inside. */
  private @Nullable ComputedStyle[] lookAround = {};

  private @Nullable ComputedStyle[] lookInside = {};
  private Css.Declared[] declared = {};
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
  private record Fact(Node element, String name, StringBuilder text) {}

  private final StyleSheet sheet;

  private HtmlBlocks(char[] source, String styles) {
    this.source = source;
    this.decoded = new Characters(source);
    sheet = StyleSheet.of(styles, css);
    looks.push(ComputedStyle.ROOT);
  }

  /**
   * What an HTML document holds.
   *
   * @param blocks its text
   * @param facts {@code dei} facts and ownership elements by name, lowercase without prefix
   */
  record Result(List<Block> blocks, Map<String, String> facts) {}

  /**
   * Reads a document.
   *
   * @param html the document
   * @throws MalformedFilingException if it has more blocks than are read
   */
  static Result read(String html) throws MalformedFilingException {
    char[] source = html.toCharArray();
    TreeBuilder.Tree tree = TreeBuilder.read(source);
    HtmlBlocks reader = new HtmlBlocks(source, tree.styles());
    reader.walk(tree);
    return new Result(reader.blocks, reader.facts);
  }

  private void walk(TreeBuilder.Tree tree) throws MalformedFilingException {
    if (tree.body() != null) {
      looks.push(look(tree.body(), current()));
      pageBreak = declared(tree.body()).pageBreak;
    }
    Node node = tree.first();
    while (node != null) {
      FilingReader.checkBlocks(blocks.size());
      StartTag start = node.start();
      boolean inside = start == null ? text(node) : open(node, start);
      if (inside && node.first() != null) {
        node = node.first();
        continue;
      }
      if (inside && start != null) {
        close(node, start);
      }
      node = behind(node);
    }
    flush();
    FilingReader.checkBlocks(blocks.size());
  }

  /** The node that follows where all inside one has been read; null at the end. */
  private @Nullable Node behind(Node last) {
    Node node = last;
    while (node.next() == null) {
      node = node.parent();
      if (node == null || node.start() == null || node.parent() == null) {
        return null;
      }
      close(node, node.start());
    }
    return node.next();
  }

  /** Adds a run of text; it has nothing inside. */
  private boolean text(Node node) {
    ComputedStyle look = current();
    Fact fact = openFacts.peek();
    boolean asked = fact != null && fact.text.length() < TAGGED_FACT;
    if (look.hidden() && !asked) {
      return false;
    }
    char[] chars = source;
    int from = node.from();
    int to = node.to();
    if (!node.isPlain()) {
      decoded.clear();
      decoded.add(from, to);
      chars = decoded.chars();
      from = 0;
      to = decoded.length();
    }
    if (fact != null && asked) {
      fact.text.append(chars, from, to - from);
    }
    if (look.hidden()) {
      return false;
    }
    if (isPlainText(chars, from, to)) {
      flush();
      plainText(node);
      return false;
    }
    if (builder.isEmpty()) {
      blockLook = look;
    }
    if (lineBreaks > 0 && !isBlank(chars, from, to)) {
      if (lineBreaks > 1 || builder.isSetOffFrom(look.style())) {
        flush();
        blockLook = look;
      }
      lineBreaks = 0;
    }
    builder.append(chars, from, to, look.style(), look.link());
    if (builder.tookAny()) {
      boolean plain = node.isPlain();
      int first = builder.firstTaken();
      int last = builder.lastTaken();
      builder.stands(plain ? first : decoded.start(first), plain ? last + 1 : decoded.end(last));
    }
    return false;
  }

  private void plainText(Node node) {
    Characters text = new Characters(source);
    text.add(node.from(), node.to());
    sink.addAll(TextBlocks.read(text));
  }

  private static boolean isBlank(char[] chars, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(chars[i])) {
        return false;
      }
    }
    return true;
  }

  /** Some tools put a plain-text filing into HTML as it is: blank lines part its paragraphs. */
  private static boolean isPlainText(char[] chars, int from, int to) {
    if (to - from < PLAIN_TEXT) {
      return false;
    }
    int blankLines = 0;
    boolean blank = false;
    for (int i = from; i < to && blankLines < PLAIN_TEXT_BLANKS; i++) {
      char c = chars[i];
      if (c == '\n') {
        blankLines += blank ? 1 : 0;
        blank = true;
      } else if (!BlockBuilder.isBlank(c)) {
        blank = false;
      }
    }
    return blankLines == PLAIN_TEXT_BLANKS;
  }

  private ComputedStyle current() {
    ComputedStyle look = looks.peek();
    return look == null ? ComputedStyle.ROOT : look;
  }

  /** Begins an element; whether what is inside is to be read. */
  private boolean open(Node node, StartTag start) {
    String tag = start.tag().name();
    switch (tag) {
      case "object", "noscript" -> {
        return false;
      }
      case "pre" -> {
        preformatted(node);
        return false;
      }
      case "br" -> {
        lineBreaks++;
        builder.blank();
        return true;
      }
      case "hr" -> {
        flush();
        pageBreak = true;
        return true;
      }
      default -> {}
    }
    if (isFact(tag)) {
      openFact(node, start);
    }
    ComputedStyle look = look(start, current());
    if (declared(start).pageBreak) {
      flush();
      pageBreak = true;
    }
    if (isBlock(tag) && !declared(start).inline) {
      flush();
      openCell(tag);
    }
    looks.push(look);
    return true;
  }

  /** Old filings put a whole plain-text document between {@code <PRE>} tags. */
  private void preformatted(Node pre) {
    flush();
    if (!current().hidden()) {
      Characters text = new Characters(source);
      wholeText(pre, text);
      sink.addAll(TextBlocks.read(text));
    }
  }

  private static void wholeText(Node pre, Characters text) {
    Node node = pre.first();
    while (node != null) {
      StartTag start = node.start();
      if (start == null) {
        text.add(node.from(), node.to());
      } else if (start.tag().name().equals("br")) {
        put("\n", text);
      } else if (start.tag().name().equals("page")) {
        put(TextBlocks.PAGE, text);
      }
      Node next = node.first();
      while (next == null && node != pre) {
        next = node.next();
        node = node.parent() == null ? pre : node.parent();
      }
      node = next;
    }
  }

  private static void put(String mark, Characters text) {
    int place = text.length() == 0 ? 0 : text.end(text.length() - 1);
    mark.chars().forEach(c -> text.put((char) c, place));
  }

  /** How an element looks where its surroundings look so; found out once for each pair. */
  private ComputedStyle look(StartTag start, ComputedStyle around) {
    int number = start.number();
    if (number < 0) {
      return computed(start, around);
    }
    if (number >= lookAround.length) {
      lookAround = Arrays.copyOf(lookAround, Math.max(number + 1, 2 * lookAround.length));
      lookInside = Arrays.copyOf(lookInside, lookAround.length);
      declared = Arrays.copyOf(declared, lookAround.length);
    }
    ComputedStyle known = lookInside[number];
    if (known != null && lookAround[number] == around) {
      return known;
    }
    ComputedStyle inside = computed(start, around);
    lookAround[number] = around;
    lookInside[number] = inside;
    declared[number] = css.read(start.attribute("style"));
    return inside;
  }

  private ComputedStyle computed(StartTag start, ComputedStyle around) {
    String tag = start.tag().name();
    ComputedStyle look =
        switch (tag) {
          case "b", "strong", "h1", "h2", "h3", "h4", "h5", "h6" -> around.bold(true);
          case "i", "em" -> around.italic(true);
          case "u", "ins" -> around.underline(true);
          case "center" -> around.centered(true);
          case "blockquote", "ul", "ol", "dd" -> around.indentedBy(LIST_INDENT);
          case "li" -> around.asListItem();
          case "a" -> start.has("href") ? around.asLink() : around;
          case "font" -> font(start, around);
          case "ix:header" -> around.asHidden();
          default -> around;
        };
    if (!sheet.isEmpty()) {
      look = sheet.apply(tag, start.attribute("class"), look);
    }
    String align = start.attribute("align");
    if (!align.isEmpty()) {
      look = look.centered(align.equalsIgnoreCase("center"));
    }
    String style = start.attribute("style");
    return style.isEmpty() ? look : css.read(style).apply(look);
  }

  /** What its style attribute declares; its look was asked for before. */
  private Css.Declared declared(StartTag start) {
    int number = start.number();
    return number < 0 ? css.read(start.attribute("style")) : declared[number];
  }

  private static ComputedStyle font(StartTag start, ComputedStyle look) {
    String size = start.attribute("size").strip();
    char last = size.isEmpty() ? 0 : size.charAt(size.length() - 1);
    char sign = size.length() == 2 ? size.charAt(0) : 0;
    if (size.length() == 1 && last >= '1' && last <= LARGEST_FONT) {
      look = look.size((int) FONT_SIZES[last - '1']);
    } else if ((sign == '+' || sign == '-') && last >= '1' && last <= '4') {
      int step = sign == '+' ? last - '0' : '0' - last;
      look = look.size((int) FONT_SIZES[Math.clamp(2 + step, 0, FONT_SIZES.length - 1)]);
    }
    String color = start.attribute("color");
    if (!color.isEmpty()) {
      Integer rgb = Css.color(color.strip().toLowerCase(Locale.ROOT));
      look = rgb == null ? look : look.color(rgb);
    }
    return look;
  }

  private void close(Node node, StartTag start) {
    String tag = start.tag().name();
    if (tag.equals("br") || tag.equals("hr")) {
      return;
    }
    // Some tools part no paragraph with a box, but only mark a word in it.
    if (isBlock(tag) && !declared(start).inline) {
      flush();
      closeCell(tag);
    }
    looks.pop();
    Fact fact = openFacts.peek();
    if (fact != null && fact.element == node) {
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
    ComputedStyle look = blockLook;
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

  private void openFact(Node element, StartTag start) {
    String tag = start.tag().name();
    String name = tag.startsWith("ix:") ? start.attribute("name") : tag;
    if (name.startsWith("dei:") || !tag.startsWith("ix:")) {
      String key = name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
      openFacts.push(new Fact(element, key, new StringBuilder()));
    }
  }

  private static boolean isCell(String tag) {
    return tag.equals("td") || tag.equals("th");
  }

  static boolean isBlock(String tag) {
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
