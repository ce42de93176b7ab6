package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.caveat.model.Classification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The categories of a risk, and what supported them; fields of the risk's object.
 *
 * @param category the primary one; null if the risk was not classified
 * @param categories each above its threshold, highest first
 * @param because the pieces of text that supported the primary one most
 * @param readsLike the caption of the most similar training example; null for none
 * @param decided true if set by hand; otherwise null
 */
public record ClassificationJson(
    @Nullable String category,
    List<Score> categories,
    List<Reason> because,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String readsLike,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean decided) {
  /**
   * A category.
   *
   * @param score the probability that it is the primary one, 0 to 1
   */
  public record Score(String id, double score) {}

  /** A piece of text, and how much it supported the category. */
  public record Reason(String text, double weight) {}

  /** Of a risk. */
  public static ClassificationJson of(Classification classification) {
    return new ClassificationJson(
        category(classification),
        classification.categories().stream().map(s -> new Score(s.category(), s.score())).toList(),
        classification.because().stream().map(r -> new Reason(r.text(), r.weight())).toList(),
        classification.like().isEmpty() ? null : classification.like(),
        classification.decided().isEmpty() ? null : true);
  }

  /** The primary category; null if the risk was not classified. */
  static @Nullable String category(Classification classification) {
    return classification.isEmpty() ? null : classification.category();
  }
}
