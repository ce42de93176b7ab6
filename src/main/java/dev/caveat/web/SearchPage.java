package dev.caveat.web;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.http.Answers;
import dev.caveat.http.Routes;
import dev.caveat.index.IndexSchema;
import dev.caveat.json.SearchJson;
import dev.caveat.library.RequestParameters;
import dev.caveat.library.RequestParameters.Parameter;
import dev.caveat.model.RiskSection.Status;
import dev.caveat.report.DataFiles;
import dev.caveat.report.Templates;
import dev.caveat.search.RiskSearcher;
import dev.caveat.search.SearchRequest;
import dev.caveat.search.SearchResult;
import dev.caveat.taxonomy.Taxonomy;
import dev.caveat.web.SearchView.Chip;
import dev.caveat.web.SearchView.Link;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds risks; every choice is a link. */
final class SearchPage implements Routes {
  private static final int PAGE = 20;
  private static final int MAX_PAGES = SearchRequest.MAX_HITS / PAGE;

  private static final String STATUS = "status";

  /** Rows of a file of hits. */
  private static final int MAX_ROWS = 1_000;

  /** Facets in the order of the page, with their titles; the parameters have the same names. */
  private static final Map<String, String> FACETS = new LinkedHashMap<>();

  static {
    FACETS.put(IndexSchema.YEAR, "Year");
    FACETS.put(IndexSchema.FAMILY, "Family");
    FACETS.put(IndexSchema.CATEGORY, "Category");
    FACETS.put(IndexSchema.FORM, "Form");
    FACETS.put(IndexSchema.COMPANY, "Company");
    FACETS.put(IndexSchema.REGULATOR, "Regulator");
  }

  private static final Set<String> NAMES =
      Stream.concat(
              Stream.of(
                      RequestParameters.SEARCH, RequestParameters.FILINGS, RequestParameters.RISKS)
                  .flatMap(List::stream)
                  .map(Parameter::name),
              Stream.of("page"))
          .collect(Collectors.toSet());

  private final Site site;

  SearchPage(Site site) {
    this.site = site;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/search", this::show);
    routes.get("/search.json", this::json);
    routes.get("/search.csv", this::csv);
  }

  private void show(Context ctx) throws IOException {
    Address address = Address.of(ctx);
    SearchView view;
    try {
      view = site.library().use(s -> view(s, address));
    } catch (CaveatException e) {
      if (e.code() != ErrorCode.BAD_QUERY && e.code() != ErrorCode.BAD_REQUEST) {
        throw e;
      }
      ctx.status(400);
      view = SearchView.failed(frame(address), address, e.getMessage());
    }
    Answers.html(ctx, Templates.render("web/search.jte", view));
  }

  private Frame frame(Address address) {
    String query = address.value("q");
    return site.frame(query.isEmpty() ? "Search" : query, "search", query);
  }

  private static RequestParameters parameters(Address address) {
    RequestParameters.check(address.parameters().keySet(), NAMES);
    return new RequestParameters(address::values);
  }

  private SearchView view(RiskSearcher searcher, Address address) throws IOException {
    Taxonomy taxonomy = searcher.index().taxonomy();
    RequestParameters parameters = parameters(address);
    int page = parameters.number("page", 1, MAX_PAGES, 1);
    SearchRequest request = parameters.search(taxonomy).skip((page - 1) * PAGE).hits(PAGE).build();
    SearchResult result = searcher.search(request);
    List<Facet> facets = new ArrayList<>();
    for (Map.Entry<String, String> facet : FACETS.entrySet()) {
      facets.add(facet(searcher, taxonomy, address, facet.getKey(), facet.getValue(), result));
    }
    facets.add(statuses(address));
    long shown = Math.min(result.total(), SearchRequest.MAX_HITS);
    return new SearchView(
        frame(address),
        address,
        null,
        result,
        result.hits().stream().map(h -> HitView.of(h, taxonomy)).toList(),
        facets.stream().filter(f -> !f.values().isEmpty()).toList(),
        chips(address),
        page > 1 ? new Link("Previous", address.with("page", Integer.toString(page - 1))) : null,
        (long) page * PAGE < shown
            ? new Link("Next", address.with("page", Integer.toString(page + 1)))
            : null);
  }

