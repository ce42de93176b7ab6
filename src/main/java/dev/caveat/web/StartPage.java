package dev.caveat.web;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.http.Answers;
import dev.caveat.http.Routes;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import dev.caveat.library.IndexCounts;
import dev.caveat.report.Templates;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The start page: what the index holds, and what needs a look. */
final class StartPage implements Routes {
  private static final int MAX_DOUBTFUL = 6;
  private static final int MAX_FORMS = 10;

  private final Site site;

  StartPage(Site site) {
    this.site = site;
  }

  /**
   * What {@code web/start.jte} prints.
   *
   * @param counts null if nothing has been indexed yet
   * @param doubtful the filings most in need of a look
   * @param hasExamples whether there are filings to try it with
   */
  public record View(
      Frame frame,
      @Nullable IndexCounts counts,
      List<IndexedFiling> doubtful,
      boolean hasExamples) {
    /** Searches to begin with. */
    public List<String> searches() {
      return List.of(
          "\"going concern\"",
          "sole supplier",
          "heading:cyber*",
          "tariffs AND china",
          "\"material weakness\"");
    }

    /** The forms that most filings are on. */
    public List<Map.Entry<String, Integer>> forms() {
      return counts == null
          ? List.of()
          : counts.byForm().entrySet().stream()
              .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
              .limit(MAX_FORMS)
              .toList();
    }

    /** What a filing is called. */
    public String title(IndexedFiling filing) {
      return Titles.of(filing);
    }

    /** The address of a filing. */
    public String link(IndexedFiling filing) {
      return Address.filing(filing.id()).toString();
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/", ctx -> Answers.html(ctx, Templates.render("web/start.jte", view())));
  }

  private View view() throws IOException {
    Frame frame = site.frame("Risk factors", "");
    IndexCounts counts = counts();
    List<IndexedFiling> doubtful = new ArrayList<>();
    if (counts != null) {
      site.library()
          .use(
              s -> {
                s.index().doubtful(FilingFilter.none(), MAX_DOUBTFUL, doubtful::add);
                return true;
              });
    }
    return new View(frame, counts, doubtful, site.examples() != null);
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
