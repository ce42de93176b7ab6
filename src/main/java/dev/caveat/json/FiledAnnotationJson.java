package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.caveat.model.Annotation;
import dev.caveat.model.SourceMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sentences and entities of a risk, with their places in the filing as filed.
 *
 * @param sentences in order
 * @param sentenceSources one per sentence; null if a place is unknown
 * @param entities in order
 */
public record FiledAnnotationJson(
    List<SpanJson> sentences,
    List<@Nullable SourceJson> sentenceSources,
    List<FiledEntity> entities) {
  /**
   * An entity, and its place in the filing as filed.
   *
   * @param source null if unknown
   */
  public record FiledEntity(@JsonUnwrapped EntityJson entity, @Nullable SourceJson source) {}

  /**
   * Of a risk.
   *
   * @param map where its text is in the filing as filed
   */
  public static FiledAnnotationJson of(Annotation annotation, SourceMap map) {
    return new FiledAnnotationJson(
        annotation.sentences().stream().map(SpanJson::of).toList(),
        annotation.sentences().stream()
            .<@Nullable SourceJson>map(s -> SourceJson.of(map, s.start(), s.end()))
            .toList(),
        annotation.entities().stream()
            .map(e -> new FiledEntity(EntityJson.of(e), SourceJson.of(map, e.start(), e.end())))
            .toList());
  }
}
