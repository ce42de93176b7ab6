package dev.caveat.index;

import java.util.List;

/**
 * What a person decided of one risk.
 *
 * @param filing key of its filing
 * @param ordinal its place there when it was labeled, for people
 * @param categories ids, the primary first; at least one
 * @param caption its caption, empty if it has none; runs of whitespace are one blank
 * @param body its body; runs of whitespace are one blank
 */
public record Label(
    String filing, int ordinal, List<String> categories, String caption, String body) {
  /** Copies the list and checks it. */
  public Label {
    categories = List.copyOf(categories);
    if (categories.isEmpty()) {
      throw new IllegalArgumentException("a label names at least one category");
    }
  }
}
