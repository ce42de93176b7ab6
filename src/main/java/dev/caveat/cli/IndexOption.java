package dev.caveat.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --index}, mixed into every command that opens one. */
final class IndexOption {
  private static final Path DEFAULT = Path.of(".caveat");

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "Folder of the index. Default: ./.caveat")
  private Path directory = DEFAULT;

  Path path() {
    return directory;
  }

  /** What a command that is told as a next step must say of it: nothing of the default. */
  static String hint(Path index) {
    return index.equals(DEFAULT) ? "" : " --index " + index;
  }
}
