package dev.caveat.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class NamedNumbersTest {
  private static final NamedNumbers NUMBERS =
      NamedNumbers.read(NamedNumbersTest.class, "numbers.tsv");

  @Test
  void readsTheNumbersBehindNameAndRemark() {
    assertThat(NUMBERS.all("near")).containsExactly(4);
    assertThat(NUMBERS.all("shares")).containsExactly(0.1, 0.5, 1e-6);
  }

  @Test
  void namesTheTableThatLacksAName() {
    assertThatThrownBy(() -> NUMBERS.all("far"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("numbers.tsv has no far");
  }
}
