package dev.caveat.cli;

import dev.caveat.index.IndexSchema;
import dev.caveat.index.IndexedFiling;
import dev.caveat.json.IndexStatusJson;
import dev.caveat.json.Json;
import dev.caveat.library.IndexCounts;
import dev.caveat.model.VisibleText;
import dev.caveat.words.Counted;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Tables of what an index holds. */
final class IndexStatus {
  private static final String UNKNOWN = "unknown";

  /** The method of an answer that rests on the form alone. */
  private static final String BY_FORM = "form";

  private static final int SHOWN = 20;

  private final IndexCounts counts;

  /** Of what an index holds. */
  IndexStatus(IndexCounts counts) {
    this.counts = counts;
  }

  /** Writes one JSON object. */
  void writeJson(Path index, PrintStream out) throws IOException {
    Json.write(out, IndexStatusJson.of(index, counts));
  }

  /**
   * Writes tables for reading.
   *
   * @param all whether to list every filing without risks, not the first few of forms that may
   *     carry some
   */
  void writeTable(Path index, Streams streams, boolean all) {
    PrintStream out = streams.out();
    Paint paint = new Paint(streams.terminal().colors());
    out.println(
        paint.bold(
                Counted.of(counts.filings(), "filing") + ", " + Counted.of(counts.risks(), "risk"))
            + " in "
            + index
            + " (schema version "
            + IndexSchema.VERSION
            + ")");
    if (counts.doubtful() > 0) {
      out.println(DoubtfulFilings.line(counts.doubtful(), index));
    }
    writeTable(out, paint, "Status", counts.byStatus());
    writeTable(out, paint, "Form", counts.byForm());
    writeTable(out, paint, "Year", counts.byYear());
    writeTable(out, paint, "Risks by category", counts.byCategory());
    if (!counts.withoutRisks().isEmpty()) {
      writeWithout(out, paint, streams.terminal().width(), all);
    }
  }

  private static void writeTable(
      PrintStream out, Paint paint, String title, Map<String, Integer> counts) {
    if (counts.isEmpty()) {
      return;
    }
    out.println();
    out.println(paint.bold(title));
    int width = counts.keySet().stream().mapToInt(String::length).max().orElse(0);
    counts.forEach(
        (value, n) -> out.println("  " + value + " ".repeat(width - value.length()) + pad(n)));
  }

  private static String pad(int n) {
    String digits = Integer.toString(n);
    return " ".repeat(Math.max(2, 8 - digits.length())) + digits;
  }

  private void writeWithout(PrintStream out, Paint paint, int width, boolean all) {
    List<IndexedFiling> listed =
        counts.withoutRisks().stream()
            .filter(f -> all || !f.method().equals(BY_FORM))
            .sorted(Comparator.comparing(IndexStatus::form).thenComparing(IndexedFiling::path))
            .toList();
    int shown = all ? listed.size() : Math.min(SHOWN, listed.size());
    out.println();
    out.println(paint.bold("Without risks"));
    for (IndexedFiling f : listed.subList(0, shown)) {
      out.println("  " + VisibleText.line(f.path()));
      String why = form(f) + ", " + f.status().id() + ": " + f.evidence().replaceAll("\\s+", " ");
      out.println("    " + paint.dim(TextWrap.cut(why, width - 4)));
    }
    if (listed.size() > shown) {
      out.println("  and " + (listed.size() - shown) + " more (--all lists them)");
    }
    int leftOut = counts.withoutRisks().size() - listed.size();
    if (leftOut > 0) {
      out.println(
          "  not shown: "
              + Counted.of(leftOut, "filing")
              + " of forms that never carry risk factors (--all lists them)");
    }
  }

  private static String form(IndexedFiling filing) {
    String form = filing.facts().form();
    return form == null ? UNKNOWN : form;
  }
}
