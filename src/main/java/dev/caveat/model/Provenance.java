package dev.caveat.model;

import org.jspecify.annotations.Nullable;

/**
 * How to find a text in the filing as filed.
 *
 * @param map where each stretch of it is
 * @param fragment a text fragment, {@code :~:text=} and what follows, that makes a browser with the
 *     document jump to the text; null if there is none
 */
public record Provenance(SourceMap map, @Nullable String fragment) {
  /** Nothing is known. */
  public static final Provenance NONE = new Provenance(SourceMap.NONE, null);
}
