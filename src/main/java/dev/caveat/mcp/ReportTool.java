package dev.caveat.mcp;

import dev.caveat.Library;
import dev.caveat.index.FilingFilter;
import dev.caveat.json.ReportJson;
import dev.caveat.json.ReportPartJson;
import dev.caveat.json.TableJson;
import dev.caveat.library.ReportRequest;
import dev.caveat.library.RequestParameters;
import dev.caveat.library.RequestParameters.Parameter;
import dev.caveat.mcp.Answer.Checked;
import dev.caveat.mcp.Answer.Item;
import dev.caveat.report.DataTable;
import dev.caveat.report.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Figures over filings. */
final class ReportTool {
  private static final int MAX_TEXTS = 100;
  private static final int MAX_VALUE = 1_000;
  private static final int MAX_FACTS = 40;
  private static final int MAX_FACT = 200;

  /** A report, with the notes of the report and of its making. */
  private record Made(Report report, List<String> notes) {}

  private final Library library;
  private final Recent<Made> recent = new Recent<>();

  private ReportTool(Library library) {
    this.library = library;
  }

  static Tool over(Library library) {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(
        Parameter.texts("filing", "Filings to report on: each an " + Filings.NAMED + "."));
    parameters.addAll(RequestParameters.FILINGS);
    parameters.add(Parameter.flag("all", "true to report on every filing of the index."));
    parameters.add(
        Parameter.texts(
            "peer",
            "Companies to compare with, by ticker, CIK, name or filing; sic for those of the same"
                + " industry, sic:36* for those of another."));
    parameters.add(
        Parameter.text("before", "For one filing: the earlier filing to compare it with."));
    parameters.add(
        Parameter.texts("table", "Only rows of these tables, by id; the answer lists the ids."));
    return new Tool(
        "report",
        "Report on filings",
        "Counts and measures over filings as tables: risks by category and year, changes, length,"
            + " boilerplate, most named regulators and laws. Choose filings by name (filing), by"
            + " filters such as company, form or year, or with all.",
        parameters,
        List.of(),
        new ReportTool(library)::answer);
  }

  private Answer answer(Arguments arguments) throws IOException {
    Made made =
        recent.of(
            arguments,
            () -> {
              List<String> notes = new ArrayList<>();
              Report report = library.report(request(arguments), notes::add);
              notes.addAll(0, report.notes());
              return new Made(report, notes);
            });
    Report report = made.report();
    List<Report.Section> sections = report.sections(Report.Audience.PROGRAMS);
    List<String> ids = sections.stream().map(s -> s.table().id()).toList();
    List<String> wanted = arguments.choices("table", ids);
    List<Report.Section> shown =
        sections.stream().filter(s -> wanted.isEmpty() || wanted.contains(s.table().id())).toList();
    ReportPartJson about =
        new ReportPartJson(
            report.title(),
            report.date().toString(),
            made.notes().stream()
                .limit(MAX_FACTS)
                .map(n -> Words.shortened(n, 2 * MAX_FACT))
                .toList(),
            facts(report.figures()),
            facts(report.facts()),
            sections.stream()
                .map(
                    s ->
                        new ReportPartJson.Table(
                            s.table().id(),
                            s.table().title(),
                            Words.shortened(s.note(), MAX_FACT),
                            s.table().rows().size()))
                .toList());
    List<DataTable> tables = shown.stream().map(Report.Section::table).toList();
    return Answer.of(
        arguments,
        about,
        text(about),
        doubtful(report),
        arguments.first(),
        tables.stream().mapToInt(t -> t.rows().size()).sum(),
        false,
        i -> item(tables, i));
  }

  private ReportRequest request(Arguments arguments) throws IOException {
    FilingFilter filter = arguments.parameters().filingsByFacts();
    return library.use(
        s -> {
          Filings filings = new Filings(s.index());
          List<String> names = new ArrayList<>();
          for (String name : arguments.texts("filing")) {
            names.add(filings.filing(name).id());
          }
          String before = arguments.text("before");
          return ReportRequest.builder()
              .filings(names)
              .filter(filter)
              .all(arguments.isSet("all"))
              .peers(arguments.texts("peer"))
              .before(before == null ? null : filings.filing(before).id())
              .mostTexts(MAX_TEXTS)
              .indexedOnly(true)
              .build();
        });
  }

  private static List<ReportJson.Fact> facts(List<Report.Fact> facts) {
    return facts.stream()
        .limit(MAX_FACTS)
        .map(f -> new ReportJson.Fact(f.name(), Words.shortened(f.value(), MAX_FACT)))
        .toList();
  }

  /** Those of the filings in its tables that a person should check. */
  private List<Checked> doubtful(Report report) throws IOException {
    Set<String> named = new TreeSet<>();
    for (Report.Section section : report.sections()) {
      int column = section.table().column("filing");
      if (column >= 0) {
        section.table().rows().forEach(r -> named.add(String.valueOf(r.get(column))));
      }
    }
    List<Checked> doubtful = new ArrayList<>();
    library.filings(
        FilingFilter.builder().doubtful(true).build(),
        f -> {
          if (named.contains(f.id()) || named.contains(f.name())) {
            doubtful.add(new Checked(f.id(), f.facts(), f.doubt()));
          }
        });
    return doubtful;
  }

  private static String text(ReportPartJson about) {
    StringBuilder text = new StringBuilder();
    text.append(Words.line(about.title())).append(", ").append(about.date()).append('\n');
    about.notes().forEach(n -> text.append("note: ").append(Words.line(n)).append('\n'));
    about
        .figures()
        .forEach(
            f ->
                text.append(Words.line(f.name()))
                    .append(": ")
                    .append(Words.line(f.value()))
                    .append('\n'));
    text.append("tables:\n");
    about
        .tables()
        .forEach(
            t ->
                text.append(
                    "- %s: %s, %d rows\n".formatted(t.id(), Words.line(t.title()), t.rows())));
    return text.toString();
  }

  /** A row by its number over all tables. */
  private static Item item(List<DataTable> tables, int number) {
    int row = number;
    for (DataTable table : tables) {
      if (row < table.rows().size()) {
        return item(table, TableJson.row(table, row), row == 0);
      }
      row -= table.rows().size();
    }
    throw new IndexOutOfBoundsException(number);
  }

  private static Item item(DataTable table, Map<String, @Nullable Object> row, boolean first) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    row.forEach(
        (name, value) ->
            values.put(name, value instanceof String s ? Words.shortened(s, MAX_VALUE) : value));
    StringBuilder text = new StringBuilder(first ? "\n[" + table.id() + "]\n" : "");
    List<String> cells = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          if (value != null && !"".equals(value)) {
            cells.add(name + ": " + Words.line(value.toString()));
          }
        });
    text.append("- ").append(String.join("; ", cells)).append('\n');
    return new Item(new ReportPartJson.Row(table.id(), values), text.toString(), null);
  }
}
