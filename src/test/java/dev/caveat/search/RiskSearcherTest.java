package dev.caveat.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caveat.index.FilingFilter;
import dev.caveat.index.FilingFilter.Years;
import dev.caveat.index.InventedFiling;
import dev.caveat.index.RiskIndexWriter;
import dev.caveat.model.RiskSection;
import dev.caveat.model.RiskSection.Status;
import dev.caveat.search.query.QuerySyntaxException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a small invented index: each risk has a caption of one word to tell it by. */
class RiskSearcherTest {
  private static final String STICKY =
      "Our kiln in Harrow fires every tile that we sell. Were it to crack, we could make no tiles"
          + " until another is built, which takes a year and much of our cash.";

  @TempDir static Path folder;
  static RiskSearcher searcher;

  @BeforeAll
  static void index() throws IOException {
    try (RiskIndexWriter writer = RiskIndexWriter.open(folder)) {
      for (InventedFiling filing : filings()) {
        writer.add(filing.build());
      }
    }
    searcher = RiskSearcher.open(folder);
  }

  private static List<InventedFiling> filings() {
    return List.of(
        InventedFiling.number(1)
            .of("Brennick Jetmark Inc", "7001")
            .filed("2022-03-01")
            .risk("Listing", "We fell short of Marketplace Rule 4310(c)(4) on net assets.")
            .risk("Deposits", "Assets of $41.90 billion backed €51.90 billion of deposits.")
            .risk("Bonds", "Holders of 66 2/3% of the notes may waive a default.")
            .risk("Protocols", "Our phones speak H.323 and have a TFT-LCD screen.")
            .risk("Kiln", STICKY),
        InventedFiling.number(2)
            .of("Brennick Jetmark Inc", "7001")
            .filed("2023-03-01")
            .risk("Kiln", STICKY.replace("a year", "two years"))
            .risk("Fuel", "Blends of E15 are sold in few states, and E10 in all.")
            .risk("Systems", "Our U.S. servers run Windows NT. Windows may be broken by thieves.")
            .sentences("Our U.S. servers run Windows NT.", "Windows may be broken by thieves.")
            .risk(List.of("Tax and Law"), "Levies", "Pillar Two sets a floor under our taxes."),
        InventedFiling.number(3)
            .of("Kestwick Farm Markets", "7002")
            .form("10-Q")
            .filed("2023-08-09")
            .risk("Layoffs", "A workforce reduction may hurt morale; labour unions object.")
            .risk("Ovens", "Cyber-attacks on our naïve ovens. We depend on one supplier of flour.")
            .risk("Flour", "One mill sells us flour. The mill may fail, and the supplier with it."),
        InventedFiling.number(4)
            .of("Pellam Group plc", "7003")
            .form("10-K405")
            .filed("2001-06-30")
            .risk("Supplier", "We buy from many."),
        InventedFiling.number(5)
            .of("Kestwick Farm Markets", "7002")
            .form("10-Q")
            .filed("2023-11-09")
            .without(new RiskSection.NoMaterialChanges("No material changes to risks.", "words")));
  }

  @AfterAll
  static void close() throws IOException {
    searcher.close();
  }

  @Test
  void findsNumbersMarksAndNamesExactly() throws IOException {
    assertThat(captions("\"4310(c)(4)\"")).containsExactly("Listing");
    assertThat(captions("4310(c)(4)")).containsExactly("Listing");
    assertThat(captions("\"4310(c)(14)\"")).isEmpty();
    assertThat(captions("\"$41.90 billion\"")).containsExactly("Deposits");
    assertThat(captions("$41.90")).containsExactly("Deposits");
    assertThat(captions("\"$51.90 billion\"")).isEmpty();
    assertThat(captions("\"66 2/3%\"")).containsExactly("Bonds");
    assertThat(captions("\"66⅔%\"")).containsExactly("Bonds");
    assertThat(captions("\"H.323\"")).containsExactly("Protocols");
    assertThat(captions("\"TFT-LCD\"")).containsExactly("Protocols");
    assertThat(captions("\"E15\"")).containsExactly("Fuel");
    assertThat(captions("\"Windows NT\"")).containsExactly("Systems");
    assertThat(captions("\"pillar two\"")).containsExactly("Levies");
  }

