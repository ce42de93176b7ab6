package dev.caveat.web;

import dev.caveat.http.Answers;
import dev.caveat.http.Permission;
import dev.caveat.http.Routes;
import dev.caveat.index.IndexedFiling;
import dev.caveat.library.CompanyFilings;
import dev.caveat.library.RequestParameters;
import dev.caveat.library.RiskLookup;
import dev.caveat.model.Entity;
import dev.caveat.model.RiskFactor;
import dev.caveat.report.Templates;
import dev.caveat.search.RiskSearcher;
import dev.caveat.taxonomy.Taxonomy;
import dev.caveat.web.FilingView.RiskView;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One filing: its outline, its risks, and the correction of their categories. */
final class FilingPage implements Routes {
  /** So many risks stand on a page. */
  static final int PAGE = 150;

  private final Site site;

  FilingPage(Site site) {
    this.site = site;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/filings/{filing}", this::show);
    routes.post("/filings/{filing}/risks/{risk}/label", this::label, Permission.WRITE);
  }

  private void show(Context ctx) throws IOException {
    Address address = Address.of(ctx);
    RequestParameters parameters = new RequestParameters(address::values);
    int page = parameters.number("page", 1, Integer.MAX_VALUE / PAGE, 1);
    FilingView view = site.library().use(s -> view(s, ctx.pathParam("filing"), page));
    Answers.html(ctx, Templates.render("web/filing.jte", view));
  }

  private FilingView view(RiskSearcher searcher, String name, int page) throws IOException {
    IndexedFiling filing = new RiskLookup(searcher.index(), site.library().path()).filing(name);
    Taxonomy taxonomy = searcher.index().taxonomy();
    List<RiskFactor> risks = searcher.index().risks(filing.id());
    int from = Math.min(risks.size(), (page - 1) * PAGE);
    int to = Math.min(risks.size(), from + PAGE);
    return new FilingView(
        site.frame(Titles.of(filing), "filings"),
        filing,
        Titles.of(filing),
        risks.stream().map(r -> outlined(filing, r, taxonomy)).toList(),
        risks.subList(from, to).stream().map(r -> RiskView.of(filing.id(), r, taxonomy)).toList(),
        List.of(Entity.Type.values()),
        taxonomy,
        before(searcher, filing),
        page);
  }

  private static FilingView.Outlined outlined(
      IndexedFiling filing, RiskFactor risk, Taxonomy taxonomy) {
    int page = (risk.ordinal() - 1) / PAGE + 1;
    Address there = Address.filing(filing.id()).with("page", page == 1 ? null : "" + page);
    return new FilingView.Outlined(
        risk.ordinal(),
        risk.group(),
        risk.heading(),
        risk.classification().isEmpty()
            ? ""
            : Colors.of(risk.classification().category(), taxonomy),
        there + "#risk-" + risk.ordinal());
  }

  /** The address of the comparison with the one before; null if there is none. */
  private static @Nullable Address before(RiskSearcher searcher, IndexedFiling filing)
      throws IOException {
    return CompanyFilings.of(searcher.index(), filing.facts())
        .before(filing)
        .map(b -> Address.of("/compare").with("old", b.id()).with("new", filing.id()))
        .orElse(null);
  }

  private void label(Context ctx) throws IOException {
    String filing = ctx.pathParam("filing");
    String risk = filing + "#" + ctx.pathParam("risk");
    List<String> categories =
        ctx.formParams("category").stream().filter(c -> !c.isBlank()).distinct().toList();
    RiskFactor now = site.library().label(risk, categories);
    Taxonomy taxonomy = site.library().use(s -> s.index().taxonomy());
    if (ctx.header("HX-Request") == null) {
      ctx.redirect(Address.risk(filing, now.ordinal()), HttpStatus.SEE_OTHER);
      return;
    }
    Answers.html(
        ctx,
        Templates.render(
            "web/tags.jte",
            new FilingView.Tags(RiskView.of(filing, now, taxonomy), taxonomy, false)));
  }
}
