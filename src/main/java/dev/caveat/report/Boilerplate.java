package dev.caveat.report;

import dev.caveat.model.RiskFactor;
import dev.caveat.model.Span;
import dev.caveat.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of a text is boilerplate: the share of its words that stand in sentences with a phrase
 * of four words that most filings of a reference use (after Lang and Stice-Lawrence, Textual
 * analysis and international financial reporting, 2015). It depends on the reference, which a
 * report names.
 */
public final class Boilerplate {
  private static final int PHRASE = 4;
  private static final long BASE = 1_000_003;

  /** With fewer filings, what most of them say is chance. */
  private static final int LEAST_FILINGS = 4;

  private final Map<Long, Integer> filingsWith = new HashMap<>();
  private final Set<Long> common = new HashSet<>();
  private int filings;

  /** Learns from a filing of the reference. Not to be called once shares are asked for. */
  public void add(List<RiskFactor> filing) {
    Set<Long> phrases = new HashSet<>();
    filing.forEach(r -> phrases.addAll(phrases(Words.of(r.text()))));
    phrases.forEach(p -> filingsWith.merge(p, 1, Integer::sum));
    filings++;
  }

  /** Settles which phrases are common. */
  public void settle() {
    filingsWith.forEach(
        (phrase, n) -> {
          if (2 * n > filings) {
            common.add(phrase);
          }
        });
    filingsWith.clear();
  }

  /** How many filings the reference has. */
  public int filings() {
    return filings;
  }

  /** Whether the reference has filings enough. */
  public boolean isMeasurable() {
    return filings >= LEAST_FILINGS;
  }

  /** Words of a risk that stand in boilerplate sentences. */
  int words(RiskFactor risk) {
    int words = 0;
    String text = risk.text();
    for (Span sentence : risk.annotation().sentences()) {
      List<String> own = Words.of(text.substring(sentence.start(), sentence.end()));
      words += phrases(own).stream().anyMatch(common::contains) ? own.size() : 0;
    }
    return words;
  }

  private static List<Long> phrases(List<String> words) {
    List<Long> phrases = new ArrayList<>();
    for (int i = 0; i + PHRASE <= words.size(); i++) {
      long phrase = 0;
      for (String word : words.subList(i, i + PHRASE)) {
        phrase = phrase * BASE + word.hashCode();
      }
      phrases.add(phrase);
    }
    return phrases;
  }
}
