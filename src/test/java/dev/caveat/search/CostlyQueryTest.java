package dev.caveat.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caveat.index.InventedFiling;
import dev.caveat.index.RiskIndexWriter;
import dev.caveat.search.query.QuerySyntaxException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Over an index with thousands of words that begin alike. */
class CostlyQueryTest {
  @TempDir Path folder;

  @Test
  void boundsWhatAQueryMayCost() throws IOException {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      words.append("kiln").append(Integer.toString(i, 26)).append(' ');
    }
    try (RiskIndexWriter writer = RiskIndexWriter.open(folder)) {
      writer.add(InventedFiling.number(1).risk("Kilns", words.toString()).build());
    }
    try (RiskSearcher searcher = RiskSearcher.open(folder)) {
      assertThatThrownBy(() -> searcher.search(SearchRequest.of("k*")))
          .isInstanceOf(QuerySyntaxException.class)
          .hasMessageContaining("more than 1000 different words; add letters");
      assertThat(searcher.search(SearchRequest.of("kiln4a*")).total()).isEqualTo(1);
      assertThat(searcher.search(SearchRequest.of("kiln1a2~")).total()).isEqualTo(1);
    }
  }

  @Test
  @Timeout(60)
  void takesPastedParagraphs() throws IOException {
    try (RiskIndexWriter writer = RiskIndexWriter.open(folder)) {
      writer.add(InventedFiling.number(1).risk("Kilns", "The supplier of clay may fail.").build());
    }
    String words = "supplier shortage tariff recession lawsuit theft recall layoff carbon tax ";
    try (RiskSearcher searcher = RiskSearcher.open(folder)) {
      for (String query :
          new String[] {words.repeat(24), "a-b-".repeat(999), "carbon-".repeat(99)}) {
        assertThat(searcher.search(SearchRequest.of(query)).total()).as(query).isBetween(0L, 1L);
      }
      assertThat(searcher.search(SearchRequest.of(words.repeat(24))).total()).isEqualTo(1);
    }
  }

  @Test
  void searchesAnEmptyIndex() throws IOException {
    RiskIndexWriter.open(folder).close();
    try (RiskSearcher searcher = RiskSearcher.open(folder)) {
      for (String query : new String[] {"", "kiln", "\"a b\"", "kil*", "kil~", "NOT kiln"}) {
        SearchRequest request = SearchRequest.builder(query).latest(true).collapse(true).build();
        SearchResult result = searcher.search(request);
        assertThat(result.total()).as(query).isZero();
        assertThat(result.hits()).isEmpty();
        assertThat(result.facets())
            .containsOnlyKeys("category", "family", "form", "company", "year", "regulator");
      }
    }
  }
}
