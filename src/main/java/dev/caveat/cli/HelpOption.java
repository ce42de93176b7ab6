package dev.caveat.cli;

import picocli.CommandLine.Option;

/** {@code --help}, mixed into every command. */
final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;
}
