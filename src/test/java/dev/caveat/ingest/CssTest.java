package dev.caveat.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CssTest {
  private static Css.Declared declared(String style) {
    return new Css().read(style);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#0a0B0c | 658188",
        "#abc | 11189196",
        "rgb(1, 2,3) | 66051",
        "rgb(1,2,3,0.5) | 66051",
        "navy | 128",
        "rgb(1,2) |",
        "mauve-ish |",
      })
  void readsColors(String color, Integer rgb) {
    assertThat(declared("color: " + color).color).isEqualTo(rgb);
  }

  @ParameterizedTest
  @CsvSource({"10.5pt, 105", "16px, 120", "1.2em,", "80%,", "large,"})
  void readsSizesOfTypeInTenthsOfAPoint(String size, Integer tenths) {
    assertThat(declared("font-size:" + size).size).isEqualTo(tenths);
  }

  @ParameterizedTest
  @CsvSource({"0.5in, 36", "8px, 6", "2rem, 20", "4%, 20", "7, 7", "-5000pt, -1000", "auto, 0"})
  void readsIndentationInPoints(String margin, int points) {
    assertThat(declared("margin-left:" + margin).indent).isEqualTo(points);
  }

  @Test
  void takesTheLeftSideOfABox() {
    assertThat(declared("margin: 1pt 2pt 3pt 4pt").indent).isEqualTo(4);
    assertThat(declared("margin: 1pt 2pt").indent).isEqualTo(2);
    assertThat(declared("margin: 1pt").indent).isZero();
  }
}
