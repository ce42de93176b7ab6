package dev.caveat.mcp;

import dev.caveat.Library;
import dev.caveat.company.CompanyKeys;
import dev.caveat.compare.Change;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.compare.FilingSeries;
import dev.caveat.compare.FilingSeries.Pair;
import dev.caveat.compare.Revision;
import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.RiskIndex;
import dev.caveat.json.RevisedRiskJson;
import dev.caveat.json.RevisionJson;
import dev.caveat.library.FilingPairs;
import dev.caveat.library.RequestParameters.Parameter;
import dev.caveat.mcp.Answer.Checked;
import dev.caveat.mcp.Answer.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What changed between two filings. */
final class RevisionTools {
  private static final List<String> KINDS =
      Arrays.stream(Change.Kind.values()).map(Change.Kind::id).toList();
  private static final int MAX_NAMES = 8;
  private static final List<String> ORDERS = List.of("weight", "filing");

  private static final Parameter KIND =
      Parameter.texts(
          "kind",
          "Only these changes. Usually all but unchanged and cosmetic ones.",
          KINDS.toArray(new String[0]));
  private static final Parameter ORDER =
      Parameter.text(
          "order",
          "weight (usual): what matters most first; filing: in the order of the new filing.",
          ORDERS.toArray(new String[0]));
  private static final String CHANGES =
      " Each change has its kind (added, removed, modified, split, merged), its weight (what kind of"
          + " matter, how many words), the captions on both sides, and the words that were deleted"
          + " and inserted, with their places.";

  /** A comparison, and its redlines. */
  private record Revised(
      IndexedFiling old, IndexedFiling now, Comparison comparison, Revision revision) {}

  private final Library library;
  private final Recent<Revised> recent = new Recent<>();

  private RevisionTools(Library library) {
    this.library = library;
  }

  static List<Tool> over(Library library) {
    RevisionTools tools = new RevisionTools(library);
    return List.of(
        new Tool(
            "compare",
            "Compare two filings",
            "What became of each risk factor between two filings of the index." + CHANGES,
            List.of(
                Parameter.text("old", "The earlier filing: an " + Filings.NAMED + "."),
                Parameter.text("new", "The later filing, named in the same way."),
                KIND,
                ORDER),
            List.of("old", "new"),
            tools::compare),
        new Tool(
            "what_changed",
            "What changed at a company",
            "New, gone and changed risk factors between a company's latest filing and the one"
                + " before it on the same kind of form."
                + CHANGES,
            List.of(
                Parameter.text("company", "Ticker, Central Index Key, or words of the name."),
                Parameter.text(
                    "form",
                    "Form type, such as 10-Q. Usually annual reports, if the index has two."),
                KIND,
                ORDER),
            List.of("company"),
            tools::whatChanged));
  }

  private Answer compare(Arguments arguments) throws IOException {
    return library.use(
        s -> {
          Filings filings = new Filings(s.index());
          IndexedFiling old = filings.filing(arguments.need("old"));
          IndexedFiling now = filings.filing(arguments.need("new"));
          return answer(arguments, s.index(), old, now);
        });
  }

  private Answer whatChanged(Arguments arguments) throws IOException {
    return library.use(
        s -> {
          Pair<IndexedFiling> pair =
              latest(s.index(), arguments.need("company"), arguments.texts("form"));
          return answer(arguments, s.index(), pair.before(), pair.after());
        });
  }

  private static Pair<IndexedFiling> latest(RiskIndex index, String company, List<String> forms)
      throws IOException {
    Filings filings = new Filings(index);
    List<IndexedFiling> known = filings.ofCompany(company);
    if (known.isEmpty()) {
      filings.filing(company); // says what is near
      throw notFound("no company " + Words.line(company) + "; give a ticker, CIK or name");
    }
    checkOne(company, known);
    FilingFilter filter =
        FilingFilter.builder()
            .ids(known.stream().map(IndexedFiling::id).toList())
            .forms(forms)
            .build();
    Pair<IndexedFiling> latest = null;
    for (Pair<IndexedFiling> pair : FilingPairs.of(index, filter, false).pairs()) {
      if (latest == null || follows(latest.after(), pair.after())) {
        latest = pair;
      }
    }
    if (latest == null) {
      throw notFound(
          "the index has no two filings with risks on the same kind of form%s; of this company it has %s"
              .formatted(
                  forms.isEmpty() ? "" : " (" + Words.line(forms.getFirst()) + ")",
                  Filings.listed(known)));
    }
    return latest;
  }

  /** Annual reports before others, then the newest. */
  private static boolean follows(IndexedFiling one, IndexedFiling other) {
    return isAnnual(one) == isAnnual(other)
        ? FilingSeries.days(one.facts(), other.facts()) >= 0
        : isAnnual(other);
  }

