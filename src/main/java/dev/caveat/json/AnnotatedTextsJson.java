package dev.caveat.json;

import java.util.List;

/**
 * What was found in texts.
 *
 * @param texts in the order in which they were given
 */
public record AnnotatedTextsJson(List<TextJson<AnnotationJson>> texts) {}
