package dev.caveat.compare;

import dev.caveat.words.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.similarity.CosineSimilarity;

/**
 * The similarity of two texts by the four measures of Cohen, Malloy and Nguyen, Lazy Prices (2020),
 * on lowercased words. Each is 1 for equal texts and for two empty ones.
 *
 * @param cosine cosine of the counts of words, from 0 to 1
 * @param jaccard distinct words of both, over distinct words of either, from 0 to 1
 * @param minEdit 1 - (fewest word insertions and deletions) / (words of both), from 0 to 1
 * @param simple 1 - (words added, deleted and changed) / (mean number of words), at most 1; below 0
 *     if more was changed than a text of mean length holds
 */
public record Measures(double cosine, double jaccard, double minEdit, double simple) {
  private static final int BITS = 64;

  /**
   * Measures two texts.
   *
   * @param before the old one
   * @param after the new one
   */
  public static Measures of(String before, String after) {
    return of(before, after, Redline.of(before, after));
  }

  /** As above, if the redline is already known. */
  static Measures of(String before, String after, Redline redline) {
    List<String> old = Words.of(before);
    List<String> now = Words.of(after);
    double mean = (old.size() + now.size()) / 2.0;
    return new Measures(
        cosine(counts(old), counts(now)),
        jaccard(new HashSet<>(old), new HashSet<>(now)),
        minEdit(old, now),
        mean == 0 ? 1 : 1 - redline.wordsTouched() / mean);
  }

  private static Map<CharSequence, Integer> counts(List<String> words) {
    Map<CharSequence, Integer> counts = new HashMap<>();
    words.forEach(w -> counts.merge(w, 1, Integer::sum));
    return counts;
  }

  private static double cosine(Map<CharSequence, Integer> old, Map<CharSequence, Integer> now) {
    if (old.equals(now)) {
      return 1;
    }
    if (old.isEmpty() || now.isEmpty()) {
      return 0;
    }
    return Math.min(1, new CosineSimilarity().cosineSimilarity(old, now));
  }

  private static double jaccard(Set<String> old, Set<String> now) {
    Set<String> either = new HashSet<>(old);
    either.addAll(now);
    old.retainAll(now);
    return either.isEmpty() ? 1 : (double) old.size() / either.size();
  }

  /** The third measure alone. */
  static double minEdit(List<String> old, List<String> now) {
    int both = old.size() + now.size();
    return both == 0 ? 1 : 2.0 * common(old, now) / both;
  }

  /**
   * Length of the longest common subsequence, 64 words of one text at a time (Hyyrö, Bit-parallel
   * LCS-length computation revisited, 2004): a whole section against another takes milliseconds.
   */
  private static int common(List<String> old, List<String> now) {
    int blocks = (old.size() + BITS - 1) / BITS;
    Map<String, long[]> places = new HashMap<>();
    for (int i = 0; i < old.size(); i++) {
      places.computeIfAbsent(old.get(i), w -> new long[blocks])[i / BITS] |= 1L << (i % BITS);
    }
    long[] row = new long[blocks];
    Arrays.fill(row, -1L);
    for (String word : now) {
      long[] match = places.get(word);
      if (match == null) {
        continue;
      }
      long carry = 0;
      for (int b = 0; b < blocks; b++) {
        long both = row[b] & match[b];
        long sum = row[b] + both;
        long overflow = Long.compareUnsigned(sum, row[b]) < 0 ? 1 : 0;
        long total = sum + carry;
        overflow |= Long.compareUnsigned(total, sum) < 0 ? 1 : 0;
        row[b] = total | (row[b] & ~match[b]);
        carry = overflow;
      }
    }
    int common = 0;
    for (int i = 0; i < old.size(); i++) {
      common += (row[i / BITS] >>> (i % BITS) & 1) == 0 ? 1 : 0;
    }
    return common;
  }
}
