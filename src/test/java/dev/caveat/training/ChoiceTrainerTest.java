package dev.caveat.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ChoiceTrainerTest {
  private static final double PENALTY = 0.1;

  @Test
  void whatTheRightChoicesHaveWeighsMoreThanWhatTheWrongOnesHave() {
    Map<String, Double> weights = trained().train(PENALTY, 1);
    assertThat(weights.get("bold")).isPositive();
    assertThat(weights.get("plain")).isNegative();
    assertThat(weights).doesNotContainKey("both"); // on either side alike
  }

  @Test
  void theSameCasesGiveTheSameWeightsToTheLastBit() {
    assertThat(trained().train(PENALTY, 1)).isEqualTo(trained().train(PENALTY, 1));
  }

  @Test
  void aHigherPenaltyGivesSmallerWeights() {
    assertThat(trained().train(1, 1).get("bold")).isLessThan(trained().train(0.01, 1).get("bold"));
  }

  @Test
  void evidenceInTooFewCasesGetsNoWeight() {
    ChoiceTrainer trainer = trained();
    trainer.add(List.of(List.of("bold", "rare"), List.of("plain")), List.of(true, false), 1);
    assertThat(trainer.train(PENALTY, 2)).containsKey("bold").doesNotContainKey("rare");
  }

  @Test
  void aCaseWithoutARightOrAWrongChoiceTeachesNothing() {
    ChoiceTrainer trainer = new ChoiceTrainer();
    trainer.add(List.of(List.of("a"), List.of("b")), List.of(true, true), 1);
    trainer.add(List.of(List.of("a"), List.of("b")), List.of(false, false), 1);
    assertThat(trainer.train(PENALTY, 1)).isEmpty();
  }

  private static ChoiceTrainer trained() {
    ChoiceTrainer trainer = new ChoiceTrainer();
    for (int i = 0; i < 5; i++) {
      trainer.add(
          List.of(List.of("bold", "both"), List.of("plain", "both")), List.of(true, false), 1);
    }
    return trainer;
  }
}
