package dev.caveat.cli;

import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.RiskIndex;
import dev.caveat.library.IndexCounts;
import dev.caveat.library.UnknownForms;
import dev.caveat.report.DataTable;
import dev.caveat.report.DataTable.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code caveat status}: what an index holds. */
@Command(
    name = "status",
    description = {
      "Shows what an index holds: filings by form, year and status, risks by category, and filings"
          + " without risk factors, each with the words that say so. With --doubtful, lists the filings"
          + " that need review, why, and the next step."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat status",
      "  caveat status --form 10-Q --all            every 10-Q without risks",
      "  caveat status --filings --company kestwick",
      "  caveat status --doubtful                   filings that need review, worst first",
      "  caveat status --format json | jq .byStatus"
    })
final class StatusCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Mixin private IndexOption index = new IndexOption();

  @Mixin private FilterOptions filters = new FilterOptions();

  @Option(
      names = "--all",
      description =
          "List every filing without risks, including forms that never have any; with --doubtful,"
              + " list every doubtful filing.")
  private boolean all;

  @Option(
      names = "--filings",
      description = "List all filings with the names to use in other commands.")
  private boolean filings;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = OutputFormat.Single.class,
      description = "table (default) or json.")
  private @Nullable String format;

  @Override
  public Integer call() throws IOException {
    Streams streams = Objects.requireNonNull(root).streams();
    OutputFormat written = OutputFormat.single(format);
    FilingFilter filter = filters.filter();
    IndexStatus status;
    try (RiskIndex reader = RiskIndex.open(index.path())) {
      UnknownForms.of(reader, filter).forEach(l -> streams.err().println("caveat status: " + l));
      if (filters.doubtful() && !filings) {
        DoubtfulFilings doubtful = new DoubtfulFilings(reader, index.path(), filter);
        if (written == OutputFormat.JSON) {
          doubtful.writeJson(streams.out());
        } else {
          doubtful.writeTable(streams, all);
        }
        return ExitCode.DONE;
      }
      if (filings) {
        list(reader, filter, written, streams);
        return ExitCode.DONE;
      }
      status = new IndexStatus(IndexCounts.of(reader, filter));
    }
    if (written == OutputFormat.JSON) {
      status.writeJson(index.path(), streams.out());
    } else {
      status.writeTable(index.path(), streams, all);
    }
    return ExitCode.DONE;
  }

  private static void list(
      RiskIndex reader, FilingFilter filter, OutputFormat written, Streams streams)
      throws IOException {
    List<IndexedFiling> listed = new ArrayList<>();
    reader.filings(filter, listed::add);
    listed.sort(
        Comparator.comparing((IndexedFiling f) -> String.valueOf(f.facts().company()))
            .thenComparing(f -> String.valueOf(FilingTitle.date(f.facts()))));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (IndexedFiling f : listed) {
      rows.add(
          Arrays.asList(
              IndexedFiling.name(f.id()),
              f.facts().form(),
              FilingTitle.date(f.facts()),
              f.risks(),
              f.status().id(),
              f.facts().company(),
              f.path()));
    }
    DataTable table =
        new DataTable(
            "filings",
            "Filings",
            List.of(
                Column.text("filing", "Filing"),
                Column.text("form", "Form"),
                Column.date("date", "Date"),
                Column.count("risks", "Risks"),
                Column.text("status", "Status"),
                Column.text("company", "Company"),
                Column.text("path", "Path")),
            rows);
    (written == OutputFormat.JSON ? TableOutput.JSON : TableOutput.TABLE)
        .write(table, streams, null);
  }
}
