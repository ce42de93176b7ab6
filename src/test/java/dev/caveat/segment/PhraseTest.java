package dev.caveat.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.caveat.Seeds;
import dev.caveat.Shrinking;
import dev.caveat.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A phrase is found where its expression is, and nowhere else. */
class PhraseTest {
  private static final int TEXTS = 400;

  private static final String[] GLUE = {
    " ", " ", " ", "", ". ", ", ", "-", "’", "é", "_", "\n", " “", "— "
  };

  @Test
  void isFoundAtTheStartInTheMiddleAndAtTheEnd() {
    Phrase may = new Phrase("\\b(may|could)\\b");
    assertThat(may.isIn("may freeze")).isTrue();
    assertThat(may.isIn("plums may freeze")).isTrue();
    assertThat(may.isIn("it could")).isTrue();
    assertThat(may.isIn("dismay and maybe")).isFalse();
    assertThat(may.isIn("")).isFalse();
  }

  @Test
  void beginsATextOnlyAtItsStart() {
    Phrase also = new Phrase("(also|in addition)\\b");
    assertThat(also.begins("also plums")).isTrue();
    assertThat(also.begins("in addition")).isTrue();
    assertThat(also.begins("alsop")).isFalse();
    assertThat(also.begins("plums also")).isFalse();
    assertThat(also.begins("")).isFalse();
  }

  @Test
  void isFoundBehindQuotationMarksAndForeignLetters() {
    Phrase may = new Phrase("\\bmay\\b");
    assertThat(may.isIn("“may” freeze")).isTrue();
    assertThat(may.isIn("plums—may")).isTrue();
    assertThat(may.isIn("may\u0301be"))
        .isEqualTo(Pattern.compile("\\bmay\\b").matcher("may\u0301be").find());
  }

  @Test
  void isWholeOnlyWhereNothingElseStands() {
    Phrase title = new Phrase("(our |the )?risk factors?");
    assertThat(title.is("our risk factors")).isTrue();
    assertThat(title.is("risk factor")).isTrue();
    assertThat(title.is("all risk factors")).isFalse();
    assertThat(title.is("risk factors below")).isFalse();
  }

  @Test
  void holdsWhatEveryMatchHoldsAndNoMore() {
    assertThat(new Phrase("frosts? (in|of) may").is("frost in may")).isTrue();
    assertThat(new Phrase("plums|pears").is("pears")).isTrue();
    assertThat(new Phrase("plum[a-z()|]*").is("plums")).isTrue();
    assertThat(new Phrase("plums{0,1}").is("plum")).isTrue();
    assertThat(new Phrase("(a(b|c) )*d\\.e").is("ab d.e")).isTrue();
  }

  @Test
  void refusesToLookBackFarther() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Phrase("(?<=frost )may"));
  }

  @Test
  void answersAsTheExpressionsOfAllTablesDo() {
    List<String> rules = new ArrayList<>();
    for (String table : List.of("captions.tsv", "headings.tsv", "statuses.tsv")) {
      Table.resource(Phrase.class, table).forEach(row -> rules.add(row.at(1)));
    }
    List<String> words = new ArrayList<>();
    for (String rule : rules) {
      words.addAll(List.of(rule.split("[^a-z]+")));
    }
    Random random = new Random(Seeds.or(20261128));
    List<Phrase> phrases = rules.stream().map(Phrase::new).toList();
    List<Pattern> patterns = rules.stream().map(Pattern::compile).toList();
    for (int n = 0; n < TEXTS; n++) {
      String text = text(words, random);
      for (int i = 0; i < rules.size(); i++) {
        Phrase phrase = phrases.get(i);
        Pattern pattern = patterns.get(i);
        Shrinking.text(text, t -> answersAlike(phrase, pattern, t));
      }
    }
  }

  private static void answersAlike(Phrase phrase, Pattern pattern, String text) {
    assertThat(phrase.isIn(text))
        .as("“%s” in “%s”", pattern, text)
        .isEqualTo(pattern.matcher(text).find());
    assertThat(phrase.is(text))
        .as("“%s” is “%s”", pattern, text)
        .isEqualTo(pattern.matcher(text).matches());
    assertThat(phrase.begins(text))
        .as("“%s” begins “%s”", pattern, text)
        .isEqualTo(pattern.matcher(text).lookingAt());
  }

  private static String text(List<String> words, Random random) {
    StringBuilder out = new StringBuilder();
    for (int n = random.nextInt(14); n >= 0; n--) {
      out.append(words.get(random.nextInt(words.size()))).append(GLUE[random.nextInt(GLUE.length)]);
    }
    return random.nextBoolean() ? out.toString().strip() : out.toString();
  }
}
