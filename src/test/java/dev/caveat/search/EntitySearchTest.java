package dev.caveat.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caveat.index.FilingFilter;
import dev.caveat.index.InventedFiling;
import dev.caveat.index.RiskIndexWriter;
import dev.caveat.index.entity.AmountRange;
import dev.caveat.index.entity.DateSpan;
import dev.caveat.index.entity.EntityFilter;
import dev.caveat.search.query.QuerySyntaxException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a small invented index: each risk has a caption of one word to tell it by. */
class EntitySearchTest {
  private static final String FCC = "Federal Communications Commission";
  private static final String SEC = "Securities and Exchange Commission";

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
            .form("10-K")
            .risk(
                "Licences", "The FCC, in full the " + FCC + ", may take ours, says the Commission.")
            .regulator("FCC", "us-fcc", FCC)
            .regulator(FCC, "us-fcc", FCC)
            .regulator("Commission", "us-fcc", "U.S. " + FCC)
            .risk("Accounts", "The " + SEC + " looks into our books of fiscal 2023.")
            .regulator(SEC, "us-sec", SEC)
            .date("fiscal 2023", "FY2023")
            .risk("Fines", "We paid $1.6 million on September 30, 2003 and €900,000 in 2004.")
            .money("$1.6 million", "1600000", "USD")
            .money("€900,000", "900000", "EUR")
            .date("September 30, 2003", "2003-09-30")
            .date("2004", "2004"),
        InventedFiling.number(2)
            .form("10-Q")
            .risk("Debts", "We owe $900,000 and $5 billion, due in the first quarter of 2024.")
            .money("$900,000", "900000", "USD")
            .money("$5 billion", "5E+9", "USD")
            .date("first quarter of 2024", "2024-Q1")
            .risk("Audits", "The Commission enforces the Sarbanes-Oxley Act of 2002 and Rule 144.")
            .regulator("Commission", "us-sec", SEC)
            .law("Sarbanes-Oxley Act of 2002")
            .law("Rule 144")
            .risk("Quarters", "In the second quarter of fiscal 2023 we closed Rule 10b5-1 plans.")
            .date("second quarter of fiscal 2023", "FY2023-Q2")
            .law("Rule 10b5-1")
            .risk("Costs", "SOX is costly.")
            .law("SOX", "sarbanes-oxley-act-2002", "Sarbanes-Oxley Act of 2002", "PUBL:107-204")
            .risk("Plain", "Nobody marked what this names: the FCC, $5 billion, 2003."));
  }

  @AfterAll
  static void close() throws IOException {
    searcher.close();
  }

  @Test
  void findsARegulatorByIdAcronymOrName() throws IOException {
    assertThat(regulators("us-fcc")).containsExactly("Licences");
    assertThat(regulators("fcc")).containsExactly("Licences");
    assertThat(regulators(" federal  communications commission")).containsExactly("Licences");
    assertThat(regulators("the U.S. Federal Communications Commission"))
        .containsExactly("Licences");
    assertThat(regulators("Sec")).containsExactly("Accounts", "Audits");
  }

  @Test
  void findsAnyOfSeveralRegulatorsAndAllThatShareAName() throws IOException {
    assertThat(regulators("fcc", "sec")).containsExactly("Accounts", "Audits", "Licences");
    assertThat(regulators("the commission")).containsExactly("Accounts", "Audits", "Licences");
  }

  @Test
  void namesRegulatorsThatAnUnknownOneMayMean() {
    refuses("fccc", "names a regulator 'fccc'; did you mean us-fcc (" + FCC + ")");
    refuses("exchange comm", "did you mean us-sec (" + SEC + ")?");
    refuses("zzz", "most frequent are us-sec (" + SEC + "), us-fcc (" + FCC + ")");
  }

  @Test
  void testsOneAmountAndItsOwnCurrency() throws IOException {
    assertThat(amounts(">= 1 million")).containsExactly("Debts", "Fines");
    assertThat(amounts("> 1.6 million")).containsExactly("Debts");
    assertThat(amounts(">= 1.6 million USD")).containsExactly("Debts", "Fines");
    assertThat(amounts("1 million..4 billion USD")).containsExactly("Fines");
    assertThat(amounts("2 million..4 billion")).isEmpty();
    assertThat(amounts("= 900k USD")).containsExactly("Debts");
    assertThat(amounts("= €900,000")).containsExactly("Fines");
    assertThat(amounts(">= 1 million EUR")).isEmpty();
    assertThat(amounts("< 1m")).containsExactly("Debts", "Fines");
    assertThat(amounts("> 0 JPY")).isEmpty();
    assertThat(amounts("= 5bn", "= 900k EUR")).containsExactly("Debts", "Fines");
  }

  @Test
  void findsDatesAndPeriodsThatOverlap() throws IOException {
    assertThat(dates("2003-09..2003-12")).containsExactly("Fines");
    assertThat(dates("2003-09-30")).containsExactly("Fines");
    assertThat(dates("2003-10..2003-12")).isEmpty();
    assertThat(dates("2004-05-01")).containsExactly("Fines");
    assertThat(dates("2024-03..")).containsExactly("Debts");
    assertThat(dates("2024-04..")).isEmpty();
    assertThat(dates("..2003")).containsExactly("Fines");
    assertThat(dates("2003", "2024-Q1")).containsExactly("Debts", "Fines");
  }

  @Test
  void findsFiscalPeriodsOnlyWhenAskedForAsSuch() throws IOException {
    assertThat(dates("2023")).isEmpty();
    assertThat(dates("2022..2025")).containsExactly("Debts");
    assertThat(dates("FY2023")).containsExactly("Accounts", "Quarters");
    assertThat(dates("FY2023-Q2")).containsExactly("Accounts", "Quarters");
    assertThat(dates("FY2023-Q3..")).containsExactly("Accounts");
    assertThat(dates("FY2004")).isEmpty();
    assertThat(dates("2004", "FY2023")).containsExactly("Accounts", "Fines", "Quarters");
  }

  @Test
  void findsLawsByTheirWords() throws IOException {
    assertThat(captions(EntityFilter.builder().laws(List.of("sarbanes-oxley act")).build()))
        .containsExactly("Audits", "Costs");
    assertThat(captions(EntityFilter.builder().laws(List.of("PUBL:107-204")).build()))
        .containsExactly("Costs");
    assertThat(captions(EntityFilter.builder().laws(List.of("rule 10b5-1")).build()))
        .containsExactly("Quarters");
    assertThat(captions(EntityFilter.builder().laws(List.of("2002 rule")).build())).isEmpty();
    assertThat(captions(EntityFilter.builder().laws(List.of("rule")).build()))
        .containsExactly("Audits", "Quarters");
  }

  @Test
  void combinesWithEachOtherWithQueriesAndWithFilters() throws IOException {
    EntityFilter sec = EntityFilter.builder().regulators(List.of("sec")).build();
    assertThat(captions(sec.toBuilder().laws(List.of("rule 144")).build()))
        .containsExactly("Audits");
    assertThat(captions(sec.toBuilder().dates(List.of(DateSpan.parse("2004"))).build())).isEmpty();
    assertThat(captions("books", FilingFilter.none(), sec)).containsExactly("Accounts");
    FilingFilter quarterly = FilingFilter.builder().forms(List.of("10-Q")).build();
    assertThat(captions("", quarterly, sec)).containsExactly("Audits");
  }

  @Test
  void countsRegulatorsByIdAndKnowsTheirNames() throws IOException {
    SearchResult result = searcher.search(SearchRequest.of(""));
    assertThat(result.facets().get("regulator"))
        .containsExactly(Map.entry("us-sec", 2), Map.entry("us-fcc", 1));
    assertThat(result.regulators()).containsEntry("us-sec", SEC).containsEntry("us-fcc", FCC);
  }

  @Test
  void saysThatAnIndexNamesNoRegulatorAtAll(@TempDir Path other) throws IOException {
    try (RiskIndexWriter writer = RiskIndexWriter.open(other)) {
      writer.add(InventedFiling.number(1).risk("Plain").build());
    }
    try (RiskSearcher plain = RiskSearcher.open(other)) {
      EntityFilter sec = EntityFilter.builder().regulators(List.of("sec")).build();
      assertThatThrownBy(() -> plain.search(SearchRequest.builder("").entities(sec).build()))
          .hasMessage("no risk in the index names a regulator 'sec' or any other regulator");
      EntityFilter any = EntityFilter.builder().amounts(List.of(AmountRange.parse("> 0"))).build();
      assertThat(plain.search(SearchRequest.builder("").entities(any).build()).total()).isZero();
    }
  }

  private static void refuses(String regulator, String message) {
    assertThatThrownBy(() -> regulators(regulator))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining(message);
  }

  private static List<String> regulators(String... names) throws IOException {
    return captions(EntityFilter.builder().regulators(List.of(names)).build());
  }

  private static List<String> amounts(String... amounts) throws IOException {
    return captions(
        EntityFilter.builder()
            .amounts(Arrays.stream(amounts).map(AmountRange::parse).toList())
            .build());
  }

  private static List<String> dates(String... dates) throws IOException {
    return captions(
        EntityFilter.builder().dates(Arrays.stream(dates).map(DateSpan::parse).toList()).build());
  }

  private static List<String> captions(EntityFilter filter) throws IOException {
    return captions("", FilingFilter.none(), filter);
  }

  private static List<String> captions(String query, FilingFilter filings, EntityFilter filter)
      throws IOException {
    SearchRequest request = SearchRequest.builder(query).filter(filings).entities(filter).build();
    return searcher.search(request).hits().stream().map(h -> h.risk().heading()).sorted().toList();
  }
}
