package dev.caveat.index.entity;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AmountRangeTest {
  @Test
  void readsComparisons() {
    reads(">= 1 million USD", 1e6, POSITIVE_INFINITY, "USD");
    reads("> 1 million", Math.nextUp(1e6), POSITIVE_INFINITY, null);
    reads("<50k", NEGATIVE_INFINITY, Math.nextDown(5e4), null);
    reads("≤ 2.5bn EUR", NEGATIVE_INFINITY, 2.5e9, "EUR");
    reads("= 1.6 million", 1.6e6, 1.6e6, null);
    reads("1,100,000", 1.1e6, 1.1e6, null);
  }

  @Test
  void readsRanges() {
    reads("1 million..5 million USD", 1e6, 5e6, "USD");
    reads("EUR 1m .. 5 b", 1e6, 5e9, "EUR");
    reads("0..5 million", 0, 5e6, null);
    reads("1 thousand..", 1e3, POSITIVE_INFINITY, null);
    reads("..2 trillion", NEGATIVE_INFINITY, 2e12, null);
  }

  @Test
  void takesSignsForTheirCurrencies() {
    reads("$1.6 million", 1.6e6, 1.6e6, "USD");
    reads(">=€.5", .5, POSITIVE_INFINITY, "EUR");
    reads("< £100", NEGATIVE_INFINITY, Math.nextDown(100d), "GBP");
    reads("$5 usd", 5, 5, "USD");
  }

  @Test
  void saysHowAmountsAreWritten() {
    refuses("a lot", "write an amount as");
    refuses("", "write an amount as");
    refuses("..", "write an amount as");
    refuses("-5", "write an amount as");
    refuses(">", "write an amount as");
    refuses(">= 1,5 million", "write decimals with a point");
    refuses("1.500,00 EUR", "write decimals with a point");
    refuses("5 zillion", "neither a scale", "'zillion'");
    refuses("5 million XXQ", "nor the code of a currency", "'xxq'");
    refuses("$5 EUR", "one currency");
    refuses("1 USD..5 EUR", "one currency");
    refuses("1..5 million", "the scale on both ends");
    refuses("5..1", "ends below its start");
  }

  private static void refuses(String text, String... messages) {
    assertThatThrownBy(() -> AmountRange.parse(text))
        .as(text)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(messages)
        .hasMessageEndingWith(": " + text);
  }

  private static void reads(String text, double least, double most, @Nullable String currency) {
    assertThat(AmountRange.parse(text)).isEqualTo(new AmountRange(least, most, currency));
  }
}
