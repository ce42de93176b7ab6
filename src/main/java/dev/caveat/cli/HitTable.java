package dev.caveat.cli;

import dev.caveat.index.IndexSchema;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.IndexedRisk;
import dev.caveat.model.RiskFactor;
import dev.caveat.search.Hit;
import dev.caveat.search.SearchRequest;
import dev.caveat.search.SearchResult;
import dev.caveat.search.Snippet;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Hits for people. */
final class HitTable {
  private static final int INDENT = 5;
  private static final int MAX_COUNTS = 8;

  private final PrintStream out;
  private final Paint paint;
  private final int width;

  HitTable(Streams streams) {
    this.out = streams.out();
    this.paint = new Paint(streams.terminal().colors());
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
    result.facets().forEach((d, counts) -> writeCounts(d, counts, result.regulators()));
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
    if (risk.risk() != null && !place(risk.risk()).isEmpty()) {
      line(paint.dim(place(risk.risk())), INDENT);
    }
    line(paint.bold(hit.heading().marked(paint.markStart(), paint.markEndInBold())), INDENT);
    for (Snippet p : hit.snippets()) {
      line(p.marked(paint.markStart(), paint.markEnd()), INDENT + 2);
    }
    if (risk.doubt().isDoubtful()) {
      line(paint.dim("doubtful filing: " + risk.doubt().reasons()), INDENT);
    }
    if (!hit.similar().isEmpty()) {
      line(paint.dim("near duplicates: " + joined(hit)), INDENT);
    }
    out.println();
  }

  /** The category and the group headings above. */
  private static String place(RiskFactor risk) {
    String group = String.join(" › ", risk.group());
    if (risk.classification().isEmpty()) {
      return group;
    }
    String category = "[" + risk.classification().category() + "]";
    return group.isEmpty() ? category : category + " " + group;
  }

  private static String joined(Hit hit) {
    return String.join(
        ", ",
        hit.similar().stream()
            .map(r -> IndexedFiling.name(r.filing()) + "#" + r.ordinal())
            .toList());
  }

  /**
   * Company, form, year, and the name by which {@code show} and {@code --more-like} take it. Where
   * there is no room for all, the company is cut.
   */
  private static String filing(IndexedRisk risk, int width) {
    String last =
        risk.ordinal() == 0
            ? risk.status().id()
            : IndexedFiling.name(risk.id()) + "#" + risk.ordinal();
    return FilingTitle.of(risk.path(), risk.facts(), risk.year(), last, width);
  }

  private void line(String text, int indent) {
    out.println(TextWrap.wrap(text, width, indent));
  }

  private void writeCounts(
      String dimension, Map<String, Integer> counts, Map<String, String> regulators) {
    List<String> shown = new ArrayList<>();
    boolean named = dimension.equals(IndexSchema.REGULATOR);
    counts.forEach(
        (value, n) -> shown.add(value + (named ? name(value, regulators) : "") + " " + n));
    int more = shown.size() - MAX_COUNTS;
    String text = String.join(", ", shown.subList(0, Math.min(MAX_COUNTS, shown.size())));
    line(paint.bold(dimension) + ": " + text + (more > 0 ? ", " + more + " more" : ""), 0);
  }

  private static String name(String id, Map<String, String> regulators) {
    String name = regulators.get(id);
    return name == null ? "" : " (" + name + ")";
  }

  private void writeNextSteps(SearchRequest request) {
    out.println("Nothing found. Try:");
    if (request.query().contains("\"")) {
      out.println("  - removing the quotes, to find other forms of the words too");
    }
    if (request.query().contains("AND") || request.query().contains("+")) {
      out.println("  - fewer required words");
    }
    if (!request.filter().isEmpty() || request.latest()) {
      out.println("  - fewer filters, such as --company, --form or --year");
    }
    if (!request.categories().isEmpty()) {
      out.println("  - another --category, or --further, to match secondary categories too");
    }
    if (!request.entities().isEmpty()) {
      out.println(
          "  - a wider --money or --date range, or fewer of --regulator, --law, --money and --date");
    }
    out.println("  - a prefix, such as cyber*, or a fuzzy match, such as taiwn~");
    out.println("  - 'caveat status', to see what is indexed");
  }
}
