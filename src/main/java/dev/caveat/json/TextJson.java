package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The findings for a text with an id.
 *
 * @param findings an {@link AnnotationJson} or a {@link ClassificationJson}, whose fields follow
 *     the id
 */
public record TextJson<T>(String id, @JsonUnwrapped T findings) {}
