package dev.caveat.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Texts as words: runs of letters and digits, joined by periods, commas and apostrophes between two
 * of them, so that {@code 1,000.50} and {@code company's} are one word each. Scanned by hand,
 * because every comparison and count reads every text.
 */
public final class Words {
  private Words() {}

  /** The words in order, in lowercase; numbers with their periods and commas are words. */
  public static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    for (int start = next(text, 0); start < text.length(); ) {
      int end = end(text, start);
      words.add(text.substring(start, end).toLowerCase(Locale.ROOT).replace('’', '\''));
      start = next(text, end);
    }
    return words;
  }

  /** How many words there are. */
  public static int count(String text) {
    int count = 0;
    for (int start = next(text, 0); start < text.length(); start = next(text, end(text, start))) {
      count++;
    }
    return count;
  }

  /** The start of the next word; the text's length if there is none. */
  private static int next(String text, int from) {
    int at = from;
    while (at < text.length() && !isWord(text, at)) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static int end(String text, int start) {
    int at = start;
    while (at < text.length() && (isWord(text, at) || joins(text, at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  /** Whether a mark is between two words; the word before it is known. */
  private static boolean joins(String text, int at) {
    return switch (text.charAt(at)) {
      case '.', ',', '\'', '’' -> at + 1 < text.length() && isWord(text, at + 1);
      default -> false;
    };
  }

  private static boolean isWord(String text, int at) {
    int c = text.codePointAt(at);
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> false;
    };
  }
}
