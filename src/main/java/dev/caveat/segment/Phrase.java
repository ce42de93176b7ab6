package dev.caveat.segment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that many texts are searched for. Where a match can start is learned from
 * the expression itself, by the character before and the two after, and so are letters that it must
 * contain; it is not tried elsewhere, which saves nearly all of the time and does not change any
 * answer.
 *
 * <p>Safe for use by several threads: what is learned is the same for all of them.
 */
final class Phrase {
  private static final int ASCII = 128;
  private static final byte NEVER = 1;
  private static final byte PERHAPS = 2;

  /** What is known of a first character behind which nothing matches. */
  private static final byte[] NOWHERE = new byte[0];

  /** What may stand in front: nothing, a letter or figure, another character. */
  private static final String[] BEFORE = {"", "a", " "};

  private static final int AT_START = 0;
  private static final int UNKNOWN = BEFORE.length;

  /** Which of these each character of ASCII is like. */
  private static final byte[] KINDS = new byte[ASCII];

  static {
    for (int c = 0; c < ASCII; c++) {
      KINDS[c] = (byte) (c == '_' || Character.isLetterOrDigit(c) ? 1 : 2);
    }
  }

  private final Pattern pattern;

  /** Letters that each match holds; may be empty. */
  private final String held;

  private final byte[] @Nullable [] begins = new byte[BEFORE.length * ASCII][];

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
    Matcher m = null;
    int length = text.length();
    int kind = AT_START;
    for (int i = 0; i <= length; i++) {
      char c = i < length ? text.charAt(i) : 0;
      boolean never = c < ASCII && kind != UNKNOWN && begins[kind * ASCII + c] == NOWHERE;
      if ((!never || i == length) && mayBegin(text, i, kind)) {
        m = m == null ? pattern.matcher(text) : m;
        if (startsAt(m, i, length)) {
          return true;
        }
      }
      kind = c < ASCII ? KINDS[c] : UNKNOWN;
    }
    return false;
  }

  /** Whether the whole text is one. */
  boolean is(String text) {
    return mayBegin(text) && text.contains(held) && pattern.matcher(text).matches();
  }

  /** Whether a text may be one, by its first two characters. */
  boolean mayBegin(String text) {
    return mayBegin(text, 0, AT_START);
  }

  private static boolean startsAt(Matcher m, int from, int to) {
    return m.region(from, to).useTransparentBounds(true).useAnchoringBounds(false).lookingAt();
  }

  private boolean mayBegin(String text, int at, int kind) {
    if (at + 1 >= text.length() || kind == UNKNOWN) {
      return true;
    }
    char first = text.charAt(at);
    char second = text.charAt(at + 1);
    if ((first | second) >= ASCII) {
      return true;
    }
    int row = kind * ASCII + first;
    byte[] known = begins[row];
    if (known == null) {
      known = mayBegin(BEFORE[kind], "" + first) ? new byte[ASCII] : NOWHERE;
      begins[row] = known;
    }
    if (known == NOWHERE) {
      return false;
    }
    if (known[second] == 0) {
      known[second] = mayBegin(BEFORE[kind], "" + first + second) ? PERHAPS : NEVER;
    }
    return known[second] == PERHAPS;
  }

  /** A match that fails before it has seen the end fails whatever follows. */
  private boolean mayBegin(String before, String start) {
    Matcher m = pattern.matcher(before + start);
    return startsAt(m, before.length(), before.length() + start.length()) || m.hitEnd();
  }
}
