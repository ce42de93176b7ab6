package dev.caveat.cli;

/** The exit codes of every command. */
final class ExitCode {
  /** All done. */
  static final int DONE = 0;

  /** Done, but some input failed; each was named with its reason on standard error. */
  static final int SOME_FAILED = 1;

  /** Wrong usage. */
  static final int USAGE = 2;

  /** Nothing could be done. */
  static final int NOTHING_DONE = 3;

  /** Whoever read the output closed it; what a shell reports of a command that SIGPIPE ended. */
  static final int PIPE_CLOSED = 141;

  private ExitCode() {}
}
