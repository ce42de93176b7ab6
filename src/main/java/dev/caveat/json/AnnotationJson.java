package dev.caveat.json;

import dev.caveat.model.Annotation;
import java.util.List;

/**
 * The sentences and entities of a text that was not read from a filing.
 *
 * @param sentences in order
 * @param entities in order
 */
public record AnnotationJson(List<SpanJson> sentences, List<EntityJson> entities) {
  /** Converts an annotation. */
  public static AnnotationJson of(Annotation annotation) {
    return new AnnotationJson(
        annotation.sentences().stream().map(SpanJson::of).toList(),
        annotation.entities().stream().map(EntityJson::of).toList());
  }
}
