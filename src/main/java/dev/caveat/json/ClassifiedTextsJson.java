package dev.caveat.json;

import java.util.List;

/**
 * The categories of texts.
 *
 * @param texts in the order in which they were given
 */
public record ClassifiedTextsJson(List<TextJson<ClassificationJson>> texts) {}
