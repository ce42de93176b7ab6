package dev.caveat.model;

import java.util.List;
import java.util.function.Supplier;

/**
 * A document of a submission besides the main one, read only where someone asks for its text.
 *
 * @param number its number in the submission, from 1
 * @param type its type as filed, such as {@code EX-13.1}
 * @param name its file name as filed; empty where none is stated
 * @param text reads its blocks; empty where it holds no text
 */
public record Exhibit(int number, String type, String name, Supplier<List<Block>> text) {
  /**
   * Its text as blocks in reading order. Reads the document at each call.
   *
   * @throws java.io.UncheckedIOException if it is too large to be read
   */
  public List<Block> blocks() {
    return text.get();
  }

  /** What to call it: its type, and its file name where there is one. */
  public String title() {
    return name.isEmpty() ? type : type + " (" + name + ")";
  }
}
