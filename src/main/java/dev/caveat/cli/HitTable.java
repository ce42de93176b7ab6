package dev.caveat.cli;

import dev.caveat.index.IndexedRisk;
import dev.caveat.search.Hit;
import dev.caveat.search.Passage;
import dev.caveat.search.SearchRequest;
import dev.caveat.search.SearchResult;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Hits for people. */
final class HitTable {
  private static final int INDENT = 5;
  private static final int SHORTEST_COMPANY = 8;
  private static final int MOST_COUNTS = 8;
  private static final int SHA256_DIGITS = 64;
  private static final int SHOWN_DIGITS = 12;

  private final PrintStream out;
  private final Paint paint;
  private final int width;

  HitTable(Streams streams) {
    this.out = streams.out();
    this.paint = new Paint(streams.terminal().colours());
    this.width = streams.terminal().textWidth();
  }

  void write(SearchRequest request, SearchResult result) {
    if (result.didYouMean() != null) {
      out.println("Did you mean: " + paint.bold(result.didYouMean()));
      out.println();
    }
    if (result.hits().isEmpty()) {
      writeNextSteps(request);
      return;
    }
    result.hits().forEach(this::write);
    result.facets().forEach(this::writeCounts);
    double millis = result.took().toNanos() / 1e6;
    out.println(
        paint.dim(
            String.format(
                Locale.ROOT,
                "%d of %d %s, %.0f ms",
                result.hits().size(),
                result.total(),
                result.total() == 1 ? "match" : "matches",
                millis)));
  }

  private void write(Hit hit) {
    IndexedRisk risk = hit.risk();
    String rank = String.format(Locale.ROOT, "%3d. ", hit.rank());
    out.println(rank + paint.cyan(filing(risk, width - INDENT)));
    if (risk.risk() != null && !risk.risk().group().isEmpty()) {
      line(paint.dim(String.join(" › ", risk.risk().group())), INDENT);
    }
    line(paint.bold(hit.heading().marked(paint.markStart(), paint.markEndInBold())), INDENT);
    for (Passage p : hit.passages()) {
      line(p.marked(paint.markStart(), paint.markEnd()), INDENT + 2);
    }
    if (!hit.similar().isEmpty()) {
      line(paint.dim("and much the same: " + joined(hit)), INDENT);
    }
    out.println();
  }

  private static String joined(Hit hit) {
    return String.join(
        ", ", hit.similar().stream().map(r -> name(r.filing()) + "#" + r.ordinal()).toList());
  }

  /**
   * Company, form, year, and the name by which {@code --more-like} takes the risk. Where there is
   * no room for all, the company is cut.
   */
  private static String filing(IndexedRisk risk, int width) {
    List<String> parts = new ArrayList<>();
    if (risk.facts().form() != null) {
      parts.add(risk.facts().form());
    }
    if (risk.year() != null) {
      parts.add(risk.year().toString());
    }
    parts.add(risk.ordinal() == 0 ? risk.status().id() : name(risk.id()) + "#" + risk.ordinal());
    String rest = " · " + String.join(" · ", parts);
    String company = risk.facts().company();
    int room = Math.max(SHORTEST_COMPANY, width - rest.length());
    return TextWrap.cut(company == null ? fileName(risk.path()) : company, room) + rest;
  }

  /** A filing's key; of a hash as much as names it well enough. */
  private static String name(String id) {
    return id.length() == SHA256_DIGITS ? id.substring(0, SHOWN_DIGITS) : id;
  }

  private static String fileName(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private void line(String text, int indent) {
    out.println(TextWrap.wrap(text, width, indent));
  }

  private void writeCounts(String dimension, Map<String, Integer> counts) {
    List<String> shown = new ArrayList<>();
    counts.forEach((value, n) -> shown.add(value + " " + n));
    int more = shown.size() - MOST_COUNTS;
    String text = String.join(", ", shown.subList(0, Math.min(MOST_COUNTS, shown.size())));
    line(paint.bold(dimension) + ": " + text + (more > 0 ? ", " + more + " more" : ""), 0);
  }

  private void writeNextSteps(SearchRequest request) {
    out.println("Nothing found. What may help:");
    if (request.query().contains("\"")) {
      out.println("  - the words without quotes, which finds other forms of them too");
    }
    if (request.query().contains("AND") || request.query().contains("+")) {
      out.println("  - fewer words that must occur");
    }
    if (!request.filter().isEmpty() || request.latest()) {
      out.println("  - fewer filters: --company, --form, --year and the like");
    }
    out.println("  - a word's beginning, such as cyber*, or a guess at its spelling, taiwn~");
    out.println("  - 'caveat status', which shows what is indexed");
  }
}
