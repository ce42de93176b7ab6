package dev.caveat.report;

import dev.caveat.report.DataTable.Column;
import dev.caveat.report.DataTable.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * As much of a table as a page shows: what {@code report/table.jte} prints.
 *
 * @param total how many rows the table has
 */
record TableView(String title, List<Head> heads, List<List<Cell>> rows, int total) {
  private static final int MAX_ROWS = 200;

  /** Longer texts are given room. */
  private static final int LONG = 60;

  /**
   * The head of a column.
   *
   * @param type a class of the style; null where it is like others
   */
  record Head(String title, @Nullable String type) {}

  /**
   * A value.
   *
   * @param type a class of the style; null where it is like others
   * @param value what a number is sorted by; null for other values
   * @param link where it leads; null for nowhere
   */
  record Cell(String text, @Nullable String type, @Nullable String value, @Nullable String link) {}

  static TableView of(DataTable table, Links links) {
    DataTable shown = table.forPeople();
    List<Column> columns = shown.columns();
    List<List<@Nullable Object>> rows = shown.rows();
    List<Integer> places = columns.stream().map(c -> table.column(c.id())).toList();
    return new TableView(
        table.title(),
        columns.stream().map(c -> new Head(c.title(), type(c.type()))).toList(),
        IntStream.range(0, Math.min(MAX_ROWS, rows.size()))
            .mapToObj(r -> cells(columns, rows.get(r), c -> links.cell(table, r, places.get(c))))
            .toList(),
        rows.size());
  }

  /** Whether there are more rows. */
  boolean isCut() {
    return total > rows.size();
  }

  private static List<Cell> cells(
      List<Column> columns, List<@Nullable Object> row, IntFunction<@Nullable String> links) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Type type = columns.get(i).type();
      Object value = row.get(i);
      String text = DataFiles.text(value, type);
      cells.add(
          new Cell(
              text,
              text.length() > LONG ? "long" : type(type),
              value == null || !type.isNumber() ? null : value.toString(),
              text.isEmpty() ? null : links.apply(i)));
    }
    return cells;
  }

  private static @Nullable String type(Type type) {
    return type.isNumber() ? "n" : type == Type.DATE ? "date" : null;
  }
}
