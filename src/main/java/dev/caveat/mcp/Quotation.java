package dev.caveat.mcp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a text contains words that someone quotes.
 *
 * @param start their first code unit
 * @param end just after their last code unit
 */
record Quotation(int start, int end) {
  private static final Pattern PART =
      Pattern.compile("\\s+|[\"“”„]|['‘’]|[-‐‑‒–—]+|[^\\s\"“”„'‘’‐‑‒–—-]+");

  /**
   * Finds words to the letter, or else with other spaces, quotation marks and dashes.
   *
   * @return null if they are not there
   */
  static @Nullable Quotation of(String text, String words) {
    int at = text.indexOf(words);
    if (at >= 0) {
      return new Quotation(at, at + words.length());
    }
    Matcher m = Pattern.compile(loose(words)).matcher(text);
    return m.find() ? new Quotation(m.start(), m.end()) : null;
  }

  private static String loose(String words) {
    StringBuilder pattern = new StringBuilder();
    Matcher part = PART.matcher(words);
    while (part.find()) {
      char c = part.group().charAt(0);
      if (Character.isWhitespace(c)) {
        pattern.append("\\s+");
      } else if ("\"“”„".indexOf(c) >= 0) {
        pattern.append("[\"“”„]");
      } else if ("'‘’".indexOf(c) >= 0) {
        pattern.append("['‘’]");
      } else if ("-‐‑‒–—".indexOf(c) >= 0) {
        pattern.append("[-‐‑‒–—]+");
      } else {
        pattern.append(Pattern.quote(part.group()));
      }
    }
    return pattern.toString();
  }
}
