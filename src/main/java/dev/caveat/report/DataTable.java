package dev.caveat.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of values, before it is written in any format.
 *
 * @param id its name in files, such as {@code risks}
 * @param title its name for people
 * @param columns in order
 * @param rows a value a column each: a String, an Integer, a Double, a LocalDate, or null where
 *     there is none
 */
public record DataTable(
    String id, String title, List<Column> columns, List<List<@Nullable Object>> rows) {
  /**
   * A column.
   *
   * @param id its name in files
   * @param title its name for people
   * @param type of its values
   */
  public record Column(String id, String title, Type type) {}

  /** Types of values. */
  public enum Type {
    /** String. */
    TEXT(String.class),
    /** Integer. */
    COUNT(Integer.class),
    /** Double, for three digits behind the point. */
    NUMBER(Double.class),
    /** Double, 1 for all. */
    SHARE(Double.class),
    /** LocalDate. */
    DATE(LocalDate.class);

    private final Class<?> values;

    Type(Class<?> values) {
      this.values = values;
    }

    /** Whether values are written flush right. */
    public boolean isNumber() {
      return this == COUNT || this == NUMBER || this == SHARE;
    }
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException where a row is not of the columns' number and types
   */
  public DataTable {
    columns = List.copyOf(columns);
    List<List<@Nullable Object>> copies = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      check(id, columns, row);
      copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
    }
    rows = Collections.unmodifiableList(copies);
  }

  /** Some of the columns, in the order named. */
  public DataTable only(List<String> ids) {
    List<Integer> places = new ArrayList<>();
    for (String id : ids) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).id().equals(id)) {
          places.add(i);
        }
      }
    }
    List<List<@Nullable Object>> some = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> kept = new ArrayList<>();
      places.forEach(i -> kept.add(row.get(i)));
      some.add(kept);
    }
    return new DataTable(id, title, places.stream().map(columns::get).toList(), some);
  }

  private static void check(String id, List<Column> columns, List<@Nullable Object> row) {
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException(id + ": " + row.size() + " values: " + row);
    }
    for (int i = 0; i < columns.size(); i++) {
      Object value = row.get(i);
      if (value != null && !columns.get(i).type().values.isInstance(value)) {
        throw new IllegalArgumentException(
            id + ", " + columns.get(i).id() + ": no " + columns.get(i).type() + ": " + value);
      }
    }
  }
}
