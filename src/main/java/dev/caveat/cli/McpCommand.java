package dev.caveat.cli;

import dev.caveat.Caveat;
import dev.caveat.Library;
import dev.caveat.mcp.AgentServer;
import dev.caveat.mcp.StandardStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code caveat mcp}: the index for an agent. */
@Command(
    name = "mcp",
    description = {
      "Serves an index to an AI agent, which starts this command itself and talks to it over"
          + " standard input and output (Model Context Protocol).",
      "",
      "The agent can search, read, compare and report; it cannot change anything. It sees no files"
          + " but those in folders named by --allow. How to set up clients: docs/agents.md. Over"
          + " HTTP, the same is at /mcp of caveat serve."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat mcp --index /home/me/risks",
      "  caveat mcp --allow ~/filings",
      "  claude mcp add caveat -- /path/to/caveat mcp --index /home/me/risks"
    })
final class McpCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Mixin private IndexOption index = new IndexOption();

  @Option(
      names = "--allow",
      paramLabel = "FOLDER",
      description =
          "A folder whose files the agent may read with the tool extract. May be repeated."
              + " Default: none")
  private List<Path> folders = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Streams streams = Objects.requireNonNull(root).streams();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw CommandException.usage("--allow: there is no folder " + folder);
      }
    }
    try (Library library = Caveat.open(index.path())) {
      StandardStreams.serve(
          AgentServer.over(library, folders, streams.err()), streams.in(), streams.out());
    }
    return ExitCode.DONE;
  }
}
