package dev.caveat.api;

import dev.caveat.Library;
import dev.caveat.api.Endpoint.Body;
import dev.caveat.api.Endpoint.Method;
import dev.caveat.api.Endpoint.Page;
import dev.caveat.http.Permission;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.IndexedRisk;
import dev.caveat.index.RiskIndex;
import dev.caveat.json.EntityCountsJson;
import dev.caveat.json.FilingCaptionsJson;
import dev.caveat.json.FilingJson;
import dev.caveat.json.FilingPageJson;
import dev.caveat.json.FoundRiskJson;
import dev.caveat.json.GivenCategories;
import dev.caveat.library.RequestParameters;
import dev.caveat.library.RequestParameters.Parameter;
import dev.caveat.library.RiskLookup;
import dev.caveat.model.RiskFactor;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** Filings, their risks, and what people decide about them. */
final class FilingEndpoints {
  private static final Page FILINGS = new Page("limit", 1000, 100);
  private static final int MOST_CATEGORIES = 20;
  private static final int MOST_ENTITIES = 1000;
  private static final int USUAL_ENTITIES = 20;

  private static final Parameter MOST =
      Parameter.number("most", "How many entities of each type, from 1 to 1000. Default: 20.");

  private final Library library;

  FilingEndpoints(Library library) {
    this.library = library;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get("/filings", FilingPageJson.class, "Lists filings by id.", this::filings)
            .with(RequestParameters.FILINGS)
            .with(FILINGS),
        Endpoint.get(
            "/filings/{id}",
            FilingJson.class,
            "A filing with its section and risks, as it was extracted.",
            call -> FilingJson.of(library.filing(call.path("id")), true, null)),
        Endpoint.get(
            "/filings/{id}/risks",
            FilingCaptionsJson.class,
            "A filing with the captions of its risks.",
            this::captions),
        Endpoint.get(
            "/filings/{id}/risks/{n}",
            FoundRiskJson.class,
            "A risk with its text, categories, sentences and entities.",
            this::risk),
        Endpoint.get(
                "/entities",
                EntityCountsJson.class,
                "Counts what the risks of filings name.",
                call -> entities(call, index -> call.parameters().filings()))
            .with(RequestParameters.FILINGS)
            .with(List.of(MOST)),
        Endpoint.get(
                "/filings/{id}/entities",
                EntityCountsJson.class,
                "Counts what the risks of a filing name.",
                call ->
                    entities(
                        call,
                        index ->
                            FilingFilter.builder().ids(List.of(filing(call, index).id())).build()))
            .with(List.of(MOST)),
        Endpoint.of(
                Method.PUT,
                "/filings/{id}/risks/{n}/label",
                FoundRiskJson.class,
                "Sets the categories of a risk by hand.",
                this::label)
            .with(new Body.Json(GivenCategories.class, false))
            .with(Permission.WRITE),
        Endpoint.of(
                Method.DELETE,
                "/filings/{id}/risks/{n}/label",
                FoundRiskJson.class,
                "Removes the categories set by hand.",
                call -> labeled(riskName(call), List.of()))
            .with(Permission.WRITE));
  }

  /** The name of the risk that a path means. */
  static String riskName(Call call) {
    return call.path("id") + "#" + call.path("n");
  }

  private IndexedFiling filing(Call call, RiskIndex index) throws IOException {
    return new RiskLookup(index, library.path()).filing(call.path("id"));
  }

  private FilingPageJson filings(Call call) throws IOException {
    FilingFilter filter = call.parameters().filings();
    int most = call.pageLength();
    String after = call.after();
    return library.use(
        s -> {
          // One more tells whether there is another page.
          List<IndexedFiling> found = s.index().filings(filter, after, most + 1);
          boolean more = found.size() > most;
          List<IndexedFiling> page = more ? found.subList(0, most) : found;
          return FilingPageJson.of(
              s.index().filingCount(filter), page, more ? call.next(page.getLast().id()) : null);
        });
  }

  private FilingCaptionsJson captions(Call call) throws IOException {
    return library.use(
        s -> {
          IndexedFiling filing = filing(call, s.index());
          return FilingCaptionsJson.of(filing, s.index().risks(filing.id()));
        });
  }

  private FoundRiskJson risk(Call call) throws IOException {
    IndexedRisk found = library.risk(riskName(call));
    return FoundRiskJson.of(found, Objects.requireNonNull(found.risk()));
  }

  /** Chooses filings of a state of the index. */
  private interface Choice {
    FilingFilter of(RiskIndex index) throws IOException;
  }

  private EntityCountsJson entities(Call call, Choice filings) throws IOException {
    int most = call.parameters().number(MOST.name(), 1, MOST_ENTITIES, USUAL_ENTITIES);
    return library.use(s -> EntityCountsJson.of(s.index().names(filings.of(s.index()), most)));
  }

  private FoundRiskJson label(Call call) throws IOException {
    List<String> categories = call.body(GivenCategories.class).categories();
    if (categories.isEmpty() || categories.size() > MOST_CATEGORIES) {
      throw Refusals.badRequest(
          "categories", "categories: give from 1 to " + MOST_CATEGORIES + "; DELETE removes them");
    }
    return labeled(riskName(call), categories);
  }

  private FoundRiskJson labeled(String name, List<String> categories) throws IOException {
    RiskFactor labeled = library.label(name, categories);
    return FoundRiskJson.of(library.risk(name), labeled);
  }
}
