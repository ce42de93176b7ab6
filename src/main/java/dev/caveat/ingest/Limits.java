package dev.caveat.ingest;

/**
 * How much of an input is held in memory.
 *
 * @param documentBytes the largest main document, in bytes; a submission may be larger as long as
 *     its main document ends within this many bytes plus its header
 * @param archiveBytes the most bytes that one archive may unpack to
 * @param archiveEntries the most entries read from one archive
 */
public record Limits(int documentBytes, long archiveBytes, int archiveEntries) {
  /** Bytes in a mebibyte. */
  static final int MIB = 1 << 20;

  /** 64 MiB per document, 16 GiB and a million entries per archive. */
  public static Limits defaults() {
    return new Limits(
        Bounds.whole("largest-document") * MIB,
        (long) Bounds.of("largest-archive") * MIB,
        Bounds.whole("most-entries"));
  }

  /** Checks the bounds. */
  public Limits {
    if (documentBytes < 1 || archiveBytes < 1 || archiveEntries < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
