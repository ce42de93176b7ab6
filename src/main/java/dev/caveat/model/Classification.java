package dev.caveat.model;

import java.util.List;

/**
 * The categories that one risk was tagged with, and why.
 *
 * @param scores from the model: the primary category first, then every further category above its
 *     threshold, highest score first; empty if the risk was not classified
 * @param because the pieces of its text that supported the model's primary category most, strongest
 *     first; empty if nothing did
 * @param decided ids of the categories set by hand, the primary first; empty if there are none.
 *     They override the model's
 * @param like the caption of the most similar training example of the model's primary category;
 *     empty if none is close, or if the tags come from an index
 */
public record Classification(
    List<Score> scores, List<Reason> because, List<String> decided, String like) {
  /** Not classified. */
  public static final Classification NONE = new Classification(List.of(), List.of(), List.of(), "");

  /**
   * A category and its score.
   *
   * @param category its id
   * @param score the probability that it is the primary one, from 0 to 1; 1 if it was set by hand
   */
  public record Score(String category, double score) {}

  /**
   * A piece of text that supported the primary category.
   *
   * @param text as written in the risk
   * @param weight how much it raised the log-odds against the average category, above 0
   */
  public record Reason(String text, double weight) {}

  /** Copies the lists. */
  public Classification {
    scores = List.copyOf(scores);
    because = List.copyOf(because);
    decided = List.copyOf(decided);
  }

  /** Categories from the model only. */
  public Classification(List<Score> scores, List<Reason> because) {
    this(scores, because, List.of(), "");
  }

  /** Categories from the model only, with the most similar training example. */
  public Classification(List<Score> scores, List<Reason> because, String like) {
    this(scores, because, List.of(), like);
  }

  /** Categories as stored in an index. */
  public Classification(List<Score> scores, List<Reason> because, List<String> decided) {
    this(scores, because, decided, "");
  }

  /** Whether there is any category. */
  public boolean isEmpty() {
    return scores.isEmpty() && decided.isEmpty();
  }

  /**
   * The categories in effect: those set by hand, or else the model's; the primary first.
   *
   * @return empty if the risk was not classified
   */
  public List<Score> categories() {
    return decided.isEmpty() ? scores : decided.stream().map(id -> new Score(id, 1)).toList();
  }

  /**
   * Id of the primary category.
   *
   * @throws java.util.NoSuchElementException if the risk was not classified
   */
  public String category() {
    return categories().getFirst().category();
  }

  /**
   * The same with categories set by hand.
   *
   * @param decided the primary first; empty to leave it to the model
   */
  public Classification withDecided(List<String> decided) {
    return new Classification(scores, because, decided, like);
  }
}
