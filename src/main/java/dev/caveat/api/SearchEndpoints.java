package dev.caveat.api;

import dev.caveat.Library;
import dev.caveat.api.Endpoint.Page;
import dev.caveat.index.IndexedRisk;
import dev.caveat.json.SearchPageJson;
import dev.caveat.library.RequestParameters;
import dev.caveat.library.RequestParameters.Parameter;
import dev.caveat.library.RiskLookup;
import dev.caveat.search.RiskReference;
import dev.caveat.search.RiskSearcher;
import dev.caveat.search.SearchRequest;
import dev.caveat.search.SearchResult;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finding risks. */
final class SearchEndpoints {
  private static final Page HITS = new Page("hits", 100, 10);

  private static final Parameter FACETS =
      Parameter.flag("facets", "false to leave out the counts, which is faster.");

  private final Library library;

  SearchEndpoints(Library library) {
    this.library = library;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get(
                "/search",
                SearchPageJson.class,
                "Finds risks by words, or like a risk or text; of more than 10,000 hits the first"
                    + " 10,000.",
                this::search)
            .with(RequestParameters.SEARCH)
            .with(RequestParameters.RISKS)
            .with(RequestParameters.FILINGS)
            .with(List.of(FACETS))
            .with(HITS),
        Endpoint.get(
                "/filings/{id}/risks/{n}/similar",
                SearchPageJson.class,
                "Finds risks similar to one.",
                this::similar)
            .with(RequestParameters.RISKS)
            .with(RequestParameters.FILINGS)
            .with(List.of(FACETS))
            .with(HITS));
  }

  private SearchPageJson search(Call call) throws IOException {
    return library.use(s -> page(call, s, call.parameters().search(s.index().taxonomy())));
  }

  private SearchPageJson similar(Call call) throws IOException {
    return library.use(
        s -> {
          IndexedRisk risk =
              new RiskLookup(s.index(), library.path()).risk(FilingEndpoints.riskName(call));
          RiskReference like = new RiskReference(risk.id(), risk.ordinal());
          return page(call, s, call.parameters().search(s.index().taxonomy()).like(like));
        });
  }

  private static SearchPageJson page(
      Call call, RiskSearcher searcher, SearchRequest.Builder request) throws IOException {
    int skip = call.skip();
    int hits = Math.min(call.pageLength(), SearchRequest.MAX_HITS - skip);
    if (hits < 1) {
      throw Cursor.wrong(Objects.requireNonNull(call.parameters().text(Cursor.NAME)));
    }
    boolean facets = !Boolean.FALSE.equals(call.parameters().flag(FACETS.name()));
    SearchResult result = searcher.search(request.skip(skip).hits(hits).facets(facets).build());
    return SearchPageJson.of(result, next(call, result, skip + hits));
  }

  /** Collapsed hits are fewer than the total, so that only a page that is not full is the last. */
  private static @Nullable String next(Call call, SearchResult result, int end) {
    boolean more =
        end < Math.min(result.total(), SearchRequest.MAX_HITS)
            && !result.hits().isEmpty()
            && result.hits().getLast().rank() == end;
    return more ? call.next(Integer.toString(end)) : null;
  }
}
