package dev.caveat.ingest;

import dev.caveat.model.Block;
import dev.caveat.model.Style;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Collects runs of text into one block: folds whitespace, and notes where the style of the first
 * run ends.
 */
final class BlockBuilder {
  private static final String BULLETS = "•●○◦▪■□·‣⁃∙\u00A7\uF0B7\uF0A7➢►–—-*";

  private static final int MAX_SLIP_LENGTH = Bounds.whole("longest-slip");

  private static final int MAX_MARKS = Bounds.whole("most-marks");

  private static final char FIRST_MARK = '\u0300';

  private static final int LARGER = Bounds.whole("larger-type");
  private static final int BLANK_INDENT = Bounds.whole("blank-indent");
  private static final int LONGEST_CAPITALS = Bounds.whole("longest-capitals");
  private static final int FEWEST_CAPITALS = Bounds.whole("fewest-capitals");

  private char[] text = new char[1024];
  private int length;
  private @Nullable Style first;
  private int leadEnd = -1;
  private int straying;
  private boolean space;
  private int marks;
  private int leadingBlanks;
  private boolean allLinks = true;
  private int firstTaken;
  private int lastTaken;
  private int start = -1;
  private int end = -1;

  boolean isEmpty() {
    return length == 0;
  }

  int length() {
    return length;
  }

  /**
   * Adds a run.
   *
   * @param run holds the text of the run between two places
   * @param style how it is set
   * @param link whether it is part of a link
   */
  void append(char[] run, int from, int to, Style style, boolean link) {
    firstTaken = from;
    lastTaken = to - 1;
    while (firstTaken < to && !isText(run[firstTaken])) {
      firstTaken++;
    }
    while (lastTaken > firstTaken && !isText(run[lastTaken])) {
      lastTaken--;
    }
    int i = from;
    // Only around the end of a lead does the style of single letters count.
    for (; i < to && !isSettled(style); i++) {
      char c = run[i];
      if (isBlank(c)) {
        addBlank();
      } else if (!isInvisible(c)) {
        put(c, style);
      }
    }
    copy(run, i, to);
    allLinks &= link || !tookAny();
  }

  /** Whether the run added last held text. */
  boolean tookAny() {
    return firstTaken <= lastTaken;
  }

  /** Where in the run added last its text starts. */
  int firstTaken() {
    return firstTaken;
  }

  /** Where in the run added last the last character of its text stands. */
  int lastTaken() {
    return lastTaken;
  }

  /** Notes where the run added last stands in the source; a table may have moved it there. */
  void stands(int from, int to) {
    start = start < 0 ? from : Math.min(start, from);
    end = Math.max(end, to);
  }

  private static boolean isText(char c) {
    return !isBlank(c) && !isInvisible(c);
  }

  /** Whether a run of this style, however long, leaves the lead as it is. */
  private boolean isSettled(Style style) {
    Style lead = first;
    if (lead == null) {
      return false;
    }
    boolean back = continues(lead, style);
    if (leadEnd < 0) {
      return back;
    }
    return back ? !isSlip(lead) : straying > MAX_SLIP_LENGTH;
  }

  private void copy(char[] run, int first, int last) {
    reserve(2 * (last - first));
    for (int i = first; i < last; i++) {
      char c = run[i];
      if (c > ' ' && c <= '\u007F') {
        addChar(c);
      } else if (isBlank(c)) {
        addBlank();
      } else if (!isInvisible(c)) {
        addChar(c);
      }
    }
  }

  private void reserve(int more) {
    if (length + more > text.length) {
      text = Arrays.copyOf(text, Math.max(length + more, 2 * text.length));
    }
  }

  private void addBlank() {
    if (length == 0) {
      leadingBlanks++;
    } else {
      space = true;
    }
  }

  private void addChar(char c) {
    marks = isMark(c) ? marks + 1 : 0;
    if (marks > MAX_MARKS) {
      return;
    }
    if (space) {
      text[length++] = ' ';
      space = false;
    }
    text[length++] = c;
  }

