package dev.caveat.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * The subcommands by name, in the order of the help. A new one is one line here and a class with
 * {@code @Command(name = …)}; it mixes in {@link HelpOption} and reaches the streams through
 * {@code @ParentCommand RootCommand}.
 */
final class Subcommands {
  private record Entry(String name, Class<?> type) {}

  private static final List<Entry> OWN =
      List.of(
          new Entry("rehearse", RehearseCommand.class), // hidden
          new Entry("demo", DemoCommand.class),
          new Entry("extract", ExtractCommand.class),
          new Entry("index", IndexCommand.class),
          new Entry("remove", RemoveCommand.class),
          new Entry("status", StatusCommand.class),
          new Entry("verify", VerifyCommand.class),
          new Entry("search", SearchCommand.class),
          new Entry("show", ShowCommand.class),
          new Entry("compare", CompareCommand.class),
          new Entry("measures", MeasuresCommand.class),
          new Entry("report", ReportCommand.class),
          new Entry("serve", ServeCommand.class),
          new Entry("mcp", McpCommand.class),
          new Entry("label", LabelCommand.class),
          new Entry("outline", OutlineCommand.class),
          new Entry("annotate", AnnotateCommand.class),
          new Entry("classify", ClassifyCommand.class),
          new Entry("train", TrainCommand.class),
          new Entry("evaluate", EvaluateCommand.class));

  /** What picocli brings; both look at all the others. */
  private static final List<Entry> BUILT_IN =
      List.of(
          new Entry("help", CommandLine.HelpCommand.class),
          new Entry("generate-completion", AutoComplete.GenerateCompletion.class));

  private Subcommands() {}

  /**
   * Adds the one that {@code first} names, or all where it names none: reading the annotations of
   * every command costs more than many commands themselves.
   */
  static void register(CommandLine root, @Nullable String first) {
    for (Entry e : OWN) {
      if (e.name().equals(first)) {
        root.addSubcommand(e.name(), e.type());
        return;
      }
    }
    OWN.forEach(e -> root.addSubcommand(e.name(), e.type()));
    BUILT_IN.forEach(e -> root.addSubcommand(e.name(), e.type()));
  }
}
