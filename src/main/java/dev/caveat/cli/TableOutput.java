package dev.caveat.cli;

import dev.caveat.json.Json;
import dev.caveat.json.TableJson;
import dev.caveat.report.DataFiles;
import dev.caveat.report.DataTable;
import dev.caveat.report.DataTable.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One table as a program or a person wants it. */
enum TableOutput implements WrittenFormat {
  CSV("csv"),
  JSON("jsonl"),
  TABLE("txt");

  private static final int MAX_WIDTH = 40;

  private final String ending;

  TableOutput(String ending) {
    this.ending = ending;
  }

  /** What {@code --format} takes, for completion. */
  static final class Formats extends Completions {
    Formats() {
      super("csv", "json", "table");
    }
  }

  /** The format named, or that of a file's ending, or CSV. */
  static TableOutput of(@Nullable String format, @Nullable OutputFile output) {
    return WrittenFormat.choose(List.of(values()), CSV, format, output);
  }

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String ending() {
    return ending;
  }

  /** Writes a table to standard output, or to a file. */
  void write(DataTable table, Streams streams, @Nullable OutputFile output) throws IOException {
    if (output == null) {
      write(table, streams.out());
    } else {
      output.write(out -> write(table, out), streams);
    }
  }

  private void write(DataTable table, OutputStream out) throws IOException {
    PrintStream lines = GuardedOutput.over(out);
    switch (this) {
      case CSV -> DataFiles.writeCsv(table, lines);
      case JSON -> {
        try (Json.Lines json = Json.lines(out)) {
          for (Map<String, @Nullable Object> row : TableJson.of(table)) {
            json.write(row);
          }
        }
      }
      case TABLE -> writeTable(table, lines);
    }
    lines.flush();
  }

  /** Columns that are empty all the way down are left out. */
  static void writeTable(DataTable table, PrintStream out) {
    List<Column> columns = table.columns();
    int[] widths = new int[columns.size()];
    for (List<@Nullable Object> row : table.rows()) {
      for (int i = 0; i < widths.length; i++) {
        int width = cell(row, columns, i).length();
        int least = width == 0 ? 0 : columns.get(i).title().length();
        widths[i] = Math.max(widths[i], Math.max(width, least));
      }
    }
    StringBuilder head = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      append(head, columns.get(i).title(), columns.get(i), widths[i]);
    }
    out.println(head.toString().stripTrailing());
    for (List<@Nullable Object> row : table.rows()) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        append(line, cell(row, columns, i), columns.get(i), widths[i]);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  /** Nothing stands behind the last column, which may be as wide as it is. */
  private static String cell(List<@Nullable Object> row, List<Column> columns, int i) {
    String text = DataFiles.text(row.get(i), columns.get(i).type()).replaceAll("\\s+", " ");
    return i == columns.size() - 1 ? text : TextWrap.cut(text, MAX_WIDTH);
  }

  private static void append(StringBuilder line, String text, Column column, int width) {
    if (width == 0) {
      return;
    }
    String blanks = " ".repeat(Math.max(0, width - text.length()));
    line.append(column.type().isNumber() ? blanks + text : text + blanks).append("  ");
  }
}
