package dev.caveat.cli;

import dev.caveat.json.Json;
import dev.caveat.json.ReportJson;
import dev.caveat.library.ReportRequest;
import dev.caveat.library.ReportedFilings;
import dev.caveat.report.DataFiles;
import dev.caveat.report.DataTable;
import dev.caveat.report.Report;
import dev.caveat.report.Report.Audience;
import dev.caveat.report.Report.Section;
import dev.caveat.report.ReportMarkdown;
import dev.caveat.report.ReportPage;
import dev.caveat.report.ReportWorkbook;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code caveat report}: the risks of filings by category. */
@Command(
    name = "report",
    description = {
      "Reports on the risk factors of one filing, a company over the years, a peer group or a whole"
          + " index: categories and families, changes since the previous filing, comparison with"
          + " peers, what the risks name, and which risks stand out.",
      "",
      "FILING is a file, or an indexed filing named by accession number, path or at least the first"
          + " six digits of its SHA-256. If none is given, the filters choose indexed filings; --all"
          + " takes every one. Filings without risk factors are listed with their status.",
      "",
      "Without --output, prints a short table. csv holds one table of the report: by default one row"
          + " per filing and category, or the table named by --table."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat report 10-k.htm --before last-years.htm --output report.html",
      "  caveat report 0000320193-24-000123 --peers sic --output report.xlsx",
      "  caveat report 10-k.htm --peers msft,intc,0001045810-24-000029",
      "  caveat report --company apple --form '10-K*' --output apple.html",
      "  caveat report --sic '36*' --year 2023 --output chips.md",
      "  caveat report --all --table risks --format csv > risks.csv"
    })
final class ReportCommand implements Callable<Integer> {
  /** Of how many filings texts are read where nothing else is said. */
  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Mixin private IndexOption index = new IndexOption();

  @Mixin private TaggerOption tagger = new TaggerOption();

  @Mixin private DateOption date = new DateOption();

  @Parameters(paramLabel = "FILING", arity = "0..*", description = "Filings to report on.")
  private List<String> filings = new ArrayList<>();

  @Mixin private FilterOptions filters = new FilterOptions();

  @Option(names = "--all", description = "Report on every indexed filing.")
  private boolean all;

  @Option(
      names = "--peers",
      paramLabel = "NAME",
      split = ",",
      description =
          "Peers to compare with: files, indexed filings, or indexed companies by name, ticker or CIK"
              + " (using each one's closest filing on the same type of form); or sic for companies in"
              + " the same industry, sic:36* for those in another.")
  private List<String> peers = new ArrayList<>();

  @Option(
      names = "--before",
      paramLabel = "FILING",
      description =
          "The earlier filing to compare FILING with. Default: the previous one in the index.")
  private @Nullable String before;

  @Option(
      names = "--texts",
      paramLabel = "N",
      description =
          "Read the texts of at most this many filings. For more, the report has only counts from the"
              + " index, without changes, boilerplate or single risks. Default: 300")
  private int texts = ReportRequest.MAX_TEXTS;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      description =
          "table, html, markdown, csv, json or xlsx. Default: from the extension of --output, or table.")
  private @Nullable String format;

  @Option(
      names = "--table",
      paramLabel = "ID",
      description =
          "Table to write as csv: panel (default), categories, families, filings, changes, named,"
              + " quotes, peers, companies, years, without or risks.")
  private @Nullable String table;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write to a file: .html, .md, .csv, .json, .xlsx or .txt.")
  private @Nullable Path output;

  private enum Format implements WrittenFormat {
    TABLE("txt"),
    HTML("html"),
    MARKDOWN("md"),
    CSV("csv"),
    JSON("json"),
    XLSX("xlsx");

    private final String ending;

    Format(String ending) {
      this.ending = ending;
    }

    @Override
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String ending() {
      return ending;
    }
  }

  /** What {@code --format} takes, for completion. */
  static final class Formats extends Completions {
    Formats() {
      super(Arrays.stream(Format.values()).map(Format::id).toArray(String[]::new));
    }
  }

  @Override
  public Integer call() throws IOException {
    Streams streams = Objects.requireNonNull(root).streams();
    List<String> inputs = new ArrayList<>(filings);
    inputs.addAll(peers);
    inputs.addAll(tagger.files());
    if (before != null) {
      inputs.add(before);
    }
    OutputFile file = OutputFile.of(output, inputs, index.path());
    Format written =
        WrittenFormat.choose(
            List.of(Format.values()), table == null ? Format.TABLE : Format.CSV, format, file);
    if (written == Format.XLSX && file == null) {
      throw CommandException.usage("xlsx needs an output file: --output report.xlsx");
    }
    if (table != null && written != Format.CSV) {
      throw CommandException.usage("--table needs csv; " + written.id() + " has all tables");
    }
    if (texts < 0) {
      throw CommandException.usage("--texts must be a number of filings, not " + texts);
    }
    ReportRequest request =
        ReportRequest.builder()
            .filings(filings)
            .filter(filters.filter())
            .all(all)
            .peers(peers)
            .before(before)
            .mostTexts(texts)
            .date(date.date())
            .build();
    Report report;
    boolean allFound;
    try (ReportedFilings reported =
            ReportedFilings.of(
                request,
                index.path(),
                tagger::load,
                note -> streams.err().println("caveat report: " + note));
        StepProgressHolder progress = new StepProgressHolder(streams)) {
      report = reported.report(progress::begin);
      allFound = reported.missing().isEmpty();
    }
    if (file == null) {
      write(written, report, streams, streams.out());
    } else {
      file.write(out -> write(written, report, streams, out), streams);
    }
    return allFound ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }

  /** A bar that begins when it is known how much there is to do. */
  private static final class StepProgressHolder implements AutoCloseable {
    private final Streams streams;
    private @Nullable StepProgress bar;

    StepProgressHolder(Streams streams) {
      this.streams = streams;
    }

    Runnable begin(int steps) {
      StepProgress begun = StepProgress.of(streams, "Reading", steps);
      bar = begun;
      return begun::step;
    }

    @Override
    public void close() {
      if (bar != null) {
        bar.close();
      }
    }
  }

  private void write(Format written, Report report, Streams streams, OutputStream out)
      throws IOException {
    switch (written) {
      case TABLE -> {
        PrintStream lines = GuardedOutput.over(out);
        Terminal screen = output == null ? streams.terminal() : Terminal.NONE;
        new ReportTable(lines, screen).write(report);
        lines.flush();
      }
      case HTML -> out.write(ReportPage.of(report).getBytes(StandardCharsets.UTF_8));
      case MARKDOWN -> out.write(ReportMarkdown.of(report).getBytes(StandardCharsets.UTF_8));
      case CSV -> {
        PrintStream lines = GuardedOutput.over(out);
        DataFiles.writeCsv(table(report), lines);
        lines.flush();
      }
      case JSON -> Json.write(out, ReportJson.of(report));
      case XLSX -> ReportWorkbook.write(report, out);
    }
  }

  /** The table for CSV; a report without risks has only the list of those without. */
  private DataTable table(Report report) {
    List<DataTable> tables =
        report.sections(Audience.PROGRAMS).stream().map(Section::table).toList();
    if (table == null) {
      return tables.stream()
          .filter(t -> t.id().equals("panel"))
          .findFirst()
          .orElseGet(tables::getFirst);
    }
    String ids = tables.stream().map(DataTable::id).collect(Collectors.joining(", "));
    return tables.stream()
        .filter(t -> t.id().equals(table))
        .findFirst()
        .orElseThrow(
            () ->
                CommandException.usage(
                    "--table: this report has no table " + table + "; it has " + ids));
  }
}
