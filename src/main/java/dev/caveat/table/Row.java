package dev.caveat.table;

import java.util.List;

/**
 * One row of a table.
 *
 * @param source the file or resource it stands in
 * @param line its number there, from 1
 * @param fields at least one
 */
public record Row(String source, int line, List<String> fields) {
  /** Copies the list. */
  public Row {
    fields = List.copyOf(fields);
  }

  /**
   * A field as it stands, empty if the row ends before it.
   *
   * @param column from 0
   */
  public String at(int column) {
    return column < fields.size() ? fields.get(column) : "";
  }

  /** How many fields there are. */
  public int size() {
    return fields.size();
  }

  /**
   * What to throw where this row is not as it must be.
   *
   * @param expected what is wrong and what would be right
   */
  public MalformedTableException malformed(String expected) {
    return new MalformedTableException(source + ":" + line + ": " + expected);
  }
}
