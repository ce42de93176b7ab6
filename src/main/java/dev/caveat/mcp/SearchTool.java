package dev.caveat.mcp;

import dev.caveat.Library;
import dev.caveat.index.IndexedRisk;
import dev.caveat.json.FoundJson;
import dev.caveat.json.QuotedHitJson;
import dev.caveat.library.RequestParameters;
import dev.caveat.library.RequestParameters.Parameter;
import dev.caveat.mcp.Answer.Checked;
import dev.caveat.mcp.Answer.Item;
import dev.caveat.search.Hit;
import dev.caveat.search.RiskReference;
import dev.caveat.search.RiskSearcher;
import dev.caveat.search.SearchRequest;
import dev.caveat.search.SearchResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds risks by words, filters, or likeness. */
final class SearchTool {
  private static final int MAX_HITS = 50;
  private static final int USUAL_HITS = 10;
  private static final int MAX_VALUES = 8;

  private final Library library;

  private SearchTool(Library library) {
    this.library = library;
  }

  static Tool over(Library library) {
    List<Parameter> parameters = new ArrayList<>(RequestParameters.SEARCH);
    parameters.addAll(RequestParameters.FILINGS);
    parameters.addAll(RequestParameters.RISKS);
    parameters.add(
        Parameter.number("limit", "Hits in one answer, from 1 to " + MAX_HITS + "; usually 10."));
    return new Tool(
        "search",
        "Search risk factors",
        "Finds risk factors in the index, best first, with the sentences that match, each with its"
            + " filing, number and place. All arguments are optional: without q, like and text, the"
            + " filters alone choose. Words match other forms and synonyms; quote a phrase to match"
            + " it as written. Read a hit in full with read_risk, as FILING#N.",
        parameters,
        List.of(),
        new SearchTool(library)::answer);
  }

  private Answer answer(Arguments arguments) throws IOException {
    int limit = arguments.number("limit", 1, MAX_HITS, USUAL_HITS);
    int first = arguments.first();
    if (first + limit > SearchRequest.MAX_HITS) {
      throw Arguments.bad("cursor", "cursor: no more than the first 10,000 hits can be seen");
    }
    return library.use(
        s -> {
          SearchResult result = s.search(request(arguments, s, first, limit));
          List<Hit> hits = result.hits();
          return Answer.of(
              arguments,
              new FoundJson(
                  result.total(), result.didYouMean(), first == 0 ? facets(result) : Map.of()),
              summary(result, first),
              List.of(),
              first,
              first + hits.size(),
              hits.size() == limit && first + limit < result.total(),
              i -> item(hits.get(i - first)));
        });
  }

  private static SearchRequest request(Arguments arguments, RiskSearcher s, int first, int limit)
      throws IOException {
    SearchRequest.Builder request =
        arguments.parameters().search(s.index().taxonomy()).skip(first).hits(limit);
    String like = arguments.text("like");
    if (like != null) {
      IndexedRisk risk = new Filings(s.index()).risk(like);
      request.like(new RiskReference(risk.id(), risk.ordinal()));
    }
    return request.build();
  }

  /** The most frequent values: which filters would narrow the search. */
  private static Map<String, Map<String, Integer>> facets(SearchResult result) {
    Map<String, Map<String, Integer>> facets = new LinkedHashMap<>();
    result
        .facets()
        .forEach(
            (dimension, values) -> {
              Map<String, Integer> most = new LinkedHashMap<>();
              values.entrySet().stream()
                  .limit(MAX_VALUES)
                  .forEach(v -> most.put(v.getKey(), v.getValue()));
              facets.put(dimension, most);
            });
    return facets;
  }

  private static String summary(SearchResult result, int first) {
    @Nullable String meant = result.didYouMean();
    return (result.total() == 1 ? "1 risk matches." : result.total() + " risks match.")
        + (first > 0 ? " This is the list from hit " + (first + 1) + " on." : "")
        + (meant == null ? "" : " Did you mean: " + Words.line(meant))
        + "\n";
  }

  private static Item item(Hit hit) {
    QuotedHitJson json = QuotedHitJson.of(hit);
    IndexedRisk found = hit.risk();
    StringBuilder text = new StringBuilder();
    text.append("\n%d. ".formatted(hit.rank()));
    text.append(Words.filing(found.id(), found.facts())).append('#').append(found.ordinal());
    text.append(json.category() == null ? "\n" : " (" + json.category() + ")\n");
    text.append(Words.quoted(json.caption()));
    json.passages().forEach(p -> text.append(Words.quoted(p)));
    if (!json.similar().isEmpty()) {
      text.append("  near-identical: ").append(String.join(", ", json.similar())).append('\n');
    }
    return new Item(json, text.toString(), new Checked(found.id(), found.facts(), found.doubt()));
  }
}
