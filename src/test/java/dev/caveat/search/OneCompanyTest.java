package dev.caveat.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.index.InventedFiling;
import dev.caveat.index.RiskIndexWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filings that state a key and filings that state only a name may be of one company. */
class OneCompanyTest {
  private static final String TEXT =
      "Frost may come in May and spoil all that we grow in the valley and sell in the fall.";

  @TempDir Path folder;

  @Test
  void takesTheNewestOfACompanyWhetherOrNotItsKeyIsStated() throws IOException {
    index(
        filing(1, "KESTWICK FARM MARKETS INC /MD/", "7002", "2022-03-01"),
        filing(2, "Kestwick Farm Markets, Inc.", null, "2023-03-01"),
        filing(3, "Kestwick Farm Markets", null, "2021-03-01"),
        filing(4, "Pellam & Sons Co", null, "2020-03-01"),
        filing(5, "Pellam and Sons Company", null, "2021-03-01"));
    assertThat(captions(SearchRequest.builder("").latest(true).build()))
        .containsExactlyInAnyOrder("Risk 2", "Risk 5");
  }

  @Test
  void showsACompanysSameRiskOnceWhetherOrNotItsKeyIsStated() throws IOException {
    index(
        filing(1, "KESTWICK FARM MARKETS INC", "7002", "2022-03-01"),
        filing(2, "Kestwick Farm Markets, Inc.", null, "2023-03-01"));
    assertThat(captions(SearchRequest.builder("frost").collapse(true).build()))
        .containsExactly("Risk 2");
  }

  @Test
  void keepsNamesakesWithDifferentKeysApart() throws IOException {
    index(
        filing(1, "First Bancorp /PR/", "7005", "2022-03-01"),
        filing(2, "First Bancorp /NC/", "7006", "2021-03-01"),
        filing(3, "First Bancorp", null, "2020-03-01"));
    assertThat(captions(SearchRequest.builder("").latest(true).build()))
        .containsExactlyInAnyOrder("Risk 1", "Risk 2", "Risk 3");
  }

  private static InventedFiling filing(
      int number, String company, @org.jspecify.annotations.Nullable String cik, String filed) {
    return InventedFiling.number(number).of(company, cik).filed(filed).risk("Risk " + number, TEXT);
  }

  private void index(InventedFiling... filings) throws IOException {
    try (RiskIndexWriter writer = RiskIndexWriter.open(folder)) {
      for (InventedFiling filing : filings) {
        writer.add(filing.build());
      }
    }
  }

  private List<String> captions(SearchRequest request) throws IOException {
    try (RiskSearcher searcher = RiskSearcher.open(folder)) {
      return searcher.search(request).hits().stream().map(h -> h.risk().heading()).toList();
    }
  }
}
