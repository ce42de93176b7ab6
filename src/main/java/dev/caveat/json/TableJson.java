package dev.caveat.json;

import dev.caveat.report.DataFiles;
import dev.caveat.report.DataTable;
import dev.caveat.report.DataTable.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table: one object per row, with the ids of its columns. */
public final class TableJson {
  private TableJson() {}

  /** The rows in order, each created on demand; doubles have four decimals. */
  public static Iterable<Map<String, @Nullable Object>> of(DataTable table) {
    return () ->
        IntStream.range(0, table.rows().size())
            .<Map<String, @Nullable Object>>mapToObj(i -> row(table, i))
            .iterator();
  }

  /** One row, by its number from 0. */
  public static Map<String, @Nullable Object> row(DataTable table, int number) {
    return row(table.columns(), table.rows().get(number));
  }

  private static Map<String, @Nullable Object> row(
      List<Column> columns, List<@Nullable Object> row) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      fields.put(columns.get(i).id(), value(row.get(i)));
    }
    return fields;
  }

  private static @Nullable Object value(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Integer n -> n;
      case Double d -> DataFiles.rounded(d);
      default -> value.toString();
    };
  }
}
