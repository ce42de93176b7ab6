package dev.caveat.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caveat.report.DataTable.Column;
import dev.caveat.report.Report.Audience;
import dev.caveat.report.Report.Fact;
import dev.caveat.report.Report.Section;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One small report in every format. */
final class ReportTest {
  private static final DataTable COMPANIES =
      new DataTable(
          "companies",
          "Companies",
          List.of(
              Column.text("company", "Company"),
              Column.count("risks", "Risks"),
              Column.share("share", "Of all"),
              Column.date("date", "Date"),
              Column.text("form", "Form").ifVaried(),
              Column.text("cik", "CIK").dataOnly()),
          List.of(
              row("Barn & <Sons> | *Co*", 1234, 0.25, LocalDate.of(2024, 2, 29), "10-K", "7001"),
              row("=1+2", 0, null, null, "10-K", "7002")));

  private static final Report REPORT =
      new Report(
          "Risks of <Barn>",
          LocalDate.of(2024, 3, 1),
          List.of("One filing is doubtful."),
          List.of(new Fact("risks", "1,234")),
          List.of(new Fact("index", "a_b")),
          List.of(
              new Section("Shares are of words.", COMPANIES),
              new Section("", table("long"), null, Audience.PROGRAMS),
              new Section("", table("short"), null, Audience.PEOPLE)));

  @Test
  void peopleAndProgramsSeeSectionsOfTheirOwn() {
    assertThat(REPORT.sections(Audience.PEOPLE))
        .extracting(s -> s.table().id())
        .containsExactly("companies", "short");
    assertThat(REPORT.sections(Audience.PROGRAMS))
        .extracting(s -> s.table().id())
        .containsExactly("companies", "long");
    assertThat(REPORT.section("long")).isPresent();
    assertThat(REPORT.section("none")).isEmpty();
  }

  @Test
  void peopleDoNotSeeColumnsOfOneValueOrForProgramsAlone() {
    assertThat(COMPANIES.forPeople().columns())
        .extracting(Column::id)
        .containsExactly("company", "risks", "share", "date");
  }

  @Test
  void csvHasEveryColumnNothingForNoValueAndNoFormulas() throws IOException {
    StringBuilder csv = new StringBuilder();
    DataFiles.writeCsv(COMPANIES, csv);
    assertThat(csv.toString())
        .isEqualTo(
            "company,risks,share,date,form,cik\n"
                + "Barn & <Sons> | *Co*,1234,0.25,2024-02-29,10-K,7001\n"
                + "'=1+2,0,,,10-K,7002\n");
  }

  @Test
  void markdownEscapesWhatFilingsSay() {
    assertThat(ReportMarkdown.of(REPORT))
        .startsWith(
            "# Risks of \\<Barn\\>\n\n2024-03-01\n\n> One filing is doubtful.\n\n- 1,234 risks\n")
        .contains("| Company | Risks | Of all | Date |\n| --- | ---: | ---: | --- |\n")
        .contains("| Barn \\& \\<Sons\\> \\| \\*Co\\* | 1,234 | 25.0% | 2024-02-29 |\n")
        .endsWith("\n## Sources\n\n- index: a\\_b\n");
  }

  @Test
  void pagesEscapeWhatFilingsSayAndKeepNumbersForSorting() {
    assertThat(ReportPage.of(REPORT))
        .contains("<h1>Risks of &lt;Barn&gt;</h1>")
        .contains("<td>Barn &amp; &lt;Sons&gt; | *Co*</td>")
        .contains("<td class=\"n\" data-value=\"1234\">1,234</td>")
        .contains("<td class=\"n\"></td>") // no share
        .contains("<section id=\"short\">")
        .doesNotContain("<section id=\"long\">", "<Barn>");
  }

  @Test
  void workbooksHaveASheetForEachTableOfProgramsAndRepeatByteForByte() throws IOException {
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    ReportWorkbook.write(REPORT, first);
    ReportWorkbook.write(REPORT, second);
    assertThat(first.toByteArray()).isEqualTo(second.toByteArray());
    String sheets = entry(first.toByteArray(), "xl/workbook.xml");
    assertThat(sheets).contains("name=\"companies\"", "name=\"long\"").doesNotContain("\"short\"");
  }

  @Test
  void chartsAreDrawnWithEscapedLabels() {
    String bars =
        drawn(
            new Chart.Bars("Shares", "of words", "peers", List.of(new Chart.Bar("<b>", 0.5, 0.2))));
    assertThat(bars).contains("<svg ", "50.0%", "&lt;b&gt;", "</svg>").doesNotContain("<b>");
    String map =
        drawn(
            new Chart.HeatMap(
                "Heat",
                "of words",
                List.of("Tax"),
                List.of(new Chart.Panel("Barn", List.of(1.0)))));
    assertThat(map).contains("Barn", "Tax", "</svg>");
  }

  private static String drawn(Chart chart) {
    return Templates.render("report/chart.jte", SvgCharts.of(chart, Links.NONE));
  }

  @Test
  void aTableRefusesRowsThatDoNotFitItsColumns() {
    List<Column> columns = List.of(Column.count("risks", "Risks"));
    assertThatThrownBy(() -> new DataTable("t", "T", columns, List.of(row(1, 2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("t: 2 values: [1, 2]");
    assertThatThrownBy(() -> new DataTable("t", "T", columns, List.of(row("1"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("t, risks: no COUNT: 1");
    DataTable computed = DataTable.computed("t", "T", columns, 1, i -> row("1"));
    assertThatThrownBy(() -> computed.rows().getFirst()).hasMessage("t, risks: no COUNT: 1");
  }

  private static DataTable table(String id) {
    return new DataTable(id, id, List.of(Column.text("a", "A")), List.of(row("x")));
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return new ArrayList<@Nullable Object>(Arrays.asList(values));
  }

  private static String entry(byte[] archive, String name) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        if (e.getName().equals(name)) {
          return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new IOException("no " + name);
  }
}
