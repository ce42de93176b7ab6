package dev.caveat.table;

import java.util.List;

/**
 * One row of a table.
 *
 * @param source the file or resource that contains it
 * @param line its line number, from 1
 * @param fields at least one
 */
public record Row(String source, int line, List<String> fields) {
  /** Copies the list. */
  public Row {
    fields = List.copyOf(fields);
  }

  /**
   * A field as written; empty if the row has fewer fields.
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
   * The exception to throw if this row is invalid.
   *
   * @param expected what is wrong and what was expected
   */
  public MalformedTableException malformed(String expected) {
    return new MalformedTableException(source + ":" + line + ": " + expected);
  }
}
