package dev.caveat.cli;

import dev.caveat.json.Json;
import dev.caveat.json.TopicJson;
import dev.caveat.search.Hit;
import dev.caveat.search.RiskSearcher;
import dev.caveat.search.SearchRequest;
import dev.caveat.search.SearchResult;
import dev.caveat.search.query.QuerySyntaxException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Many queries from a file, as in a retrieval experiment; a bad one does not end the run. */
final class TopicRun {
  private static final String TAG = "caveat";

  private final RiskSearcher searcher;
  private final SearchRequest request;
  private final OutputFormat format;
  private final Streams streams;
  private int done;
  private int failed;

  TopicRun(RiskSearcher searcher, SearchRequest request, OutputFormat format, Streams streams) {
    this.searcher = searcher;
    this.request = request;
    this.format = format;
    this.streams = streams;
  }

  /** Runs the queries of a file and answers with the exit code. */
  int run(String file) throws IOException {
    try (BufferedReader lines = reader(file);
        Json.Lines json = Json.lines(streams.out())) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          topic(line, number, json);
        }
      }
    }
    return failed == 0 ? ExitCode.DONE : done > 0 ? ExitCode.SOME_FAILED : ExitCode.NOTHING_DONE;
  }

  private BufferedReader reader(String file) throws IOException {
    return file.equals("-")
        ? new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8))
        : Files.newBufferedReader(Path.of(file));
  }

  private void topic(String line, int number, Json.Lines json) throws IOException {
    int first = line.indexOf('\t');
    try {
      if (first < 1) {
        throw new QuerySyntaxException("expected id<TAB>query");
      }
      String id = line.substring(0, first);
      String query = line.substring(line.lastIndexOf('\t') + 1);
      write(id, searcher.search(request.toBuilder().query(query).build()), json);
      done++;
    } catch (QuerySyntaxException e) {
      failed++;
      streams.err().println("caveat search: line " + number + ": " + e.getMessage());
    }
  }

  private void write(String id, SearchResult result, Json.Lines json) throws IOException {
    if (format == OutputFormat.TREC) {
      writeTrec(id, result, streams.out());
    } else {
      json.write(TopicJson.of(id, result));
    }
  }

  /** Writes hits as {@code topic Q0 filing#ordinal rank score tag}. */
  static void writeTrec(String id, SearchResult result, PrintStream out) {
    for (Hit h : result.hits()) {
      String risk = h.risk().id() + "#" + h.risk().ordinal();
      out.println(id + " Q0 " + risk + " " + h.rank() + " " + h.score() + " " + TAG);
    }
  }
}
