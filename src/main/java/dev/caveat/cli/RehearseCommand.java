package dev.caveat.cli;

import dev.caveat.http.ServerSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Runs the usual commands once over one small invented filing, without a word, so that the launcher
 * can record which classes they load and start from that record. Hidden from the help.
 */
@Command(
    name = "rehearse",
    hidden = true,
    description = "Runs the usual commands once, for the launcher's start-up cache.")
final class RehearseCommand implements Callable<Integer> {
  private static final String FILING = "rehearsal.txt";

  /** What an agent asks; the other commands do not read it. */
  private static final String MESSAGES =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",\
      "capabilities":{},"clientInfo":{"name":"rehearsal","version":"1"}}}
      {"jsonrpc":"2.0","method":"notifications/initialized"}
      {"jsonrpc":"2.0","id":2,"method":"tools/list"}
      {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"search",\
      "arguments":{"q":"sole suppliers"}}}
      {"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"read_risk",\
      "arguments":{"risk":"0000000000-25-000001#2"}}}
      """;

  /** Plays all, whatever becomes of each; the answer is the worst exit code. */
  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("caveat-rehearsal");
    try {
      int worst = ExitCode.DONE;
      for (List<String> command : program(layOut(folder), folder.resolve("index").toString())) {
        worst = Math.max(worst, Main.run(command.toArray(String[]::new), silent()));
      }
      serve(folder.resolve("index"));
      return worst;
    } finally {
      delete(folder);
    }
  }

  /** What is worth a fast start; each finds what those before it have left. */
  private static List<List<String>> program(String filing, String index) {
    return List.of(
        List.of("--version"),
        List.of("--help"),
        List.of("search", "--help"),
        List.of("extract", filing),
        List.of("index", "--index", index, filing),
        List.of("status", "--index", index),
        List.of("search", "--index", index, "sole suppliers"),
        List.of("search", "--index", index, "\"sole supplier\" OR tariff*", "--format", "json"),
        List.of("search", "--index", index, "breach", "--form", "10-K", "--year", "2020-2030"),
        List.of("show", "--index", index, "0000000000-25-000001#2"),
        List.of("mcp", "--index", index));
  }

  /** The first pages of the server. */
  private static void serve(Path index) throws IOException {
    ServerSettings settings = ServerSettings.builder().port(0).build();
    try (ServedIndex served = ServedIndex.start(index, settings, silent().err())) {
      for (String page : List.of("", "search?q=suppliers", "filings/0000000000-25-000001")) {
        try (InputStream in = URI.create(served.address() + page).toURL().openStream()) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
    }
  }

  private static String layOut(Path folder) throws IOException {
    Path filing = folder.resolve(FILING);
    try (InputStream in = RehearseCommand.class.getResourceAsStream(FILING)) {
      Files.copy(Objects.requireNonNull(in, FILING), filing);
    }
    return filing.toString();
  }

  /** A colored screen that nobody sees. */
  private static Streams silent() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Streams(
        new ByteArrayInputStream(MESSAGES.getBytes(StandardCharsets.UTF_8)),
        nowhere,
        nowhere,
        new Terminal(true, false, 100));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
