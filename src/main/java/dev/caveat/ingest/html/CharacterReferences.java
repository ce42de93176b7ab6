package dev.caveat.ingest.html;

import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Character references such as {@code &amp;}, {@code &#8217;} and, as old as the web, {@code
 * &nbsp}.
 */
final class CharacterReferences {
  private static final int MAX_NAME_LENGTH = 40;
  private static final char REPLACEMENT = '\uFFFD';

  private static final int DECIMAL = 10;
  private static final int HEXADECIMAL = 16;
  private static final char FIRST_C1 = '\u0080';

  /** What windows-1252 holds from there on: numbers mean these characters. */
  private static final String C1 =
      "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D"
          + "\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153"
          + "\u009D\u017E\u0178";

  /** Numbers whose characters are at hand; filings use few. */
  private static final int RECENT = 128;

  private final char[] source;
  private final int[] codes = new int[RECENT];
  private final @Nullable String[] recent = new String[RECENT];
  private String value = "";

  CharacterReferences(char[] source) {
    this.source = source;
  }

  /** What the reference read last stands for. */
  String value() {
    return value;
  }

  /**
   * Reads the reference that an ampersand begins.
   *
   * @param at the ampersand
   * @param limit where the text ends
   * @param inAttribute whether this is an attribute's value, in which "&amp;copy=" is none
   * @return the end of it; {@code at} where there is none
   */
  int read(int at, int limit, boolean inAttribute) {
    int from = at + 1;
    if (from >= limit) {
      return at;
    }
    return source[from] == '#' ? number(at, limit) : name(at, limit, inAttribute);
  }

  private int number(int at, int limit) {
    int i = at + 2;
    boolean hex = i < limit && (source[i] == 'x' || source[i] == 'X');
    i += hex ? 1 : 0;
    int radix = hex ? HEXADECIMAL : DECIMAL;
    int digits = i;
    int code = 0;
    for (; i < limit; i++) {
      int digit = source[i] <= 'f' ? Character.digit(source[i], radix) : -1;
      if (digit < 0) {
        break;
      }
      code = Math.min(code * radix + digit, Character.MAX_CODE_POINT + 1);
    }
    if (i == digits) {
      return at;
    }
    int slot = code & (RECENT - 1);
    String known = recent[slot];
    if (known == null || codes[slot] != code) {
      known = character(code);
      codes[slot] = code;
      recent[slot] = known;
    }
    value = known;
    return i < limit && source[i] == ';' ? i + 1 : i;
  }

  private static String character(int code) {
    if (code >= FIRST_C1 && code < FIRST_C1 + C1.length()) {
      return String.valueOf(C1.charAt(code - FIRST_C1));
    }
    boolean none = code == 0 || code > Character.MAX_CODE_POINT;
    return none ? String.valueOf(REPLACEMENT) : Character.toString(code);
  }

  private int name(int at, int limit, boolean inAttribute) {
    int from = at + 1;
    int i = from;
    int end = Math.min(limit, from + MAX_NAME_LENGTH);
    while (i < end && isLetter(source[i])) {
      i++;
    }
    while (i < end && source[i] >= '0' && source[i] <= '9') {
      i++;
    }
    if (i == from) {
      return at;
    }
    String name = new String(source, from, i - from);
    boolean closed = i < limit && source[i] == ';';
    if (closed) {
      String common = common(name);
      if (common != null) {
        value = common;
        return i + 1;
      }
    }
    if (!Entities.isBaseNamedEntity(name) && !(closed && Entities.isNamedEntity(name))) {
      name = Entities.findPrefix(name);
      if (name.isEmpty()) {
        return at;
      }
      i = from + name.length();
    }
    closed = i < limit && source[i] == ';';
    if (inAttribute && !closed && i < limit && goesOn(source[i])) {
      return at;
    }
    value = Entities.getByName(name);
    return closed ? i + 1 : i;
  }

  /** The few names that make up nearly all of those in filings. */
  private static @Nullable String common(String name) {
    return switch (name) {
      case "nbsp" -> "\u00A0";
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "rsquo" -> "\u2019";
      case "ldquo" -> "\u201C";
      case "rdquo" -> "\u201D";
      case "mdash" -> "\u2014";
      default -> null;
    };
  }

  private static boolean goesOn(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '=' || c == '-' || c == '_';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
