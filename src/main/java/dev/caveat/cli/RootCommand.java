package dev.caveat.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code caveat} itself: holds the streams and the options of all commands. */
@Command(
    name = "caveat",
    description = "Finds, splits, searches and compares the risk factors in SEC filings.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat index filings/                    index a folder of filings",
      "  caveat search '\"sole supplier\"'          search for an exact phrase",
      "  caveat search tariffs --company apple    search one company's filings",
      "  caveat show 0000320193-23-000106#4       one risk in full",
      "  caveat help search                       the query language",
      "",
      "Exit codes: 0 success; 1 some input failed; 2 usage error; 3 nothing done."
    },
    versionProvider = RootCommand.Version.class)
final class RootCommand implements Runnable {
  private final Streams streams;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private HelpOption help = new HelpOption();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean debug;

  RootCommand(Streams streams) {
    this.streams = streams;
  }

  Streams streams() {
    return streams;
  }

  boolean debug() {
    return debug;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  /** Version of the jar and of Java. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "caveat " + dev.caveat.library.Version.number(),
        "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"
      };
    }
  }

  /** The whole command line over these streams, with the subcommand {@code first} names. */
  static CommandLine commandLine(Streams streams, String[] args) {
    CommandLine line = new CommandLine(new RootCommand(streams));
    Subcommands.register(line, args.length == 0 ? null : args[0]);
    return line;
  }
}
