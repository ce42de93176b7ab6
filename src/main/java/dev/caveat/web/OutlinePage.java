package dev.caveat.web;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.http.Answers;
import dev.caveat.http.Permission;
import dev.caveat.http.Routes;
import dev.caveat.library.RiskLookup;
import dev.caveat.model.FilingOutline;
import dev.caveat.model.FilingOutline.Line;
import dev.caveat.model.FilingOutline.Role;
import dev.caveat.report.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Corrects how a filing is parted into risks: a role for each block. */
final class OutlinePage implements Routes {
  /** Blocks shown on each side of the section. */
  private static final int AROUND = 20;

  private final Site site;

  OutlinePage(Site site) {
    this.site = site;
  }

  /**
   * What {@code web/outline.jte} prints.
   *
   * @param outline the section and the blocks around it
   * @param corrected whether it has been corrected before
   */
  public record View(
      Frame frame, String title, String filing, FilingOutline outline, boolean corrected) {
    /** The roles that a block may have. */
    public List<Role> roles() {
      return List.of(Role.values());
    }

    /** Where the form is sent. */
    public String path() {
      return Address.outline(filing);
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/filings/{filing}/outline", this::show, Permission.WRITE);
    routes.post("/filings/{filing}/outline", this::apply, Permission.WRITE);
    routes.post("/filings/{filing}/outline/reset", this::reset, Permission.WRITE);
  }

  private void show(Context ctx) throws IOException {
    String name = ctx.pathParam("filing");
    FilingOutline outline = site.gate().pass(() -> site.library().outline(name));
    View view =
        site.library()
            .use(
                s -> {
                  var filing = new RiskLookup(s.index(), site.library().path()).filing(name);
                  String title = Titles.of(filing);
                  return new View(
                      site.frame("Outline of " + title, "filings"),
                      title,
                      filing.id(),
                      outline.section(AROUND),
                      site.library().outlines().containsKey(filing.id()));
                });
    Answers.html(ctx, Templates.render("web/outline.jte", view));
  }

  private void apply(Context ctx) throws IOException {
    FilingOutline outline = outline(ctx);
    String filing = ctx.pathParam("filing");
    site.gate()
        .pass(
            () -> {
              check(outline, site.library().outline(filing));
              return site.library().correctOutline(filing, outline);
            });
    ctx.redirect(Address.filing(filing).toString(), HttpStatus.SEE_OTHER);
  }

  /**
   * Refuses a form that has not all blocks of the section: those that it leaves out would be lost.
   */
  private static void check(FilingOutline sent, FilingOutline now) {
    List<String> shown = words(now.section(AROUND));
    if (sent.document() != now.document() || !words(sent).equals(shown)) {
      throw bad("the filing has other blocks by now; open its outline again");
    }
  }

  private static List<String> words(FilingOutline outline) {
    return outline.lines().stream().map(Line::words).toList();
  }

  private void reset(Context ctx) throws IOException {
    String filing = ctx.pathParam("filing");
    site.gate().pass(() -> site.library().correctOutline(filing, null));
    ctx.redirect(Address.filing(filing).toString(), HttpStatus.SEE_OTHER);
  }

  /** The outline as the form has it: three lists with a value for each block. */
  private static FilingOutline outline(Context ctx) {
    List<String> roles = ctx.formParams("role");
    List<String> captions = ctx.formParams("caption");
    List<String> words = ctx.formParams("words");
    if (roles.size() != words.size() || roles.size() != captions.size() || roles.isEmpty()) {
      throw bad("expected a role, a caption length and first words for each block");
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < roles.size(); i++) {
      String name = roles.get(i);
      Role role = Role.of(name).orElseThrow(() -> bad("there is no role " + name));
      lines.add(new Line(role, caption(role, captions.get(i), words.get(i)), words.get(i)));
    }
    return new FilingOutline(number(ctx.formParam("document")), lines);
  }

  private static int caption(Role role, String length, String words) {
    if (words.isBlank()) {
      throw bad("a block has no first words");
    }
    if (role != Role.RUN_IN) {
      return 0;
    }
    if (number(length) < 1) {
      throw bad("for the run-in caption “" + words + "”, say how many words it has");
    }
    return number(length);
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("[1-9]\\d{0,3}") ? Integer.parseInt(text) : 0;
  }

  private static CaveatException bad(String message) {
    return new CaveatException(
        ErrorCode.BAD_REQUEST, message, Map.of("kind", "outline", "value", ""));
  }
}
