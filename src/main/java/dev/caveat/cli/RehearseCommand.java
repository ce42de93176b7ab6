package dev.caveat.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Runs the usual commands once and without a word, so that the launcher can record which classes
 * they load and start from that record. Hidden from the help.
 */
@Command(
    name = "rehearse",
    hidden = true,
    description = "Runs the usual commands once, for the launcher's start-up cache.")
final class RehearseCommand implements Callable<Integer> {
  /** What is worth a fast start. */
  private static final List<List<String>> PROGRAM =
      List.of(List.of("--version"), List.of("--help"));

  /** Plays all, whatever becomes of each; the answer is the worst exit code. */
  @Override
  public Integer call() {
    int worst = ExitCode.DONE;
    for (List<String> command : PROGRAM) {
      worst = Math.max(worst, Main.run(command.toArray(String[]::new), silent()));
    }
    return worst;
  }

  /** A coloured screen that nobody sees. */
  private static Streams silent() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Streams(
        InputStream.nullInputStream(), nowhere, nowhere, new Terminal(true, false, 100));
  }
}
