package dev.caveat.report;

import org.jspecify.annotations.Nullable;

/** Where the values of a report lead, on a page that is part of a site. */
public interface Links {
  /** Nowhere. */
  Links NONE =
      new Links() {
        @Override
        public @Nullable String cell(DataTable table, int row, int column) {
          return null;
        }

        @Override
        public @Nullable String shape(String label, @Nullable String other) {
          return null;
        }
      };

  /** Where a value of a table leads; null for nowhere. */
  @Nullable String cell(DataTable table, int row, int column);

  /**
   * Where a shape of a chart leads; null for nowhere.
   *
   * @param label of its bar, panel or row
   * @param other of its step or column; null if it has none
   */
  @Nullable String shape(String label, @Nullable String other);
}
