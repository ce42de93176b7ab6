package dev.caveat.model;

import java.util.List;

/**
 * The categories that one risk was tagged with, and why.
 *
 * @param scores by the model: the primary category first, then every other that the risk surely has
 *     too, highest score first; empty where the risk was not classified
 * @param because the pieces of its text that spoke most for the model's primary category, most
 *     first; empty where nothing did
 * @param decided ids of the categories that a person decided on, the primary first; empty where
 *     none did. They stand above the model's
 * @param like what the risk reads like: the caption of an example of the model's primary category
 *     that the model learnt from; empty where none is close, or the tags come from an index
 */
public record Classification(
    List<Score> scores, List<Reason> because, List<String> decided, String like) {
  /** Not classified. */
  public static final Classification NONE = new Classification(List.of(), List.of(), List.of(), "");

  /**
   * A category and how sure it is.
   *
   * @param category its id
   * @param score the probability that it is the primary one, from 0 to 1; 1 where a person decided
   */
  public record Score(String category, double score) {}

  /**
   * A piece of text that spoke for the primary category.
   *
   * @param text as it stands in the risk
   * @param weight how much it raised the log-odds against the average category, above 0
   */
  public record Reason(String text, double weight) {}

  /** Copies the lists. */
  public Classification {
    scores = List.copyOf(scores);
    because = List.copyOf(because);
    decided = List.copyOf(decided);
  }

  /** By the model alone. */
  public Classification(List<Score> scores, List<Reason> because) {
    this(scores, because, List.of(), "");
  }

  /** By the model alone, with what the risk reads like. */
  public Classification(List<Score> scores, List<Reason> because, String like) {
    this(scores, because, List.of(), like);
  }

  /** As an index keeps it. */
  public Classification(List<Score> scores, List<Reason> because, List<String> decided) {
    this(scores, because, decided, "");
  }

  /** Whether there is any category. */
  public boolean isEmpty() {
    return scores.isEmpty() && decided.isEmpty();
  }

  /**
   * What counts: the categories decided on, or else the model's; the primary first.
   *
   * @return empty where the risk was not classified
   */
  public List<Score> categories() {
    return decided.isEmpty() ? scores : decided.stream().map(id -> new Score(id, 1)).toList();
  }

  /**
   * Id of the primary category.
   *
   * @throws java.util.NoSuchElementException where the risk was not classified
   */
  public String category() {
    return categories().getFirst().category();
  }

  /**
   * The same with the categories that a person decided on.
   *
   * @param decided the primary first; empty to leave it to the model
   */
  public Classification withDecided(List<String> decided) {
    return new Classification(scores, because, decided, like);
  }
}
