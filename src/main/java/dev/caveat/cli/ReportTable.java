package dev.caveat.cli;

import dev.caveat.report.DataFiles;
import dev.caveat.report.DataTable;
import dev.caveat.report.DataTable.Type;
import dev.caveat.report.Report;
import dev.caveat.words.Counted;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report in short, for a screen: categories as bars, then what came and went. */
final class ReportTable {
  private static final int INDENT = 5;
  private static final int BAR = 24;
  private static final int MAX_LISTED = 12;
  private static final List<String> FRACTIONS = List.of("", "▏", "▎", "▍", "▌", "▋", "▊", "▉");

  private final PrintStream out;
  private final Paint paint;
  private final int width;

  ReportTable(PrintStream out, Terminal screen) {
    this.out = out;
    this.paint = new Paint(screen.colors());
    this.width = screen.textWidth();
  }

  void write(Report report) {
    out.println(TextWrap.wrap(paint.bold(report.title()), width, 0));
    String figures =
        report.figures().stream()
            .map(f -> f.value() + " " + f.name())
            .collect(Collectors.joining(" · "));
    out.println(TextWrap.wrap(paint.dim(figures), width, 0));
    report.notes().forEach(n -> out.println(TextWrap.wrap(paint.dim("note: "), n, width, 6)));
    report.section("categories").ifPresent(s -> writeCategories(s.table()));
    report.section("peers").ifPresent(s -> writePeers(s.note(), s.table()));
    report.section("changes").ifPresent(s -> writeChanges(s.table()));
    report.section("without").ifPresent(s -> writeWithout(s.table()));
    out.println();
    out.println(
        paint.dim("--output report.html has charts and all tables; .xlsx, .md, .csv, .json too"));
  }

  private void writeCategories(DataTable table) {
    int name = table.column("name");
    int risks = table.column("risks");
    int share = table.column("shareOfWords");
    int before = table.column("shareOfWordsBefore");
    double most = 0;
    int widest = 0;
    for (List<@Nullable Object> row : table.rows()) {
      most = Math.max(most, number(row.get(share)));
      widest = Math.max(widest, text(row.get(name), Type.TEXT).length());
    }
    out.println();
    out.println(
        paint.dim(
            " ".repeat(widest)
                + "  risks  of words"
                + (before < 0 ? "" : "  before")
                + "  share of words"));
    List<List<@Nullable Object>> rows =
        table.rows().stream()
            .sorted((a, b) -> Double.compare(number(b.get(share)), number(a.get(share))))
            .toList();
    for (List<@Nullable Object> row : rows) {
      double value = number(row.get(share));
      String line =
          String.format(
              Locale.ROOT,
              "%-" + widest + "s  %5s  %8s",
              text(row.get(name), Type.TEXT),
              text(row.get(risks), Type.COUNT),
              text(value, Type.SHARE));
      String then =
          before < 0 ? "" : String.format(Locale.ROOT, "  %6s", text(row.get(before), Type.SHARE));
      out.println(line + paint.dim(then) + "  " + paint.cyan(bar(most == 0 ? 0 : value / most)));
    }
  }

  private static String bar(double part) {
    int eighths = (int) Math.round(part * BAR * FRACTIONS.size());
    return "█".repeat(eighths / FRACTIONS.size()) + FRACTIONS.get(eighths % FRACTIONS.size());
  }

  /** Where the filing is furthest from the middle of its peers. */
  private void writePeers(String note, DataTable table) {
    int share = table.column("shareOfWords");
    int median = table.column("median");
    out.println();
    out.println(TextWrap.wrap(paint.bold("compared with peers ") + note, width, 0));
    table.rows().stream()
        .sorted(
            (a, b) ->
                Double.compare(
                    Math.abs(number(b.get(share)) - number(b.get(median))),
                    Math.abs(number(a.get(share)) - number(a.get(median)))))
        .limit(MAX_LISTED)
        .forEachOrdered(
            row ->
                out.println(
                    TextWrap.wrap(
                        text(row.get(table.column("name")), Type.TEXT)
                            + ": "
                            + text(row.get(share), Type.SHARE)
                            + ", median "
                            + text(row.get(median), Type.SHARE)
                            + ", percentile "
                            + text(row.get(table.column("percentile")), Type.SHARE),
                        width,
                        INDENT)));
  }

  private void writeChanges(DataTable table) {
    int kind = table.column("kind");
    list(table, kind, "added", paint.green("new"));
    list(table, kind, "removed", paint.red("dropped"));
  }

  private void list(DataTable table, int column, String kind, String title) {
    List<List<@Nullable Object>> some =
        table.rows().stream().filter(r -> kind.equals(r.get(column))).toList();
    if (some.isEmpty()) {
      return;
    }
    boolean several =
        table.rows().stream().map(r -> r.get(table.column("filing"))).distinct().count() > 1;
    out.println();
    out.println(title + " (" + Counted.of(some.size(), "risk") + ")");
    for (List<@Nullable Object> row : some.subList(0, Math.min(MAX_LISTED, some.size()))) {
      String category = text(row.get(table.column("name")), Type.TEXT);
      String caption = text(row.get(table.column("caption")), Type.TEXT);
      String which = several ? filing(table, row) + " " : "";
      out.println(TextWrap.wrap(paint.dim(which + "[" + category + "] ") + caption, width, INDENT));
    }
    if (some.size() > MAX_LISTED) {
      out.println(" ".repeat(INDENT) + "and " + (some.size() - MAX_LISTED) + " more");
    }
  }

  private static String filing(DataTable table, List<@Nullable Object> row) {
    return text(row.get(table.column("company")), Type.TEXT)
        + ", "
        + text(row.get(table.column("form")), Type.TEXT)
        + ", "
        + text(row.get(table.column("before")), Type.DATE)
        + " to "
        + text(row.get(table.column("now")), Type.DATE);
  }

  private void writeWithout(DataTable table) {
    int status = table.column("status");
    out.println();
    out.println(paint.bold("not counted"));
    table.rows().stream()
        .collect(Collectors.groupingBy(r -> text(r.get(status), Type.TEXT), Collectors.counting()))
        .entrySet()
        .stream()
        .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
        .forEach(e -> out.println(" ".repeat(INDENT) + e.getValue() + " " + e.getKey()));
  }

  private static double number(@Nullable Object value) {
    return value instanceof Double d ? d : 0;
  }

  private static String text(@Nullable Object value, Type type) {
    return DataFiles.text(value, type);
  }
}