  @Test
  void keepsExactPhrasesExact() throws IOException {
    assertThat(captions("\"union objects\"")).isEmpty();
    assertThat(captions("\"unions object\"")).containsExactly("Layoffs");
    assertThat(captions("\"many. We\"")).isEmpty();
    assertThat(captions("\"until another is built\"")).hasSize(2);
    assertThat(captions("\"ovens flour\"")).isEmpty();
  }

  @Test
  void findsWordsNearEachOtherInAnyOrder() throws IOException {
    assertThat(captions("\"supplier mill\"~8")).containsExactly("Flour");
    assertThat(captions("\"supplier mill\"~1")).isEmpty();
  }

  @Test
  void seesThroughEndingsSpellingAccentsAndCompounds() throws IOException {
    assertThat(captions("labor union")).containsExactly("Layoffs");
    assertThat(captions("cyberattack")).containsExactly("Ovens");
    assertThat(captions("naive")).containsExactly("Ovens");
    assertThat(captions("blend")).contains("Fuel");
  }

  @Test
  void findsOtherWordsForTheSame() throws IOException {
    assertThat(captions("job cuts")).contains("Layoffs");
    assertThat(captions("vendor")).contains("Supplier", "Flour", "Ovens");
  }

  @Test
  void ranksTheCaptionAndMoreWordsFirst() throws IOException {
    assertThat(captions("supplier").getFirst()).isEqualTo("Supplier");
    assertThat(captions("flour supplier").getFirst()).isEqualTo("Flour");
  }

  @Test
  void combinesWithAndOrNot() throws IOException {
    assertThat(captions("flour AND mill")).containsExactly("Flour");
    assertThat(captions("mill OR kiln")).contains("Flour", "Kiln");
    assertThat(captions("flour AND NOT mill")).containsExactly("Ovens");
    assertThat(captions("flour -mill")).containsExactly("Ovens");
    assertThat(captions("+flour mill")).containsExactlyInAnyOrder("Flour", "Ovens");
    assertThat(captions("(E15 OR H.323) AND (phones OR states)"))
        .containsExactlyInAnyOrder("Fuel", "Protocols");
    assertThat(captions("NOT kiln")).hasSize(11).doesNotContain("Kiln");
  }

  @Test
  void takesACompanysNameForItsRisks() throws IOException {
    assertThat(captions("flour AND kestwick")).containsExactlyInAnyOrder("Ovens", "Flour");
  }

  @Test
  void findsWildcardsAndMisspelltWords() throws IOException {
    assertThat(captions("thie*")).containsExactly("Systems");
    assertThat(captions("thie" + "*".repeat(2000))).containsExactly("Systems");
    assertThat(captions("th?eves")).containsExactly("Systems");
    assertThat(captions("theives~")).containsExactly("Systems");
    assertThat(captions("heading:pro*")).containsExactly("Protocols");
  }

  @Test
  void looksInOneField() throws IOException {
    assertThat(captions("heading:supplier")).containsExactly("Supplier");
    assertThat(captions("group:law")).containsExactly("Levies");
    assertThat(captions("body:\"E15\"")).containsExactly("Fuel");
    assertThat(captions("heading:\"E15\"")).isEmpty();
  }

  @Test
  void findsStopWordsWhereNothingElseIsGiven() throws IOException {
    assertThat(captions("which")).isNotEmpty();
    assertThat(captions("the and")).isNotEmpty();
  }

  @Test
  void refusesWhatWouldCostTooMuch() {
    refuses("*ability", "put at least one letter before it");
    refuses("?bility", "put at least one letter before it");
    refuses("k*a?b*c?d*e?f*", "may have 6 wildcards");
    refuses("ab~", "3 letters or more");
    refuses("\"--\"", "no word or number between the quotes");
    refuses("--", "no word or number");
    refuses("- + –", "no word or number");
  }

