package dev.caveat.report;

import dev.caveat.report.Report.Audience;
import dev.caveat.report.Report.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code report/body.jte} prints.
 *
 * @param sections those of the report that are for people
 * @param links where values lead
 */
public record ReportView(Report report, List<Section> sections, Links links) {
  /** The table of a section. */
  TableView table(Section section) {
    return TableView.of(section.table(), links);
  }

  /** The chart of a section; null if it has none. */
  @Nullable Drawing chart(Section section) {
    return section.chart() == null ? null : SvgCharts.of(section.chart(), links);
  }

  /** Of a report. */
  public static ReportView of(Report report, Links links) {
    return new ReportView(report, report.sections(Audience.PEOPLE), links);
  }
}
