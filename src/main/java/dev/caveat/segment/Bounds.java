package dev.caveat.segment;

import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.util.HashMap;
import java.util.Map;

/** Limits and steps by name, from {@code bounds.tsv}, where each has a remark on its purpose. */
final class Bounds {
  /** Fields of a row in front of its values: a name and a remark. */
  private static final int VALUES = 2;

  private static final Map<String, double[]> ALL = read();

  private Bounds() {}

  /** A single limit. */
  static double of(String name) {
    return steps(name)[0];
  }

  /** A single limit that is a whole number. */
  static int whole(String name) {
    return (int) of(name);
  }

  /** Ascending steps; not to be changed. */
  static double[] steps(String name) {
    double[] steps = ALL.get(name);
    if (steps == null) {
      throw new IllegalArgumentException("bounds.tsv has no " + name);
    }
    return steps;
  }

  private static Map<String, double[]> read() {
    Map<String, double[]> all = new HashMap<>();
    for (Row row : Table.resource(Bounds.class, "bounds.tsv")) {
      double[] values = new double[row.size() - VALUES];
      for (int i = 0; i < values.length; i++) {
        values[i] = Double.parseDouble(row.at(VALUES + i));
      }
      all.put(row.at(0), values);
    }
    return all;
  }
}
