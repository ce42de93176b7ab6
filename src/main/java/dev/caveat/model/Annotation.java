package dev.caveat.model;

import java.util.List;

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
}
