package dev.caveat.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caveat.Seeds;
import dev.caveat.Shrinking;
import dev.caveat.search.query.Clause.And;
import dev.caveat.search.query.Clause.Fuzzy;
import dev.caveat.search.query.Clause.Must;
import dev.caveat.search.query.Clause.Not;
import dev.caveat.search.query.Clause.Or;
import dev.caveat.search.query.Clause.Pattern;
import dev.caveat.search.query.Clause.Phrase;
import dev.caveat.search.query.Clause.Run;
import dev.caveat.search.query.Clause.Word;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QueryReaderTest {
  @Test
  void readsWordsSideBySide() {
    assertThat(read("supply shortage")).isEqualTo(run(word("supply"), word("shortage")));
  }

  @Test
  void readsPhrasesAndProximity() {
    assertThat(read("\"sole supplier\"")).isEqualTo(run(new Phrase(null, "sole supplier", 0)));
    assertThat(read("“sole supplier”~8")).isEqualTo(run(new Phrase(null, "sole supplier", 8)));
    assertThat(read("\"a b\"~")).isEqualTo(run(new Phrase(null, "a b", 1)));
  }

  @Test
  void bindsAndTighterThanOr() {
    assertThat(read("a AND b OR c d"))
        .isEqualTo(
            new Or(
                List.of(
                    new And(List.of(run(word("a")), run(word("b")))), run(word("c"), word("d")))));
  }

  @Test
  void readsGroupsAndSigns() {
    assertThat(read("(a OR b) AND NOT c"))
        .isEqualTo(
            new And(
                List.of(
                    run(new Or(List.of(run(word("a")), run(word("b"))))),
                    run(new Not(word("c"))))));
    assertThat(read("+a -b")).isEqualTo(run(new Must(word("a")), new Not(word("b"))));
  }

  @Test
  void readsFields() {
    assertThat(read("heading:tax body:\"E15\" group:(a b)"))
        .isEqualTo(
            run(
                new Word("heading", "tax"),
                new Phrase("body", "E15", 0),
                run(new Word("group", "a"), new Word("group", "b"))));
  }

  @Test
  void readsWildcardsAndFuzzyWords() {
    assertThat(read("cyber*")).isEqualTo(run(new Pattern(null, "cyber*")));
    assertThat(read("licen?e")).isEqualTo(run(new Pattern(null, "licen?e")));
    assertThat(read("taiwn~1")).isEqualTo(run(new Fuzzy(null, "taiwn", 1)));
    assertThat(read("taiwn~")).isEqualTo(run(new Fuzzy(null, "taiwn", 2)));
  }

  @Test
  void takesOrdinaryPunctuationAsItIs() {
    for (String text :
        List.of("4310(c)(4)", "what?", "10:30", "TFT-LCD", "R&D", "Note:", "$41.90", "a/b", "–")) {
      assertThat(read(text)).as(text).isEqualTo(run(word(text)));
    }
    assertThat(read("(4310(c)(4))")).isEqualTo(run(run(word("4310(c)(4)"))));
  }

  @Test
  void saysWhatIsWrongAndWhatToDo() {
    refuses("", "the query is empty");
    refuses("lens~ ".repeat(51), "at most 50 words with *, ? or ~");
    refuses("*len* ".repeat(51), "at most 50 words with *, ? or ~");
    refuses("  ", "the query is empty");
    refuses("\"open", "a quote is not closed: \"open; add \" at its end");
    refuses("\"\"", "nothing between the quotes");
    refuses("(a b", "a parenthesis is not closed");
    refuses("a)", "an unmatched )");
    refuses("()", "a word or phrase is missing");
    refuses("AND a", "AND and OR go between two of them");
    refuses("a AND", "a word or phrase is missing at the end");
    refuses("a OR OR b", "missing before OR b");
    refuses("NOT", "NOT needs a word after it");
    refuses("company:apple", "--company");
    refuses("word~9", "at most ~2 letters");
    refuses("\"a b\"~99999", "at most ~1000 words");
    refuses("x".repeat(QueryReader.MAX_LENGTH + 1), "may have at most 4000 characters");
    refuses("x ".repeat(300), "may have at most 250 words");
    refuses("(".repeat(50) + "a" + ")".repeat(50), "20 deep");
  }

  @Test
  void endsEveryQueryAsAClauseOrAMessage() {
    Random random = new Random(Seeds.or(7));
    String alphabet = "ab \"()*?~:+-ANDOR NOT heading:19§“";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(24); n >= 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Shrinking.text(text.toString(), QueryReaderTest::endsAsAClauseOrAMessage);
    }
  }

  private static void endsAsAClauseOrAMessage(String query) {
    try {
      assertThat(read(query)).isNotNull();
    } catch (QuerySyntaxException e) {
      assertThat(e.getMessage()).as(query).isNotBlank().doesNotContain("\n");
    }
  }

  private static void refuses(String query, String message) {
    assertThatThrownBy(() -> read(query))
        .as(query)
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining(message);
  }

  private static Clause read(String query) {
    return QueryReader.read(query);
  }

  private static Run run(Clause... parts) {
    return new Run(List.of(parts));
  }

  private static Word word(String text) {
    return new Word(null, text);
  }
}
