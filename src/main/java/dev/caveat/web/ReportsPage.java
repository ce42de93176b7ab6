package dev.caveat.web;

import dev.caveat.error.CaveatException;
import dev.caveat.http.Answers;
import dev.caveat.http.Problem;
import dev.caveat.http.Routes;
import dev.caveat.json.ReportJson;
import dev.caveat.library.ReportRequest;
import dev.caveat.library.RequestParameters;
import dev.caveat.library.RequestParameters.Parameter;
import dev.caveat.report.DataFiles;
import dev.caveat.report.Report;
import dev.caveat.report.ReportMarkdown;
import dev.caveat.report.ReportPage;
import dev.caveat.report.ReportView;
import dev.caveat.report.ReportWorkbook;
import dev.caveat.report.Templates;
import dev.caveat.taxonomy.Taxonomy;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports on filings, with a form for what they are about. */
final class ReportsPage implements Routes {
  /** The texts of more filings are not read for a page. */
  private static final int MAX_TEXTS = 60;

  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final Set<String> NAMES =
      Stream.concat(
              RequestParameters.FILINGS.stream().map(Parameter::name),
              Stream.of("peer", "all", "format"))
          .collect(Collectors.toSet());

  private final Site site;

  ReportsPage(Site site) {
    this.site = site;
  }

  /**
   * What {@code web/report.jte} prints.
   *
   * @param report null if nothing is asked for, or it failed
   * @param error why it failed; null if it did not
   * @param notes what differs from the request
   */
  public record View(
      Frame frame,
      Address address,
      @Nullable ReportView report,
      @Nullable String error,
      List<String> notes) {
    /** The address of the report as a file. */
    public Address file(String format) {
      return address.at("/report/file").with("format", format);
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/report", this::show);
    routes.get("/report/file", this::file);
  }

  private void show(Context ctx) throws IOException {
    Address address = Address.of(ctx);
    RequestParameters.check(address.parameters().keySet(), NAMES);
    if (address.parameters().isEmpty()) {
      Answers.html(ctx, page(address, null, null, List.of()));
      return;
    }
    List<String> notes = new ArrayList<>();
    try {
      Report report = report(address, notes);
      Taxonomy taxonomy = site.library().use(s -> s.index().taxonomy());
      ReportView view = ReportView.of(report, new ReportLinks(taxonomy, address));
      Answers.html(ctx, page(address, view, null, notes));
    } catch (CaveatException e) {
      ctx.status(Problem.of(e).status());
      Answers.html(ctx, page(address, null, e.getMessage(), notes));
    }
  }

  private String page(
      Address address, @Nullable ReportView report, @Nullable String error, List<String> notes) {
    String title = report == null ? "Report" : report.report().title();
    return Templates.render(
        "web/report.jte", new View(site.frame(title, "report"), address, report, error, notes));
  }

  private Report report(Address address, List<String> notes) throws IOException {
    RequestParameters parameters = new RequestParameters(address::values);
    ReportRequest request =
        ReportRequest.builder()
            .filings(parameters.texts("filing"))
            .filter(parameters.filingsByFacts())
            .all(Boolean.TRUE.equals(parameters.flag("all")))
            .peers(parameters.texts("peer"))
            .indexedOnly(true)
            .mostTexts(MAX_TEXTS)
            .build();
    return site.gate().pass(() -> site.library().report(request, notes::add));
  }

  private void file(Context ctx) throws IOException {
    Address address = Address.of(ctx);
    RequestParameters.check(address.parameters().keySet(), NAMES);
    Report report = report(address, new ArrayList<>());
    String name = Answers.fileName(report.title());
    switch (address.value("format")) {
      case "xlsx" -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportWorkbook.write(report, out);
        Answers.download(ctx, WORKBOOK, name + ".xlsx", out.toByteArray());
      }
      case "csv" -> {
        StringBuilder out = new StringBuilder();
        Report.Section first =
            report.section("panel").orElseGet(() -> report.sections().getFirst());
        DataFiles.writeCsv(first.table(), out);
        ComparePage.download(ctx, "text/csv", name + ".csv", out.toString());
      }
      case "html" -> ComparePage.download(ctx, "text/html", name + ".html", ReportPage.of(report));
      case "md" ->
          ComparePage.download(ctx, "text/markdown", name + ".md", ReportMarkdown.of(report));
      case "json" -> Answers.json(ctx, ReportJson.of(report));
      default -> throw ComparePage.badFormat(address, "xlsx, html, md, csv or json");
    }
  }
}
