package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a report's table should hold, whatever their order, against what they do hold.
 */
final class ExpectedTable {
  /** Reports round to four digits. */
  private static final double ROUNDING = 0.00005 + 1e-9;

  private final String id;
  private final List<String> keys;
  private final Map<String, Row> rows = new TreeMap<>();

  private ExpectedTable(String id, List<String> keys) {
    this.id = id;
    this.keys = keys;
  }

  /** A table whose rows these columns tell apart. */
  static ExpectedTable of(String id, String... keys) {
    return new ExpectedTable(id, List.of(keys));
  }

  Row row(String... key) {
    Row row = new Row();
    for (int i = 0; i < key.length; i++) {
      row.with(keys.get(i), key[i]);
    }
    assertThat(rows.put(String.join(" ", key), row)).as("two rows %s", List.of(key)).isNull();
    return row;
  }

  void assertSameAs(JsonNode report) {
    assertThat(report.has(id)).as("the report has a table %s", id).isTrue();
    Map<String, JsonNode> told = new TreeMap<>();
    for (JsonNode row : report.get(id)) {
      String key = String.join(" ", keys.stream().map(k -> row.path(k).asText()).toList());
      assertThat(told.put(key, row)).as("%s has two rows %s", id, key).isNull();
    }
    assertThat(told.keySet()).as("rows of %s", id).isEqualTo(rows.keySet());
    List<String> differences = new ArrayList<>();
    rows.forEach(
        (key, row) ->
            row.cells.forEach(
                (column, expected) -> {
                  JsonNode cell = Objects.requireNonNull(told.get(key)).path(column);
                  if (!isSame(expected, cell)) {
                    differences.add(
                        String.format(
                            "%s of %s: the report says %s, worked out anew it is %s",
                            column, key, cell.isMissingNode() ? "nothing" : cell, expected));
                  }
                }));
    assertThat(differences).as("cells of %s that are wrong", id).isEmpty();
  }

  static boolean isSame(@Nullable Object expected, JsonNode cell) {
    return switch (expected) {
      case null -> cell.isNull();
      case Number number ->
          cell.isNumber() && Math.abs(cell.asDouble() - number.doubleValue()) <= ROUNDING;
      default -> cell.isTextual() && cell.asText().equals(expected);
    };
  }

  /** The cells of a row that are compared. */
  static final class Row {
    private final Map<String, @Nullable Object> cells = new LinkedHashMap<>();

    Row with(String column, @Nullable Object value) {
      cells.put(column, value);
      return this;
    }
  }
}
