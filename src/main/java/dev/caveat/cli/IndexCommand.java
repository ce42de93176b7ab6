package dev.caveat.cli;

import dev.caveat.classify.CategoryModel;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.Label;
import dev.caveat.index.RiskIndex;
import dev.caveat.index.RiskIndexWriter;
import dev.caveat.index.Tagging;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code caveat index}: adds filings to an index. */
@Command(
    name = "index",
    description = {
      "Adds filings to an index, so that they can be searched.",
      "",
      "PATH is a filing, a folder with filings in it, an archive (.zip, .tar, .tar.gz, .gz), or -"
          + " for standard input. What is indexed already is passed over, so a run that was cut short"
          + " goes on when it is started again. A filing that changed is replaced. Where two files"
          + " hold one filing, the path that sorts first stays and the other is named as a duplicate."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat index filings/                      a folder, on all cores",
      "  caveat index submissions.zip 10-k.htm      an archive and a file",
      "  caveat index --index risks filings/        into another folder"
    })
final class IndexCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Mixin private IndexOption index = new IndexOption();

  @Mixin private TaggerOption tagger = new TaggerOption();

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Filings, folders, archives, or -.")
  private List<Path> paths = List.of();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that read and index. Default: one a core.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws IOException {
    if (threads < 1) {
      throw CommandException.usage("--threads takes a number from 1, not " + threads);
    }
    checkOutside(index.path());
    Streams streams = Objects.requireNonNull(root).streams();
    boolean begun = Files.notExists(index.path());
    IndexRun run = run(streams);
    if (begun && run.indexed() == 0) {
      RiskIndexWriter.deleteEmpty(index.path());
    }
    report(run, streams);
    if (run.seen() == 0) {
      throw nothingUnder(paths);
    }
    if (run.failures().isEmpty()) {
      return ExitCode.DONE;
    }
    return run.indexed() + run.unchanged() + run.duplicates().size() > 0
        ? ExitCode.SOME_FAILED
        : ExitCode.NOTHING_DONE;
  }

  private IndexRun run(Streams streams) throws IOException {
    CategoryModel model = tagger.load();
    RiskIndexWriter writer =
        RiskIndexWriter.open(index.path(), new Tagging(model.taxonomy(), model.name()));
    IndexProgress progress = IndexProgress.of(streams, names(paths));
    IndexRun run = new IndexRun(writer, progress);
    // Closed last: until the writer is, an interruption has something to commit.
    try (Interruption interruption = Interruption.does(() -> run.keep(streams.err()));
        writer;
        progress) {
      writer.followLabels();
      run.over(names(paths), threads, streams.in(), model);
      if (run.indexed() > 0) {
        DoubtfulFilings.review(writer, index.path());
      }
    }
    return run;
  }

  /** An index among the filings would be read as filings; hidden folders are not read. */
  private void checkOutside(Path index) {
    Path own = index.toAbsolutePath().normalize();
    for (Path path : paths) {
      Path input = path.toAbsolutePath().normalize();
      if (own.startsWith(input) && !hidden(input.relativize(own)) && !own.equals(input)) {
        throw CommandException.usage(
            "--index " + index + " lies inside " + path + "; choose a folder outside of it");
      }
    }
  }

  static CommandException nothingUnder(List<Path> paths) {
    return CommandException.nothingDone("no filing under " + String.join(", ", names(paths)));
  }

  /** As the user wrote them, - included. */
  static List<String> names(List<Path> paths) {
    return paths.stream().map(Path::toString).toList();
  }

  private static boolean hidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private void report(IndexRun run, Streams streams) throws IOException {
    PrintStream err = streams.err();
    run.duplicates()
        .forEach((path, kept) -> err.println("duplicate: " + path + ": same filing as " + kept));
    for (Map.Entry<String, String> failure : run.failures().entrySet()) {
      err.println("failed: " + failure.getKey() + ": " + failure.getValue());
    }
    run.lostLabels().forEach(lost -> err.println(lost(lost)));
    run.passedOver().report("caveat index", err);
    streams.out().println(run.summary(index.path()));
    if (Files.exists(index.path())) {
      try (RiskIndex reader = RiskIndex.open(index.path())) {
        int doubtful = reader.doubtfulCount(FilingFilter.none());
        if (doubtful > 0) {
          streams.out().println(DoubtfulFilings.line(doubtful, index.path()));
        }
      }
    }
  }

  /** What is said of a label whose risk is not there any more. */
  static String lost(Label label) {
    return "label without a risk: "
        + IndexedFiling.name(label.filing())
        + "#"
        + label.ordinal()
        + " "
        + label.categories().getFirst()
        + ": "
        + (label.caption().isEmpty() ? TextWrap.cut(label.body(), 60) : label.caption());
  }
}
