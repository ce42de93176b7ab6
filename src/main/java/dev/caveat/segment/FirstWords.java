package dev.caveat.segment;

import dev.caveat.model.Block;
import dev.caveat.model.FilingOutline.Line;
import java.util.Locale;

/** The words by which a block is told in an outline and known again. */
final class FirstWords {
  private static final int MIN_COUNT = Bounds.whole("first-words-fewest");
  private static final int MIN_LENGTH = Bounds.whole("first-words-shortest");
  private static final int KEY = Bounds.whole("first-words-key");

  private static final String GOES_ON = " …";

  private FirstWords() {}

  /** A block's text with a blank for every run of whitespace. */
  static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /**
   * The first words of a block.
   *
   * @param caption words of its run-in caption, all of which are written
   */
  static String of(Block block, int caption) {
    String[] words = plain(block.text()).split(" ");
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      if (i >= Math.max(MIN_COUNT, caption + MIN_COUNT / 2) && out.length() >= MIN_LENGTH) {
        return out + GOES_ON;
      }
      out.append(i == 0 ? "" : " ").append(words[i]);
    }
    return out.toString();
  }

  static String key(Block block) {
    return cut(letters(block.text()));
  }

  static String key(Line line) {
    return cut(letters(line.words()));
  }

  private static String cut(String letters) {
    return letters.substring(0, Math.min(KEY, letters.length()));
  }

  /** Letters and digits in lowercase; what has none stands for itself. */
  private static String letters(String text) {
    String head = text.substring(0, Math.min(text.length(), KEY * KEY));
    String letters = head.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
    return letters.isEmpty() ? plain(head) : letters;
  }

  /** Where the first words of a text end; its length where it has no more. */
  static int end(String text, int words) {
    int at = 0;
    for (int n = 0; n < words; n++) {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }
    return at;
  }
}
