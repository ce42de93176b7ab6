package dev.caveat.report;

import dev.caveat.report.Report.Audience;
import dev.caveat.report.Report.Section;
import java.util.List;

/**
 * What {@code report/body.jte} prints.
 *
 * @param sections those of the report that are for people
 * @param links where values lead
 */
public record ReportView(Report report, List<Section> sections, Links links) {
  /** Of a report. */
  public static ReportView of(Report report, Links links) {
    return new ReportView(report, report.sections(Audience.PEOPLE), links);
  }
}
