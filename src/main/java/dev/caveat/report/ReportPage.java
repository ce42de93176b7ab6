package dev.caveat.report;

import dev.caveat.report.Report.Audience;
import dev.caveat.report.Report.Section;
import java.util.List;

/**
 * A report as one page of HTML that needs nothing else. The script in it sorts tables; without it
 * everything is there to read. All text of filings is escaped.
 */
public final class ReportPage {
  private ReportPage() {}

  /**
   * What {@code report/report.jte} prints.
   *
   * @param sections those of the report that are for people
   */
  record View(Page page, Report report, List<Section> sections) {}

  /** Renders a report. */
  public static String of(Report report) {
    Page page = Page.of(report.title(), ReportPage.class, "report");
    return Templates.render(
        "report/report.jte", new View(page, report, report.sections(Audience.PEOPLE)));
  }
}
