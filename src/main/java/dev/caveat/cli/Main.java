package dev.caveat.cli;

import dev.caveat.error.CaveatException;
import dev.caveat.index.RiskIndex;
import dev.caveat.ingest.Inputs;
import dev.caveat.library.Nearest;
import dev.caveat.model.VisibleText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Entry point. */
public final class Main {
  private Main() {}

  /** Runs the command line on the process's own streams and ends the process. */
  public static void main(String[] args) {
    PrintStream err = utf8(new FileOutputStream(FileDescriptor.err));
    WatchedOutput out = new WatchedOutput(new FileOutputStream(FileDescriptor.out));
    Terminal terminal = Terminal.detect(System.getenv());
    int code = ExitCode.NOTHING_DONE;
    try {
      code = watched(args, out, new Streams(System.in, utf8(out), err, terminal));
    } catch (OutOfMemoryError e) {
      err.println("caveat: out of memory; " + NextSteps.forMemory());
      err.flush();
    }
    System.exit(code);
  }

  /**
   * Runs the command line and answers for its output too: a full disk is named, and a reader that
   * has gone ends the run without a word, as it ends other commands.
   *
   * @param out what the streams' output writes to
   */
  static int watched(String[] args, WatchedOutput out, Streams streams) {
    int code = run(args, streams);
    IOException failure = out.failure();
    if (failure == null) {
      return code;
    }
    if (WatchedOutput.isClosedPipe(failure)) {
      return ExitCode.PIPE_CLOSED;
    }
    String name = args.length == 0 || args[0].startsWith("-") ? "caveat" : "caveat " + args[0];
    streams.err().println(name + ": cannot write the output: " + firstLine(failure.getMessage()));
    streams.err().flush();
    return ExitCode.NOTHING_DONE;
  }

  /**
   * Runs the command line on these streams, none of them a terminal. Streams are flushed, not
   * closed.
   *
   * @param args the arguments
   * @param in standard input
   * @param out takes results
   * @param err takes progress, warnings and errors
   * @return the exit code: 0 all done, 1 some input failed, 2 wrong usage, 3 nothing done
   */
  static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
    return run(args, new Streams(in, out, err, Terminal.NONE));
  }

  /** As above, on a screen or not. */
  static int run(String[] args, Streams given) {
    Streams streams =
        new Streams(
            given.in(),
            GuardedOutput.over(given.out()),
            GuardedOutput.ofMessages(given.err()),
            given.terminal());
    CommandLine line = RootCommand.commandLine(streams, args);
    line.setOut(new PrintWriter(streams.out(), true));
    line.setErr(new PrintWriter(streams.err(), true));
    line.setColorScheme(Help.defaultColorScheme(streams.terminal().colors() ? Ansi.ON : Ansi.OFF));
    line.setUsageHelpWidth(streams.terminal().textWidth());
    line.setParameterExceptionHandler((e, a) -> usage(e));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
    line.setExecutionStrategy(Main::execute);
    int code = line.execute(args);
    streams.out().flush();
    streams.err().flush();
    return code;
  }

  /** Help is printed outside of any command, where picocli would show a stack trace. */
  private static int execute(ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (WatchedOutput.LostException e) {
      return ExitCode.NOTHING_DONE; // told of once, where the process ends
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Error e) {
      return failed(new IllegalStateException(e), last(parsed).commandSpec().commandLine());
    }
  }

  private static ParseResult last(ParseResult parsed) {
    return parsed.hasSubcommand() ? last(parsed.subcommand()) : parsed;
  }

  private static int usage(ParameterException e) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String hint = e instanceof UnmatchedArgumentException u ? hint(u) : "";
    String message = firstLine(e.getMessage());
    String told = name + ": " + message + hint + " (see '" + name + " --help')";
    command.getErr().println(VisibleText.line(told));
    return ExitCode.USAGE;
  }

  private static String hint(UnmatchedArgumentException e) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    String typed = e.getUnmatched().getFirst();
    if (spec.name().equals("search") && typed.matches("-[^-].*")) {
      return "; to exclude a word, write 'NOT " + typed.substring(1) + "', or -- before the query";
    }
    List<String> names = new ArrayList<>();
    if (typed.startsWith("-")) {
      names.addAll(spec.optionsMap().keySet());
    } else {
      spec.subcommands()
          .forEach(
              (n, c) ->
                  names.addAll(
                      c.getCommandSpec().usageMessage().hidden() ? List.of() : List.of(n)));
    }
    List<String> near = Nearest.to(typed, names);
    return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
  }

  private static int failed(Exception thrown, CommandLine command) {
    Exception e =
        thrown instanceof UncheckedIOException u ? Objects.requireNonNull(u.getCause()) : thrown;
    if (e instanceof WatchedOutput.LostException) {
      return ExitCode.NOTHING_DONE; // told of once, where the process ends
    }
    RootCommand root = (RootCommand) command.getCommandSpec().root().userObject();
    if (root.debug()) {
      e.printStackTrace(command.getErr());
    }
    String name = command.getCommandSpec().qualifiedName();
    String told = name + ": " + line(e) + verifying(e, command.getCommandSpec());
    command.getErr().println(VisibleText.line(told));
    return switch (e) {
      case CommandException c -> c.exitCode();
      case CaveatException c -> NextSteps.exitCode(c.code());
      default -> ExitCode.NOTHING_DONE;
    };
  }

  /** Where an index may be the reason for what nobody expected, how to find out. */
  private static String verifying(Exception e, CommandSpec command) {
    OptionSpec option = command.findOption("--index");
    boolean expected = e instanceof CommandException || e instanceof CaveatException;
    return option != null
            && option.getValue() instanceof Path index
            && Files.isDirectory(index)
            && !expected
            && RiskIndex.mayBeDamage(e)
        ? "; 'caveat verify --index " + index + "' checks whether the index is damaged"
        : "";
  }

  /** What went wrong in one line; a defect of ours says that it is one. */
  private static String line(Exception e) {
    return switch (e) {
      case CommandException c -> firstLine(c.getMessage());
      case CaveatException c -> NextSteps.told(c);
      case NoSuchFileException gone -> "file not found: " + gone.getMessage();
      case AccessDeniedException denied -> "permission denied: " + denied.getFile();
      case FileSystemException f -> f.getFile() + ": " + Inputs.reason(f);
      case IOException io -> firstLine(io.getMessage());
      default -> "unexpected error: " + firstLine(e.toString()) + " (--debug shows where)";
    };
  }

  private static String firstLine(@Nullable String message) {
    if (message == null) {
      return "no reason given (--debug shows where)";
    }
    int end = message.indexOf('\n');
    return (end < 0 ? message : message.substring(0, end)).strip();
  }

  private static PrintStream utf8(OutputStream stream) {
    return new PrintStream(stream, false, StandardCharsets.UTF_8);
  }
}
