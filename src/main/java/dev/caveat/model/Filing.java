package dev.caveat.model;

import java.util.List;

/**
 * A filing as read: its origin, its facts, and its main document as blocks in reading order.
 *
 * @param path the path it was read from, with the entry's name after {@code !} inside an archive
 * @param sha256 SHA-256 of the bytes read, lowercase hexadecimal
 * @param facts what is known about it
 * @param document number of the main document in its submission, from 1
 * @param blocks the main document's text
 * @param exhibits the other documents that may contain risk factors, in order
 * @param warnings what a reader should know, such as a truncated source
 */
public record Filing(
    String path,
    String sha256,
    FilingFacts facts,
    int document,
    List<Block> blocks,
    List<Exhibit> exhibits,
    List<Warning> warnings) {
  /** Copies the lists. */
  public Filing {
    blocks = List.copyOf(blocks);
    exhibits = List.copyOf(exhibits);
    warnings = List.copyOf(warnings);
  }
}
