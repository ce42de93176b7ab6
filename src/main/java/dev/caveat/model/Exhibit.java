package dev.caveat.model;

import java.util.List;
import java.util.function.Supplier;

/**
 * A document of a submission other than the main one, read only when its text is requested.
 *
 * @param number its number in the submission, from 1
 * @param type its type as filed, such as {@code EX-13.1}
 * @param name its file name as filed; empty if none is stated
 * @param text reads its blocks; empty if it has no text
 */
public record Exhibit(int number, String type, String name, Supplier<List<Block>> text) {
  /**
   * Its text as blocks in reading order. Reads the document on each call.
   *
   * @throws java.io.UncheckedIOException if it is too large to be read
   */
  public List<Block> blocks() {
    return text.get();
  }

  /** Its name for people: its type, and its file name if it has one. */
  public String title() {
    return name.isEmpty() ? type : type + " (" + name + ")";
  }
}
