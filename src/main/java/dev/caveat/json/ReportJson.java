package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import dev.caveat.report.DataTable;
import dev.caveat.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report.
 *
 * @param date ISO 8601
 * @param notes what a reader should know before trusting it
 * @param figures the key figures at the top
 * @param sources what it rests on
 * @param tables the rows of each, by its id; each is a separate field, after the others
 */
public record ReportJson(
    String title,
    String date,
    List<String> notes,
    List<Fact> figures,
    List<Fact> sources,
    @JsonAnyGetter Map<String, Iterable<Map<String, @Nullable Object>>> tables) {
  /** A name and a value. */
  public record Fact(String name, String value) {}

  /** Of a report. */
  public static ReportJson of(Report report) {
    Map<String, Iterable<Map<String, @Nullable Object>>> tables = new LinkedHashMap<>();
    for (Report.Section section : report.sections(Report.Audience.PROGRAMS)) {
      DataTable table = section.table();
      tables.put(table.id(), TableJson.of(table));
    }
    return new ReportJson(
        report.title(),
        report.date().toString(),
        report.notes(),
        facts(report.figures()),
        facts(report.facts()),
        tables);
  }

  private static List<Fact> facts(List<Report.Fact> facts) {
    return facts.stream().map(f -> new Fact(f.name(), f.value())).toList();
  }
}
