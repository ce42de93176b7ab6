package dev.caveat.cli;

import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.RiskIndex;
import dev.caveat.index.RiskIndexWriter;
import dev.caveat.library.IndexRun;
import dev.caveat.library.UnknownForms;
import dev.caveat.model.VisibleText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code caveat remove}: takes filings out of an index. */
@Command(
    name = "remove",
    description = {
      "Removes filings and their risks from an index; the files themselves are kept.",
      "",
      "FILING is an accession number, a path as indexed, or at least the first six digits of a"
          + " SHA-256. Filters choose filings, too; if both are given, a filing must match both."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat remove 0000320193-23-000106",
      "  caveat remove filings/10-k.htm",
      "  caveat remove --cik 320193 --year 2019 --dry-run"
    })
final class RemoveCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Mixin private IndexOption index = new IndexOption();

  @Mixin private FilterOptions filters = new FilterOptions();

  @Parameters(
      paramLabel = "FILING",
      arity = "0..*",
      description = "Accession number, path or SHA-256.")
  private List<Path> names = List.of();

  @Option(names = "--dry-run", description = "Show what would be removed without removing it.")
  private boolean dryRun;

  @Override
  public Integer call() throws IOException {
    Streams streams = Objects.requireNonNull(root).streams();
    FilingFilter filter = filters.filter();
    if (names.isEmpty() && filter.isEmpty()) {
      throw CommandException.usage("name a filing, or choose filings with an option such as --cik");
    }
    List<String> unknown = new ArrayList<>();
    Map<String, IndexedFiling> meant = meant(filter, unknown);
    unknown.forEach(n -> streams.err().println("caveat remove: filing not found: " + n));
    if (meant.isEmpty()) {
      streams.err().println("caveat remove: nothing to remove in " + index.path());
      return ExitCode.NOTHING_DONE;
    }
    if (!dryRun) {
      remove(meant);
    }
    String verb = dryRun ? "would remove " : "removed ";
    meant
        .values()
        .forEach(f -> streams.out().println(VisibleText.line(verb + f.id() + " " + f.path())));
    return unknown.isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }

  private Map<String, IndexedFiling> meant(FilingFilter filter, List<String> unknown)
      throws IOException {
    Map<String, IndexedFiling> meant = new TreeMap<>();
    try (RiskIndex reader = RiskIndex.open(index.path())) {
      PrintStream err = Objects.requireNonNull(root).streams().err();
      UnknownForms.of(reader, filter).forEach(l -> err.println("caveat remove: " + l));
      if (names.isEmpty()) {
        reader.filings(filter, f -> meant.put(f.id(), f));
      }
      for (String name : IndexCommand.names(names)) {
        List<IndexedFiling> named = reader.named(name, filter);
        named.forEach(f -> meant.put(f.id(), f));
        if (named.isEmpty()) {
          unknown.add(name);
        }
      }
    }
    return meant;
  }

  private void remove(Map<String, IndexedFiling> meant) throws IOException {
    try (RiskIndexWriter writer = RiskIndexWriter.open(index.path())) {
      for (String id : meant.keySet()) {
        writer.remove(id);
      }
      IndexRun.review(writer);
    }
  }
}