  @Test
  void filtersByWhatIsKnownOfAFiling() throws IOException {
    FilingFilter all = FilingFilter.none();
    assertThat(count(all.toBuilder().companies(List.of("KESTWICK farm")).build())).isEqualTo(3);
    assertThat(count(all.toBuilder().companies(List.of("farm jetmark")).build())).isZero();
    assertThat(count(all.toBuilder().companies(List.of("farm", "pellam")).build())).isEqualTo(4);
    assertThat(count(all.toBuilder().ciks(List.of("0007001")).build())).isEqualTo(9);
    assertThat(count(all.toBuilder().tickers(List.of("tick7003")).build())).isEqualTo(1);
    assertThat(count(all.toBuilder().forms(List.of("10-k")).build())).isEqualTo(9);
    assertThat(count(all.toBuilder().forms(List.of("10-K*")).build())).isEqualTo(10);
    assertThat(count(all.toBuilder().years(List.of(new Years(2001, 2022))).build())).isEqualTo(6);
    assertThat(count(all.toBuilder().from(LocalDate.of(2023, 3, 1)).to(null).build())).isEqualTo(7);
    assertThat(count(all.toBuilder().from(null).to(LocalDate.of(2023, 2, 28)).build()))
        .isEqualTo(6);
    assertThat(count(all)).isEqualTo(13);
  }

  @Test
  void findsFilingsWithoutRisksByTheirStatus() throws IOException {
    FilingFilter filter =
        FilingFilter.builder().statuses(Set.of(Status.NO_MATERIAL_CHANGES)).build();
    Hit hit = searcher.search(SearchRequest.builder("").filter(filter).build()).hits().getFirst();
    assertThat(hit.risk().ordinal()).isZero();
    assertThat(hit.risk().heading()).isEqualTo("No material changes to risks.");
    Hit found =
        searcher.search(SearchRequest.builder("material").filter(filter).build()).hits().getFirst();
    assertThat(found.heading().html()).contains("No <em>material</em> changes");
    assertThat(found.snippets()).isEmpty();
    assertThat(
            count(
                filter.toBuilder()
                    .statuses(Set.of(Status.PRESENT, Status.NO_MATERIAL_CHANGES))
                    .build()))
        .isEqualTo(14);
  }

  @Test
  void takesTheNewestFilingOfEachCompany() throws IOException {
    SearchRequest latest = SearchRequest.builder("").hits(50).latest(true).build();
    assertThat(searcher.search(latest).hits())
        .extracting(h -> h.risk().id().substring(14))
        .containsOnly("000002", "000003", "000004");
    SearchRequest early =
        latest.toBuilder()
            .filter(FilingFilter.builder().years(List.of(new Years(2000, 2022))).build())
            .build();
    assertThat(searcher.search(early).hits())
        .extracting(h -> h.risk().id().substring(14))
        .containsOnly("000001", "000004");
  }

  @Test
  void showsNearIdenticalRisksOnceAsTheNewest() throws IOException {
    SearchResult result = searcher.search(SearchRequest.builder("kiln").collapse(true).build());
    assertThat(result.total()).isEqualTo(2);
    assertThat(result.hits()).hasSize(1);
    Hit hit = result.hits().getFirst();
    assertThat(hit.risk().id()).endsWith("000002");
    assertThat(hit.similar())
        .extracting(RiskReference::toString)
        .containsExactly("0000007001-23-000001#5");
  }

  @Test
  void sortsByDateNewestFirst() throws IOException {
    SearchRequest request =
        SearchRequest.builder("kiln OR flour OR supplier")
            .hits(50)
            .sort(SearchRequest.Sort.DATE)
            .build();
    List<Hit> hits = searcher.search(request).hits();
    assertThat(hits)
        .extracting(h -> h.risk().facts().filed())
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(hits).allSatisfy(h -> assertThat(h.score()).isPositive());
  }

