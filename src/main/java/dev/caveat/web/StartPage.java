package dev.caveat.web;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.http.Answers;
import dev.caveat.http.Routes;
import dev.caveat.index.FilingFilter;
import dev.caveat.library.IndexCounts;
import dev.caveat.report.Templates;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The start page: what the index holds, and what needs a look. */
final class StartPage implements Routes {
  private final Site site;

  StartPage(Site site) {
    this.site = site;
  }

  /**
   * What {@code web/start.jte} prints.
   *
   * @param counts null if nothing has been indexed yet
   */
  public record View(Frame frame, @Nullable IndexCounts counts) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(
        "/",
        ctx ->
            Answers.html(
                ctx,
                Templates.render("web/start.jte", new View(site.frame("Caveat", ""), counts()))));
  }

  private @Nullable IndexCounts counts() throws IOException {
    try {
      return site.library().status(FilingFilter.none());
    } catch (CaveatException e) {
      if (e.code() == ErrorCode.NO_INDEX) {
        return null;
      }
      throw e;
    }
  }
}
