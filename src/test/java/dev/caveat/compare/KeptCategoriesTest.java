package dev.caveat.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.compare.Change.Kind;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.model.Classification;
import dev.caveat.model.Classification.Score;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.RiskFactor;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class KeptCategoriesTest {
  private static final String CAPTION = "A fire in our only kiln would stop our work.";
  private static final String BODY =
      "We fire all bricks in one kiln in Dorrow. A fire, a flood or a strike there would stop our"
          + " work for months, and our insurance may not cover the loss.";

  private static Side side(String body, List<String> decided, Score... scores) {
    RiskFactor risk = new RiskFactor(1, List.of(), CAPTION, List.of(body), true);
    Classification told = new Classification(List.of(scores), List.of()).withDecided(decided);
    return new Side("made up", FilingFacts.UNKNOWN, List.of(risk.withClassification(told)));
  }

  private static List<String> categories(Side old, Side now) {
    Comparison comparison = Comparison.of(old, now);
    Change change = comparison.changes().getFirst();
    return List.of(
        Objects.requireNonNull(comparison.category(change, false)),
        Objects.requireNonNull(comparison.category(change, true)));
  }

  private static Score score(String category, double score) {
    return new Score(category, score);
  }

  @Test
  void keepsTheCategoryWithTheHighestMeanWhereTheWordsHardlyChanged() {
    Side old = side(BODY, List.of(), score("litigation", 0.5), score("supply-chain", 0.4));
    Side now = side(BODY + " It is old.", List.of(), score("supply-chain", 0.6));
    assertThat(categories(old, now)).containsExactly("supply-chain", "supply-chain");
    assertThat(categories(now, old)).containsExactly("supply-chain", "supply-chain");
  }

  @Test
  void leavesARiskThatWasWrittenAnewAsItWasTold() {
    Side old = side(BODY, List.of(), score("litigation", 0.5));
    Side now =
        side("A neighbor claims the clay under the yard.", List.of(), score("supply-chain", 0.6));
    assertThat(categories(old, now)).containsExactly("litigation", "supply-chain");
  }

  @Test
  void givesWhatAPersonDecidedToTheOtherSideAndNeverTakesItAway() {
    Side decided = side(BODY, List.of("tax"), score("litigation", 0.9));
    Side told = side(BODY, List.of(), score("supply-chain", 0.9));
    assertThat(categories(decided, told)).containsExactly("tax", "tax");
    assertThat(categories(decided, side(BODY, List.of("environment"), score("litigation", 0.9))))
        .containsExactly("tax", "environment");
  }

  @Test
  void keepsOneCategoryAlongAChain() {
    KeptCategories kept = new KeptCategories();
    List<Side> sides =
        List.of(
            side(BODY, List.of(), score("litigation", 0.5)),
            side(BODY, List.of(), score("supply-chain", 0.4), score("litigation", 0.3)),
            side(BODY, List.of(), score("supply-chain", 0.6)));
    List<Change> same = List.of(new Change(Kind.UNCHANGED, List.of(1), List.of(1), 1, false));
    for (int i = 1; i < sides.size(); i++) {
      kept.link("" + (i - 1), sides.get(i - 1).risks(), "" + i, sides.get(i).risks(), same);
    }
    for (int i = 0; i < sides.size(); i++) {
      assertThat(kept.of("" + i, sides.get(i).risks()).getFirst().classification().category())
          .isEqualTo("supply-chain");
    }
  }
}
