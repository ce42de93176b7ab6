package dev.caveat.cli;

/** Ends a command with one line for the user, who needs no stack trace, and an exit code. */
final class CommandException extends RuntimeException {
  private final int exitCode;

  private CommandException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** The command was called wrongly; {@code message} says how to call it. */
  static CommandException usage(String message) {
    return new CommandException(ExitCode.USAGE, message);
  }

  /** The command could do nothing; {@code message} says why and names the way out. */
  static CommandException nothingDone(String message) {
    return new CommandException(ExitCode.NOTHING_DONE, message);
  }

  int exitCode() {
    return exitCode;
  }
}
