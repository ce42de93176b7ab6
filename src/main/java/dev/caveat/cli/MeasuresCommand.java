package dev.caveat.cli;

import dev.caveat.compare.Comparison;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.compare.FilingSeries.Pair;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.RiskIndex;
import dev.caveat.library.FilingPairs;
import dev.caveat.library.UnknownForms;
import dev.caveat.redline.MeasuresPanel;
import dev.caveat.report.DataTable;
import dev.caveat.words.Counted;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code caveat measures}: how similar each filing is to the previous one, as a panel. */
@Command(
    name = "measures",
    description = {
      "Compares each indexed filing with the company's previous filing on the same type of form and"
          + " writes one row per pair: cosine, Jaccard, minimum edit and simple similarity of the risk"
          + " factors, words added and removed, and how many risks were kept, changed, added and"
          + " removed.",
      "",
      "Filters choose the later filing of each pair; the previous one may be any in the index."
          + " 10-K405, 10-KSB and the like count as 10-K. An amendment is ignored if the filing it"
          + " amends is indexed. Filings without risks, or whose company, form or date is unknown, are"
          + " left out and counted. If the filings of some years are missing, the column daysApart"
          + " shows the gap. With --year-ago, a filing is compared with the one from a year earlier, a"
          + " 10-Q with the one for the same quarter."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat measures > panel.csv",
      "  caveat measures --form '10-K*' --output panel.csv",
      "  caveat measures --risks --cik 320193 --format json | jq 'select(.kind == \"added\")'"
    })
final class MeasuresCommand implements Callable<Integer> {
  /** What fits on a screen. */
  private static final List<String> SHOWN =
      List.of(
          "company",
          "form",
          "oldPeriod",
          "newPeriod",
          "kind",
          "old",
          "new",
          "heading",
          "newRisks",
          "unchanged",
          "cosmetic",
          "modified",
          "split",
          "merged",
          "added",
          "removed",
          "cosine",
          "jaccard",
          "minEdit",
          "simple");

  private static final double DAYS_A_YEAR = 365.25;

  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Mixin private IndexOption index = new IndexOption();

  @Mixin private FilterOptions filters = new FilterOptions();

  @Option(
      names = "--year-ago",
      description = "Compare with the filing from a year earlier, not the previous one.")
  private boolean yearAgo;

  @Option(
      names = "--risks",
      description = "Write one row per change of a risk instead of one per pair.")
  private boolean risks;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = TableOutput.Formats.class,
      description = "csv (default), json (one object per line) or table.")
  private @Nullable String format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write to a file: .csv, .jsonl or .txt.")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException {
    Streams streams = Objects.requireNonNull(root).streams();
    OutputFile file = OutputFile.of(output, List.of(), index.path());
    TableOutput written = TableOutput.of(format, file);
    FilingFilter filter = filters.filter();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (RiskIndex reader = RiskIndex.open(index.path())) {
      UnknownForms.of(reader, filter).forEach(l -> streams.err().println("caveat measures: " + l));
      FilingPairs found = FilingPairs.of(reader, filter, yearAgo);
      List<Pair<IndexedFiling>> pairs = found.pairs();
      try (StepProgress progress = StepProgress.of(streams, "Comparing", pairs.size())) {
        pairs.parallelStream()
            .map(pair -> rows(reader, pair, progress))
            .forEachOrdered(rows::addAll);
      }
      tell(found, streams.err());
    }
    DataTable table =
        risks
            ? new DataTable("changes", "Changes", MeasuresPanel.changeColumns(), rows)
            : new DataTable("pairs", "Pairs", MeasuresPanel.pairColumns(), rows);
    written.write(written == TableOutput.TABLE ? table.only(SHOWN) : table, streams, file);
    return ExitCode.DONE;
  }

  /** How many filings are in no pair, and why. */
  private static void tell(FilingPairs found, PrintStream err) {
    if (found.far() > 0) {
      err.println(
          String.format(
              Locale.ROOT,
              "caveat measures: warning: %d of %s more than 15 months apart, up to %.1f years:"
                  + " filings in between are not in the index; see daysApart",
              found.far(),
              Counted.of(found.pairs().size(), "pair"),
              found.furthest() / DAYS_A_YEAR));
    }
    err.println(
        Counted.of(found.pairs().size(), "pair")
            + "; without a pair: "
            + Counted.of(found.withoutRisks(), "filing")
            + " without risks, "
            + found.first()
            + " with no previous filing, "
            + found.unknown()
            + " with unknown company, form or date");
  }

  private List<List<@Nullable Object>> rows(
      RiskIndex reader, Pair<IndexedFiling> pair, StepProgress progress) {
    try {
      Comparison comparison =
          Comparison.of(side(reader, pair.before()), side(reader, pair.after()));
      progress.step();
      return risks
          ? MeasuresPanel.changeRows(comparison)
          : List.of(MeasuresPanel.pairRow(comparison));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Side side(RiskIndex reader, IndexedFiling filing) throws IOException {
    return new Side(filing.path(), filing.facts(), reader.risks(filing.id()));
  }
}
