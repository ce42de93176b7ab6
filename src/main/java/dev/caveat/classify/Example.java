package dev.caveat.classify;

import java.util.List;

/**
 * One risk with its categories, for training and measuring.
 *
 * @param batch name of the batch, which has a single author
 * @param category id of the primary category
 * @param also ids of further categories, usually empty
 * @param caption without the body
 * @param body without the caption; may be empty
 */
public record Example(
    String batch, String category, List<String> also, String caption, String body) {
  /** Copies the list. */
  public Example {
    also = List.copyOf(also);
  }
}
