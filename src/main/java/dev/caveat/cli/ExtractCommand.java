package dev.caveat.cli;

import dev.caveat.index.Outlines;
import dev.caveat.ingest.Limits;
import dev.caveat.json.FilingJson;
import dev.caveat.json.Json;
import dev.caveat.library.PassedOver;
import dev.caveat.model.Explanation;
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
      "Prints the risk factors of filings as JSON Lines, one object per filing.",
      "",
      "PATH is a filing (EDGAR submission, HTML, inline XBRL, plain text), a folder of filings, an"
          + " archive (.zip, .tar, .tar.gz, .gz), or - for standard input. Each filing gets a status"
          + " (present, no-material-changes, not-required, incorporated or absent) and the words that"
          + " support it. Files that cannot be read are listed on standard error, and their objects"
          + " say why."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat extract filing.htm --outline           groups and captions, human-readable",
      "  caveat extract filing.htm --explain           why this answer, and how sure it is",
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

  @Option(names = "--outline", description = "Print a human-readable outline instead of JSON.")
  private boolean outline;

  @Option(
      names = "--explain",
      description =
          "Show why each filing got its answer: the candidates and their scores. With --format json,"
              + " in the field explanation.")
  private boolean explain;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = OutputFormat.Single.class,
      description = "json (default) or table (the outline).")
  private @Nullable String format;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "Use the corrected outlines of the filings in this index.")
  private @Nullable Path index;

  @Option(
      names = "--no-annotate",
      description = "Leave out categories, sentences and entities; faster.")
  private boolean noAnnotate;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of threads. Default: one per core.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--max-document",
      paramLabel = "MB",
      description = "Largest main document to read into memory. Default: 64.")
  private int maxDocument = 64;

  private final PassedOver passedOver = new PassedOver();
  private int failed;
  private int done;
  private boolean table;

  @Override
  public Integer call() throws IOException {
    Streams streams = Objects.requireNonNull(root).streams();
    Limits limits = limits();
    if (threads < 1) {
      throw CommandException.usage("--threads must be 1 or more, not " + threads);
    }
    table = format() == OutputFormat.TABLE;
    Extraction extraction =
        Extraction.defaults()
            .withThreads(threads)
            .withLimits(limits)
            .withStandardInput(streams.in())
            .withTagger(noAnnotate || table ? null : tagger.load());
    if (index != null) {
      extraction = extraction.withCorrections(Outlines.of(index)::of);
    }
    if (explain) {
      extraction = extraction.withDetails(0);
    }
    OutputStream out = new BufferedOutputStream(streams.out(), 1 << 16);
    try (Json.Lines json = Json.lines(out)) {
      extraction.inOrder(IndexCommand.names(paths), outcome -> take(outcome, json, streams));
    }
    out.flush();
    passedOver.lines().forEach(l -> streams.err().println("caveat extract: " + l));
    if (done + failed == 0) {
      throw IndexCommand.nothingUnder(paths);
    }
    return failed == 0 ? ExitCode.DONE : done > 0 ? ExitCode.SOME_FAILED : ExitCode.NOTHING_DONE;
  }

  private OutputFormat format() {
    if (format == null) {
      return outline || explain ? OutputFormat.TABLE : OutputFormat.JSON;
    }
    OutputFormat written = OutputFormat.single(format);
    if (outline && written == OutputFormat.JSON) {
      throw CommandException.usage("use --outline or --format json, not both");
    }
    return written;
  }

  private Limits limits() {
    if (maxDocument < 1 || maxDocument > 1024) {
      throw CommandException.usage(
          "--max-document takes megabytes from 1 to 1024, not " + maxDocument);
    }
    Limits d = Limits.defaults();
    return new Limits(maxDocument << 20, d.archiveBytes(), d.archiveEntries());
  }

  private void take(Outcome outcome, Json.Lines json, Streams streams) {
    try {
      switch (outcome) {
        case Outcome.Extracted e -> {
          done++;
          write(e, json, streams);
        }
        case Outcome.Failed f -> {
          failed++;
          streams.err().println("caveat extract: " + f.path() + ": " + NextSteps.told(f));
          if (!table) {
            json.write(FilingJson.failed(f.path(), f.reason()));
          }
        }
        case Outcome.Known k -> done++;
        case Outcome.PassedOver p -> passedOver.add(p);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Outcome.Extracted read, Json.Lines json, Streams streams) throws IOException {
    Explanation explanation = read.details() == null ? null : read.details().explanation();
    if (!table) {
      json.write(FilingJson.of(read.disclosure(), !noAnnotate, explanation));
      return;
    }
    int width = streams.terminal().textWidth();
    if (explanation == null || outline) {
      streams.out().print(RiskOutline.of(read.disclosure(), width));
    } else {
      streams.out().print(RiskOutline.head(read.disclosure(), width));
    }
    if (explanation != null) {
      streams.out().print(ExplanationTable.of(explanation, width));
    }
  }
}
