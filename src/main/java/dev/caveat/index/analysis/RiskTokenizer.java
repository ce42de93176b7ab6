package dev.caveat.index.analysis;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Words of filings. A word is a run of letters and digits; it continues across
 *
 * <ul>
 *   <li>an apostrophe or ampersand between letters: {@code company's}, {@code R&D}
 *   <li>a period or a comma in a number: {@code 41.90}, {@code 1,100,000}
 *   <li>a period after a single letter: {@code U.S}, {@code H.323}
 *   <li>a slash between digits: {@code 2/3}
 * </ul>
 *
 * <p>Signs of currency, percent and section are words of type {@link #SIGN}; a word that a hyphen
 * ties to the one before has type {@link #HYPHENED}. Everything else separates words, so {@code
 * 4310(c)(4)} is the three words 4310, c, 4. A vulgar fraction such as ⅔ is the word {@code 2/3}.
 */
final class RiskTokenizer extends Tokenizer {
  /** Type of a plain word. */
  static final String WORD = TypeAttribute.DEFAULT_TYPE;

  /** Type of a sign such as {@code $}. */
  static final String SIGN = "sign";

  /** Type of a word directly after a hyphen that directly follows another word. */
  static final String HYPHENED = "hyphened";

  /** Longer words are cut here: Lucene's own limit is 32,766 bytes. */
  private static final int MAX_LENGTH = 255;

  private static final String SIGNS = "$€£¥%§";
  private static final Map<Character, String> FRACTIONS =
      Map.of(
          '½', "1/2", '⅓', "1/3", '⅔', "2/3", '¼', "1/4", '¾', "3/4", '⅛', "1/8", '⅜', "3/8", '⅝',
          "5/8", '⅞', "7/8");

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final TypeAttribute type = addAttribute(TypeAttribute.class);

  private final StringBuilder text = new StringBuilder();
  private int at;
  private int previousEnd;

  @Override
  public void reset() throws IOException {
    super.reset();
    text.setLength(0);
    char[] buffer = new char[4096];
    for (int n = input.read(buffer); n > 0; n = input.read(buffer)) {
      text.append(buffer, 0, n);
    }
    at = 0;
    previousEnd = -1;
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      String fraction = fraction(c);
      if (fraction != null || SIGNS.indexOf(c) >= 0) {
        emit(at, at + 1, fraction != null ? fraction : String.valueOf(c), SIGN);
        type.setType(fraction != null ? WORD : SIGN);
        return true;
      }
      if (wordChar(at)) {
        int start = at;
        int end = wordEnd(start);
        emit(start, end, text.substring(start, Math.min(end, start + MAX_LENGTH)), kind(start));
        return true;
      }
    }
    return false;
  }

  @Override
  public void end() throws IOException {
    super.end();
    int last = correctOffset(text.length());
    offset.setOffset(last, last);
  }

  private void emit(int start, int end, String word, String kind) {
    term.append(word);
    offset.setOffset(correctOffset(start), correctOffset(end));
    type.setType(kind);
    previousEnd = end;
    at = end;
  }

  private String kind(int start) {
    boolean tied = previousEnd >= 0 && previousEnd == start - 1 && hyphen(text.charAt(start - 1));
    return tied ? HYPHENED : WORD;
  }

  private int wordEnd(int start) {
    int run = start;
    int i = start;
    while (i < text.length()) {
      if (wordChar(i)) {
        i++;
      } else if (i + 1 < text.length() && wordChar(i + 1) && joins(run, i)) {
        i++;
        run = i;
      } else {
        break;
      }
    }
    return i;
  }

  /** Whether the character at {@code i}, between word characters, holds a word together. */
  private boolean joins(int run, int i) {
    char before = text.charAt(i - 1);
    char after = text.charAt(i + 1);
    boolean digits = digit(before) && digit(after);
    return switch (text.charAt(i)) {
      case '\'', '’', '&' -> Character.isLetter(before) && Character.isLetter(after);
      case '.' -> digits || i - run == 1 && Character.isLetter(before) && single(i + 1);
      case ',' -> digits && thousands(i);
      case '/' -> digits;
      default -> false;
    };
  }

  /** Whether a number, or one letter alone, starts at {@code i}. */
  private boolean single(int i) {
    return digit(text.charAt(i)) || i + 1 >= text.length() || !wordChar(i + 1);
  }

  private boolean thousands(int comma) {
    int i = comma + 1;
    while (i < text.length() && digit(text.charAt(i))) {
      i++;
    }
    return i - comma == 4;
  }

  private boolean wordChar(int i) {
    char c = text.charAt(i);
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c) && Character.isLetterOrDigit(pair(i))
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private int pair(int i) {
    boolean low = Character.isLowSurrogate(text.charAt(i));
    return text.codePointAt(low && i > 0 ? i - 1 : i);
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean hyphen(char c) {
    return c == '-' || c == '\u2010' || c == '\u2011';
  }

  private static @Nullable String fraction(char c) {
    return c < 0x80 ? null : FRACTIONS.get(c);
  }
}
