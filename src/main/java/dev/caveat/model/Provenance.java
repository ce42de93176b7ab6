package dev.caveat.model;

import org.jspecify.annotations.Nullable;

/**
 * How a text is found in the filing as filed.
 *
 * @param map where each stretch of it stands
 * @param fragment a text fragment, {@code :~:text=} and what follows, that leads a browser with the
 *     document open to it; null where there is none
 */
public record Provenance(SourceMap map, @Nullable String fragment) {
  /** Nothing is known. */
  public static final Provenance NONE = new Provenance(SourceMap.NONE, null);
}
