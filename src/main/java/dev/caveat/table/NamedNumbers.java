package dev.caveat.table;

import java.util.HashMap;
import java.util.Map;

/**
 * Limits and steps by name: a table whose rows are a name, a remark on its purpose, and one or more
 * numbers. Immutable.
 */
public final class NamedNumbers {
  /** Fields of a row in front of its numbers: a name and a remark. */
  private static final int NUMBERS = 2;

  private final String resource;
  private final Map<String, double[]> all = new HashMap<>();

  private NamedNumbers(String resource) {
    this.resource = resource;
  }

  /**
   * Reads a resource of the program.
   *
   * @param beside a class in the same package as the resource
   * @param resource its name
   */
  public static NamedNumbers read(Class<?> beside, String resource) {
    NamedNumbers read = new NamedNumbers(resource);
    for (Row row : Table.resource(beside, resource)) {
      double[] numbers = new double[row.size() - NUMBERS];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = Double.parseDouble(row.at(NUMBERS + i));
      }
      read.all.put(row.at(0), numbers);
    }
    return read;
  }

  /**
   * All numbers of a name, at least one. Not copied: do not write.
   *
   * @throws IllegalArgumentException if there is no such name
   */
  public double[] all(String name) {
    double[] numbers = all.get(name);
    if (numbers == null) {
      throw new IllegalArgumentException(resource + " has no " + name);
    }
    return numbers;
  }
}
