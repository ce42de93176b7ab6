package dev.caveat.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.InventedFiling;
import dev.caveat.index.RiskIndex;
import dev.caveat.index.RiskIndexWriter;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskSection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people name, in an index of four filings. */
final class LookupTest {
  private static final RiskDisclosure EARLIER =
      InventedFiling.number(1).filed("2022-03-01").risk("Frost.", "It may come.").build();
  private static final RiskDisclosure QUARTERLY =
      InventedFiling.number(2).form("10-Q").filed("2022-06-01").risk("Hail.", "It came.").build();
  private static final RiskDisclosure LATER =
      InventedFiling.number(3).filed("2023-03-01").risk("Frost.", "It came.").build();
  private static final RiskDisclosure OTHER =
      InventedFiling.number(4)
          .of("Kestwick Mills", "7002")
          .without(new RiskSection.Absent("no section", "none"))
          .build();

  @TempDir Path folder;
  private RiskIndex index;

  @BeforeEach
  void indexFilings() throws IOException {
    try (RiskIndexWriter writer = RiskIndexWriter.open(folder)) {
      for (RiskDisclosure filing : List.of(EARLIER, QUARTERLY, LATER, OTHER)) {
        writer.add(filing);
      }
    }
    index = RiskIndex.open(folder);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @Test
  void findsRisksByFilingAndNumber() throws IOException {
    RiskLookup lookup = new RiskLookup(index, folder);
    assertThat(lookup.risk(LATER.id() + "#1").heading()).isEqualTo("Frost.");
    assertThat(lookup.namesRisk(LATER.id() + "#1")).isTrue();
    assertThat(lookup.namesRisk(LATER.id())).isFalse();
  }

  @Test
  void tellsWhyANameLeadsNowhere() {
    RiskLookup lookup = new RiskLookup(index, folder);
    refuses(ErrorCode.NOT_FOUND, () -> lookup.filing("Nobody 2023"));
    refuses(ErrorCode.NOT_FOUND, () -> lookup.risk(LATER.id() + "#2"));
    refuses(ErrorCode.NO_RISKS, () -> lookup.risk(OTHER.id() + "#1"));
    refuses(ErrorCode.BAD_REQUEST, () -> lookup.risk(LATER.id()));
    refuses(ErrorCode.AMBIGUOUS, () -> lookup.filing("Brennick Jetmark 2023"));
  }

  private static void refuses(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(CaveatException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void readsCompaniesAndYears() {
    assertThat(CompanyYear.of(" Barn & Sons 2023 ")).contains(new CompanyYear("Barn & Sons", 2023));
    assertThat(CompanyYear.of("Barn 1850")).isEmpty();
    assertThat(CompanyYear.of("2023")).isEmpty();
    assertThat(CompanyYear.isYear("1999")).isTrue();
    assertThat(CompanyYear.isYear("99")).isFalse();
  }

  @Test
  void pairsFilingsOfOneCompanyAndForm() throws IOException {
    FilingPairs pairs = FilingPairs.of(index, FilingFilter.none(), false);
    assertThat(pairs.pairs())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.before().id()).isEqualTo(EARLIER.id());
              assertThat(p.after().id()).isEqualTo(LATER.id());
            });
    assertThat(pairs.first()).isEqualTo(2); // the quarterly report and the earlier annual one
    assertThat(pairs.withoutRisks()).isEqualTo(1);
    assertThat(pairs.furthest()).isEqualTo(365);
  }

  @Test
  void pagesFilingsByKey() throws IOException {
    List<String> all =
        index.filings(FilingFilter.none(), null, 10).stream().map(f -> f.id()).toList();
    assertThat(all).hasSize(4).isSorted();
    assertThat(index.filings(FilingFilter.none(), null, 3))
        .extracting(f -> f.id())
        .isEqualTo(all.subList(0, 3));
    assertThat(index.filings(FilingFilter.none(), all.get(1), 10))
        .extracting(f -> f.id())
        .isEqualTo(all.subList(2, 4));
    assertThat(index.filings(FilingFilter.none(), all.get(3), 10)).isEmpty();
    assertThat(index.filings(FilingFilter.none(), "zzz", 10)).isEmpty();
    FilingFilter quarterly = FilingFilter.builder().forms(List.of("10-Q")).build();
    assertThat(index.filings(quarterly, "", 10)).hasSize(1);
    assertThat(index.filingCount(quarterly)).isEqualTo(1);
  }

  @Test
  void namesTheStateOfAnIndexByItsContent() throws IOException {
    try (RiskIndex same = RiskIndex.open(folder)) {
      assertThat(same.state()).isEqualTo(index.state());
    }
    try (RiskIndexWriter writer = RiskIndexWriter.open(folder)) {
      writer.add(InventedFiling.number(5).risk("Rain.", "It may come.").build());
    }
    try (RiskIndex other = RiskIndex.open(folder)) {
      assertThat(other.state()).isNotEqualTo(index.state());
    }
  }

  @Test
  void countsWhatAnIndexHolds() throws IOException {
    IndexCounts counts = IndexCounts.of(index, FilingFilter.none());
    assertThat(counts.filings()).isEqualTo(4);
    assertThat(counts.risks()).isEqualTo(3);
    assertThat(counts.byForm()).containsEntry("10-K", 3).containsEntry("10-Q", 1);
    assertThat(counts.byStatus()).containsEntry("present", 3).containsEntry("absent", 1);
    assertThat(counts.withoutRisks()).extracting(f -> f.id()).containsExactly(OTHER.id());
  }

  @Test
  void tellsOfFormsThatNoFilingHas() throws IOException {
    assertThat(
            UnknownForms.of(
                index, FilingFilter.builder().forms(List.of("10k", "10-q", "8-K")).build()))
        .containsExactly(
            "no filing of form 10k is indexed; did you mean 10-K?",
            "no filing of form 8-K is indexed; the index has 10-K, 10-Q");
  }

  @Test
  void findsTheNamesThatAMistypedOneMayStandFor() {
    List<String> names = List.of("search", "status", "report");
    assertThat(Nearest.to("serach", names)).containsExactly("search");
    assertThat(Nearest.to("REPORTS", names)).containsExactly("report");
    assertThat(Nearest.to("quince", names)).isEmpty();
  }
}
