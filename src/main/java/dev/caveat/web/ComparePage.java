package dev.caveat.web;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.http.Answers;
import dev.caveat.http.Problem;
import dev.caveat.http.Routes;
import dev.caveat.index.IndexedFiling;
import dev.caveat.json.ComparisonJson;
import dev.caveat.library.RequestParameters;
import dev.caveat.redline.ComparisonSummary;
import dev.caveat.redline.RedlineDocument;
import dev.caveat.redline.RedlineMarkdown;
import dev.caveat.redline.RedlinePage;
import dev.caveat.redline.RedlineView;
import dev.caveat.report.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two filings side by side: the redline of the project. */
final class ComparePage implements Routes {
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final Set<String> NAMES = Set.of("old", "new", "format", "author");

  private final Site site;

  ComparePage(Site site) {
    this.site = site;
  }

  /**
   * What {@code web/compare.jte} prints.
   *
   * @param redline null until two filings are chosen
   * @param error why they cannot be compared; null if they can, or none are chosen
   */
  public record View(
      Frame frame,
      Address address,
      @Nullable RedlineView redline,
      @Nullable String error,
      List<IndexedFiling> filings) {
    /** The address of the comparison as a file. */
    public Address file(String format) {
      return address.at("/compare/file").with("format", format);
    }

    /** The same with the sides exchanged. */
    public Address exchanged() {
      return address.with("old", address.value("new")).with("new", address.value("old"));
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/compare", this::show);
    routes.get("/compare/file", this::file);
  }

  private void show(Context ctx) throws IOException {
    Address address = Address.of(ctx);
    RequestParameters.check(address.parameters().keySet(), NAMES);
    if (address.value("old").isEmpty() || address.value("new").isEmpty()) {
      Answers.html(ctx, page(address, null, null));
      return;
    }
    try {
      ComparisonSummary summary = summary(address);
      Answers.html(ctx, page(address, summary, null));
    } catch (CaveatException e) {
      ctx.status(Problem.of(e).status());
      Answers.html(ctx, page(address, null, e.getMessage()));
    }
  }

  private String page(Address address, @Nullable ComparisonSummary summary, @Nullable String error)
      throws IOException {
    String title = summary == null ? "Compare" : RedlinePage.title(summary);
    return Templates.render(
        "web/compare.jte",
        new View(
            site.frame(title, "compare"),
            address,
            summary == null ? null : RedlinePage.view(summary),
            error,
            summary == null ? site.choices() : List.of()));
  }

  private ComparisonSummary summary(Address address) throws IOException {
    if (address.value("old").isEmpty() || address.value("new").isEmpty()) {
      throw new CaveatException(
          ErrorCode.BAD_REQUEST,
          "name two filings, old and new",
          Map.of("kind", "filings", "value", ""));
    }
    return site.gate()
        .pass(
            () ->
                ComparisonSummary.of(
                    site.library().compareIndexed(address.value("old"), address.value("new")),
                    site.library().use(s -> s.index().taxonomy())));
  }

  private void file(Context ctx) throws IOException {
    Address address = Address.of(ctx);
    RequestParameters.check(address.parameters().keySet(), NAMES);
    ComparisonSummary summary = summary(address);
    String name = Answers.fileName(RedlinePage.title(summary));
    switch (address.value("format")) {
      case "docx" -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String author = address.value("author");
        RedlineDocument.write(
            summary, LocalDate.now(), author.isEmpty() ? RedlineDocument.AUTHOR : author, out);
        Answers.download(ctx, WORD, name + ".docx", out.toByteArray());
      }
      case "html" -> download(ctx, "text/html", name + ".html", RedlinePage.of(summary));
      case "md" -> download(ctx, "text/markdown", name + ".md", RedlineMarkdown.of(summary));
      case "json" -> Answers.json(ctx, ComparisonJson.of(summary.comparison()));
      default -> throw badFormat(address, "docx, html, md or json");
    }
  }

  static void download(Context ctx, String type, String name, String text) {
    Answers.download(ctx, type + "; charset=utf-8", name, text.getBytes(StandardCharsets.UTF_8));
  }

  static CaveatException badFormat(Address address, String expected) {
    String format = address.value("format");
    return new CaveatException(
        ErrorCode.BAD_REQUEST,
        "format: expected " + expected + ", not " + format,
        Map.of("kind", "format", "value", format));
  }
}
