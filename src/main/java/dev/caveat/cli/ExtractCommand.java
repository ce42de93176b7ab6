package dev.caveat.cli;

import dev.caveat.ingest.Limits;
import dev.caveat.pipeline.Extraction;
import dev.caveat.pipeline.Outcome;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code caveat extract}: what each filing says about its risks, as JSON Lines or as an outline.
 */
@Command(
    name = "extract",
    description = {
      "Prints the risk factors of filings, one JSON object a line and filing.",
      "",
      "PATH is a filing (EDGAR submission, HTML, inline XBRL, plain text), a folder with filings in"
          + " it, an archive (.zip, .tar, .tar.gz, .gz), or - for standard input. Each filing gets a"
          + " status: present, no-material-changes, not-required, incorporated or absent, and the"
          + " words that it rests on. What cannot be read is named on standard error, and its object"
          + " says why."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat extract filing.htm --outline           groups and captions for reading",
      "  caveat extract filings/ > risks.jsonl         a folder, on all cores",
      "  caveat extract submissions.zip | jq -r .status",
      "  cat 10-k.txt | caveat extract -"
    })
final class ExtractCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Filings, folders, archives, or -.")
  private List<Path> paths = List.of();

  @Mixin private TaggerOption tagger = new TaggerOption();

  @Option(names = "--outline", description = "Print an outline for reading instead of JSON.")
  private boolean outline;

  @Option(
      names = "--no-annotate",
      description = "Leave out categories, sentences and entities; faster.")
  private boolean noAnnotate;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that read and split. Default: one a core.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--max-document",
      paramLabel = "MB",
      description = "Largest main document held in memory. Default: 64.")
  private int maxDocument = 64;

  private final PassedOver passedOver = new PassedOver();
  private int failed;
  private int done;

  @Override
  public Integer call() throws IOException {
    Streams streams = Objects.requireNonNull(root).streams();
    Limits limits = limits();
    if (threads < 1) {
      throw CommandException.usage("--threads takes a number from 1, not " + threads);
    }
    Extraction extraction =
        Extraction.defaults()
            .withThreads(threads)
            .withLimits(limits)
            .withStandardInput(streams.in())
            .withTagger(noAnnotate || outline ? null : tagger.load());
    OutputStream out = new BufferedOutputStream(streams.out(), 1 << 16);
    try (FilingJson json = new FilingJson(out, !noAnnotate)) {
      extraction.inOrder(IndexCommand.names(paths), outcome -> take(outcome, json, streams));
    }
    out.flush();
    passedOver.report("caveat extract", streams.err());
    if (done + failed == 0) {
      throw IndexCommand.nothingUnder(paths);
    }
    return failed == 0 ? ExitCode.DONE : done > 0 ? ExitCode.SOME_FAILED : ExitCode.NOTHING_DONE;
  }

  private Limits limits() {
    if (maxDocument < 1 || maxDocument > 1024) {
      throw CommandException.usage(
          "--max-document takes megabytes from 1 to 1024, not " + maxDocument);
    }
    Limits d = Limits.defaults();
    return new Limits(maxDocument << 20, d.archiveBytes(), d.archiveEntries());
  }

  private void take(Outcome outcome, FilingJson json, Streams streams) {
    try {
      switch (outcome) {
        case Outcome.Extracted e -> {
          done++;
          if (outline) {
            streams.out().print(RiskOutline.of(e.disclosure(), streams.terminal().textWidth()));
          } else {
            json.extracted(e.disclosure());
          }
        }
        case Outcome.Failed f -> {
          failed++;
          streams.err().println("caveat extract: " + f.path() + ": " + f.reason());
          if (!outline) {
            json.failed(f.path(), f.reason());
          }
        }
        case Outcome.Known k -> done++;
        case Outcome.PassedOver p -> passedOver.add(p);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
