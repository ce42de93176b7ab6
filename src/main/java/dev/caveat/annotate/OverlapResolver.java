package dev.caveat.annotate;

import dev.caveat.model.Entity;
import dev.caveat.model.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Settles overlaps: longer spans first, among equal ones the more reliable finder, then the earlier
 * span; spans that overlap an accepted one, or cross the end of a sentence, are dropped.
 */
final class OverlapResolver {
  private static final Comparator<Candidate> ORDER =
      Comparator.comparingInt(Candidate::length)
          .thenComparingInt(Candidate::rank)
          .reversed()
          .thenComparingInt(Candidate::start);

  private OverlapResolver() {}

  static List<Entity> settle(String text, List<Span> sentences, List<Candidate> candidates) {
    List<Candidate> taken = new ArrayList<>();
    BitSet covered = new BitSet(text.length());
    candidates.stream()
        .sorted(ORDER)
        .filter(c -> inOneSentence(c, sentences))
        .forEach(
            c -> {
              int inUse = covered.nextSetBit(c.start());
              if (inUse < 0 || inUse >= c.end()) {
                covered.set(c.start(), c.end());
                taken.add(c);
              }
            });
    return taken.stream()
        .filter(c -> c.rank() != Candidate.NONE)
        .sorted(Comparator.comparingInt(Candidate::start))
        .map(c -> entity(text, c))
        .toList();
  }

  private static boolean inOneSentence(Candidate c, List<Span> sentences) {
    int at = sentenceAt(sentences, c.start());
    return at >= 0 && c.end() <= sentences.get(at).end();
  }

  /** The number of the sentence that a place stands in; -1 if it is between two. */
  static int sentenceAt(List<Span> sentences, int place) {
    int low = 0;
    int high = sentences.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Span s = sentences.get(middle);
      if (place < s.start()) {
        high = middle - 1;
      } else if (place >= s.end()) {
        low = middle + 1;
      } else {
        return middle;
      }
    }
    return -1;
  }

  private static Entity entity(String text, Candidate c) {
    return new Entity(c.type(), c.start(), c.end(), text.substring(c.start(), c.end()), c.value());
  }
}
