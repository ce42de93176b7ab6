package dev.caveat.web;

import dev.caveat.http.Answers;
import dev.caveat.http.Routes;
import dev.caveat.index.Label;
import dev.caveat.model.FilingOutline;
import dev.caveat.report.Templates;
import dev.caveat.taxonomy.Taxonomy;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What people have corrected, each with what takes it back. */
final class CorrectionsPage implements Routes {
  private final Site site;

  CorrectionsPage(Site site) {
    this.site = site;
  }

  /** What {@code web/corrections.jte} prints. */
  public record View(
      Frame frame, List<Label> labels, Map<String, FilingOutline> outlines, Taxonomy taxonomy) {
    /** Where an outline is taken back. */
    public String resetPath(String filing) {
      return Address.outline(filing) + "/reset";
    }

    /** The address of a filing. */
    public String link(String filing) {
      return Address.filing(filing).toString();
    }

    /** Where a label is taken back. */
    public String path(Label label) {
      return Address.label(label.filing(), label.ordinal());
    }

    /** The risk of a label. */
    public String risk(Label label) {
      return Address.risk(label.filing(), label.ordinal());
    }

    /** The caption, or the beginning of the body if there is none. */
    public String words(Label label) {
      String words = label.caption().isEmpty() ? label.body() : label.caption();
      return words.length() > 200 ? words.substring(0, 200) + "…" : words;
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/corrections", this::show);
  }

  private void show(Context ctx) throws IOException {
    Taxonomy taxonomy = site.library().use(s -> s.index().taxonomy());
    Answers.html(
        ctx,
        Templates.render(
            "web/corrections.jte",
            new View(
                site.frame("Corrections", "corrections"),
                site.library().labels(),
                site.library().outlines(),
                taxonomy)));
  }
}
