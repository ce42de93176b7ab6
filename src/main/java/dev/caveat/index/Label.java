package dev.caveat.index;

import java.util.List;

/**
 * The categories that a person set for a risk.
 *
 * @param filing key of its filing
 * @param ordinal its place there when it was labeled, for people
 * @param categories ids, the primary first; at least one
 * @param caption its caption, empty if it has none; with whitespace collapsed
 * @param body its body, with whitespace collapsed
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
