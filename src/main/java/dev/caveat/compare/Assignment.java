package dev.caveat.compare;

import java.util.Arrays;

/** The assignment of rows to columns with the highest sum of scores. */
final class Assignment {
  private Assignment() {}

  /**
   * Solves an assignment in which rows and columns may stay alone (Hungarian method with
   * potentials, cubic time: a hundred risks a side take a few milliseconds).
   *
   * @param scores a row each of the same length; higher is better
   * @param alone what a pair must score at least; no pair below is made
   * @return for each row its column, or -1
   */
  static int[] best(double[][] scores, double alone) {
    int rows = scores.length;
    int columns = rows == 0 ? 0 : scores[0].length;
    // So many more columns, which every row may take at the price of staying alone.
    int width = columns + rows;
    double[] rowPotential = new double[rows + 1];
    double[] columnPotential = new double[width + 1];
    int[] rowOf = new int[width + 1];
    for (int row = 1; row <= rows; row++) {
      augment(row, scores, alone, columns, rowPotential, columnPotential, rowOf);
    }
    int[] columnOf = new int[rows];
    Arrays.fill(columnOf, -1);
    for (int column = 1; column <= columns; column++) {
      int row = rowOf[column];
      if (row > 0 && scores[row - 1][column - 1] >= alone) {
        columnOf[row - 1] = column - 1;
      }
    }
    return columnOf;
  }

  private static double cost(double[][] scores, double alone, int columns, int row, int column) {
    return column <= columns ? -scores[row - 1][column - 1] : -alone;
  }

  /** Finds a column for one more row by the shortest path over those that are taken. */
  private static void augment(
      int first,
      double[][] scores,
      double alone,
      int columns,
      double[] rowPotential,
      double[] columnPotential,
      int[] rowOf) {
    int width = rowOf.length - 1;
    double[] least = new double[width + 1];
    int[] cameFrom = new int[width + 1];
    boolean[] seen = new boolean[width + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    rowOf[0] = first;
    int column = 0;
    while (rowOf[column] != 0) {
      seen[column] = true;
      int row = rowOf[column];
      int next = 0;
      double step = Double.POSITIVE_INFINITY;
      for (int c = 1; c <= width; c++) {
        if (seen[c]) {
          continue;
        }
        double reduced =
            cost(scores, alone, columns, row, c) - rowPotential[row] - columnPotential[c];
        if (reduced < least[c]) {
          least[c] = reduced;
          cameFrom[c] = column;
        }
        if (least[c] < step) {
          step = least[c];
          next = c;
        }
      }
      for (int c = 0; c <= width; c++) {
        if (seen[c]) {
          rowPotential[rowOf[c]] += step;
          columnPotential[c] -= step;
        } else {
          least[c] -= step;
        }
      }
      column = next;
    }
    while (column != 0) {
      int before = cameFrom[column];
      rowOf[column] = rowOf[before];
      column = before;
    }
  }
}
