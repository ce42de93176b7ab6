package dev.caveat.profile;

import dev.caveat.model.RiskFactor;
import dev.caveat.model.Span;
import dev.caveat.words.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Measures how much of a text is boilerplate: the words in sentences with a four-word phrase that
 * most filings in a reference use (after Lang and Stice-Lawrence, Textual analysis and
 * international financial reporting, 2015). It depends on the reference, which a report names.
 */
final class Boilerplate {
  private static final int PHRASE = 4;
  private static final long BASE = 1_000_003;

  /** With fewer filings, what most of them say is coincidence. */
  private static final int MIN_FILINGS = 4;

  private final Set<Long> common;
  private final int filings;

  private Boilerplate(Set<Long> common, int filings) {
    this.common = common;
    this.filings = filings;
  }

  /**
   * Creates a measure from a reference.
   *
   * @param filings the risks of each, read once and one after the other
   * @param count how many filings there are
   */
  static Boilerplate of(Stream<List<RiskFactor>> filings, int count) {
    Map<Long, Integer> filingsWith = new HashMap<>();
    int[] seen = new int[1];
    filings
        .map(Boilerplate::phrases)
        .forEachOrdered(
            phrases -> {
              // A phrase first seen in the second half cannot be common.
              boolean early = 2 * seen[0]++ < count;
              for (long phrase : phrases) {
                if (early) {
                  filingsWith.merge(phrase, 1, Integer::sum);
                } else {
                  filingsWith.computeIfPresent(phrase, (p, n) -> n + 1);
                }
              }
            });
    Set<Long> common = new HashSet<>();
    filingsWith.forEach(
        (phrase, n) -> {
          if (2 * n > count) {
            common.add(phrase);
          }
        });
    return new Boilerplate(common, count);
  }

  /** Whether the reference has enough filings. */
  boolean isMeasurable() {
    return filings >= MIN_FILINGS;
  }

  /** The number of words of a risk in boilerplate sentences. Safe for use by many threads. */
  int words(RiskFactor risk) {
    int words = 0;
    String text = risk.text();
    for (Span sentence : risk.annotation().sentences()) {
      List<String> own = Words.of(text.substring(sentence.start(), sentence.end()));
      words += hasCommonPhrase(own) ? own.size() : 0;
    }
    return words;
  }

  private boolean hasCommonPhrase(List<String> words) {
    for (int i = 0; i + PHRASE <= words.size(); i++) {
      if (common.contains(phrase(words, i))) {
        return true;
      }
    }
    return false;
  }

  private static Set<Long> phrases(List<RiskFactor> filing) {
    Set<Long> phrases = new HashSet<>();
    for (RiskFactor risk : filing) {
      for (Span sentence : risk.annotation().sentences()) {
        List<String> words = Words.of(risk.text().substring(sentence.start(), sentence.end()));
        for (int i = 0; i + PHRASE <= words.size(); i++) {
          phrases.add(phrase(words, i));
        }
      }
    }
    return phrases;
  }

  private static long phrase(List<String> words, int start) {
    long phrase = 0;
    for (int i = start; i < start + PHRASE; i++) {
      phrase = phrase * BASE + words.get(i).hashCode();
    }
    return phrase;
  }
}