  @Test
  void countsAllMatchesByFacet() throws IOException {
    SearchResult result = searcher.search(SearchRequest.builder("flour OR kiln").hits(1).build());
    assertThat(result.total()).isEqualTo(4);
    assertThat(result.facets())
        .containsOnlyKeys("category", "family", "form", "company", "year", "regulator");
    assertThat(result.facets().get("form")).containsEntry("10-K", 2).containsEntry("10-Q", 2);
    assertThat(result.facets().get("company")).containsEntry("Kestwick Farm Markets", 2);
    assertThat(result.facets().get("year")).containsEntry("2023", 3).containsEntry("2022", 1);
  }

  @Test
  void marksWhatMatchedAndNothingElse() throws IOException {
    assertThat(highlight("\"Windows NT\"")).isEqualTo("Our U.S. servers run <em>Windows NT</em>.");
    assertThat(highlight("union labor"))
        .isEqualTo("A workforce reduction may hurt morale; <em>labour unions</em> object.");
    assertThat(highlight("thie*")).isEqualTo("Windows may be broken by <em>thieves</em>.");
    Hit hit = searcher.search(SearchRequest.of("heading:ovens")).hits().getFirst();
    assertThat(hit.heading().html()).isEqualTo("<em>Ovens</em>");
    assertThat(hit.snippets()).isEmpty();
  }

  @Test
  void escapesTextInHtml() {
    Snippet snippet = new Snippet("R&D <x> y", List.of(new Snippet.Mark(4, 7)));
    assertThat(snippet.html()).isEqualTo("R&amp;D <em>&lt;x&gt;</em> y");
    assertThat(snippet.marked("[", "]")).isEqualTo("R&D [<x>] y");
  }

  @Test
  void findsRisksLikeAGivenOne() throws IOException {
    RiskReference kiln = RiskReference.parse("0000007001-23-000001#5");
    List<Hit> hits = searcher.search(SearchRequest.builder("").like(kiln).build()).hits();
    assertThat(hits.getFirst().risk().id()).endsWith("000002");
    assertThat(hits.getFirst().risk().heading()).isEqualTo("Kiln");
    assertThat(hits).noneMatch(h -> h.risk().id().endsWith("01") && h.risk().ordinal() == 5);
  }

  @Test
  void saysWhichRiskToBeLikeIsUnknown() {
    assertThatThrownBy(() -> RiskReference.parse("0000007001-23-000001"))
        .hasMessageContaining("FILING#N");
    like("nowhere#1", "has no filing nowhere");
    like("0000007001-23-000001#9", "has 5 risks, but no #9");
    like("0000000000#1", "matches 5 filings");
  }

  private static void like(String reference, String message) {
    SearchRequest request = SearchRequest.builder("").like(RiskReference.parse(reference)).build();
    assertThatThrownBy(() -> searcher.search(request)).hasMessageContaining(message);
  }

  @Test
  void mendsMisspelltWords() throws IOException {
    assertThat(searcher.search(SearchRequest.of("suplier of flour")).didYouMean())
        .isEqualTo("supplier of flour");
    assertThat(searcher.search(SearchRequest.of("suppliers of flour")).didYouMean()).isNull();
    assertThat(searcher.search(SearchRequest.of("xyzzyqqq")).didYouMean()).isNull();
  }

  private static void refuses(String query, String message) {
    assertThatThrownBy(() -> captions(query))
        .as(query)
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining(message);
  }

  private static String highlight(String query) throws IOException {
    Hit hit = searcher.search(SearchRequest.of(query)).hits().getFirst();
    return hit.snippets().getFirst().html();
  }

  private static long count(FilingFilter filter) throws IOException {
    return searcher.search(SearchRequest.builder("").filter(filter).build()).total();
  }

  private static List<String> captions(String query) throws IOException {
    return searcher.search(SearchRequest.builder(query).hits(50).build()).hits().stream()
        .map(h -> h.risk().heading())
        .toList();
  }
}
