package dev.caveat.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts without what typesetting, and not the author, put into them. */
final class PlainText {
  private static final Pattern SPACE =
      Pattern.compile("[\\s\\u00a0\\u2000-\\u200b\\u202f\\u3000]+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,'’][\\p{L}\\p{N}]+)*");

  private PlainText() {}

  /**
   * The text with plain quotes, hyphens and blanks, and without bullets: equal for two printings of
   * one text.
   */
  static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\u00ad', '\ufeff' -> {}
        case '•', '·', '▪', '●', '◦' -> plain.append(' ');
        case '‘', '’', '‛', '`', '´' -> plain.append('\'');
        case '“', '”', '„' -> plain.append('"');
        case '‐', '‑', '‒', '–', '—' -> plain.append('-');
        default -> plain.append(c);
      }
    }
    return SPACE.matcher(plain).replaceAll(" ").strip();
  }

  /** The words in order, in lower case; numbers with their points and commas are words. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group().toLowerCase(Locale.ROOT).replace('’', '\''));
    }
    return words;
  }
}
