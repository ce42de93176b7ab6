package dev.caveat.web;

import dev.caveat.http.Answers;
import dev.caveat.http.Routes;
import dev.caveat.index.IndexedRisk;
import dev.caveat.library.RequestParameters;
import dev.caveat.library.RiskLookup;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.SourceMap;
import dev.caveat.report.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A risk in the filing as filed: a page with a frame, and the document in the frame, which can do
 * nothing. Its scripts do not run, its links and forms lead nowhere, nothing is fetched.
 */
final class FiledPage implements Routes {
  /** For the document in the frame; the sandbox turns off all that moves. */
  private static final String POLICY =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
          + " frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

  private static final int MAX_RISKS = 1_000_000;

  private final Site site;

  FiledPage(Site site) {
    this.site = site;
  }

  /**
   * What {@code web/filed.jte} prints.
   *
   * @param frameAddress of the document, with the mark
   * @param previous the risk before; null if this is the first
   * @param next the risk after; null if this is the last
   */
  public record View(
      Frame frame,
      String title,
      IndexedRisk found,
      RiskFactor risk,
      String frameAddress,
      @Nullable Address previous,
      @Nullable Address next) {
    /** Back to the risk. */
    public String back() {
      return Address.risk(found.id(), risk.ordinal());
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/filings/{filing}/filed", this::show);
    routes.get("/filings/{filing}/document", this::document);
  }

  private void show(Context ctx) throws IOException {
    IndexedRisk found = found(ctx);
    RiskFactor risk = Objects.requireNonNull(found.risk());
    int risks =
        site.library()
            .use(s -> new RiskLookup(s.index(), site.library().path()).filing(found.id()).risks());
    Address page = Address.of(Address.filing(found.id()) + "/filed");
    String title = Titles.of(found.facts(), found.path(), found.year());
    Answers.html(
        ctx,
        Templates.render(
            "web/filed.jte",
            new View(
                site.frame(title + " as filed", "filings"),
                title,
                found,
                risk,
                page.at(Address.filing(found.id()) + "/document")
                        .with("risk", Integer.toString(risk.ordinal()))
                    + "#"
                    + MarkedDocument.ANCHOR,
                risk.ordinal() > 1 ? risk(page, risk.ordinal() - 1) : null,
                risk.ordinal() < risks ? risk(page, risk.ordinal() + 1) : null)));
  }

  private static Address risk(Address page, int ordinal) {
    return page.with("risk", Integer.toString(ordinal));
  }

  private IndexedRisk found(Context ctx) throws IOException {
    int ordinal = new RequestParameters(Address.of(ctx)::values).number("risk", 1, MAX_RISKS, 1);
    return site.library().risk(ctx.pathParam("filing") + "#" + ordinal);
  }

  private void document(Context ctx) throws IOException {
    IndexedRisk found = found(ctx);
    RiskFactor risk = Objects.requireNonNull(found.risk());
    SourceMap map = risk.provenance().map();
    String page =
        site.gate()
            .pass(
                () -> MarkedDocument.of(site.library().document(found.id(), map.document()), map));
    ctx.header("Content-Security-Policy", POLICY);
    ctx.header("X-DNS-Prefetch-Control", "off");
    Answers.html(ctx, page);
  }
}
