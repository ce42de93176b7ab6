package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A text that a client sent.
 *
 * @param id returned with what is found
 * @param heading the caption of a risk; null for none
 * @param text may begin with the caption
 */
public record GivenText(
    String id, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String heading, String text) {}
