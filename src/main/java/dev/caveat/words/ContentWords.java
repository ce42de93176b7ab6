package dev.caveat.words;

import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import opennlp.tools.stemmer.PorterStemmer;

/** The content words of a text: stems in order, with their places. Stop words are left out. */
public final class ContentWords {
  /** A word, or a short number such as a form or section number. */
  private static final Pattern WORD = Pattern.compile("\\p{L}+|(?<![\\d.,])\\d{2,4}(?![\\d.,])");

  private static final Set<String> STOP_WORDS =
      Table.resource(ContentWords.class, "stop-words.txt").stream()
          .map(ContentWords::word)
          .collect(Collectors.toUnmodifiableSet());

  /**
   * One word.
   *
   * @param stem the common stem of its forms
   * @param start offset of its first code unit in the text
   * @param end just after its last code unit
   */
  public record Word(String stem, int start, int end) {}

  private ContentWords() {}

  private static String word(Row row) {
    return row.at(0).strip();
  }

  /**
   * Reads a text.
   *
   * @param most the largest number of words; the rest of the text is not read
   */
  public static List<Word> of(String text, int most) {
    PorterStemmer stemmer = new PorterStemmer();
    List<Word> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (words.size() < most && word.find()) {
      String plain = word.group().toLowerCase(Locale.ROOT);
      if (plain.length() > 1 && !STOP_WORDS.contains(plain)) {
        words.add(new Word(stemmer.stem(plain), word.start(), word.end()));
      }
    }
    return words;
  }
}
