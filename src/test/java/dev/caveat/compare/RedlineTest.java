package dev.caveat.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.Seeds;
import dev.caveat.Shrinking;
import dev.caveat.compare.Redline.Mark;
import dev.caveat.compare.Redline.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class RedlineTest {
  private static String marked(String before, String after) {
    return Redline.of(before, after).pieces().stream()
        .map(
            p ->
                switch (p.mark()) {
                  case EQUAL -> p.text();
                  case DELETED -> "[-" + p.text() + "-]";
                  case INSERTED -> "{+" + p.text() + "+}";
                })
        .collect(Collectors.joining());
  }

  @Test
  void marksTheWordsThatChanged() {
    assertThat(
            marked(
                "We rely on one supplier in Norway for our salt.",
                "We rely on two suppliers in Norway for our salt."))
        .isEqualTo("We rely on [-one supplier-]{+two suppliers+} in Norway for our salt.");
  }

  @Test
  void keepsASentenceThatMovedNowhereAndMarksTheNewOneBesideIt() {
    assertThat(
            marked(
                "Prices may fall. Costs may rise.", "Prices may fall. Wages do. Costs may rise."))
        .isEqualTo("Prices may fall. {+Wages do. +}Costs may rise.");
  }

  @Test
  void replacesASentenceWholeOfWhichMostChanged() {
    assertThat(
            marked(
                "The mill in Tarn burnt down in the spring of last year.",
                "The court has not yet set any date for a hearing."))
        .isEqualTo(
            "[-The mill in Tarn burnt down in the spring of last year.-]"
                + "{+The court has not yet set any date for a hearing.+}");
  }

  @Test
  void givesUpAFewWordsKeptBetweenLargerChanges() {
    assertThat(
            Redline.of(
                    "Our sales depend on tourists from abroad and on the weather in the spring, and"
                        + " they fell in most of our shops and all of our hotels.",
                    "Our sales depend on commuters who come by train and on schools nearby, and"
                        + " they fell in most of our shops and all of our hotels.")
                .pieces())
        .hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void seesThatASentenceWasCutInTwo() {
    Redline redline =
        Redline.of(
            "We buy salt from one mine in the north, and the mine may close at any time.",
            "We buy salt from one mine in the north. The mine may close at any time.");
    assertThat(redline.words(Mark.EQUAL)).isGreaterThanOrEqualTo(13);
  }

  @Test
  void hasNoPiecesForTwoEmptyTexts() {
    assertThat(Redline.of("", "").pieces()).isEmpty();
    assertThat(Redline.of("", "New.").pieces()).containsExactly(new Piece(Mark.INSERTED, "New."));
    assertThat(Redline.of("Old.", "").pieces()).containsExactly(new Piece(Mark.DELETED, "Old."));
  }

  @Test
  void givesBackBothTextsWhateverTheyAre() {
    Random random = new Random(Seeds.or(17));
    for (int round = 0; round < 400; round++) {
      String before = text(random);
      String after = random.nextInt(4) == 0 ? text(random) : changed(before, random);
      Shrinking.text(before, b -> Shrinking.text(after, a -> givesBack(b, a)));
    }
  }

  private static void givesBack(String before, String after) {
    Redline redline = Redline.of(before, after);
    assertThat(redline.before()).isEqualTo(before);
    assertThat(redline.after()).isEqualTo(after);
    assertThat(redline.pieces()).allSatisfy(p -> assertThat(p.text()).isNotEmpty());
    for (int i = 1; i < redline.pieces().size(); i++) {
      assertThat(redline.pieces().get(i).mark()).isNotEqualTo(redline.pieces().get(i - 1).mark());
    }
  }

  private static String text(Random random) {
    String[] parts = {
      "risk", "Risk", "may", "harm", "us", " ", " ", "  ", "\n\n", ". ", "; ", "•", "$1.5", "😀",
      "’s", "-"
    };
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(80);
    for (int i = 0; i < length; i++) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    return text.toString();
  }

  private static String changed(String text, Random random) {
    List<String> words = new ArrayList<>(List.of(text.split("(?<= )")));
    for (int i = random.nextInt(5); i >= 0; i--) {
      int at = random.nextInt(words.size());
      switch (random.nextInt(3)) {
        case 0 -> words.set(at, "");
        case 1 -> words.add(at, text(random));
        default -> words.set(at, "other ");
      }
    }
    return String.join("", words);
  }

  @Test
  void readsAMillionWordsWithoutEnd() {
    String before = "salt water ".repeat(60_000);
    String after = "iron ore ".repeat(60_000);
    Redline redline = Redline.of(before, after);
    assertThat(redline.before()).isEqualTo(before);
    assertThat(redline.after()).isEqualTo(after);
  }

  @Test
  void marksNoQuotesBlanksOrBulletsForReaders() {
    Redline redline =
        Redline.of(
            "• The Company’s kiln  may fail. It is “old” and large.",
            "The Company's kiln may fail. It is \"old\" and small.");
    assertThat(redline.before()).startsWith("• The Company’s");
    assertThat(redline.forReading().pieces())
        .containsExactly(
            new Piece(Mark.EQUAL, "The Company's kiln may fail. It is \"old\" and "),
            new Piece(Mark.DELETED, "large"),
            new Piece(Mark.INSERTED, "small"),
            new Piece(Mark.EQUAL, "."));
  }
}
