package dev.caveat.web;

import dev.caveat.compare.Change.Kind;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.FilingSeries.Pair;
import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.http.Answers;
import dev.caveat.http.Routes;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import dev.caveat.library.CompanyFilings;
import dev.caveat.library.ComparedSides;
import dev.caveat.model.FilingFacts;
import dev.caveat.report.Templates;
import dev.caveat.search.RiskSearcher;
import dev.caveat.taxonomy.Taxonomy;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A company: its filings in time, its categories over the years, and what came and went. */
final class CompanyPage implements Routes {
  /** So many comparisons are made for a page. */
  private static final int MAX_PAIRS = 12;

  private final Site site;

  CompanyPage(Site site) {
    this.site = site;
  }

  /**
   * What came and went between two filings.
   *
   * @param link the comparison
   */
  public record Step(
      IndexedFiling before,
      IndexedFiling after,
      int added,
      int removed,
      int changed,
      List<String> captionsAdded,
      List<String> captionsRemoved,
      Address link) {}

  /**
   * The risks of a category.
   *
   * @param risks how many, for each year of the view
   * @param links to them
   */
  public record Row(String name, String color, List<Integer> risks, List<Address> links) {}

  /** What {@code web/company.jte} prints. */
  public record View(
      Frame frame,
      String company,
      List<IndexedFiling> filings,
      List<Integer> years,
      List<Row> rows,
      List<Step> steps,
      Address report,
      Address search) {
    /** The address of a filing. */
    public String link(IndexedFiling filing) {
      return Address.filing(filing.id()).toString();
    }

    /** When it was filed. */
    public String date(IndexedFiling filing) {
      return Titles.date(filing.facts());
    }

    /** What it is called beside its company. */
    public String name(IndexedFiling filing) {
      return Titles.joined(
          filing.facts().form() == null ? "Filing" : filing.facts().form(), filing.year());
    }
  }

  /** The address of the page of a filing's company; null if the company is not known. */
  static @Nullable Address address(FilingFacts facts) {
    if (facts.cik() != null) {
      return Address.of("/company").with("cik", facts.cik());
    }
    return facts.company() == null ? null : Address.of("/company").with("name", facts.company());
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/company", this::show);
  }

  private void show(Context ctx) throws IOException {
    Address address = Address.of(ctx);
    View view = site.gate().pass(() -> site.library().use(s -> view(s, address)));
    Answers.html(ctx, Templates.render("web/company.jte", view));
  }

  private View view(RiskSearcher searcher, Address address) throws IOException {
    String cik = address.value("cik");
    String name = address.value("name");
    if (cik.isEmpty() && name.isEmpty()) {
      throw new CaveatException(
          ErrorCode.BAD_REQUEST,
          "name a company: cik=320193, or name=",
          Map.of("kind", "company", "value", ""));
    }
    FilingFacts wanted =
        new FilingFacts(
            null,
            cik.isEmpty() ? null : cik.replaceFirst("^0+", ""),
            name.isEmpty() ? null : name,
            null,
            null,
            null,
            null,
            null);
    CompanyFilings own = CompanyFilings.of(searcher.index(), wanted);
    if (own.filings().isEmpty()) {
      String asked = cik.isEmpty() ? name : "CIK " + cik;
      throw new CaveatException(
          ErrorCode.NOT_FOUND,
          "no filing of the company " + asked + " is in the index",
          Map.of("kind", "company", "name", asked));
    }
    IndexedFiling latest = own.filings().getFirst();
    String company = Titles.company(latest.facts(), latest.path());
    Address filter =
        cik.isEmpty()
            ? Address.of("/search").with("company", company)
            : Address.of("/search").with("cik", cik);
    TreeSet<Integer> years = new TreeSet<>();
    own.filings().stream()
        .filter(f -> f.year() != null && f.risks() > 0)
        .forEach(f -> years.add(f.year()));
    return new View(
        site.frame(company, "filings"),
        company,
        own.filings(),
        List.copyOf(years),
        rows(searcher, own, List.copyOf(years), filter),
        steps(searcher, own),
        filter.at("/report"),
        filter);
  }

  /** How many risks of each category the company's filings of each year have. */
  private static List<Row> rows(
      RiskSearcher searcher, CompanyFilings own, List<Integer> years, Address filter)
      throws IOException {
    Taxonomy taxonomy = searcher.index().taxonomy();
    Map<String, List<Integer>> counts = new TreeMap<>();
    for (int i = 0; i < years.size(); i++) {
      int year = years.get(i);
      List<String> ids =
          own.filings().stream()
              .filter(f -> Integer.valueOf(year).equals(f.year()))
              .map(IndexedFiling::id)
              .toList();
      Map<String, Integer> ofYear =
          searcher.index().categories(FilingFilter.builder().ids(ids).build());
      for (Map.Entry<String, Integer> c : ofYear.entrySet()) {
        counts
            .computeIfAbsent(
                c.getKey(), k -> new ArrayList<>(java.util.Collections.nCopies(years.size(), 0)))
            .set(i, c.getValue());
      }
    }
    List<Row> rows = new ArrayList<>();
    for (String id : taxonomy.ids()) {
      List<Integer> risks = counts.get(id);
      if (risks != null && risks.stream().anyMatch(n -> n > 0)) {
        List<Address> links =
            years.stream()
                .map(y -> filter.with("category", id).with("year", y.toString()))
                .toList();
        rows.add(new Row(taxonomy.name(id), Colors.of(id, taxonomy), risks, links));
      }
    }
    return rows;
  }

  private List<Step> steps(RiskSearcher searcher, CompanyFilings own) throws IOException {
    ComparedSides.Indexed sides =
        new ComparedSides.Indexed(searcher.index(), site.library().path());
    List<Step> steps = new ArrayList<>();
    for (Pair<IndexedFiling> pair : own.pairs().stream().limit(MAX_PAIRS).toList()) {
      Comparison comparison =
          Comparison.of(sides.of(pair.before().id()), sides.of(pair.after().id()));
      steps.add(
          new Step(
              pair.before(),
              pair.after(),
              count(comparison, Kind.ADDED),
              count(comparison, Kind.REMOVED),
              count(comparison, Kind.MODIFIED),
              captions(comparison, Kind.ADDED),
              captions(comparison, Kind.REMOVED),
              Address.of("/compare")
                  .with("old", pair.before().id())
                  .with("new", pair.after().id())));
    }
    return steps;
  }

  private static int count(Comparison comparison, Kind kind) {
    return (int) comparison.changes().stream().filter(c -> c.kind() == kind).count();
  }

  private static List<String> captions(Comparison comparison, Kind kind) {
    return comparison.changes().stream()
        .filter(c -> c.kind() == kind)
        .map(
            c ->
                kind == Kind.ADDED
                    ? comparison.after().risks().get(c.after().getFirst() - 1).heading()
                    : comparison.before().risks().get(c.before().getFirst() - 1).heading())
        .toList();
  }
}
