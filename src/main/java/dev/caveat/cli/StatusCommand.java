package dev.caveat.cli;

import dev.caveat.index.FilingFilter;
import dev.caveat.index.RiskIndex;
import java.io.IOException;
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
          + " without a section of risks, each with the words that say so."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat status",
      "  caveat status --form 10-Q --all            every 10-Q without risks",
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
          "List every filing without risks, those of forms that never carry any among them.")
  private boolean all;

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
    IndexStatus status = new IndexStatus();
    try (RiskIndex reader = RiskIndex.open(index.path())) {
      UnknownForms.report(reader, filter, "caveat status", streams.err());
      reader.filings(filter, status::add);
      status.categories(reader.categories(filter));
    }
    if (written == OutputFormat.JSON) {
      status.writeJson(index.path(), streams.out());
    } else {
      status.writeTable(index.path(), streams, all);
    }
    return ExitCode.DONE;
  }
}
