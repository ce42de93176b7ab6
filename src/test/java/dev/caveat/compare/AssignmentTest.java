package dev.caveat.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.caveat.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AssignmentTest {
  @Test
  void takesTheBestSumAndNotTheBestPair() {
    double[][] scores = {{0.9, 0.8}, {0.8, 0.1}};
    assertThat(Assignment.best(scores, 0.3)).containsExactly(1, 0);
  }

  @Test
  void leavesAloneWhatScoresTooLittle() {
    double[][] scores = {{0.2, 0.1, 0.25}};
    assertThat(Assignment.best(scores, 0.3)).containsExactly(-1);
    assertThat(Assignment.best(new double[0][0], 0.3)).isEmpty();
    assertThat(Assignment.best(new double[2][0], 0.3)).containsExactly(-1, -1);
  }

  @Test
  void findsAsHighASumAsTryingEverything() {
    Random random = new Random(Seeds.or(5));
    for (int round = 0; round < 300; round++) {
      int rows = 1 + random.nextInt(5);
      int columns = 1 + random.nextInt(5);
      double[][] scores = new double[rows][columns];
      for (double[] row : scores) {
        for (int j = 0; j < columns; j++) {
          row[j] = random.nextDouble();
        }
      }
      int[] found = Assignment.best(scores, 0.5);
      double sum = 0;
      boolean[] taken = new boolean[columns];
      for (int i = 0; i < rows; i++) {
        if (found[i] >= 0) {
          assertThat(taken[found[i]]).isFalse();
          taken[found[i]] = true;
          assertThat(scores[i][found[i]]).isGreaterThanOrEqualTo(0.5);
          sum += scores[i][found[i]] - 0.5;
        }
      }
      assertThat(sum).isEqualTo(best(scores, 0, new boolean[columns]), within(1e-9));
    }
  }

  @Test
  void findsTheSameSumWhereMostPairsAreNone() {
    Random random = new Random(Seeds.or(6));
    for (int round = 0; round < 300; round++) {
      int rows = 1 + random.nextInt(30);
      int columns = 1 + random.nextInt(30);
      double[][] scores = new double[rows][columns];
      Assignment.Sparse sparse = new Assignment.Sparse(rows, columns);
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          scores[i][j] = random.nextInt(12) == 0 ? random.nextDouble(0.5, 1) : 0.1;
          if (scores[i][j] >= 0.5) {
            sparse.add(i, j, scores[i][j]);
          }
        }
      }
      assertThat(sum(scores, sparse.best(0.5)))
          .as("round " + round)
          .isEqualTo(sum(scores, Assignment.best(scores, 0.5)), within(1e-9));
    }
  }

  private static double sum(double[][] scores, int[] columnOf) {
    double sum = 0;
    for (int i = 0; i < columnOf.length; i++) {
      sum += columnOf[i] < 0 ? 0.5 : scores[i][columnOf[i]];
    }
    return sum;
  }

  /** The highest sum over what a pair scores more than two that stay alone. */
  private static double best(double[][] scores, int row, boolean[] taken) {
    if (row == scores.length) {
      return 0;
    }
    double best = best(scores, row + 1, taken);
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j] && scores[row][j] >= 0.5) {
        taken[j] = true;
        best = Math.max(best, scores[row][j] - 0.5 + best(scores, row + 1, taken));
        taken[j] = false;
      }
    }
    return best;
  }
}
