package dev.caveat.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What a person decided, in a file beside an index that is there whole or not at all. */
final class WholeFile {
  private WholeFile() {}

  /** The file of an index with a name's ending: beside its folder, so that it outlives it. */
  static Path beside(Path index, String ending) {
    Path folder = index.toAbsolutePath().normalize();
    return folder.resolveSibling(folder.getFileName() + ending);
  }

  /** Replaces a file in one step; whatever happens meanwhile, the old or the new text is there. */
  static void write(Path file, CharSequence text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (FileChannel out =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
