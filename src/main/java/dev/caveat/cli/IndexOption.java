package dev.caveat.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --index}, mixed into every command that opens one. */
final class IndexOption {
  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "Folder of the index. Default: ./.caveat")
  private Path directory = Path.of(".caveat");

  Path path() {
    return directory;
  }
}
