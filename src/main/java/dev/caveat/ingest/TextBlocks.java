package dev.caveat.ingest;

import dev.caveat.ingest.html.Characters;
import dev.caveat.model.Block;
import dev.caveat.model.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Plain text to blocks: the hard-wrapped documents of the 1990s with {@code <PAGE>} and {@code
 * <TABLE>} marks, text that some tool made of HTML (a paragraph a line, tabs between cells,
 * left-over tags and backslashes), and text without a single blank line, whose paragraphs show only
 * by lines that end before they must.
 */
final class TextBlocks {
  /** The mark of a page's end. */
  static final String PAGE = "<PAGE>";

  static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,200}>");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([$*_#~`\\[\\]()-])");
  private static final String ESCAPABLE = "$*_#~`[]()-";
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern COLUMNS = Pattern.compile("\\s*\\t\\s*|\\s{3,}");
  private static final Pattern DOTS = Pattern.compile("[.…]{4,}|(?:\\. ){3,}");
  private static final Pattern FIGURES = Pattern.compile("[$(]?\\d[\\d,.]*[)%]?|-{1,3}|—");
  private static final Pattern ITEM =
      Pattern.compile("^\\s*(?:[-–—*•●·▪■o]|\\(?(?:[a-z]|[ivx]{1,4}|\\d{1,2})[.)])\\s+\\S.*");
  private static final Pattern RULE = Pattern.compile("[-=_*~.\\s]{3,}");
  private static final Pattern SENTENCE_END = Pattern.compile(".*[.?!:;][)\"'”’]*\\s*");

  private static final int MAX_WRAP = Bounds.whole("longest-wrapped");
  private static final int FEW_LINES = Bounds.whole("few-lines");
  private static final double FEW_BLANKS = Bounds.of("few-blanks");
  private static final double FEW_WRAPPED = Bounds.of("few-wrapped");
  private static final double NEARLY_ALL = Bounds.of("nearly-all-lines");
  private static final double WRAP = Bounds.of("wrap");
  private static final int WIDE_LINE = Bounds.whole("wide-line");
  private static final int MIN_DOUBLED = Bounds.whole("fewest-doubled");
  private static final int DOUBLED_A_TIGHT = Bounds.whole("doubled-a-tight");
  private static final int TAB = Bounds.whole("tab");
  private static final int PAGE_NUMBER_INDENT = Bounds.whole("page-number-indent");
  private static final int LONGER_RULE = Bounds.whole("longer-rule");
  private static final int FIRST_LINE_INDENT = Bounds.whole("first-line-indent");
  private static final int MAX_TITLE_LENGTH = Bounds.whole("longest-title-line");
  private static final int FULL_LINE = Bounds.whole("full-line");
  private static final int SMALL_WORD = Bounds.whole("small-word");
  private static final int MIN_CENTERED_INDENT = Bounds.whole("fewest-centered-indent");
  private static final int WIDE_CENTERED = Bounds.whole("wide-centered");
  private static final int LEFT_OF_CENTER = Bounds.whole("left-of-center");
  private static final int RIGHT_OF_CENTER = Bounds.whole("right-of-center");

  /** Lines that belong to the page, where no blank line sets them off. */
  private static final Pattern PAGE_LINE =
      Pattern.compile("(?i)(- ?)?\\d{1,3}( ?-)?|table of contents");

  /** Words that open a sentence and are no heading when they stand on a line alone. */
  private static final Set<String> OPENERS =
      Set.of(
          "The",
          "A",
          "An",
          "In",
          "As",
          "If",
          "For",
          "To",
          "We",
          "Our",
          "This",
          "These",
          "There",
          "While",
          "Although",
          "During",
          "Because",
          "Since",
          "Any",
          "Some",
          "Many",
          "Under",
          "On",
          "At",
          "By",
          "With",
          "From",
          "It",
          "Its",
          "Such",
          "When",
          "Where",
          "Additionally,",
          "However,",
          "Accordingly,",
          "Further,",
          "Furthermore,",
          "Moreover,",
          "Also,");

  private final List<Block> blocks = new ArrayList<>();
  private final BlockBuilder builder = new BlockBuilder();
  private final Characters source;
  private boolean pageBreak;
  private boolean table;
  private boolean underline;
  private boolean bold;
  private Line first = Line.NONE;
  private Line last = Line.NONE;

  /** A line of the source: its text, its indentation in columns, and its place. */
  private record Line(String text, int indent, int start, int end) {
    static final Line NONE = new Line("", 0, 0, 0);

    boolean blank() {
      return text.isBlank();
    }

    int width() {
      return indent + text.length();
    }
  }

  private TextBlocks(Characters source) {
    this.source = source;
  }

  /**
   * Reads a document.
   *
   * @param source the document, or a part of one
   */
  static List<Block> read(Characters source) {
    List<Line> lines = singleSpaced(lines(source.text()));
    TextBlocks reader = new TextBlocks(source);
    int wrap = wrapWidth(lines);
    for (int i = 0; i < lines.size(); i++) {
      reader.take(lines.get(i), wrap, i + 1 < lines.size() ? lines.get(i + 1) : Line.NONE);
    }
    reader.flush();
    return reader.blocks;
  }

  private static List<Line> lines(String text) {
    List<Line> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      int begin = from;
      int columns = 0;
      while (begin < end && BlockBuilder.isBlank(text.charAt(begin))) {
        columns = text.charAt(begin) == '\t' ? (columns / TAB + 1) * TAB : columns + 1;
        begin++;
      }
      int stop = end;
      while (stop > begin && BlockBuilder.isBlank(text.charAt(stop - 1))) {
        stop--;
      }
      lines.add(new Line(text.substring(begin, stop), columns, begin, stop));
      from = end + 1;
    }
    return lines;
  }

  /** Lines of which each has a blank one behind it, without these. */
  private static List<Line> singleSpaced(List<Line> lines) {
    int doubled = 0;
    int tight = 0;
    for (int i = 0; i + 2 < lines.size(); i++) {
      Line next = lines.get(i + 1);
      if (lines.get(i).width() > WIDE_LINE) {
        tight += next.blank() ? 0 : 1;
        doubled += next.blank() && goesOn(lines.get(i), lines.get(i + 2)) ? 1 : 0;
      }
    }
    if (doubled < MIN_DOUBLED || doubled < DOUBLED_A_TIGHT * tight) {
      return lines;
    }
    List<Line> out = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      boolean spacing = lines.get(i).blank() && i > 0 && !lines.get(i - 1).blank();
      if (!spacing) {
        out.add(lines.get(i));
      }
    }
    return out;
  }

  private static boolean goesOn(Line line, Line next) {
    return !next.blank()
        && Character.isLowerCase(next.text.charAt(0))
        && !SENTENCE_END.matcher(line.text).matches();
  }

  /**
   * The width at which lines without blank lines between paragraphs were wrapped, or 0 if blank
   * lines part the paragraphs.
   */
  private static int wrapWidth(List<Line> lines) {
    int blank = 0;
    int[] widths = new int[lines.size()];
    int wrapped = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.blank()) {
        blank++;
      } else if (i + 1 < lines.size()
          && !lines.get(i + 1).blank()
          && Character.isLowerCase(lines.get(i + 1).text.charAt(0))
          && line.width() > WIDE_LINE) {
        widths[wrapped++] = line.width();
      }
    }
    if (blank > FEW_BLANKS * lines.size()) {
      return 0;
    }
    if (wrapped < FEW_LINES || wrapped < FEW_WRAPPED * (lines.size() - blank)) {
      return lines.size() < FEW_LINES ? 0 : Integer.MAX_VALUE / 2;
    }
    Arrays.sort(widths, 0, wrapped);
    boolean paragraphs = widths[(int) (NEARLY_ALL * wrapped)] > MAX_WRAP;
    return paragraphs ? Integer.MAX_VALUE / 2 : widths[(int) (WRAP * wrapped)];
  }

  private void take(Line line, int wrap, Line next) {
    if (line.blank()) {
      flush();
      return;
    }
    String text = line.text;
    if (text.charAt(0) == '<' && mark(text)) {
      return;
    }
    text = clean(text);
    if (text.isBlank() || (RULE.matcher(text).matches() && text.length() > 2)) {
      if (!table) {
        rule(text);
      }
      return;
    }
    if (isRow(text, line)) {
      flush();
      row(text, line);
      return;
    }
    boolean loose = wrap > 0 || builder.isEmpty() || line.indent >= PAGE_NUMBER_INDENT;
    boolean furniture = loose && PAGE_LINE.matcher(text).matches();
    if (!builder.isEmpty() && (furniture || startsBlock(line, text))) {
      flush();
    }
    add(text, line);
    if (furniture || (wrap > 0 && endsBlock(line, wrap, next))) {
      flush();
    }
  }

  /** Page, table and other marks on a line of their own; whether the line was nothing else. */
  private boolean mark(String text) {
    if (begins(text, PAGE)) {
      flush();
      pageBreak = true;
      return true;
    }
    boolean tableBegins = begins(text, "<TABLE");
    if (tableBegins || begins(text, "</TABLE")) {
      flush();
      table = tableBegins;
      return true;
    }
    if (begins(text, "<U>") || begins(text, "<B>")) {
      return false;
    }
    return TAG.matcher(text).replaceAll("").isBlank();
  }

  private static boolean begins(String text, String tag) {
    return text.regionMatches(true, 0, tag, 0, tag.length());
  }

  /** Whether some tools put a backslash before a character. */
  static boolean isEscapable(char c) {
    return ESCAPABLE.indexOf(c) >= 0;
  }

  private String clean(String text) {
    String out = text;
    underline = out.contains("<u>") || out.contains("<U>");
    bold = out.contains("<b>") || out.contains("<B>");
    if (out.indexOf('<') >= 0) {
      out = TAG.matcher(out).replaceAll("");
    }
    if (out.indexOf('\\') >= 0) {
      out = ESCAPED.matcher(out).replaceAll("$1");
    }
    if (out.indexOf('&') >= 0 && out.indexOf(';') >= 0) {
      out = Parser.unescapeEntities(out, false);
    }
    return out;
  }

  private boolean isRow(String text, Line line) {
    boolean dots = text.contains("..") || text.contains(". .") || text.indexOf('…') >= 0;
    if (dots
        && DOTS.matcher(text).find()
        && Character.isLetterOrDigit(text.charAt(text.length() - 1))) {
      return true;
    }
    boolean columns = text.indexOf('\t') >= 0 || text.contains("   ");
    String[] cells = columns ? COLUMNS.split(text) : new String[] {text};
    if (cells.length < 2) {
      return table && line.indent > 0 && builder.isEmpty();
    }
    if (table || text.indexOf('\t') > 0) {
      return true;
    }
    int figures = 0;
    for (String cell : cells) {
      figures += FIGURES.matcher(cell).matches() ? 1 : 0;
    }
    return figures >= 2
        || (figures == 1 && cells.length == 2 && FIGURES.matcher(cells[1]).matches());
  }

  /** A rule below a single line underlines it. */
  private void rule(String text) {
    boolean underlines =
        !builder.isEmpty() && first == last && text.length() <= last.text.length() + LONGER_RULE;
    flush();
    if (underlines) {
      Block block = blocks.removeLast();
      Style style = new Style(block.style().bold(), false, true, 0, 0);
      blocks.add(
          new Block(
              block.text(),
              block.kind(),
              style,
              block.lead(),
              block.centered(),
              block.indent(),
              block.pageBreak(),
              block.link(),
              block.start(),
              block.end()));
    }
  }

  private void row(String text, Line line) {
    String cells = COLUMNS.matcher(DOTS.matcher(text).replaceAll("\t")).replaceAll("\t");
    Style style = new Style(bold, false, underline, 0, 0);
    blocks.add(
        new Block(
            cells,
            Block.Kind.TABLE_ROW,
            style,
            cells.length(),
            false,
            line.indent,
            pageBreak,
            false,
            source.start(line.start),
            source.end(line.end - 1)));
    pageBreak = false;
  }

  /** Whether a line that follows another without a blank line begins something new. */
  private boolean startsBlock(Line line, String text) {
    if (ITEM.matcher(text).matches() && (isBulletStart(text) || line.indent > last.indent)) {
      return true;
    }
    if (line.indent >= last.indent + MIN_CENTERED_INDENT
        && isCentered(line)
        && endsSentence(last)) {
      return true;
    }
    if (isTitleOver(line, text)) {
      return true;
    }
    boolean deeper =
        line.indent >= last.indent + 2 && line.indent <= last.indent + FIRST_LINE_INDENT;
    return deeper
        && !isCentered(line)
        && !ITEM.matcher(first.text).matches()
        && (last != first || !SENTENCE_END.matcher(first.text).matches())
        && Character.isUpperCase(text.charAt(0))
        && (endsSentence(last) || last.width() < FULL_LINE);
  }

  /** A heading with its paragraph right below: a single line in title case above prose. */
  private boolean isTitleOver(Line line, String text) {
    return last == first
        && first.text.length() <= MAX_TITLE_LENGTH
        && first.text.indexOf(' ') > 0
        && !endsSentence(first)
        && !first.text.contains(". ")
        && isTitle(first.text)
        && text.length() > FULL_LINE
        && Character.isUpperCase(text.charAt(0))
        && line.indent <= first.indent + FIRST_LINE_INDENT
        && !isTitle(text)
        && !goesOnInCapitals(text);
  }

  /** Whether a line begins in capitals, as the rest of a run-in caption does. */
  private static boolean goesOnInCapitals(String text) {
    for (String word : BLANKS.split(text)) {
      if (word.length() > 1 && Character.isLetter(word.charAt(0))) {
        return word.equals(word.toUpperCase(java.util.Locale.ROOT));
      }
    }
    return false;
  }

  private static boolean endsSentence(Line line) {
    return SENTENCE_END.matcher(line.text).matches();
  }

  private static boolean isBulletStart(String text) {
    return !Character.isLetterOrDigit(text.charAt(0)) && text.charAt(0) != '(';
  }

  /** Whether a line, where nothing but its length can tell, is the last of its paragraph. */
  private static boolean endsBlock(Line line, int wrap, Line next) {
    if (next.blank()) {
      return true;
    }
    int gap = next.text.indexOf(' ');
    int word = gap < 0 ? next.text.length() : gap;
    boolean couldGoOn = line.width() + 1 + word <= wrap;
    if (!couldGoOn || OPENERS.contains(line.text)) {
      return false;
    }
    return SENTENCE_END.matcher(line.text).matches()
        || (isTitle(line.text) && Character.isUpperCase(next.text.charAt(0)));
  }

  /** Whether all words but the small ones begin with a capital or a figure. */
  private static boolean isTitle(String text) {
    for (String word : BLANKS.split(text)) {
      if (word.length() > SMALL_WORD && Character.isLowerCase(word.charAt(0))) {
        return false;
      }
    }
    char last = text.charAt(text.lastIndexOf(' ') + 1);
    return !Character.isLowerCase(last);
  }

  private void add(String text, Line line) {
    if (builder.isEmpty()) {
      first = line;
    } else if (!endsWithHyphen() || !Character.isLowerCase(text.charAt(0))) {
      builder.blank();
    }
    Style style = underline || bold ? new Style(bold, false, underline, 0, 0) : Style.PLAIN;
    char[] run = text.toCharArray();
    builder.append(run, 0, run.length, style, false);
    if (builder.tookAny()) {
      builder.stands(source.start(line.start), source.end(line.end - 1));
    }
    last = line;
  }

  private boolean endsWithHyphen() {
    return last.text.endsWith("-") && !last.text.endsWith("--") && !last.text.endsWith(" -");
  }

  private void flush() {
    Block block = builder.build(false, isCentered(first), first.indent, pageBreak);
    if (block != null) {
      blocks.add(block);
      pageBreak = false;
    }
  }

  /** Whether a line stands in the middle of a page of 72 to 80 columns. */
  private static boolean isCentered(Line line) {
    int middle = line.indent + line.text.length() / 2;
    return line.indent >= MIN_CENTERED_INDENT
        && middle >= LEFT_OF_CENTER
        && middle <= RIGHT_OF_CENTER
        && line.text.length() < WIDE_CENTERED;
  }
}
