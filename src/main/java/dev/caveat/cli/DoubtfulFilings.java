package dev.caveat.cli;

import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.RiskIndex;
import dev.caveat.json.FilingStatusJson;
import dev.caveat.json.Json;
import dev.caveat.model.FilingFacts;
import dev.caveat.words.Counted;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The filings of an index that a person should check. */
final class DoubtfulFilings {
  private static final int SHOWN = 20;

  private final RiskIndex reader;
  private final Path index;
  private final FilingFilter filter;

  /**
   * Of an index.
   *
   * @param index its folder, for messages
   * @param filter of which filings
   */
  DoubtfulFilings(RiskIndex reader, Path index, FilingFilter filter) {
    this.reader = reader;
    this.index = index;
    this.filter = filter;
  }

  /** How many there are, and the command that lists them. */
  static String line(int n, Path index) {
    return Counted.of(n, "filing")
        + " to review: caveat status --doubtful"
        + IndexOption.hint(index);
  }

  /**
   * Writes a list for reading, the worst first.
   *
   * @param all whether to list every one, not the first few
   */
  void writeTable(Streams streams, boolean all) throws IOException {
    PrintStream out = streams.out();
    int n = reader.doubtfulCount(filter);
    if (n == 0) {
      out.println("no filings to review in " + index);
      return;
    }
    int width = streams.terminal().textWidth();
    Paint paint = new Paint(streams.terminal().colors());
    out.println(paint.bold(Counted.of(n, "filing") + " to review") + " in " + index);
    List<IndexedFiling> shown = new ArrayList<>();
    reader.doubtful(filter, all ? n : SHOWN, shown::add);
    for (IndexedFiling f : shown) {
      out.println();
      out.println(TextWrap.wrap(paint.bold(title(f)), width, 4).stripLeading());
      out.println(TextWrap.wrap("    ", f.status().id() + "; " + f.doubt().reasons(), width, 4));
      out.println("    " + paint.dim(next(f)));
    }
    if (n > shown.size()) {
      out.println();
      out.println("and " + (n - shown.size()) + " more (--all lists them)");
    }
  }

  private static String title(IndexedFiling filing) {
    FilingFacts f = filing.facts();
    String company = f.company() == null ? filing.path() : f.company();
    return FilingTitle.joined(company, f.form(), FilingTitle.date(f), filing.name());
  }

  private String next(IndexedFiling filing) {
    return "caveat outline " + filing.name() + IndexOption.hint(index);
  }

  /** Writes one JSON object a line and filing, the worst first. */
  void writeJson(PrintStream out) throws IOException {
    try (Json.Lines json = Json.lines(out)) {
      reader.doubtful(filter, Math.max(1, reader.doubtfulCount(filter)), f -> write(json, f));
    }
  }

  private void write(Json.Lines json, IndexedFiling filing) {
    try {
      json.write(FilingStatusJson.of(filing, next(filing)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
