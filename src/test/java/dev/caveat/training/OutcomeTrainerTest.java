package dev.caveat.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OutcomeTrainerTest {
  @Test
  void weightsStandInTheOrderOfTheOutcomesAndRepeat() throws IOException {
    Map<String, double[]> weights = trained();
    assertThat(weights.get("bold")).hasSize(2).satisfies(w -> assertThat(w[1]).isGreaterThan(w[0]));
    assertThat(weights.get("long")).satisfies(w -> assertThat(w[0]).isGreaterThan(w[1]));
    Map<String, double[]> again = trained();
    assertThat(again.keySet()).isEqualTo(weights.keySet());
    weights.forEach((feature, w) -> assertThat(again.get(feature)).as(feature).isEqualTo(w));
  }

  @Test
  void featuresSeenOnceHaveNoWeight() throws IOException {
    assertThat(trained()).doesNotContainKey("once");
  }

  private static Map<String, double[]> trained() throws IOException {
    OutcomeTrainer trainer = new OutcomeTrainer(List.of("body", "caption"));
    for (int i = 0; i < 6; i++) {
      trainer.add("caption", new String[] {"bold", "short"});
      trainer.add("body", new String[] {"long"});
    }
    trainer.add("body", new String[] {"long", "once"});
    return trainer.train();
  }
}
