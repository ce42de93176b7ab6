package dev.caveat.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file that a command writes its result to: whole, or not at all. */
record OutputFile(Path path) {
  /** Writes a result to a stream that it does not close. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * The file of {@code --output}; null where none is named.
   *
   * @param inputs what the command reads, which it must not overwrite
   * @throws CommandException where it can't be written to, before any work is done
   */
  static @Nullable OutputFile of(@Nullable Path path, Collection<String> inputs) {
    if (path == null) {
      return null;
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw CommandException.nothingDone(
          "--output: there is no folder " + folder + "; make it first");
    }
    if (Files.isDirectory(path)) {
      throw CommandException.usage("--output: " + path + " is a folder; name a file in it");
    }
    for (String input : inputs) {
      if (isSame(path, Path.of(input))) {
        throw CommandException.usage(
            "--output: " + path + " is a filing to be read; name another file");
      }
    }
    return new OutputFile(path);
  }

  private static boolean isSame(Path output, Path input) {
    try {
      return Files.exists(output) && Files.exists(input) && Files.isSameFile(output, input);
    } catch (IOException e) {
      return false;
    }
  }

  /** What stands behind the last point of its name, in lower case; {@code htm} counts as html. */
  String ending() {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return switch (ending) {
      case "htm" -> "html";
      case "markdown" -> "md";
      default -> ending;
    };
  }

  /** Writes beside it first, so that what was there before is only replaced by a whole result. */
  void write(Content content, Streams streams) throws IOException {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        try (OutputStream out = Files.newOutputStream(path)) {
          content.writeTo(out);
        }
        return;
      }
      Path part = path.resolveSibling(path.getFileName() + ".part");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        content.writeTo(out);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(part);
        throw e;
      }
      Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (AccessDeniedException e) {
      throw CommandException.nothingDone("cannot write " + path + ": permission denied");
    } catch (FileSystemException e) {
      throw CommandException.nothingDone("cannot write " + path + ": " + e.getReason());
    }
    streams.err().println("written to " + path);
  }
}
