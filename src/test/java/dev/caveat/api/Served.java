package dev.caveat.api;

import dev.caveat.Caveat;
import dev.caveat.Library;
import dev.caveat.http.Client;
import dev.caveat.http.Gate;
import dev.caveat.http.ProblemPage;
import dev.caveat.http.Server;
import dev.caveat.http.ServerSettings;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The API over an index of the invented filings. */
final class Served implements Closeable {
  static final Path FILINGS = Path.of("corpora/filings");
  static final ProblemPage PAGE = (problem, id) -> "<p>" + problem.code() + "</p>";

  private final Library library;
  private final Server server;
  private final ByteArrayOutputStream defects = new ByteArrayOutputStream();
  final Api api;
  final Client client;

  private Served(Path index, ServerSettings.Builder settings) throws IOException {
    library = Caveat.open(index);
    ServerSettings built = settings.port(0).build();
    api = new Api(library, built, new Gate());
    server =
        Server.start(
            built, PAGE, new PrintStream(defects, true, StandardCharsets.UTF_8), List.of(api));
    client = new Client(server.port());
  }

  /** Indexes them in a new folder, and answers as set. */
  static Served of(Path folder, ServerSettings.Builder settings) throws IOException {
    return over(index(folder, filings()), settings);
  }

  /** Indexes some in a new folder. */
  static Path index(Path folder, List<Path> filings) throws IOException {
    Path index = folder.resolve("index");
    try (Library library = Caveat.open(index)) {
      library.index(filings, done -> {});
    }
    return index;
  }

  /** Over an index that is there or not. */
  static Served over(Path index, ServerSettings.Builder settings) throws IOException {
    return new Served(index, settings);
  }

  static List<Path> filings() throws IOException {
    try (Stream<Path> all = Files.list(FILINGS)) {
      return all.filter(p -> !p.toString().endsWith(".json")).sorted().toList();
    }
  }

  Library library() {
    return library;
  }

  /** Stack traces of answers with status 500. */
  String defects() {
    return defects.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    client.close();
    server.close();
    library.close();
  }
}
