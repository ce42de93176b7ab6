package dev.caveat.classify;

import dev.caveat.model.Classification.Reason;
import dev.caveat.words.ContentWords.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the pieces of a text that supported a category most. The weight of a feature goes to the
 * first word that has it; adjacent words that all supported the category are one piece.
 */
final class Reasons {
  private static final int MAX_REASONS = 5;
  private static final int MAX_LENGTH = 6;

  /** Pieces with less than this share of the best weight are not worth reading. */
  private static final double MIN_SHARE = 0.15;

  private static final double MIN_WORD = 0.02;

  private final Map<String, Double> weights;
  private final Set<String> told = new HashSet<>();
  private final List<Reason> reasons = new ArrayList<>();

  private Reasons(Map<String, Double> weights) {
    this.weights = weights;
  }

  /**
   * The pieces, those with the highest weight first.
   *
   * @param weights of the features: how much each raised the category relative to the average one
   */
  static List<Reason> of(
      String caption,
      List<Word> captionWords,
      String body,
      List<Word> bodyWords,
      Map<String, Double> weights) {
    Reasons reasons = new Reasons(weights);
    reasons.read(caption, captionWords, true);
    reasons.read(body, bodyWords, false);
    reasons.reasons.sort(Comparator.comparingDouble(Reason::weight).reversed());
    double least = reasons.reasons.isEmpty() ? 0 : reasons.reasons.getFirst().weight() * MIN_SHARE;
    return reasons.reasons.stream().filter(r -> r.weight() >= least).limit(MAX_REASONS).toList();
  }

  private void read(String text, List<Word> words, boolean caption) {
    int from = -1;
    double sum = 0;
    for (int i = 0; i < words.size(); i++) {
      double weight = weight(words, i, caption);
      boolean goesOn =
          from >= 0 && i - from < MAX_LENGTH && adjoin(text, words.get(i - 1), words.get(i));
      if (from >= 0 && !(goesOn && weight > MIN_WORD)) {
        add(text, words.get(from), words.get(i - 1), sum);
        from = -1;
      }
      if (weight > MIN_WORD) {
        sum = from < 0 ? weight : sum + weight;
        from = from < 0 ? i : from;
      }
    }
    if (from >= 0) {
      add(text, words.get(from), words.getLast(), sum);
    }
  }

  private double weight(List<Word> words, int at, boolean caption) {
    String stem = words.get(at).stem();
    double weight = once(RiskFeatures.word(stem));
    if (caption) {
      weight += once(RiskFeatures.captionWord(stem));
      weight += at == 0 ? 0 : once(RiskFeatures.captionPair(words.get(at - 1).stem(), stem));
    }
    return weight;
  }

  private double once(String feature) {
    return told.add(feature) ? weights.getOrDefault(feature, 0.0) : 0;
  }

  /** Whether two words are adjacent, with at most a space or a hyphen in between. */
  private static boolean adjoin(String text, Word left, Word right) {
    return right.start() - left.end() == 1 && " -’'/&".indexOf(text.charAt(left.end())) >= 0;
  }

  private void add(String text, Word first, Word last, double weight) {
    double rounded = Math.round(weight * 1000) / 1000.0;
    reasons.add(new Reason(text.substring(first.start(), last.end()), rounded));
  }
}
