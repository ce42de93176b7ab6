package dev.caveat.report;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A table of values, before it is written in any format.
 *
 * @param id its name in files, such as {@code risks}
 * @param title its name for people
 * @param columns in order
 * @param rows one value per column: a String, an Integer, a Double, a LocalDate, or null if there
 *     is none
 */
public record DataTable(
    String id, String title, List<Column> columns, List<List<@Nullable Object>> rows) {
  /**
   * A column.
   *
   * @param id its name in files
   * @param title its name for people
   * @param type of its values
   * @param shown when people see it
   */
  public record Column(String id, String title, Type type, Shown shown) {
    /** A column that people see. */
    public Column(String id, String title, Type type) {
      this(id, title, type, Shown.ALWAYS);
    }

    /** A column of texts. */
    public static Column text(String id, String title) {
      return new Column(id, title, Type.TEXT);
    }

    /** A column of whole numbers. */
    public static Column count(String id, String title) {
      return new Column(id, title, Type.COUNT);
    }

    /** A column of numbers. */
    public static Column number(String id, String title) {
      return new Column(id, title, Type.NUMBER);
    }

    /** A column of shares. */
    public static Column share(String id, String title) {
      return new Column(id, title, Type.SHARE);
    }

    /** A column of dates. */
    public static Column date(String id, String title) {
      return new Column(id, title, Type.DATE);
    }

    /** The same, shown to people only if not all rows have the same value. */
    public Column ifVaried() {
      return new Column(id, title, type, Shown.IF_VARIED);
    }

    /** The same, only for programs. */
    public Column dataOnly() {
      return new Column(id, title, type, Shown.NEVER);
    }
  }

  /** When people see a column that has values; programs always do. */
  public enum Shown {
    /** Always. */
    ALWAYS,
    /** Only if not all rows have the same value. */
    IF_VARIED,
    /** Never. */
    NEVER
  }

  /** Types of values. */
  public enum Type {
    /** String. */
    TEXT(String.class),
    /** Integer. */
    COUNT(Integer.class),
    /** Double, shown with three decimals. */
    NUMBER(Double.class),
    /** Double, as a share from 0 to 1. */
    SHARE(Double.class),
    /** LocalDate. */
    DATE(LocalDate.class);

    private final Class<?> values;

    Type(Class<?> values) {
      this.values = values;
    }

    /** Whether values are right-aligned. */
    public boolean isNumber() {
      return this == COUNT || this == NUMBER || this == SHARE;
    }
  }

  /** Rows that are created on demand. */
  private static final class Computed extends AbstractList<List<@Nullable Object>>
      implements RandomAccess {
    private final int size;
    private final IntFunction<List<@Nullable Object>> rows;

    private Computed(int size, IntFunction<List<@Nullable Object>> rows) {
      this.size = size;
      this.rows = rows;
    }

    @Override
    public List<@Nullable Object> get(int index) {
      return rows.apply(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
      return size;
    }
  }

  /**
   * A table whose rows are created one by one as they are written, so that they need not all be in
   * memory.
   *
   * @param size how many rows
   * @param rows creates a row, the same one each time
   */
  public static DataTable computed(
      String id,
      String title,
      List<Column> columns,
      int size,
      IntFunction<List<@Nullable Object>> rows) {
    List<Column> own = List.copyOf(columns);
    return new DataTable(
        id,
        title,
        own,
        new Computed(
            size,
            i -> {
              List<@Nullable Object> row = rows.apply(i);
              check(id, own, row);
              return row;
            }));
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a row does not match the number and types of the columns
   */
  public DataTable {
    columns = List.copyOf(columns);
    rows = rows instanceof Computed ? rows : copy(id, columns, rows);
  }

  private static List<List<@Nullable Object>> copy(
      String id, List<Column> columns, List<List<@Nullable Object>> rows) {
    List<List<@Nullable Object>> copies = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      check(id, columns, row);
      copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
    }
    return Collections.unmodifiableList(copies);
  }

  /** The index of a column; -1 if there is none with that id. */
  public int column(String id) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  /** The columns that people see, without columns that have no values. */
  public DataTable forPeople() {
    return only(columns.stream().map(Column::id).filter(id -> isShown(column(id))).toList());
  }

  private boolean isShown(int column) {
    Shown shown = columns.get(column).shown();
    boolean empty = rows.stream().allMatch(r -> r.get(column) == null || "".equals(r.get(column)));
    boolean varied =
        rows.size() < 2
            || rows.stream()
                .anyMatch(r -> !Objects.equals(r.get(column), rows.getFirst().get(column)));
    return !empty && (shown == Shown.ALWAYS || shown == Shown.IF_VARIED && varied);
  }

  /** Some of the columns, in the given order. */
  public DataTable only(List<String> ids) {
    List<Integer> places = new ArrayList<>();
    ids.stream().map(this::column).filter(i -> i >= 0).forEach(places::add);
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
