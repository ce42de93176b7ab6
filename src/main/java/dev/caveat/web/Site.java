package dev.caveat.web;

import dev.caveat.Library;
import dev.caveat.http.Assets;
import dev.caveat.http.ProblemPage;
import dev.caveat.http.Routes;
import dev.caveat.http.ServerSettings;
import dev.caveat.redline.RedlinePage;
import dev.caveat.report.ReportPage;
import dev.caveat.report.Templates;
import io.javalin.config.RoutesConfig;
import java.util.List;

/** All pages over one index. Safe for use by several threads. */
public final class Site implements Routes {
  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

  private final Library library;
  private final ServerSettings settings;
  private final Assets assets =
      new Assets()
          .with("site.css", ReportPage.class, List.of("page.css", "/dev/caveat/web/site.css"))
          .with("report.css", ReportPage.class, List.of("report.css"))
          .with("report.js", ReportPage.class, List.of("report.js"))
          .with("redline.css", RedlinePage.class, List.of("redline.css"))
          .with("redline.js", RedlinePage.class, List.of("redline.js"))
          .with("site.js", Site.class, List.of("site.js"))
          .with("htmx.js", Site.class, List.of(HTMX));

  /** Creates the pages. */
  public Site(Library library, ServerSettings settings) {
    this.library = library;
    this.settings = settings;
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

  @Override
  public void addTo(RoutesConfig routes) {
    assets.addTo(routes);
    new StartPage(this).addTo(routes);
    new SearchPage(this).addTo(routes);
    new FilingPage(this).addTo(routes);
    new FiledPage(this).addTo(routes);
    new CorrectionsPage(this).addTo(routes);
  }
}
