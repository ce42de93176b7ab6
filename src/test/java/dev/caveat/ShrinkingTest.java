package dev.caveat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
  @Test
  void keepsOnlyWhatFails() {
    assertThatThrownBy(
            () ->
                Shrinking.text(
                    "some 9 words, and a 7 among them",
                    t -> assertThat(t.contains("9") && t.contains("7")).isFalse()))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("fails down to [9, 7]");
    assertThatThrownBy(
            () ->
                Shrinking.list(
                    IntStream.range(0, 1000).boxed().toList(),
                    l -> assertThat(l).hasSizeLessThan(3)))
        .hasMessageStartingWith("fails down to [993, 994, 995]");
  }

  @Test
  void saysNothingOfWhatHolds() {
    assertThatCode(() -> Shrinking.text("abc", t -> assertThat(t).isNotNull()))
        .doesNotThrowAnyException();
  }
}
