package dev.caveat.report;

/**
 * A report as one page of HTML that needs nothing else. The script in it sorts tables; without it
 * everything is there to read. All text of filings is escaped.
 */
public final class ReportPage {
  private ReportPage() {}

  /** What {@code report/report.jte} prints. */
  record View(Page page, ReportView report) {}

  /** Renders a report. */
  public static String of(Report report) {
    Page page = Page.of(report.title(), ReportPage.class, "report");
    return Templates.render("report/report.jte", new View(page, ReportView.of(report, Links.NONE)));
  }
}
