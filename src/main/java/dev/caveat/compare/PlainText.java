package dev.caveat.compare;

import java.util.regex.Pattern;

/** Removes what typesetting, and not the author, put into a text. */
final class PlainText {
  private static final Pattern SPACE =
      Pattern.compile("[\\s\\u00a0\\u2000-\\u200b\\u202f\\u3000]+");

  private PlainText() {}

  /**
   * The text with plain quotes, hyphens and spaces and without bullets; equal for two printings of
   * the same text.
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
}
