package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What was found in one text that was given with an id.
 *
 * @param findings an {@link AnnotationJson} or a {@link ClassificationJson}, whose fields stand
 *     behind the id
 */
public record TextJson<T>(String id, @JsonUnwrapped T findings) {}
