package dev.caveat.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.Seeds;
import dev.caveat.Shrinking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class WordsTest {
  /** The definition, as the documents give it. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,'’][\\p{L}\\p{N}]+)*");

  private static List<String> byDefinition(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group().toLowerCase(Locale.ROOT).replace('’', '\''));
    }
    return words;
  }

  @Test
  void keepsNumbersAndGenitivesWhole() {
    assertThat(Words.of("The company’s $1,000.50, and U.S. rules."))
        .containsExactly("the", "company's", "1,000.50", "and", "u.s", "rules");
    assertThat(Words.of(" .,' ")).isEmpty();
  }

  @Test
  void findsTheWordsOfTheDefinitionInAnyText() {
    Random random = new Random(Seeds.or(5));
    String[] pieces = {
      "a", "Z", "9", ".", ",", "'", "’", " ", "\n", "é", "½", "Ⅷ", "\ud835\udfd9", "\ud83d", "-"
    };
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(20); n > 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      Shrinking.text(text.toString(), WordsTest::hasTheWordsOfTheDefinition);
    }
  }

  private static void hasTheWordsOfTheDefinition(String text) {
    assertThat(Words.of(text)).as(text).isEqualTo(byDefinition(text));
    assertThat(Words.count(text)).isEqualTo(byDefinition(text).size());
  }
}
