package dev.caveat.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RatioTest {
  @Test
  void dividingByNothingGivesZero() {
    assertThat(Ratio.of(3, 0)).isZero();
    assertThat(Ratio.perHundred(3, 60)).isEqualTo(5);
  }

  @Test
  void theMedianOfAnEvenNumberIsTheMeanOfTheMiddle() {
    assertThat(Ratio.median(new double[] {9, 1, 2})).isEqualTo(2);
    assertThat(Ratio.median(new double[] {9, 1, 2, 4})).isEqualTo(3);
  }

  @Test
  void equalValuesCountHalfInAPercentile() {
    assertThat(Ratio.percentile(2, new double[] {1, 2, 2, 5})).isEqualTo(0.5);
    assertThat(Ratio.percentile(0, new double[] {1, 2})).isZero();
  }

  @Test
  void theTopFiveAreKeptInOrder() {
    Top<Integer> top = new Top<>(Comparator.<Integer>naturalOrder().reversed());
    IntStream.of(3, 9, 1, 7, 5, 8, 2).forEach(top::offer);
    assertThat(top.list()).containsExactly(9, 8, 7, 5, 3);
  }
}
