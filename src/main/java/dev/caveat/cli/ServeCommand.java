package dev.caveat.cli;

import dev.caveat.http.ServerSettings;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code caveat serve}: the index in a browser. */
@Command(
    name = "serve",
    description = {
      "Opens an index in the browser: search, read, compare and report, and add filings.",
      "",
      "Programs use the same address: the API is under /api/v1, its description at"
          + " /api/v1/openapi.json. Only programs on this machine can connect, unless --host names"
          + " another address; clients must then present --token."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat serve --open",
      "  caveat serve --index risks --port 9000 --read-only",
      "  CAVEAT_TOKEN=$(openssl rand -hex 16) caveat serve --host 0.0.0.0",
      "  curl 'http://127.0.0.1:8080/api/v1/search?q=tariffs&form=10-K'"
    })
final class ServeCommand implements Callable<Integer> {
  private static final String TOKEN_VARIABLE = "CAVEAT_TOKEN";
  private static final int MEGABYTE_BITS = 20;

  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Mixin private IndexOption index = new IndexOption();

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen on. Default: 127.0.0.1, this machine only")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port to listen on; 0 for any free one. Default: 8080")
  private int port = ServerSettings.defaults().port();

  @Option(names = "--open", description = "Open the start page in the browser.")
  private boolean open;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description =
          "What clients must present. Default: the variable CAVEAT_TOKEN, which others on this"
              + " machine cannot see in the list of processes.")
  private @Nullable String token;

  @Option(
      names = "--host-name",
      paramLabel = "NAME",
      split = ",",
      description = "Another name by which clients reach this server. May be repeated.")
  private Set<String> hostNames = new LinkedHashSet<>();

  @Option(
      names = "--allow-origin",
      paramLabel = "URL",
      split = ",",
      description = "A website whose scripts may read the API. Default: none")
  private Set<String> origins = new LinkedHashSet<>();

  @Option(names = "--read-only", description = "Refuse everything that changes the index.")
  private boolean readOnly;

  @Option(
      names = "--max-upload",
      paramLabel = "MB",
      description = "Largest upload in megabytes. Default: 512")
  private long maxUpload = ServerSettings.defaults().maxUpload() >> MEGABYTE_BITS;

  @Option(
      names = "--access-log",
      paramLabel = "FILE",
      description = "Append a line per request to a file; - for standard error.")
  private @Nullable Path accessLog;

  @Option(names = "--log-queries", description = "Include what was searched for in the access log.")
  private boolean logQueries;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Streams streams = Objects.requireNonNull(root).streams();
    try (ServedIndex served = ServedIndex.start(index.path(), settings(streams), streams.err());
        Interruption interruption = Interruption.does(served::stop)) {
      streams.out().println("Caveat is at " + served.address() + "  (stop with Ctrl-C)");
      streams.out().flush();
      if (open) {
        Browser.open(served.address(), streams.err());
      }
      served.join();
    }
    return ExitCode.DONE;
  }

  private ServerSettings settings(Streams streams) throws IOException {
    String secret = token == null ? System.getenv(TOKEN_VARIABLE) : token;
    if (logQueries && accessLog == null) {
      throw CommandException.usage("--log-queries needs --access-log");
    }
    if (maxUpload < 1) {
      throw CommandException.usage("--max-upload must be 1 or more, not " + maxUpload);
    }
    try {
      return ServerSettings.builder()
          .host(host)
          .port(port)
          .token(secret == null || secret.isBlank() ? null : secret.strip())
          .hostNames(
              hostNames.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()))
          .origins(origins)
          .readOnly(readOnly)
          .maxUpload(maxUpload << MEGABYTE_BITS)
          .accessLog(log(streams))
          .logQueries(logQueries)
          .build();
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(e.getMessage() + " (--host, --port, --token)");
    }
  }

  private @Nullable PrintStream log(Streams streams) throws IOException {
    if (accessLog == null) {
      return null;
    }
    return accessLog.toString().equals("-")
        ? streams.err()
        : new PrintStream(
            new FileOutputStream(accessLog.toFile(), true), true, StandardCharsets.UTF_8);
  }
}
