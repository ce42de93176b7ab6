package dev.caveat.report;

import dev.caveat.report.DataTable.Column;
import dev.caveat.report.Report.Audience;
import dev.caveat.report.Report.Fact;
import dev.caveat.report.Report.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders a report as Markdown with tables. All text from filings is escaped. */
public final class ReportMarkdown {
  private static final int MAX_ROWS = 200;

  private ReportMarkdown() {}

  /** Renders a report. */
  public static String of(Report report) {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(Markdown.line(report.title())).append("\n\n").append(report.date());
    out.append("\n\n");
    report.notes().forEach(n -> out.append("> ").append(Markdown.line(n)).append("\n\n"));
    report
        .figures()
        .forEach(
            f -> out.append("- ").append(Markdown.line(f.value() + " " + f.name())).append('\n'));
    report.sections(Audience.PEOPLE).forEach(s -> write(s, out));
    out.append("\n## Sources\n\n");
    for (Fact f : report.facts()) {
      out.append("- ")
          .append(Markdown.line(f.name()))
          .append(": ")
          .append(Markdown.line(f.value()));
      out.append('\n');
    }
    return out.toString();
  }

  private static void write(Section section, StringBuilder out) {
    DataTable table = section.table().forPeople();
    out.append("\n## ").append(Markdown.line(table.title())).append("\n\n");
    if (!section.note().isEmpty()) {
      out.append(Markdown.line(section.note())).append("\n\n");
    }
    StringBuilder rule = new StringBuilder("|");
    out.append('|');
    for (Column c : table.columns()) {
      out.append(' ').append(Markdown.line(c.title())).append(" |");
      rule.append(c.type().isNumber() ? " ---: |" : " --- |");
    }
    out.append('\n').append(rule).append('\n');
    List<List<@Nullable Object>> rows = table.rows();
    for (List<@Nullable Object> row : rows.subList(0, Math.min(MAX_ROWS, rows.size()))) {
      out.append('|');
      for (int i = 0; i < row.size(); i++) {
        String text = DataFiles.text(row.get(i), table.columns().get(i).type());
        out.append(' ').append(Markdown.line(text)).append(" |");
      }
      out.append('\n');
    }
    if (rows.size() > MAX_ROWS) {
      out.append("\nThe first ").append(MAX_ROWS).append(" of ").append(rows.size());
      out.append(" rows; the workbook and JSON versions of this report have them all.\n");
    }
  }
}
