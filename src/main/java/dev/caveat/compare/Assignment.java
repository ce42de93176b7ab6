package dev.caveat.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The assignment of rows to columns with the highest sum of scores. */
final class Assignment {
  /** Beyond this, cubic time is too much, and no real filing has more similar risks. */
  private static final int MAX_AT_ONCE = 1_000;

  /** Far below the score of any pair; infinity would break the arithmetic. */
  private static final double NO_PAIR = -1e6;

  private Assignment() {}

  /**
   * Pairs of rows and columns, most of which score nothing. Rows and columns that are not connected
   * by a chain of pairs are independent, so each such group is a separate assignment.
   */
  static final class Sparse {
    private record Pair(int row, int column, double score) {}

    private final int rows;
    private final int[] leader;
    private final List<Pair> pairs = new ArrayList<>();

    Sparse(int rows, int columns) {
      this.rows = rows;
      this.leader = new int[rows + columns];
      Arrays.setAll(leader, i -> i);
    }

    void add(int row, int column, double score) {
      pairs.add(new Pair(row, column, score));
      leader[leader(row)] = leader(rows + column);
    }

    private int leader(int i) {
      int top = i;
      while (leader[top] != top) {
        leader[top] = leader[leader[top]];
        top = leader[top];
      }
      return top;
    }

    /** As {@link Assignment#best}; in very large groups only pairs of one block are made. */
    int[] best(double alone) {
      int[] columnOf = new int[rows];
      Arrays.fill(columnOf, -1);
      Map<Integer, List<Pair>> groups = new TreeMap<>();
      for (Pair p : pairs) {
        groups.computeIfAbsent(leader(p.row), k -> new ArrayList<>()).add(p);
      }
      groups.values().forEach(group -> solve(group, alone, columnOf));
      return columnOf;
    }

    private static void solve(List<Pair> group, double alone, int[] columnOf) {
      int[] ownRows = group.stream().mapToInt(Pair::row).sorted().distinct().toArray();
      int[] ownColumns = group.stream().mapToInt(Pair::column).sorted().distinct().toArray();
      Map<Integer, double[][]> blocks = new TreeMap<>();
      for (Pair p : group) {
        int row = Arrays.binarySearch(ownRows, p.row);
        int column = Arrays.binarySearch(ownColumns, p.column);
        int block = row / MAX_AT_ONCE;
        if (column / MAX_AT_ONCE == block) {
          double[][] scores =
              blocks.computeIfAbsent(
                  block,
                  b ->
                      none(
                          Math.min(MAX_AT_ONCE, ownRows.length - b * MAX_AT_ONCE),
                          Math.min(MAX_AT_ONCE, ownColumns.length - b * MAX_AT_ONCE)));
          scores[row % MAX_AT_ONCE][column % MAX_AT_ONCE] = p.score;
        }
      }
      blocks.forEach(
          (block, scores) -> {
            int[] found = Assignment.best(scores, alone);
            for (int i = 0; i < found.length; i++) {
              if (found[i] >= 0) {
                columnOf[ownRows[block * MAX_AT_ONCE + i]] =
                    ownColumns[block * MAX_AT_ONCE + found[i]];
              }
            }
          });
    }

    private static double[][] none(int rows, int columns) {
      double[][] scores = new double[rows][columns];
      for (double[] row : scores) {
        Arrays.fill(row, NO_PAIR);
      }
      return scores;
    }
  }

  /**
   * Solves an assignment in which rows and columns may stay alone (Hungarian method with
   * potentials, cubic time: a hundred risks per side take a few milliseconds).
   *
   * @param scores a row each of the same length; higher is better
   * @param alone the lowest score of a pair
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

  /** Finds a column for one more row by the shortest path over the assigned columns. */
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