  private static void checkOne(String name, List<IndexedFiling> known) {
    CompanyKeys companies = FilingSeries.companies(known, IndexedFiling::facts);
    Map<String, String> names = new TreeMap<>();
    for (IndexedFiling f : known) {
      String key = companies.key(f.facts().cik(), f.facts().company());
      names.putIfAbsent(String.valueOf(key), Words.line(String.valueOf(f.facts().company())));
    }
    if (names.size() > 1) {
      throw new CaveatException(
          ErrorCode.AMBIGUOUS,
          "company: %s fits %d companies; give one of %s"
              .formatted(
                  Words.line(name),
                  names.size(),
                  String.join(" | ", names.values().stream().limit(MAX_NAMES).toList())),
          Map.of("name", Words.line(name)));
    }
  }

  private static boolean isAnnual(IndexedFiling filing) {
    return filing.facts().form() != null && filing.facts().form().startsWith("10-K");
  }

  private static CaveatException notFound(String message) {
    return new CaveatException(ErrorCode.NOT_FOUND, message, Map.of("kind", "filing"));
  }

  private Answer answer(
      Arguments arguments, RiskIndex index, IndexedFiling first, IndexedFiling second)
      throws IOException {
    List<String> kinds = arguments.choices("kind", KINDS);
    String order = arguments.choice("order", ORDERS);
    Revised revised =
        recent.of(
            arguments,
            () -> {
              Comparison c = Comparison.of(side(index, first), side(index, second));
              return new Revised(first, second, c, new Revision(c));
            });
    IndexedFiling old = revised.old();
    IndexedFiling now = revised.now();
    Comparison comparison = revised.comparison();
    Revision revision = revised.revision();
    Map<Change, Integer> ranks = new IdentityHashMap<>();
    revision.byWeight().forEach(c -> ranks.put(c, ranks.size() + 1));
    List<Change> changes = new ArrayList<>();
    for (Change c : order.equals("weight") ? revision.byWeight() : comparison.changes()) {
      boolean usual = c.kind() != Change.Kind.UNCHANGED && c.kind() != Change.Kind.COSMETIC;
      if (kinds.isEmpty() ? usual : kinds.contains(c.kind().id())) {
        changes.add(c);
      }
    }
    RevisionJson about = RevisionJson.of(old.id(), now.id(), comparison);
    Edits edits = new Edits(old.id(), now.id(), comparison, revision);
    return Answer.of(
        arguments,
        about,
        summary(old, now, about),
        List.of(checked(old), checked(now)),
        arguments.first(),
        changes.size(),
        false,
        i -> item(edits.of(changes.get(i), Objects.requireNonNull(ranks.get(changes.get(i))))));
  }

  private static Checked checked(IndexedFiling filing) {
    return new Checked(filing.id(), filing.facts(), filing.doubt());
  }

  private static Side side(RiskIndex index, IndexedFiling filing) throws IOException {
    if (filing.risks() == 0) {
      throw new CaveatException(
          ErrorCode.NO_RISKS,
          "filing %s has no risks to compare; its status is %s"
              .formatted(filing.id(), filing.status().id()),
          Map.of("filing", filing.id(), "status", filing.status().id()));
    }
    return Side.of(index.disclosure(filing.id()));
  }

  private static String summary(IndexedFiling old, IndexedFiling now, RevisionJson about) {
    StringBuilder text = new StringBuilder();
    text.append("old: ").append(Words.filing(old.id(), old.facts())).append('\n');
    text.append("new: ").append(Words.filing(now.id(), now.facts())).append('\n');
    text.append("changes: ");
    List<String> counts = new ArrayList<>();
    about.counts().forEach((kind, n) -> counts.add(n + " " + kind));
    text.append(String.join(", ", counts)).append('\n');
    about.notes().forEach(n -> text.append("note: ").append(Words.line(n)).append('\n'));
    return text.toString();
  }

  private static Item item(RevisedRiskJson json) {
    StringBuilder text = new StringBuilder();
    text.append(
        "\n%d. %s (%s, %d words%s)\n"
            .formatted(
                json.rank(),
                json.kind(),
                json.matter(),
                json.words(),
                json.category() == null ? "" : "; " + json.category()));
    json.old()
        .forEach(
            q -> text.append("old #").append(q.ordinal()).append('\n').append(Words.quoted(q)));
    json.now()
        .forEach(
            q -> text.append("new #").append(q.ordinal()).append('\n').append(Words.quoted(q)));
    json.edits().forEach(e -> text.append(e.mark()).append('\n').append(Words.quoted(e.quote())));
    if (json.cut() > 0) {
      text.append("and ").append(json.cut()).append(" more edits: read both risks\n");
    }
    return new Item(json, text.toString(), null);
  }
}
