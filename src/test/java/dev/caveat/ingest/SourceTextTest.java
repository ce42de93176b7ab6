package dev.caveat.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.ingest.html.Characters;
import dev.caveat.model.Place;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.SourceMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTextTest {
  private static SourceMap map(String document, String text) {
    return new SourceText(1, document).map(text, new Place(1, 0, document.length()));
  }

  /** What stands as filed where a word of the text stands. */
  private static String filed(String document, String text, String word) {
    int at = text.indexOf(word);
    Place place = map(document, text).place(at, at + word.length());
    return place == null ? "nowhere" : document.substring(place.start(), place.end());
  }

  @Test
  void findsWordsBehindMarkupAndReferences() {
    String document = "<p>We sell <b>plums</b> &amp;\n pears&#160;to AT&T&rsquo;s cooks.</p>";
    String text = "We sell plums & pears to AT&T’s cooks.";
    assertThat(filed(document, text, "plums & pears")).isEqualTo("plums</b> &amp;\n pears");
    assertThat(filed(document, text, "AT&T’s")).isEqualTo("AT&T&rsquo;s");
    assertThat(filed(document, text, text)).isEqualTo(document.substring(3, document.length() - 4));
  }

  @Test
  void leavesOutWhatAPageBreakPutsBetween() {
    String document =
        "<p>Demand for plums may 1</p><p>12</p><hr><p>Jetmark</p><p>10 days fall.</p>";
    String text = "Demand for plums may 1 10 days fall.";
    assertThat(map(document, text).parts(0, text.length()))
        .extracting(p -> document.substring(p.start(), p.end()))
        .containsExactly("Demand for plums may 1", "10 days fall.");
  }

  @Test
  void putsACutBetweenLinesWhereItCouldStandElsewhere() {
    String document = "<p>It was cut by</p><p>1</p><p>1,200 people.</p>";
    String text = "It was cut by 1,200 people.";
    assertThat(map(document, text).parts(0, text.length()))
        .extracting(p -> document.substring(p.start(), p.end()))
        .containsExactly("It was cut by", "1,200 people.");
  }

  @Test
  void passesOverABulletThatTheTextHasNot() {
    String document = "<td>•</td><td>Frost may come.</td>";
    assertThat(filed(document, "Frost may come.", "Frost")).isEqualTo("Frost");
    assertThat(map(document, "Frost may come.").parts(0, 15)).hasSize(1);
  }

  @Test
  void knowsNothingOfATextThatIsNotThere() {
    assertThat(map("<p>Frost may come.</p>", "Our lease may end in 2003.").isEmpty()).isTrue();
  }

  @Test
  void readsPlainTextLineByLine() {
    String document = "     Frost may\n     spoil our\n<PAGE>\n     crops.\n";
    assertThat(filed(document, "Frost may spoil our crops.", "our crops."))
        .isEqualTo("our\n<PAGE>\n     crops.");
  }

  @Test
  void leadsABrowserPastATagThatItShowsAsText() {
    String passage = "Frost\n\nOur plums may freeze in May, as they did.\n";
    String document = "Frost\n\n  12\n<PAGE>\n" + passage;
    RiskFactor risk =
        new RiskFactor(
            1,
            List.of(),
            "Frost",
            List.of("Our plums may freeze in May, as they did."),
            true,
            List.of(
                new Place(1, document.lastIndexOf("Frost"), document.lastIndexOf("Frost") + 5),
                new Place(1, document.indexOf("Our"), document.length())));
    assertThat(new SourceText(1, document).provenance(risk).fragment())
        .isEqualTo(":~:text=Our%20plums%20may%20freeze%20in%20May%2C%20as%20they%20did.");
  }

  @Test
  void givesNoFragmentsBeyondTheCharactersItMaySearch() {
    String before = "Plums ripen in May, and pears in June, on all our trees. ".repeat(20);
    String document = before + "\n\nFrost may spoil the crops of each of our two orchards.\n";
    String passage = "Frost may spoil the crops of each of our two orchards.";
    char[] source = document.toCharArray();
    TextFragments few =
        new TextFragments(
            new SourceText.Letters(Characters.plain(source), source, false), before.length() + 100);
    assertThat(few.of(map(document, passage))).startsWith(":~:text=Frost");
    assertThat(few.of(map(document, passage))).isNull();
  }
}
