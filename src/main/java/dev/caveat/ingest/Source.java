package dev.caveat.ingest;

import dev.caveat.file.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The bytes of one input, as far as they were kept, and the digest of all of them.
 *
 * @param path where they come from
 * @param bytes the first bytes; only the first {@code length} count. Not copied: do not write
 * @param length how many bytes were kept
 * @param size how many there were
 * @param sha256 SHA-256 of all of them, lowercase hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent") // a copy of every filing would cost more than it guards
public record Source(String path, byte[] bytes, int length, long size, String sha256) {
  private static final int CHUNK = 1 << 16;

  /** Whether there were more bytes than were kept. */
  boolean truncated() {
    return size > length;
  }

  /**
   * Reads a stream to its end; keeps what {@link Limits#documentBytes()} allows.
   *
   * @param share grows before more bytes are kept
   * @throws IOException if the stream fails
   */
  public static Source read(String path, InputStream in, Limits limits, MemoryBudget.Share share)
      throws IOException {
    MessageDigest digest = Sha256.digest();
    int first = Math.min(Math.max(CHUNK, in.available() + 1), limits.documentBytes());
    share.grow(first);
    byte[] held = new byte[first];
    byte[] rest = new byte[CHUNK];
    int length = 0;
    long size = 0;
    while (true) {
      boolean full = length >= limits.documentBytes();
      if (!full && length == held.length) {
        int larger = (int) Math.min(limits.documentBytes(), held.length * 2L);
        share.grow(larger);
        held = Arrays.copyOf(held, larger);
      }
      byte[] into = full ? rest : held;
      int from = full ? 0 : length;
      int n = in.read(into, from, into.length - from);
      if (n < 0) {
        break;
      }
      digest.update(into, from, n);
      size += n;
      length += full ? 0 : n;
    }
    return new Source(path, held, length, size, Sha256.hex(digest));
  }
}
