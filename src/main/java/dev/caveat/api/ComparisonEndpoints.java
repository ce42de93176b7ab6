package dev.caveat.api;

import dev.caveat.Library;
import dev.caveat.api.Endpoint.Page;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.FilingSeries.Pair;
import dev.caveat.http.Gate;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import dev.caveat.json.ComparisonJson;
import dev.caveat.json.MeasuresPageJson;
import dev.caveat.json.ReportJson;
import dev.caveat.library.ComparedSides;
import dev.caveat.library.FilingPairs;
import dev.caveat.library.ReportRequest;
import dev.caveat.library.RequestParameters;
import dev.caveat.library.RequestParameters.Parameter;
import dev.caveat.redline.MeasuresPanel;
import dev.caveat.report.DataTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed between filings, and reports on many. */
final class ComparisonEndpoints {
  /** Each pair is compared word for word. */
  private static final Page PAIRS = new Page("limit", 100, 20);

  /** Of each, the texts are read. */
  private static final int MOST_REPORTED = 100;

  /** Each name is looked up. */
  private static final int MOST_NAMES = 50;

  private static final Parameter OLD = Parameter.text("old", "The earlier filing.");
  private static final Parameter NEW = Parameter.text("new", "The later filing.");

  private static final Parameter YEAR_AGO =
      Parameter.flag(
          "yearAgo", "true to compare with the filing from a year earlier, not the previous one.");

  private static final Parameter PEER =
      Parameter.texts(
          "peer", "A filing or company to compare with; sic for those of the same industry.");

  private static final Parameter BEFORE =
      Parameter.text(
          "before", "With a single filing: the one to compare it with. Default: the previous one.");

  private final Library library;
  private final Gate gate;

  ComparisonEndpoints(Library library, Gate gate) {
    this.library = library;
    this.gate = gate;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get(
                "/compare",
                ComparisonJson.class,
                "What became of each risk between two filings, and every changed word.",
                call -> gate.pass(() -> compare(call)))
            .with(List.of(OLD, NEW)),
        Endpoint.get(
                "/measures",
                MeasuresPageJson.class,
                "Compares filings with the company's previous ones; filters choose the later of"
                    + " each pair.",
                call -> gate.pass(() -> measures(call)))
            .with(RequestParameters.FILINGS)
            .with(List.of(YEAR_AGO))
            .with(PAIRS),
        Endpoint.get(
                "/report",
                ReportJson.class,
                "Figures and tables on the risks of filings, by category. With more than "
                    + MOST_REPORTED
                    + " filings only counts.",
                call -> gate.pass(() -> report(call)))
            .with(RequestParameters.FILINGS)
            .with(List.of(PEER, BEFORE))
            .withState(false)); // it is dated
  }

  private ComparisonJson compare(Call call) throws IOException {
    return ComparisonJson.of(
        library.compareIndexed(needed(call, OLD.name()), needed(call, NEW.name())));
  }

  private static String needed(Call call, String name) {
    String value = call.parameters().text(name);
    if (value == null) {
      throw Refusals.badRequest(name, name + ": name a filing");
    }
    return value;
  }

  private MeasuresPageJson measures(Call call) throws IOException {
    FilingFilter filter = call.parameters().filings();
    boolean yearAgo = Boolean.TRUE.equals(call.parameters().flag(YEAR_AGO.name()));
    int skip = call.skip();
    int length = call.pageLength();
    return library.use(
        s -> {
          FilingPairs all = FilingPairs.of(s.index(), filter, yearAgo);
          List<Pair<IndexedFiling>> page = all.pairs().stream().skip(skip).limit(length).toList();
          ComparedSides.Indexed sides = new ComparedSides.Indexed(s.index(), library.path());
          List<List<@Nullable Object>> rows = new ArrayList<>();
          for (Pair<IndexedFiling> pair : page) {
            rows.add(
                MeasuresPanel.pairRow(
                    Comparison.of(sides.of(pair.before().id()), sides.of(pair.after().id()))));
          }
          return MeasuresPageJson.of(
              all,
              new DataTable("pairs", "Pairs", MeasuresPanel.pairColumns(), rows),
              call.next(all.pairs().size()));
        });
  }

  private ReportJson report(Call call) throws IOException {
    List<String> filings = names(call, "filing");
    FilingFilter filter = call.parameters().filingsByFacts();
    ReportRequest request =
        ReportRequest.builder()
            .filings(filings)
            .filter(filter)
            .all(filings.isEmpty() && filter.isEmpty())
            .peers(names(call, PEER.name()))
            .before(call.parameters().text(BEFORE.name()))
            .indexedOnly(true)
            .mostTexts(MOST_REPORTED)
            .build();
    return ReportJson.of(library.report(request, note -> {}));
  }

  private static List<String> names(Call call, String name) {
    List<String> names = call.parameters().texts(name);
    if (names.size() > MOST_NAMES) {
      throw Refusals.badRequest(name, name + ": give at most " + MOST_NAMES);
    }
    return names;
  }
}
