package dev.caveat.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Names that a mistyped one may stand for. */
final class Nearest {
  private Nearest() {}

  /**
   * The names that differ least, in order; none where all differ in more than a third of the
   * letters.
   *
   * @param typed what was typed
   * @param names what there is
   */
  static List<String> to(String typed, Collection<String> names) {
    int least = Math.max(1, typed.length() / 3);
    List<String> nearest = new ArrayList<>();
    for (String name : names) {
      int edits = edits(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (edits < least) {
        nearest.clear();
      }
      if (edits <= least) {
        least = edits;
        nearest.add(name);
      }
    }
    nearest.sort(null);
    return nearest;
  }

  /** Letters to put in, take out, change or swap with the next. */
  private static int edits(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    least = Math.min(least, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
