package dev.caveat.compare;

import dev.caveat.model.RiskFactor;
import dev.caveat.words.ContentWords;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One risk as the aligner looks at it. */
final class RiskText {
  /** So many words in a row that two texts share were hardly written twice. */
  private static final int RUN = 5;

  final RiskFactor risk;
  final String plain;
  final List<String> words;
  final Map<String, Integer> captionStems;
  final Map<String, Integer> bodyStems;
  private final Set<List<String>> runs = new HashSet<>();

  RiskText(RiskFactor risk) {
    this.risk = risk;
    this.plain = PlainText.of(risk.text());
    this.words = PlainText.words(plain);
    this.captionStems = stems(risk.heading());
    this.bodyStems = stems(risk.body());
    for (int i = 0; i + RUN <= words.size(); i++) {
      runs.add(List.copyOf(words.subList(i, i + RUN)));
    }
  }

  private static Map<String, Integer> stems(String text) {
    Map<String, Integer> stems = new HashMap<>();
    ContentWords.of(text, Integer.MAX_VALUE).forEach(w -> stems.merge(w.stem(), 1, Integer::sum));
    return stems;
  }

  /** The share of this text's runs of words that others hold; 0 for a very short text. */
  double shareFoundIn(RiskText... others) {
    if (runs.isEmpty()) {
      return 0;
    }
    int found = 0;
    for (List<String> run : runs) {
      for (RiskText other : others) {
        if (other.runs.contains(run)) {
          found++;
          break;
        }
      }
    }
    return (double) found / runs.size();
  }
}
