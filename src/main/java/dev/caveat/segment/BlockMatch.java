package dev.caveat.segment;

import dev.caveat.model.Block;
import dev.caveat.model.FilingOutline.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Matches the lines of an outline to the blocks of a document. Lines whose words occur once on both
 * sides are matched first, as the longest sequence that is in order; the lines between two of them
 * are matched by their words, nearest to the expected place (after patience diff).
 */
final class BlockMatch {
  private static final int TELLING = Bounds.whole("telling-block");

  private static final int NONE = -1;

  private final List<String> lines;
  private final List<String> blocks;
  private final int[] found;

  private BlockMatch(List<String> lines, List<String> blocks) {
    this.lines = lines;
    this.blocks = blocks;
    this.found = new int[lines.size()];
    Arrays.fill(found, NONE);
  }

  /**
   * Which block each line is.
   *
   * @return the number of the block from 0 for each line, ascending; -1 if there is none
   */
  static int[] of(List<Line> lines, List<Block> blocks) {
    BlockMatch match =
        new BlockMatch(
            lines.stream().map(FirstWords::key).toList(),
            blocks.stream().map(FirstWords::key).toList());
    match.findUnique();
    match.fill(true);
    match.fill(false);
    return match.found;
  }

  private void findUnique() {
    Map<String, Integer> once = places(blocks);
    Map<String, Integer> own = places(lines);
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int block = once.getOrDefault(lines.get(i), NONE);
      if (block != NONE && own.getOrDefault(lines.get(i), NONE) == i) {
        pairs.add(new int[] {i, block});
      }
    }
    for (int[] pair : longestAscending(pairs)) {
      found[pair[0]] = pair[1];
    }
  }

  /** Where each text stands; -1 for one that stands several times. */
  private static Map<String, Integer> places(List<String> texts) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      places.merge(texts.get(i), i, (a, b) -> NONE);
    }
    return places;
  }

  /** The longest run of pairs, in the order of lines, whose blocks are in order too. */
  private static List<int[]> longestAscending(List<int[]> pairs) {
    int[] before = new int[pairs.size()];
    int[] ends = new int[pairs.size()];
    int length = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) / 2;
        if (pairs.get(ends[middle])[1] < pairs.get(i)[1]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[i] = low == 0 ? NONE : ends[low - 1];
      ends[low] = i;
      length = Math.max(length, low + 1);
    }
    List<int[]> run = new ArrayList<>();
    for (int i = length == 0 ? NONE : ends[length - 1]; i != NONE; i = before[i]) {
      run.addFirst(pairs.get(i));
    }
    return run;
  }

  /**
   * Looks for the lines that are not found yet between those that are.
   *
   * @param same whether the words must be the same, or need only begin alike
   */
  private void fill(boolean same) {
    int above = NONE;
    for (int i = 0; i < lines.size(); i++) {
      if (found[i] == NONE) {
        int from = above == NONE ? 0 : found[above] + 1;
        int below = below(i);
        int to = below == NONE ? blocks.size() : found[below];
        int expected =
            above != NONE ? found[above] + i - above : below != NONE ? found[below] + i - below : i;
        found[i] = nearest(lines.get(i), from, to, expected, same);
      }
      above = found[i] == NONE ? above : i;
    }
  }

  private int below(int line) {
    for (int i = line + 1; i < lines.size(); i++) {
      if (found[i] != NONE) {
        return i;
      }
    }
    return NONE;
  }

  private int nearest(String line, int from, int to, int expected, boolean same) {
    int best = NONE;
    for (int b = from; b < to; b++) {
      boolean fits = same ? blocks.get(b).equals(line) : beginAlike(blocks.get(b), line);
      if (fits && (best == NONE || Math.abs(b - expected) < Math.abs(best - expected))) {
        best = b;
      }
    }
    return best;
  }

  private static boolean beginAlike(String a, String b) {
    return Math.min(a.length(), b.length()) >= TELLING && (a.startsWith(b) || b.startsWith(a));
  }
}
