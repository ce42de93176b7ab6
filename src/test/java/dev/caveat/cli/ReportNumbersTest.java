package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every number of a report against the same number worked out anew, from what {@code extract} and
 * {@code compare} print and what docs/reports.md says of it.
 */
final class ReportNumbersTest {
  private static final Path REAL = Path.of("..", "shared", "filings");

  /** A report as it is and as it should be. */
  private record Pair(JsonNode report, RecomputedReport anew) {}

  private static JsonNode report(String... args) throws IOException {
    CommandRun run =
        CommandRun.of(
            Stream.concat(
                    Stream.of("report", "--format", "json", "--date", "2026-01-31"),
                    Stream.of(args))
                .toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  private static String index(Path folder, List<String> paths) {
    CommandRun run =
        CommandRun.of(
            Stream.concat(Stream.of("index", "--index", folder.toString()), paths.stream())
                .toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return folder.toString();
  }

  /** What holds for a report on any filings. */
  abstract static class Agreement {
    abstract Pair pair();

    JsonNode report() {
      return pair().report();
    }

    RecomputedReport anew() {
      return pair().anew();
    }

    @Test
    void theFiguresOnTopAreThoseOfAllThatCounts() {
      anew()
          .figures()
          .forEach(
              (name, value) ->
                  assertThat(report().get("figures"))
                      .as("figure %s", name)
                      .filteredOn(figure -> figure.get("name").asText().equals(name))
                      .singleElement()
                      .extracting(figure -> figure.get("value").asText())
                      .isEqualTo(value));
    }

    @Test
    void categoriesAreThoseOfTheRisks() {
      anew().categories().assertSameAs(report());
    }

    @Test
    void familiesAreTheirCategoriesTogether() {
      anew().families().assertSameAs(report());
    }

    @Test
    void filingsAreToldWithTheirChanges() {
      anew().filings().assertSameAs(report());
    }

    @Test
    void thePanelHasEachFilingAndCategory() {
      anew().panel().assertSameAs(report());
    }

    @Test
    void risksAreToldOneByOne() {
      anew().risks().assertSameAs(report());
    }

    @Test
    void boilerplateIsMeasuredSentenceBySentence() {
      anew().boilerplateOfFilings().assertSameAs(report());
      anew().boilerplateOfRisks().assertSameAs(report());
    }

    @Test
    void whatIsNamedIsCountedOnceARisk() {
      Map<String, Map<String, Set<ExtractedFiling.Risk>>> named = anew().named();
      ExpectedTable numbers = ExpectedTable.of("named", "category", "type", "value");
      for (JsonNode row : report().get("named")) {
        Map<String, Set<ExtractedFiling.Risk>> things = known(named.get(group(row)), row);
        Set<ExtractedFiling.Risk> risks = known(things.get(row.get("value").asText()), row);
        assertThat(risks)
            .as("%s is one of the risks that name it", row)
            .extracting(ExtractedFiling.Risk::name)
            .contains(row.get("example").asText());
        assertThat(risks)
            .as("%s is called so", row)
            .flatExtracting(ExtractedFiling.Risk::things)
            .extracting(ExtractedFiling.Thing::name)
            .contains(row.get("name").asText());
        numbers
            .row(row.get("category").asText(), row.get("type").asText(), row.get("value").asText())
            .with("risks", risks.size())
            .with("distinct", things.size());
      }
      numbers.assertSameAs(report());
    }

    @Test
    void tenOfEachTypeAreNamedThoseOfMostRisksAndTheLargestAmounts() {
      Map<String, Map<String, Set<ExtractedFiling.Risk>>> named = anew().named();
      Map<String, List<JsonNode>> told = new TreeMap<>();
      report()
          .get("named")
          .forEach(row -> told.computeIfAbsent(group(row), any -> new ArrayList<>()).add(row));
      assertThat(told.keySet()).isEqualTo(named.keySet());
      named.forEach(
          (group, things) -> {
            List<JsonNode> rows = Objects.requireNonNull(told.get(group));
            if (group.endsWith(" money")) {
              assertThat(rows)
                  .as(group)
                  .extracting(row -> row.get("value").asText())
                  .containsExactlyElementsOf(largest(things.keySet()));
            } else {
              assertThat(rows)
                  .as(group)
                  .extracting(row -> row.get("risks").asInt())
                  .containsExactlyElementsOf(
                      things.values().stream()
                          .map(Set::size)
                          .sorted((a, b) -> b - a)
                          .limit(10)
                          .toList());
            }
          });
    }

    private ExtractedFiling.Risk quotedRisk(JsonNode row) {
      return known(anew().countedRisk(row.get("filing").asText(), row.get("ordinal").asInt()), row);
    }

    private static <T> T known(@Nullable T counted, JsonNode row) {
      if (counted == null) {
        throw new AssertionError("no risk that counts has what the report tells: " + row);
      }
      return counted;
    }

    private static String group(JsonNode row) {
      return row.get("category").asText() + " " + row.get("type").asText();
    }

    /** The currency that filings are in goes first; those that are left stand by its name. */
    private static List<String> largest(Set<String> amounts) {
      return amounts.stream()
          .sorted(
              Comparator.comparing((String amount) -> !amount.startsWith("USD "))
                  .thenComparing(amount -> amount.substring(0, 3))
                  .thenComparing(amount -> new BigDecimal(amount.substring(4)).negate()))
          .limit(10)
          .toList();
    }

    @Test
    void risksThatStandOutAreTheFirstOfAllThatCount() {
      assertThat(quoted("longest", "words"))
          .usingElementComparator(Agreement::rounded)
          .containsExactlyElementsOf(anew().top(ExtractedFiling.Risk::words));
      assertThat(quoted("most specific", "specificity"))
          .usingElementComparator(Agreement::rounded)
          .containsExactlyElementsOf(anew().top(RecomputedReport::specificityOf));
      List<Double> boilerplate = quoted("most boilerplate", "boilerplate");
      if (anew().measuresBoilerplate()) {
        assertThat(boilerplate)
            .usingElementComparator(Agreement::rounded)
            .containsExactlyElementsOf(anew().top(anew()::boilerplateOf));
      } else {
        assertThat(boilerplate).isEmpty();
      }
    }

    private List<Double> quoted(String what, String column) {
      return Stream.of(report().get("quotes"))
          .flatMap(rows -> StreamSupport.stream(rows.spliterator(), false))
          .filter(row -> row.get("what").asText().equals(what))
          .map(row -> row.get(column).asDouble())
          .toList();
    }

    private static int rounded(double a, double b) {
      return Math.abs(a - b) < 0.00011 ? 0 : Double.compare(a, b);
    }

    @Test
    void aQuotedRiskIsToldAsItIs() {
      for (JsonNode row : report().get("quotes")) {
        ExtractedFiling.Risk risk = quotedRisk(row);
        assertThat(row.get("category").asText()).as("%s", row).isEqualTo(risk.category());
        assertThat(row.get("name").asText()).isEqualTo(RecomputedReport.nameOf(risk.category()));
        assertThat(row.get("words").asInt()).as("words of %s", row).isEqualTo(risk.words());
        assertSame(row, "specificity", RecomputedReport.specificityOf(risk));
        String quote = row.get("quote").asText();
        assertThat(risk.text()).startsWith(quote.replaceFirst(" ?…$", ""));
      }
    }

    @Test
    void theBoilerplateOfAQuotedRiskIsThatOfTheRisk() {
      if (!anew().measuresBoilerplate()) {
        return;
      }
      for (JsonNode row : report().get("quotes")) {
        ExtractedFiling.Risk risk = quotedRisk(row);
        assertSame(row, "boilerplate", anew().boilerplateOf(risk));
      }
    }

    private static void assertSame(JsonNode row, String column, double expected) {
      assertThat(ExpectedTable.isSame(expected, row.get(column)))
          .as("%s of %s is %s", column, row, expected)
          .isTrue();
    }

    @Test
    void noRiskStandsOutByHavingNothing() {
      assertThat(quoted("most specific", "specificity")).allMatch(number -> number > 0);
      assertThat(quoted("most boilerplate", "boilerplate")).allMatch(number -> number > 0);
    }
  }

  @Nested
  final class AllBundledFilings extends Agreement {
    private static List<ExtractedFiling> filings = List.of();
    private static String index = "";
    private static @Nullable Pair pair;

    @BeforeAll
    static void report(@TempDir Path folder) throws IOException {
      filings = ExtractedFiling.read(List.of("corpora/filings"));
      index = index(folder.resolve("index"), List.of("corpora/filings"));
      pair =
          new Pair(
              ReportNumbersTest.report("--index", index, "--all"),
              new RecomputedReport(filings, all -> true));
    }

    @Override
    Pair pair() {
      return Objects.requireNonNull(pair);
    }

    @Test
    void changesAreThoseThatCompareTells() {
      anew().changes().assertSameAs(report());
    }

    @Test
    void companiesStandWithTheirLatestFiling() {
      anew().companies(any -> true).assertSameAs(report());
    }

    @Test
    void yearsHaveAllFilingsThatReportOnThem() {
      anew().years("years", date -> date.substring(0, 4)).assertSameAs(report());
    }

    @Test
    void whatDoesNotCountIsListed() {
      anew().without().assertSameAs(report());
      assertThat(report().get("filings").size() + report().get("without").size())
          .isEqualTo(filings.size());
    }

    @Test
    void countsAreTheSameWhereTextsAreNotRead() throws IOException {
      JsonNode counts = ReportNumbersTest.report("--index", index, "--all", "--texts", "1");
      assertThat(counts.has("changes") || counts.has("risks")).isFalse();
      // Categories are kept along filings only where texts are read: docs/reports.md says so.
      assertThat(counts.get("without")).isEqualTo(report().get("without"));
      assertThat(latestFilings(counts)).isEqualTo(latestFilings(report())).hasSize(4);
    }

    private static List<String> latestFilings(JsonNode report) {
      return report.get("companies").findValuesAsText("filing");
    }

    @Test
    void aFilingOfTheIndexIsToldLikeItsFile() throws IOException {
      JsonNode filing = ReportNumbersTest.report("--index", index, "0009900001-23-000031");
      JsonNode file =
          ReportNumbersTest.report(
              "--index", index, "corpora/filings/ostrellan-imaging_10-K_2023.txt");
      for (Map.Entry<String, JsonNode> table : filing.properties()) {
        if (!table.getKey().equals("sources")) {
          assertThat(file.get(table.getKey())).as(table.getKey()).isEqualTo(table.getValue());
        }
      }
    }
  }

  @Nested
  final class OneFileBesideThreeOthers extends Agreement {
    private static final String FILING = "corpora/filings/ostrellan-imaging_10-K_2024.htm";
    private static final String BEFORE = "corpora/filings/ostrellan-imaging_10-K_2023.txt";
    private static final List<String> PEERS =
        List.of(
            "corpora/filings/brennick-jetmark_10-K_2000.txt",
            "corpora/filings/kestwick-farm-markets_10-K_2007.txt",
            "corpora/filings/verrowave-communications_424B3_2004.txt");
    private static List<ExtractedFiling> filings = List.of();
    private static @Nullable Pair pair;

    @BeforeAll
    static void report(@TempDir Path folder) throws IOException {
      filings =
          ExtractedFiling.read(Stream.concat(Stream.of(FILING, BEFORE), PEERS.stream()).toList());
      pair =
          new Pair(
              ReportNumbersTest.report(
                  FILING,
                  "--before",
                  BEFORE,
                  "--peers",
                  String.join(",", PEERS),
                  "--index",
                  folder.resolve("none").toString()),
              new RecomputedReport(filings, filing -> filing.path().equals(FILING)));
    }

    @Override
    Pair pair() {
      return Objects.requireNonNull(pair);
    }

    private static List<ExtractedFiling> peers() {
      return filings.stream().filter(filing -> PEERS.contains(filing.path())).toList();
    }

    @Test
    void changesAreThoseThatCompareTells() {
      anew().changes().assertSameAs(report());
    }

    @Test
    void peersAreRankedByTheirSharesOfWords() {
      assertThat(peers()).hasSize(3);
      anew().peers(peers()).assertSameAs(report());
    }

    @Test
    void theFilingStandsAmongThePeersCompanies() {
      anew().companies(filing -> !filing.path().equals(BEFORE)).assertSameAs(report());
    }
  }

  @Nested
  final class ARealProspectusBesideThreeAnnualReports extends Agreement {
    private static final String FILING = REAL.resolve("001_d511b9271daeeed4.txt").toString();
    private static final List<String> PEERS =
        Stream.of(
                "10-K__INTC__0000050863-24-000010__primary-document.html",
                "nvda-20240128.htm",
                "10-K__TMO__0000097745-24-000007__primary-document.html")
            .map(name -> REAL.resolve(name).toString())
            .toList();
    private static List<ExtractedFiling> filings = List.of();
    private static @Nullable Pair pair;

    @BeforeAll
    static void report(@TempDir Path folder) throws IOException {
      assumeTrue(Files.isDirectory(REAL), "no real filings here");
      filings = ExtractedFiling.read(Stream.concat(Stream.of(FILING), PEERS.stream()).toList());
      pair =
          new Pair(
              ReportNumbersTest.report(
                  FILING,
                  "--peers",
                  String.join(",", PEERS),
                  "--index",
                  folder.resolve("none").toString()),
              new RecomputedReport(filings, filing -> filing.path().equals(FILING)));
    }

    @Override
    Pair pair() {
      return Objects.requireNonNull(pair);
    }

    @Test
    void peersAreRankedByTheirSharesOfWords() {
      anew()
          .peers(filings.stream().filter(filing -> PEERS.contains(filing.path())).toList())
          .assertSameAs(report());
    }

    @Test
    void theFilingStandsAmongThePeersCompanies() {
      anew().companies(any -> true).assertSameAs(report());
    }
  }

  @Nested
  final class ARealCompanyOverItsYears extends Agreement {
    private static final Pattern NAME = Pattern.compile("(AAPL|aapl).*(10-K|full-submission)");
    private static final String PAGE =
        "sec-edgar-filings__AAPL__10-K__0000320193-19-000119__filing-details.html";
    private static final Predicate<String> YEARS =
        period -> period.compareTo("2019") >= 0 && period.compareTo("2026") < 0;
    private static List<ExtractedFiling> filings = List.of();
    private static @Nullable Pair pair;

    @BeforeAll
    static void report(@TempDir Path folder) throws IOException {
      assumeTrue(Files.isDirectory(REAL), "no real filings here");
      List<String> paths;
      try (Stream<Path> files = Files.list(REAL)) {
        paths =
            files
                .map(Path::toString)
                .filter(path -> NAME.matcher(path).find() || path.contains("10-K__AAPL"))
                .sorted()
                .collect(Collectors.toCollection(ArrayList::new));
      }
      // Neither the text of this page nor, now, its name states an accession number.
      paths.add(Files.copy(REAL.resolve(PAGE), folder.resolve("page.htm")).toString());
      filings = ExtractedFiling.read(paths);
      String index = index(folder.resolve("index"), paths);
      pair =
          new Pair(
              ReportNumbersTest.report(
                  "--index", index, "--company", "apple", "--form", "10-K", "--year", "2019-2025"),
              new RecomputedReport(
                  filings,
                  filing ->
                      "10-K".equals(filing.form())
                          && YEARS.test(Objects.requireNonNullElse(filing.fact("period"), ""))));
    }

    @Override
    Pair pair() {
      return Objects.requireNonNull(pair);
    }

    @Test
    void changesAreThoseThatCompareTells() {
      anew().changes().assertSameAs(report());
    }

    @Test
    void yearsHaveAColumnOfEachFiling() {
      assertThat(anew().counted()).hasSizeGreaterThan(4);
      anew().years("years-10k", UnaryOperator.identity()).assertSameAs(report());
    }

    @Test
    void copiesAreListedAndNotCounted() {
      anew().without().assertSameAs(report());
      assertThat(report().get("without")).hasSize(1);
    }
  }

  /** What can be counted on the fingers. */
  @Nested
  final class FourInventedCompanies {
    private static JsonNode report = new ObjectMapper().createArrayNode();

    @BeforeAll
    static void report(@TempDir Path folder) throws IOException {
      orchard(1, "PEAR ORCHARDS")
          .risk(
              "Pears may freeze in May.",
              "Any of this could harm our business. We insure nothing against it.")
          .risk("Our cellar leaks after rain.", "Pears grow here every year.")
          .write(folder.resolve("filings").resolve("pears.txt"));
      orchard(2, "PLUM ORCHARDS")
          .risk("Plums might rot in June.", "Any of this could harm our business.")
          .risk("Wasps like what we like.", "Plums are what we grow here. Every year we pick them.")
          .write(folder.resolve("filings").resolve("plums.txt"));
      orchard(3, "FIG GARDENS")
          .risk("Figs could dry out early.", "Any of this could harm our business.")
          .risk("Birds eat before us.", "Figs are all that we grow here. Every year fewer ripen.")
          .write(folder.resolve("filings").resolve("figs.txt"));
      orchard(4, "QUINCE COMPANY")
          .risk(
              "Quinces may sell badly at fairs.", "Two of three buyers insure nothing against it.")
          .risk("Our barn is old and dry.", "It may burn.")
          .write(folder.resolve("filings").resolve("quinces.txt"));
      String index = index(folder.resolve("index"), List.of(folder.resolve("filings").toString()));
      report = ReportNumbersTest.report("--index", index, "--all");
    }

    /** With two risks as long as real ones, each in words of its own; short ones follow. */
    private static InventedSubmission orchard(int number, String company) {
      String own = " %s in year %d".formatted(company, number).repeat(20);
      return InventedSubmission.number(number)
          .of(company)
          .cik(String.valueOf(number))
          .risk("A late frost may kill our blossoms.", "Frost comes by night." + own + ".")
          .risk("We depend on a single buyer.", "It may turn elsewhere." + own + ".");
    }

    private static double boilerplate(String caption) {
      for (JsonNode risk : report.get("risks")) {
        if (risk.get("caption").asText().equals(caption)) {
          return risk.get("boilerplate").asDouble();
        }
      }
      throw new AssertionError("no risk " + caption);
    }

    @Test
    void boilerplateIsTheSentenceThatThreeOfFourShare() {
      assertThat(boilerplate("Pears may freeze in May.")).isEqualTo(0.4118); // 7 of 17 words
      assertThat(boilerplate("Plums might rot in June.")).isEqualTo(0.5833); // 7 of 12
    }

    @Test
    void twoOfFourAreNotMost() {
      // "insure nothing against it" stands in two filings.
      assertThat(boilerplate("Quinces may sell badly at fairs.")).isZero();
    }

    @Test
    void wordsOfTwoSentencesAreNoPhrase() {
      // "grow here every year" is a phrase of the pears only: the others end a sentence after
      // "here".
      assertThat(boilerplate("Our cellar leaks after rain.")).isZero();
    }
  }
}
