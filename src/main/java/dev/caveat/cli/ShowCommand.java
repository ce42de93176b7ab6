package dev.caveat.cli;

import dev.caveat.error.CaveatException;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.IndexedRisk;
import dev.caveat.index.RiskIndex;
import dev.caveat.json.FilingCaptionsJson;
import dev.caveat.json.FoundRiskJson;
import dev.caveat.json.Json;
import dev.caveat.library.FiledPassage;
import dev.caveat.library.OneFiling;
import dev.caveat.library.RiskLookup;
import dev.caveat.model.RiskFactor;
import java.io.IOException;
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

/** {@code caveat show}: single risks in full, or the captions of a filing. */
@Command(
    name = "show",
    description = {
      "Prints indexed risks in full, with their sentences and entities, or lists a filing's"
          + " captions.",
      "",
      "FILING is an accession number, a path as indexed, or at least the first six digits of a"
          + " SHA-256, as 'caveat search' shows it; FILING#N is its Nth risk. On a terminal,"
          + " regulators, dates, amounts, percentages and laws are in color. Each is followed by its"
          + " value in brackets, unless the text states it: [2003-03-31], [1600000 USD], [us-sec]."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat show 0000320193-23-000106         captions",
      "  caveat show 0000320193-23-000106#4       one risk",
      "  caveat show filings/10-k.htm#4 7da8f2157cd3#16",
      "  caveat show 0000320193-23-000106#4 --source",
      "  caveat show 0000320193-23-000106#4 --format json | jq '.entities[].value'"
    })
final class ShowCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Mixin private IndexOption index = new IndexOption();

  @Parameters(
      paramLabel = "FILING[#N]",
      arity = "1..*",
      description = "A risk, or a filing to list its captions.")
  private List<Path> names = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = OutputFormat.Single.class,
      description = "table (default) or json.")
  private @Nullable String format;

  @Option(
      names = "--source",
      description = "Print the risk as filed, with markup, from the indexed file.")
  private boolean source;

  @Override
  public Integer call() throws IOException {
    if (source && format != null) {
      throw CommandException.usage("--source cannot be used with --format");
    }
    Streams streams = Objects.requireNonNull(root).streams();
    OutputFormat written = OutputFormat.single(format);
    try (RiskIndex reader = RiskIndex.open(index.path());
        Json.Lines json = Json.lines(streams.out())) {
      return show(reader, written == OutputFormat.JSON ? json : null, streams);
    }
  }

  /** Shows each of the names; one that cannot be found does not end the run. */
  private int show(RiskIndex reader, Json.@Nullable Lines json, Streams streams)
      throws IOException {
    int failed = 0;
    for (String name : IndexCommand.names(names)) {
      try {
        show(reader, name, json, streams);
      } catch (CommandException e) {
        failed++;
        streams.err().println("caveat show: " + e.getMessage());
      } catch (CaveatException e) {
        failed++;
        streams.err().println("caveat show: " + NextSteps.told(e));
      }
    }
    return failed == 0
        ? ExitCode.DONE
        : failed < names.size() ? ExitCode.SOME_FAILED : ExitCode.NOTHING_DONE;
  }

  private void show(RiskIndex reader, String name, Json.@Nullable Lines json, Streams streams)
      throws IOException {
    RiskLookup lookup = new RiskLookup(reader, index.path());
    if (!lookup.namesRisk(name)) {
      if (source) {
        throw CommandException.nothingDone(
            "--source takes single risks, such as %s#1; 'caveat show %s' lists them"
                .formatted(name, name));
      }
      writeCaptions(reader, lookup.filing(name), json, streams);
      return;
    }
    IndexedRisk found = lookup.risk(name);
    RiskFactor risk = Objects.requireNonNull(found.risk());
    if (source) {
      IndexedFiling filing = lookup.filing(name.substring(0, name.lastIndexOf('#')));
      streams.out().println(FiledPassage.of(OneFiling.of(reader, filing), risk));
    } else if (json != null) {
      json.write(FoundRiskJson.of(found, risk));
    } else {
      new RiskPage(streams).write(found, risk, reader.taxonomy());
    }
  }

  private static void writeCaptions(
      RiskIndex reader, IndexedFiling filing, Json.@Nullable Lines json, Streams streams)
      throws IOException {
    List<RiskFactor> risks = reader.risks(filing.id());
    if (json != null) {
      json.write(FilingCaptionsJson.of(filing, risks));
    } else {
      int width = streams.terminal().textWidth();
      streams.out().print(RiskOutline.of(filing, risks, width));
    }
  }
}
