package dev.caveat.report;

import dev.caveat.report.DataTable.Column;
import dev.caveat.report.DataTable.Type;
import dev.caveat.report.Report.Audience;
import dev.caveat.report.Report.Fact;
import dev.caveat.report.Report.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as one page of HTML that needs nothing else. The script in it sorts tables; without it
 * everything is there to read. All text of filings is escaped.
 */
public final class ReportPage {
  private static final int MAX_ROWS = 200;

  /** Longer texts are given room. */
  private static final int LONG = 60;

  private final StringBuilder out = new StringBuilder();

  private ReportPage() {}

  /** Renders a report. */
  public static String of(Report report) {
    ReportPage page = new ReportPage();
    page.write(report);
    return page.out.toString();
  }

  private void write(Report report) {
    line(Html.head(report.title(), Html.resource(ReportPage.class, "report.css")));
    line("<body><header><h1>" + Html.escaped(report.title()) + "</h1>");
    line("<p class=\"soft\">" + report.date() + "</p>");
    report.notes().forEach(n -> line("<p class=\"note\">" + Html.escaped(n) + "</p>"));
    line("<ul class=\"cards\">");
    for (Fact f : report.figures()) {
      line("<li><b>" + Html.escaped(f.value()) + "</b><span>" + Html.escaped(f.name()) + "</span>");
    }
    line("</ul></header>");
    List<Section> shown = report.sections(Audience.PEOPLE);
    line("<nav aria-label=\"Contents\"><ul>");
    for (Section s : shown) {
      line(
          "<li><a href=\"#"
              + s.table().id()
              + "\">"
              + Html.escaped(s.table().title())
              + "</a></li>");
    }
    line("<li><a href=\"#sources\">Sources</a></li></ul></nav><main>");
    shown.forEach(this::write);
    line("<section id=\"sources\"><h2>Sources</h2><dl>");
    for (Fact f : report.facts()) {
      line("<dt>" + Html.escaped(f.name()) + "</dt><dd>" + Html.escaped(f.value()) + "</dd>");
    }
    line("</dl></section></main>");
    line("<script>\n" + Html.resource(ReportPage.class, "report.js") + "</script></body></html>");
  }

  private void write(Section section) {
    DataTable table = section.table().forPeople();
    line("<section id=\"" + table.id() + "\"><h2>" + Html.escaped(table.title()) + "</h2>");
    if (section.chart() != null) {
      line("<figure tabindex=\"0\" aria-label=\"" + Html.escaped(section.chart().title()) + "\">");
      line(SvgCharts.of(section.chart()));
      line("<figcaption>" + Html.escaped(section.chart().title()) + "</figcaption></figure>");
    }
    if (!section.note().isEmpty()) {
      line("<p class=\"soft\">" + Html.escaped(section.note()) + "</p>");
    }
    List<List<@Nullable Object>> rows = table.rows();
    int hidden = rows.size() - MAX_ROWS;
    if (hidden > 0) {
      line(
          "<p class=\"soft\">The first " + MAX_ROWS + " of " + rows.size() + " rows; the workbook");
      line("and the JSON of this report have them all.</p>");
    }
    line("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"");
    line(Html.escaped(table.title()) + "\"><table><thead><tr>");
    for (Column c : table.columns()) {
      line("<th scope=\"col\"" + classes(c.type()) + ">" + Html.escaped(c.title()) + "</th>");
    }
    line("</tr></thead><tbody>");
    for (List<@Nullable Object> row : rows.subList(0, Math.min(MAX_ROWS, rows.size()))) {
      row(table, row);
    }
    line("</tbody></table></div></section>");
  }

  private void row(DataTable table, List<@Nullable Object> row) {
    out.append("<tr>");
    for (int i = 0; i < row.size(); i++) {
      Type type = table.columns().get(i).type();
      Object value = row.get(i);
      String text = DataFiles.text(value, type);
      out.append("<td").append(text.length() > LONG ? " class=\"long\"" : classes(type));
      if (value != null && type.isNumber()) {
        out.append(" data-value=\"").append(value).append('"');
      }
      out.append('>').append(Html.escaped(text)).append("</td>");
    }
    line("</tr>");
  }

  private static String classes(Type type) {
    return type.isNumber() ? " class=\"n\"" : type == Type.DATE ? " class=\"date\"" : "";
  }

  private void line(String html) {
    out.append(html).append('\n');
  }
}