  private static boolean isMark(char c) {
    return c >= FIRST_MARK && Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private void put(char c, Style style) {
    if (leadEnd >= 0 && first != null && Character.isLetter(c)) {
      stray(continues(first, style));
    }
    if (first == null) {
      if (Character.isLetterOrDigit(c)) {
        first = style;
      }
    } else if (leadEnd < 0 && !continues(first, style)) {
      if (!isClosing(c)) {
        leadEnd = length;
        straying = Character.isLetter(c) ? 1 : 0;
      }
    }
    reserve(2);
    addChar(c);
  }

  /**
   * A lead goes on behind a word or two that its maker forgot to mark, or set apart for emphasis,
   * unless its sentence was over.
   */
  private void stray(boolean back) {
    if (back && first != null && isSlip(first)) {
      leadEnd = -1;
    }
    straying += back ? 0 : 1;
  }

  private boolean isSlip(Style lead) {
    return lead.marked()
        && straying <= MAX_SLIP_LENGTH
        && straying < leadEnd
        && !isClosing(text[leadEnd - 1]);
  }

  /** Whether a run of {@code style} still belongs to a lead set in {@code lead}. */
  private static boolean continues(Style lead, Style style) {
    if (lead.equals(style)) {
      return true;
    }
    if (lead.bold()) {
      return style.bold();
    }
    if (lead.underline()) {
      return style.underline();
    }
    if (lead.italic()) {
      return style.italic();
    }
    return !style.bold() && !style.underline() && lead.color() == style.color();
  }

  /** Whether all text so far is marked and text of this style would not be. */
  boolean isSetOffFrom(Style style) {
    Style lead = first;
    boolean larger = style.size() > 0 && lead != null && lead.size() >= style.size() + LARGER;
    return lead != null && leadEnd < 0 && (lead.marked() || larger) && !style.marked();
  }

  /** Adds a blank where none is. */
  void blank() {
    space = length > 0;
  }

  /** Whether the text so far is a bullet and nothing else. */
  static boolean isBullet(String text) {
    return text.length() == 1 && (BULLETS.contains(text) || text.equals("o") || text.equals("Ø"));
  }

  private static boolean beginsWithBullet(CharSequence text) {
    return text.length() > 2
        && BULLETS.indexOf(text.charAt(0)) >= 0
        && (text.charAt(1) == ' ' || text.charAt(0) == '•' || text.charAt(0) == '·');
  }

  /**
   * The block, or null if there is no text; the builder is then as new.
   *
   * @param listItem whether the source marks it as a list item
   */
  @Nullable Block build(boolean listItem, boolean centered, int indent, boolean pageBreak) {
    if (length == 0) {
      reset();
      return null;
    }
    String string = new String(text, 0, length);
    Style style = first == null ? Style.PLAIN : first;
    int lead = leadEnd < 0 ? string.length() : Math.min(leadEnd, string.length());
    while (lead > 0 && string.charAt(lead - 1) == ' ') {
      lead--;
    }
    lead = lead == string.length() ? capitalsLead(string) : lead;
    boolean item = listItem || beginsWithBullet(string);
    Block block =
        new Block(
            string,
            item ? Block.Kind.LIST_ITEM : Block.Kind.PARAGRAPH,
            style,
            lead,
            centered,
            indent + BLANK_INDENT * leadingBlanks,
            pageBreak,
            allLinks,
            start,
            end);
    reset();
    return block;
  }

  /**
   * The length of a run-in caption that only capitals mark: a sentence or title all in capitals in
   * front of text that is not. The whole length where there is none.
   */
  private static int capitalsLead(String text) {
    int upper = 0;
    for (int i = 0; i < text.length() && i < LONGEST_CAPITALS; i++) {
      char c = text.charAt(i);
      if (Character.isLowerCase(c)) {
        break;
      }
      upper += Character.isUpperCase(c) ? 1 : 0;
      boolean end =
          c == '.' || c == ':' || c == '?' || c == '—' || (c == '-' && text.startsWith("--", i));
      if (end && upper >= FEWEST_CAPITALS && i + 2 < text.length() && startsSentence(text, i + 1)) {
        return i + 1;
      }
    }
    return text.length();
  }

  /** Whether a capital and a small letter follow: the caption is over. */
  private static boolean startsSentence(String text, int from) {
    int i = from;
    while (i < text.length() && !Character.isLetter(text.charAt(i))) {
      i++;
    }
    return i + 1 < text.length()
        && Character.isUpperCase(text.charAt(i))
        && (Character.isLowerCase(text.charAt(i + 1)) || text.charAt(i + 1) == ' ');
  }

  private void reset() {
    length = 0;
    first = null;
    leadEnd = -1;
    straying = 0;
    space = false;
    marks = 0;
    leadingBlanks = 0;
    allLinks = true;
    start = -1;
    end = -1;
  }

  /** Control characters, and what Unicode counts as a space or as a separator of lines. */
  static boolean isBlank(char c) {
    return c <= ' ' || (c > '\u007F' && Character.isSpaceChar(c));
  }

  static boolean isInvisible(char c) {
    return c == '\u00AD' || (c >= '\u200B' && c <= '\u200F') || c == '\u2060' || c == '\uFEFF';
  }

  private static boolean isClosing(char c) {
    return switch (c) {
      case '.', ',', ':', ';', '?', '!', ')', '’', '”', '"', '\'' -> true;
      default -> false;
    };
  }
}