  /**
   * The values of a dimension. Where some are chosen, the others are counted as if none were: they
   * are what could be chosen as well.
   */
  private static Facet facet(
      RiskSearcher searcher,
      Taxonomy taxonomy,
      Address address,
      String name,
      String title,
      SearchResult result)
      throws IOException {
    List<String> chosen = address.values(name);
    SearchResult counted = chosen.isEmpty() ? result : without(searcher, taxonomy, address, name);
    Map<String, Integer> counts =
        new LinkedHashMap<>(counted.facets().getOrDefault(name, Map.of()));
    chosen.forEach(c -> counts.putIfAbsent(c, 0));
    Address link = address.firstPage();
    List<Facet.Value> values = new ArrayList<>();
    counts.forEach(
        (value, n) ->
            values.add(
                new Facet.Value(
                    value,
                    label(name, value, taxonomy, counted),
                    n,
                    chosen.contains(value),
                    link.toggled(name, value))));
    boolean years = name.equals(IndexSchema.YEAR);
    values.sort(
        years
            ? Comparator.comparing(Facet.Value::id)
            : Comparator.comparing(Facet.Value::chosen).reversed());
    return new Facet(name, title, values, years);
  }

  /** Filings without risks are found where they are asked for, and not counted before. */
  private static Facet statuses(Address address) {
    List<Facet.Value> values = new ArrayList<>();
    for (Status status : Status.values()) {
      String id = status.id();
      values.add(
          new Facet.Value(
              id,
              id,
              Facet.UNCOUNTED,
              address.has(STATUS, id),
              address.firstPage().toggled(STATUS, id)));
    }
    return new Facet(STATUS, "Status", values, false);
  }

  private static SearchResult without(
      RiskSearcher searcher, Taxonomy taxonomy, Address address, String name) throws IOException {
    SearchRequest others =
        parameters(address.without(name))
            .search(taxonomy)
            .hits(1)
            .collapse(false)
            .highlights(false)
            .build();
    return searcher.search(others);
  }

  private static String label(String name, String value, Taxonomy taxonomy, SearchResult counted) {
    return switch (name) {
      case IndexSchema.CATEGORY -> taxonomy.name(value);
      case IndexSchema.REGULATOR -> counted.regulators().getOrDefault(value, value);
      default -> value;
    };
  }

  /** What narrows the search and is no facet: each with a link that takes it back. */
  private static List<Chip> chips(Address address) {
    List<Chip> chips = new ArrayList<>();
    for (Map.Entry<String, List<String>> parameter : address.parameters().entrySet()) {
      String name = parameter.getKey();
      boolean elsewhere =
          Set.of("q", "page", "sort", "latest", "collapse", "text", STATUS).contains(name);
      if (!elsewhere && !FACETS.containsKey(name)) {
        for (String value : parameter.getValue()) {
          chips.add(new Chip(name + ": " + value, address.firstPage().toggled(name, value)));
        }
      }
    }
    return chips;
  }

  private SearchResult all(Address address) throws IOException {
    return site.library()
        .use(
            s ->
                s.search(
                    parameters(address.without("page"))
                        .search(s.index().taxonomy())
                        .hits(MAX_ROWS)
                        .build()));
  }

  private void json(Context ctx) throws IOException {
    Answers.json(ctx, SearchJson.of(all(Address.of(ctx))));
  }

  private void csv(Context ctx) throws IOException {
    StringBuilder out = new StringBuilder();
    DataFiles.writeCsv(HitRows.of(all(Address.of(ctx)).hits()), out);
    Answers.download(
        ctx,
        "text/csv; charset=utf-8",
        "risks.csv",
        out.toString().getBytes(StandardCharsets.UTF_8));
  }
}
