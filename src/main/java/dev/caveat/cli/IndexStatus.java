package dev.caveat.cli;

import dev.caveat.index.IndexSchema;
import dev.caveat.index.IndexedFiling;
import dev.caveat.json.FilingStatusJson;
import dev.caveat.json.IndexStatusJson;
import dev.caveat.json.Json;
import dev.caveat.model.RiskSection.Status;
import dev.caveat.model.VisibleText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts of an index's filings, and those without risks. */
final class IndexStatus {
  private static final String UNKNOWN = "unknown";

  /** The method of an answer that rests on the form alone. */
  private static final String BY_FORM = "form";

  private static final int SHOWN = 20;

  private final Map<String, Integer> byForm = new TreeMap<>();
  private final Map<String, Integer> byYear = new TreeMap<>();
  private final Map<String, Integer> byStatus = new TreeMap<>();
  private Map<String, Integer> byCategory = Map.of();
  private final List<IndexedFiling> without = new ArrayList<>();
  private int filings;
  private int risks;
  private int doubtful;

  /** Takes the counts of risks by category. */
  void categories(Map<String, Integer> counts) {
    byCategory = counts;
  }

  /** Counts a filing. */
  void add(IndexedFiling filing) {
    filings++;
    risks += filing.risks();
    doubtful += filing.doubt().isDoubtful() ? 1 : 0;
    count(byForm, filing.facts().form());
    count(byYear, filing.year());
    count(byStatus, filing.status().id());
    if (filing.status() != Status.PRESENT || filing.risks() == 0) {
      without.add(filing);
    }
  }

  private static void count(Map<String, Integer> counts, @Nullable Object value) {
    counts.merge(value == null ? UNKNOWN : value.toString(), 1, Integer::sum);
  }

  /** Writes one JSON object. */
  void writeJson(Path index, PrintStream out) throws IOException {
    Json.write(
        out,
        new IndexStatusJson(
            index.toString(),
            IndexSchema.VERSION,
            filings,
            risks,
            doubtful,
            byForm,
            byYear,
            byStatus,
            byCategory,
            without.stream().map(f -> FilingStatusJson.of(f, null)).toList()));
  }

  /**
   * Writes tables for reading.
   *
   * @param all whether to list every filing without risks, not the first few of forms that may
   *     carry some
   */
  void writeTable(Path index, Streams streams, boolean all) {
    PrintStream out = streams.out();
    Paint paint = new Paint(streams.terminal().colours());
    out.println(
        paint.bold(Counted.of(filings, "filing") + ", " + Counted.of(risks, "risk"))
            + " in "
            + index
            + " (schema version "
            + IndexSchema.VERSION
            + ")");
    if (doubtful > 0) {
      out.println(DoubtfulFilings.line(doubtful, index));
    }
    writeTable(out, paint, "Status", byStatus);
    writeTable(out, paint, "Form", byForm);
    writeTable(out, paint, "Year", byYear);
    writeTable(out, paint, "Risks by category", byCategory);
    if (!without.isEmpty()) {
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
        without.stream()
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
    int leftOut = without.size() - listed.size();
    if (leftOut > 0) {
      out.println(
          "  left out: "
              + Counted.of(leftOut, "filing")
              + " of forms that never carry risk factors (--all lists them)");
    }
  }

  private static String form(IndexedFiling filing) {
    String form = filing.facts().form();
    return form == null ? UNKNOWN : form;
  }
}
