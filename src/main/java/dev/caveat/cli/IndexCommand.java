package dev.caveat.cli;

import dev.caveat.classify.CategoryModel;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.Label;
import dev.caveat.index.RiskIndex;
import dev.caveat.index.RiskIndexWriter;
import dev.caveat.index.Tagging;
import dev.caveat.library.IndexRun;
import dev.caveat.words.Counted;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
      "Adds filings to an index so you can search them.",
      "",
      "PATH is a filing, a folder of filings, an archive (.zip, .tar, .tar.gz, .gz), or - for"
          + " standard input. Filings that are already indexed are skipped, so you can resume an"
          + " interrupted run by starting it again. A filing that changed is replaced. If two files"
          + " hold the same filing, the path that sorts first is kept and the other is listed as a"
          + " duplicate."
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
      description = "Number of threads. Default: one per core.")
  private int threads = Runtime.getRuntime().availableProcessors();

  private final long started = System.nanoTime();

  @Override
  public Integer call() throws IOException {
    if (threads < 1) {
      throw CommandException.usage("--threads must be 1 or more, not " + threads);
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
    StepProgress progress =
        StepProgress.of(streams, "Indexing", () -> FileCount.under(names(paths)));
    IndexRun run = new IndexRun(writer, input -> progress.step());
    // Closed last: until the writer is, an interruption has something to commit.
    try (Interruption interruption = Interruption.does(() -> keep(run, progress, streams.err()));
        writer;
        progress) {
      run.over(names(paths), threads, streams.in(), model);
    }
    return run;
  }

  /** Says how much is kept as the process ends, and how to go on. */
  private static void keep(IndexRun run, StepProgress progress, PrintStream err) {
    progress.close();
    try {
      err.println(
          "caveat index: interrupted; "
              + Counted.of(run.keep(), "filing")
              + " in the index; run the same command again to resume");
    } catch (IOException | RuntimeException e) {
      err.println("caveat index: interrupted; the last few seconds are lost: " + e.getMessage());
    }
    err.flush();
  }

  /** What was done, in a line. */
  private String summary(IndexRun run) {
    double seconds = (System.nanoTime() - started) / 1e9;
    return String.format(
        Locale.ROOT,
        "%s indexed with %s, %d unchanged, %s, %d failed (%.1f MB in %.1f s) in %s",
        Counted.of(run.indexed(), "filing"),
        Counted.of(run.risks(), "risk"),
        run.unchanged(),
        Counted.of(run.duplicates().size(), "duplicate"),
        run.failures().size(),
        run.bytes() / 1e6,
        seconds,
        index.path());
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
    run.failures()
        .forEach(
            (path, failure) -> err.println("failed: " + path + ": " + NextSteps.told(failure)));
    run.lostLabels().forEach(lost -> err.println(lost(lost)));
    run.passedOver().lines().forEach(l -> err.println("caveat index: " + l));
    streams.out().println(summary(run));
    if (Files.exists(index.path())) {
      try (RiskIndex reader = RiskIndex.open(index.path())) {
        int doubtful = reader.doubtfulCount(FilingFilter.none());
        if (doubtful > 0) {
          streams.out().println(DoubtfulFilings.line(doubtful, index.path()));
        }
      }
    }
  }

  /** What is said of a label whose risk is no longer there. */
  static String lost(Label label) {
    return "label that matches no risk: "
        + IndexedFiling.name(label.filing())
        + "#"
        + label.ordinal()
        + " "
        + label.categories().getFirst()
        + ": "
        + (label.caption().isEmpty() ? TextWrap.cut(label.body(), 60) : label.caption());
  }
}
