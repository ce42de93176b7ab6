package dev.caveat.web;

import dev.caveat.Library;
import dev.caveat.http.Assets;
import dev.caveat.http.Gate;
import dev.caveat.http.ProblemPage;
import dev.caveat.http.Routes;
import dev.caveat.http.ServerSettings;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import dev.caveat.model.RiskSection.Status;
import dev.caveat.redline.RedlinePage;
import dev.caveat.report.ReportPage;
import dev.caveat.report.Templates;
import io.javalin.config.RoutesConfig;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All pages over one index. Safe for use by several threads. */
public final class Site implements Routes, Closeable {
  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

  /** More cannot be chosen from in a list. */
  private static final int MAX_CHOICES = 2_000;

  private final Gate gate;
  private final Library library;
  private final ServerSettings settings;
  private final @Nullable Path examples;
  private final Uploads uploads;
  private final Assets assets =
      new Assets()
          .with("site.css", ReportPage.class, "page.css", "/dev/caveat/web/site.css")
          .with("site.js", Site.class, "site.js")
          .with("htmx.js", Site.class, HTMX)
          .withStyleOf(".report", "report.css", ReportPage.class, "report.css")
          .with("report.js", ReportPage.class, "report.js")
          .withStyleOf(".redline", "redline.css", RedlinePage.class, "redline.css")
          .with("redline.js", RedlinePage.class, "redline.js");

  /**
   * Creates the pages.
   *
   * @param gate what costly pages pass
   * @param examples a folder of filings to try it with; null for none
   */
  public Site(Library library, ServerSettings settings, Gate gate, @Nullable Path examples) {
    this.gate = gate;
    this.library = library;
    this.settings = settings;
    this.examples = examples;
    this.uploads = new Uploads(library);
  }

  /** Has those files indexed that were added and not indexed when the last server ended. */
  public void resume() throws IOException {
    if (!settings.readOnly()) {
      uploads.resume();
    }
  }

  /** Shows problems as pages. */
  public ProblemPage problemPage() {
    return (problem, id) ->
        Templates.render(
            "web/problem.jte", new ProblemView(frame(problem.title(), ""), problem, id));
  }

  /**
   * What stands around a page's content.
   *
   * @param tab the part of the site it belongs to; empty for none
   */
  Frame frame(String title, String tab) {
    return frame(title, tab, "");
  }

  /**
   * As above.
   *
   * @param query what the search box holds
   */
  Frame frame(String title, String tab, String query) {
    return new Frame(title, tab, query, library.path().toString(), settings.readOnly(), assets);
  }

  Library library() {
    return library;
  }

  /** Filings to try it with; null for none. */
  @Nullable Path examples() {
    return examples;
  }

  ServerSettings settings() {
    return settings;
  }

  /** What costly pages pass. */
  Gate gate() {
    return gate;
  }

  /** Filings with risks to choose from, at most {@value #MAX_CHOICES}, by company, latest first. */
  List<IndexedFiling> choices() throws IOException {
    FilingFilter withSection = FilingFilter.builder().statuses(Set.of(Status.PRESENT)).build();
    List<IndexedFiling> choices =
        new ArrayList<>(library.use(s -> s.index().filings(withSection, null, MAX_CHOICES)));
    choices.removeIf(f -> f.risks() == 0);
    choices.sort(
        Comparator.comparing((IndexedFiling f) -> Titles.company(f.facts(), f.path()))
            .thenComparing(f -> Titles.date(f.facts()), Comparator.reverseOrder()));
    return choices;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    assets.addTo(routes);
    new StartPage(this).addTo(routes);
    new SearchPage(this).addTo(routes);
    new FilingPage(this).addTo(routes);
    new FiledPage(this).addTo(routes);
    new OutlinePage(this).addTo(routes);
    new FilingsPage(this).addTo(routes);
    new CompanyPage(this).addTo(routes);
    new ComparePage(this).addTo(routes);
    new ReportsPage(this).addTo(routes);
    new CorrectionsPage(this).addTo(routes);
    new AddPage(this, uploads).addTo(routes);
  }

  /** Lets the filings at work be indexed, for some seconds. */
  @Override
  public void close() {
    uploads.close();
  }
}
