package dev.caveat.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --index}, mixed into every command that opens one. */
final class IndexOption {
  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "Folder of the index. Default: ./.caveat")
  private String directory = ".caveat";

  Path path() {
    try {
      return Path.of(directory);
    } catch (InvalidPathException e) {
      throw CommandException.usage("--index takes a folder, not " + directory);
    }
  }
}
