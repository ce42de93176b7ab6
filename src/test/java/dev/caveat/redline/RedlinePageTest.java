package dev.caveat.redline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.compare.Comparison;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.compare.Redline.Mark;
import dev.caveat.compare.Redline.Piece;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.RiskFactor;
import dev.caveat.redline.ComparisonSummary.Item;
import dev.caveat.taxonomy.Taxonomy;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

final class RedlinePageTest {
  private static Side side(String caption, String... body) {
    RiskFactor risk = new RiskFactor(1, List.of(), caption, List.of(body), true);
    return new Side("made up", FilingFacts.UNKNOWN, List.of(risk));
  }

  private static final String FAR =
      "The orchard lies above the river, and its trees are older than most in the county; few of"
          + " them have been replaced since the flood, and those that were bear little fruit. We"
          + " sell what they bear to three canneries, none of which has a contract with us. ";

  private static final ComparisonSummary SUMMARY =
      ComparisonSummary.of(
          Comparison.of(
              side("Frost <may> spoil our crops.", FAR + "A frost in May \"hurt\" us.", "It did."),
              side(
                  "Frost <may> spoil our crops.", FAR + "A frost in June \"hurt\" us.", "It did.")),
          Taxonomy.bundled());

  private static final Document PAGE = Jsoup.parse(RedlinePage.of(SUMMARY));

  private static String words(Mark... marks) {
    Item item = SUMMARY.items().getFirst();
    return SUMMARY.body(item).stream()
        .filter(p -> List.of(marks).contains(p.mark()))
        .map(Piece::text)
        .collect(Collectors.joining());
  }

  /** What a reader would copy from the page. */
  private static String read(String left) {
    Element text = PAGE.expectFirst("article .text").clone();
    text.select(".cut, " + left).remove();
    return text.wholeText().stripTrailing();
  }

  @Test
  void theWordingOfBothSidesIsThereBlankForBlank() {
    assertThat(read("ins"))
        .isEqualTo(words(Mark.EQUAL, Mark.DELETED))
        .contains("May \"hurt\" us.\n\n");
    assertThat(read("del")).isEqualTo(words(Mark.EQUAL, Mark.INSERTED)).contains("June \"hurt\"");
  }

  @Test
  void whatIsFarFromAChangeCanBeHidden() {
    assertThat(PAGE.expectFirst("article .far").text())
        .startsWith("The orchard")
        .doesNotContain("May");
  }

  @Test
  void eachLinkLeadsToAPlaceOfThePage() {
    assertThat(PAGE.select("a"))
        .isNotEmpty()
        .allSatisfy(a -> assertThat(PAGE.getElementById(a.attr("href").substring(1))).isNotNull());
    assertThat(PAGE.expectFirst("article h3").text()).isEqualTo("Frost <may> spoil our crops.");
  }
}
