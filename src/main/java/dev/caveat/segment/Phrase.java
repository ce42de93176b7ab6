package dev.caveat.segment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that many texts are searched for. How a match can start is learned from the
 * expression itself, character by character, and so are letters that it must contain; it is not
 * tried elsewhere, which saves nearly all of the time and does not change any answer.
 *
 * <p>Safe for use by several threads: what is learned is the same for all of them.
 */
final class Phrase {
  private static final int ASCII = 128;

  /** Dashes and quotation marks, which stand in nearly all texts. */
  private static final char FIRST_SIGN = '\u2010';

  private static final int SIGNS = 16;

  /** So many characters of a beginning are looked at. */
  private static final int MAX_DEPTH = 4;

  /** Of so many beginnings is learned how they go on; most expressions have far fewer. */
  private static final int MAX_LEARNED = 100;

  /** What may stand in front: nothing, a letter or figure, another character. */
  private static final String[] BEFORE = {"", "a", " "};

  /** Which of these each character that is learned is like. */
  private static final byte[] KINDS = new byte[ASCII + SIGNS];

  static {
    for (int c = 0; c < KINDS.length; c++) {
      KINDS[c] = (byte) (c == '_' || (c < ASCII && Character.isLetterOrDigit(c)) ? 1 : 2);
    }
  }

  /** Nothing that begins so is a match. */
  private static final Beginning NEVER = new Beginning("", "", false);

  /** All that begins so is a match. */
  private static final Beginning ALWAYS = new Beginning("", "", true);

  /** What begins so may be a match. */
  private static final Beginning PERHAPS = new Beginning("", "", false);

  /** How a match may begin. */
  private static final class Beginning {
    final String before;
    final String text;

    /** Whether it is a match where nothing follows. */
    final boolean matches;

    final @Nullable Beginning[] next = new Beginning[ASCII + SIGNS];

    Beginning(String before, String text, boolean matches) {
      this.before = before;
      this.text = text;
      this.matches = matches;
    }
  }

  private final Pattern pattern;

  /** Letters that each match holds; may be empty. */
  private final String held;

  /** What is known behind each of what may stand in front. */
  private final Beginning[] behind = new Beginning[BEFORE.length];

  private int learned;

  /**
   * An expression.
   *
   * @param regex looks at no more than one character in front of a match, as {@code \\b} does
   */
  Phrase(String regex) {
    if (regex.contains("(?<=") || regex.contains("(?<!")) {
      throw new IllegalArgumentException("looks back too far: " + regex);
    }
    pattern = Pattern.compile(regex);
    held = held(regex);
    for (int kind = 0; kind < BEFORE.length; kind++) {
      behind[kind] = learn(BEFORE[kind], "");
    }
  }

  /** The longest run of letters and blanks that stands in no group, choice or repetition. */
  private static String held(String regex) {
    String longest = "";
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= regex.length(); i++) {
      char c = i < regex.length() ? regex.charAt(i) : '.';
      if (depth == 0 && (c == ' ' || Character.isLetter(c))) {
        continue;
      }
      if (c == '|' && depth == 0) {
        return "";
      }
      boolean repeated = c == '?' || c == '*' || c == '{';
      String run = depth > 0 ? "" : regex.substring(from, Math.max(from, repeated ? i - 1 : i));
      longest = run.length() > longest.length() ? run : longest;
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        i = regex.indexOf(']', i + 2);
      } else if (c == '{') {
        i = regex.indexOf('}', i);
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      from = i + 1;
    }
    return longest;
  }

  /** Whether some part of a text is one. */
  boolean isIn(String text) {
    if (!text.contains(held)) {
      return false;
    }

    Beginning start = behind[0];
    for (int i = 0; i < text.length(); i++) {
      int c = known(text.charAt(i));
      if ((c < 0 || start.next[c] != NEVER) && startsAt(text, i, start)) {
        return true;
      }
      start = c < 0 ? PERHAPS : behind[KINDS[c]];
    }
    return startsAt(text, text.length(), start);
  }

  /** Whether a text begins with one. */
  boolean begins(String text) {
    return startsAt(text, 0, behind[0]);
  }

  /** Whether the whole text is one. */
  boolean is(String text) {
    return mayBegin(text) && text.contains(held) && pattern.matcher(text).matches();
  }

  /** Whether a text may be one, by how it begins. */
  boolean mayBegin(String text) {
    return beginning(text, 0, behind[0]) != NEVER;
  }

  private boolean startsAt(String text, int at, Beginning start) {
    Beginning found = beginning(text, at, start);
    return found == PERHAPS ? startsAt(pattern.matcher(text), at, text.length()) : found.matches;
  }

  private static boolean startsAt(Matcher m, int from, int to) {
    return m.region(from, to).useTransparentBounds(true).useAnchoringBounds(false).lookingAt();
  }

  /** What is known of a match at a place in a text. */
  private Beginning beginning(String text, int at, Beginning start) {
    Beginning found = start;
    for (int i = at; i < text.length(); i++) {
      if (found == NEVER || found == ALWAYS || found == PERHAPS) {
        return found;
      }
      int c = known(text.charAt(i));
      if (c < 0) {
        return PERHAPS;
      }
      Beginning next = found.next[c];
      if (next == null) {
        next = learn(found.before, found.text + text.charAt(i));
        found.next[c] = next;
      }
      found = next;
    }
    return found;
  }

  /** The place of a character among those that are learned, -1 where it has none. */
  private static int known(char c) {
    int sign = c - FIRST_SIGN;
    return c < ASCII ? c : sign >= 0 && sign < SIGNS ? ASCII + sign : -1;
  }

  /** What is told before the end is seen stays so whatever follows. */
  private Beginning learn(String before, String text) {
    Matcher m = pattern.matcher(before + text);
    boolean matches = startsAt(m, before.length(), before.length() + text.length());
    if (!m.hitEnd()) {
      return matches ? ALWAYS : NEVER;
    }
    return text.length() >= MAX_DEPTH || learned++ >= MAX_LEARNED
        ? PERHAPS
        : new Beginning(before, text, matches);
  }
}
