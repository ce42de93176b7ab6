package dev.caveat.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was marked in one text.
 *
 * @param sentences in order, without overlap
 * @param entities in order, without overlap, none across the end of a sentence
 */
public record Annotation(List<Span> sentences, List<Entity> entities) {
  /** Nothing marked. */
  public static final Annotation NONE = new Annotation(List.of(), List.of());

  /** Copies the lists. */
  public Annotation {
    sentences = List.copyOf(sentences);
    entities = List.copyOf(entities);
  }

  /** The number of entities of each type that occurs, in the order of the types. */
  public Map<Entity.Type, Integer> counts() {
    Map<Entity.Type, Integer> counts = new EnumMap<>(Entity.Type.class);
    entities.forEach(e -> counts.merge(e.type(), 1, Integer::sum));
    return counts;
  }
}
