package dev.caveat.report;

import dev.caveat.compare.Change.Kind;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.FilingSeries;
import dev.caveat.model.RiskFactor;
import dev.caveat.report.Chart.Bar;
import dev.caveat.report.Chart.Panel;
import dev.caveat.report.DataTable.Column;
import dev.caveat.report.DataTable.Type;
import dev.caveat.report.FilingProfile.Line;
import dev.caveat.report.Report.Fact;
import dev.caveat.report.Report.Section;
import dev.caveat.report.TextFindings.Changes;
import dev.caveat.taxonomy.Taxonomy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes a report of filings: add what is to be counted, read the texts of those that are not too
 * many, then {@link #build}. Not safe for use by several threads.
 */
public final class CategoryReport {
  /** Rows of a heat map. */
  private static final int MOST_COMPANIES = 40;

  private final Taxonomy taxonomy;
  private final List<FilingProfile> filings = new ArrayList<>();
  private final List<FilingProfile> without = new ArrayList<>();
  private final List<FilingProfile> peers = new ArrayList<>();
  private final TextFindings findings;
  private int read;

  /**
   * A report without filings.
   *
   * @param taxonomy of the categories
   * @param boilerplate settled
   */
  public CategoryReport(Taxonomy taxonomy, Boilerplate boilerplate) {
    this.taxonomy = taxonomy;
    this.findings = new TextFindings(taxonomy, boilerplate);
  }

  /** Adds a filing that the report is about, whether it has risks or not. */
  public void add(FilingProfile filing) {
    (filing.lines().isEmpty() ? without : filings).add(filing);
  }

  /** Adds a filing that the others are compared with. */
  public void addPeer(FilingProfile filing) {
    peers.add(filing);
  }

  /** Reads the texts of a filing that was added. */
  public void read(FilingProfile filing, List<RiskFactor> risks) {
    findings.read(filing, risks);
    read++;
  }

  /**
   * Says how a filing that was added came from the one before.
   *
   * @param before the one before
   * @param comparison of that with this
   */
  public void compare(FilingProfile filing, FilingProfile before, Comparison comparison) {
    findings.compared(filing, new Changes(before, comparison));
  }

  /**
   * Makes the report of all that was added.
   *
   * @param facts what it rests on
   */
  public Report build(String title, LocalDate date, List<Fact> facts) {
    sort(filings);
    sort(without);
    sort(peers);
    List<Section> sections = new ArrayList<>();
    if (!filings.isEmpty()) {
      addCounts(sections);
      addTexts(sections);
    }
    if (!without.isEmpty()) {
      sections.add(new Section("", withoutRisks(), null, true));
    }
    return new Report(title, date, facts, sections);
  }

  private static void sort(List<FilingProfile> some) {
    some.sort(
        Comparator.comparing(FilingProfile::company)
            .thenComparing(f -> String.valueOf(f.facts().form()))
            .thenComparing(f -> String.valueOf(f.date()))
            .thenComparing(FilingProfile::id));
  }

  private void addCounts(List<Section> sections) {
    sections.add(
        new Section(
            "Specificity: regulators, dates, amounts, percentages and laws per hundred words.",
            filingTable(),
            null,
            true));
    Chart.Bars bars = bars();
    sections.add(new Section("", categories(), bars, true));
    sections.add(new Section("", families(), null, true));
    List<FilingProfile> latest = latest();
    if (latest.size() > 1) {
      List<FilingProfile> shown = latest.subList(0, Math.min(MOST_COMPANIES, latest.size()));
      String note =
          "The latest filing of each company."
              + (shown.size() < latest.size()
                  ? " The first " + shown.size() + " of " + latest.size() + " companies."
                  : "");
      sections.add(new Section(note, matrix(latest), heatMap(shown), true));
    }
    List<FilingProfile> series = series();
    if (series.size() > 1) {
      sections.add(new Section("", byYear(series), multiples(series), true));
    }
    if (!peers.isEmpty()) {
      String note =
          "Percentile: the share of peers with a smaller share of words, those with the same counted"
              + " half. Peers: "
              + String.join("; ", peers.stream().map(FilingProfile::title).toList())
              + ".";
      sections.add(new Section(note, peerTable(), null, true));
    }
    sections.add(new Section("", byFiling(), null, false));
  }

  private void addTexts(List<Section> sections) {
    if (read == 0) {
      return;
    }
    DataTable changed = findings.changed();
    if (!changed.rows().isEmpty()) {
      sections.add(
          new Section(
              "Risks that were modified, split, merged, added or removed. Unchanged and cosmetic"
                  + " ones are counted with the filings.",
              changed,
              null,
              true));
    }
    sections.add(
        new Section(
            "In how many risks of a category a name occurs: the ten most frequent of each type.",
            findings.named(),
            null,
            true));
    sections.add(new Section("", findings.passages(), null, true));
    sections.add(new Section("", findings.risks(), null, false));
  }

  private DataTable filingTable() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (FilingProfile f : filings) {
      Line total = f.total();
      List<@Nullable Object> row =
          new ArrayList<@Nullable Object>(
              Arrays.asList(
                  f.company(),
                  f.facts().form(),
                  f.facts().period(),
                  f.facts().filed(),
                  f.name(),
                  f.path(),
                  total.risks(),
                  total.words(),
                  Ratio.perHundred(total.specifics(), total.words()),
                  findings.boilerplate(f)));
      Changes changes = findings.changes(f);
      row.add(changes == null ? null : changes.before().date());
      for (Kind kind : Kind.values()) {
        row.add(changes == null ? null : (Integer) changes.count(kind, null));
      }
      rows.add(row);
    }
    List<Column> columns =
        new ArrayList<>(
            List.of(
                new Column("company", "Company", Type.TEXT),
                new Column("form", "Form", Type.TEXT),
                new Column("period", "Period", Type.DATE),
                new Column("filed", "Filed", Type.DATE),
                new Column("filing", "Filing", Type.TEXT),
                new Column("path", "Path", Type.TEXT),
                new Column("risks", "Risks", Type.COUNT),
                new Column("words", "Words", Type.COUNT),
                new Column("specificity", "Specificity", Type.NUMBER),
                new Column("boilerplate", "Boilerplate", Type.SHARE),
                new Column("before", "Compared with", Type.DATE)));
    for (Kind kind : Kind.values()) {
      columns.add(new Column(kind.id(), kind.title(), Type.COUNT));
    }
    return new DataTable("filings", "Filings", columns, rows);
  }

  private DataTable categories() {
    Changes changes = filings.size() == 1 ? findings.changes(filings.getFirst()) : null;
    Line all = sum(FilingProfile::total);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String id : taxonomy.ids()) {
      Line line = sum(f -> f.line(id));
      int before = changes == null ? 0 : changes.before().line(id).risks();
      if (line.risks() == 0 && before == 0) {
        continue;
      }
      List<@Nullable Object> row =
          new ArrayList<@Nullable Object>(
              Arrays.asList(
                  taxonomy.family(id),
                  id,
                  taxonomy.name(id),
                  line.risks(),
                  Ratio.of(line.risks(), all.risks()),
                  line.words(),
                  Ratio.of(line.words(), all.words()),
                  Ratio.perHundred(line.specifics(), line.words()),
                  (int) filings.stream().filter(f -> f.line(id).risks() > 0).count()));
      if (changes != null) {
        row.add(before);
        row.add(changes.count(Kind.ADDED, id));
        row.add(changes.count(Kind.REMOVED, id));
        row.add(changes.count(Kind.MODIFIED, id));
      }
      rows.add(row);
    }
    List<Column> columns =
        new ArrayList<>(
            List.of(
                new Column("family", "Family", Type.TEXT),
                new Column("category", "Id", Type.TEXT),
                new Column("name", "Category", Type.TEXT),
                new Column("risks", "Risks", Type.COUNT),
                new Column("shareOfRisks", "Of all risks", Type.SHARE),
                new Column("words", "Words", Type.COUNT),
                new Column("shareOfWords", "Of all words", Type.SHARE),
                new Column("specificity", "Specificity", Type.NUMBER),
                new Column("filings", "Filings", Type.COUNT)));
    if (changes != null) {
      columns.add(new Column("risksBefore", "Risks before", Type.COUNT));
      columns.add(new Column("added", "Added", Type.COUNT));
      columns.add(new Column("removed", "Removed", Type.COUNT));
      columns.add(new Column("modified", "Modified", Type.COUNT));
    }
    return new DataTable("categories", "Categories", columns, rows);
  }

  private Line sum(java.util.function.Function<FilingProfile, Line> of) {
    return filings.stream().map(of).reduce(new Line("", 0, 0, 0), Line::and);
  }

  private DataTable families() {
    Line all = sum(FilingProfile::total);
    Map<String, Line> byFamily = new LinkedHashMap<>();
    taxonomy.families().forEach(f -> byFamily.put(f, new Line(f, 0, 0, 0)));
    for (String id : taxonomy.ids()) {
      byFamily.merge(taxonomy.family(id), sum(f -> f.line(id)), Line::and);
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    byFamily.forEach(
        (family, line) -> {
          if (line.risks() > 0) {
            rows.add(
                Arrays.asList(
                    family,
                    line.risks(),
                    Ratio.of(line.risks(), all.risks()),
                    line.words(),
                    Ratio.of(line.words(), all.words()),
                    Ratio.perHundred(line.specifics(), line.words())));
          }
        });
    return new DataTable(
        "families",
        "Families of categories",
        List.of(
            new Column("family", "Family", Type.TEXT),
            new Column("risks", "Risks", Type.COUNT),
            new Column("shareOfRisks", "Of all risks", Type.SHARE),
            new Column("words", "Words", Type.COUNT),
            new Column("shareOfWords", "Of all words", Type.SHARE),
            new Column("specificity", "Specificity", Type.NUMBER)),
        rows);
  }

  /** The categories that occur, most words first. */
  private List<String> occurring(List<FilingProfile> some) {
    Map<String, Integer> words = new HashMap<>();
    some.forEach(f -> f.lines().forEach(l -> words.merge(l.category(), l.words(), Integer::sum)));
    ToIntFunction<String> count = id -> words.getOrDefault(id, 0);
    return taxonomy.ids().stream()
        .filter(words::containsKey)
        .sorted(Comparator.comparingInt(count).reversed())
        .toList();
  }

  private Chart.Bars bars() {
    int all = sum(FilingProfile::total).words();
    List<Bar> bars = new ArrayList<>();
    for (String id : occurring(filings)) {
      Double mark = peers.isEmpty() ? null : (Double) median(id);
      double share = Ratio.of(sum(f -> f.line(id)).words(), all);
      bars.add(new Bar(taxonomy.name(id), share, mark));
    }
    return new Chart.Bars(
        "Share of words by category",
        "share of all words",
        peers.isEmpty() ? "" : "median of the peers",
        bars);
  }

  private double median(String category) {
    double[] shares = peers.stream().mapToDouble(p -> p.share(category)).sorted().toArray();
    int half = shares.length / 2;
    return shares.length % 2 == 1 ? shares[half] : (shares[half - 1] + shares[half]) / 2;
  }

  /** The latest filing of each company, peers included; one of no known company is its own. */
  private List<FilingProfile> latest() {
    Map<String, FilingProfile> latest = new TreeMap<>();
    List<FilingProfile> all = new ArrayList<>(filings);
    all.addAll(peers);
    for (FilingProfile f : all) {
      String company = FilingSeries.company(f.facts());
      latest.merge(
          company == null ? f.id() : company,
          f,
          (a, b) -> String.valueOf(a.date()).compareTo(String.valueOf(b.date())) > 0 ? a : b);
    }
    List<FilingProfile> sorted = new ArrayList<>(latest.values());
    sort(sorted);
    return sorted;
  }

  private DataTable matrix(List<FilingProfile> latest) {
    List<String> ids = occurring(latest);
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("company", "Company", Type.TEXT));
    columns.add(new Column("filing", "Filing", Type.TEXT));
    columns.add(new Column("year", "Year", Type.TEXT));
    ids.forEach(id -> columns.add(new Column(id, taxonomy.name(id), Type.SHARE)));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (FilingProfile f : latest) {
      List<@Nullable Object> row = new ArrayList<>(Arrays.asList(f.company(), f.name(), f.year()));
      ids.forEach(id -> row.add(f.share(id)));
      rows.add(row);
    }
    return new DataTable("companies", "Companies by category, shares of words", columns, rows);
  }

  private Chart heatMap(List<FilingProfile> latest) {
    List<String> ids = occurring(latest);
    return new Chart.HeatMap(
        "Shares of words by company and category",
        "share of the filing's words, in per cent",
        ids.stream().map(taxonomy::name).toList(),
        latest.stream()
            .map(
                f ->
                    new Panel(
                        f.company() + (f.year().isEmpty() ? "" : " " + f.year()),
                        ids.stream().map(f::share).toList()))
            .toList());
  }

  /** The filings in order of time, where all are of one series; empty where they are not. */
  private List<FilingProfile> series() {
    List<FilingSeries<FilingProfile>> all =
        FilingSeries.of(filings, FilingProfile::facts).stream()
            .filter(s -> s.filings().size() > 1)
            .toList();
    return all.size() == 1 && latest().size() - peers.size() <= 1
        ? all.getFirst().filings()
        : List.of();
  }

  private DataTable byYear(List<FilingProfile> series) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("category", "Id", Type.TEXT));
    columns.add(new Column("name", "Category", Type.TEXT));
    series.forEach(f -> columns.add(new Column("risks " + step(f), step(f), Type.COUNT)));
    series.forEach(f -> columns.add(new Column("words " + step(f), step(f), Type.SHARE)));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String id : occurring(series)) {
      List<@Nullable Object> row =
          new ArrayList<@Nullable Object>(Arrays.asList(id, taxonomy.name(id)));
      series.forEach(f -> row.add(f.line(id).risks()));
      series.forEach(f -> row.add(f.share(id)));
      rows.add(row);
    }
    return new DataTable("years", "Over the years: risks, then shares of words", columns, rows);
  }

  private static String step(FilingProfile f) {
    return Objects.toString(f.date(), f.name());
  }

  private Chart multiples(List<FilingProfile> series) {
    return new Chart.Multiples(
        "Shares of words by category over the years",
        "share of the filing's words",
        series.stream().map(FilingProfile::year).toList(),
        occurring(series).stream()
            .map(id -> new Panel(taxonomy.name(id), series.stream().map(f -> f.share(id)).toList()))
            .toList());
  }

  private DataTable peerTable() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<FilingProfile> all = new ArrayList<>(filings);
    all.addAll(peers);
    for (FilingProfile f : filings) {
      for (String id : occurring(all)) {
        double share = f.share(id);
        double below = peers.stream().filter(p -> p.share(id) < share).count();
        double same = peers.stream().filter(p -> p.share(id) == share).count();
        FilingProfile most =
            peers.stream().max(Comparator.comparingDouble(p -> p.share(id))).orElseThrow();
        rows.add(
            Arrays.asList(
                f.company(),
                f.name(),
                id,
                taxonomy.name(id),
                f.line(id).risks(),
                share,
                median(id),
                most.share(id),
                most.share(id) == 0 ? "" : most.title(),
                (below + same / 2) / peers.size()));
      }
    }
    return new DataTable(
        "peers",
        "Against the peers",
        List.of(
            new Column("company", "Company", Type.TEXT),
            new Column("filing", "Filing", Type.TEXT),
            new Column("category", "Id", Type.TEXT),
            new Column("name", "Category", Type.TEXT),
            new Column("risks", "Risks", Type.COUNT),
            new Column("shareOfWords", "Of all words", Type.SHARE),
            new Column("median", "Peers' median", Type.SHARE),
            new Column("most", "Peers' most", Type.SHARE),
            new Column("mostOf", "Of", Type.TEXT),
            new Column("percentile", "Percentile", Type.SHARE)),
        rows);
  }

  /** A row a filing and category: a panel for programs. */
  private DataTable byFiling() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (FilingProfile f : filings) {
      Line total = f.total();
      Changes changes = findings.changes(f);
      for (String id : taxonomy.ids()) {
        Line line = f.line(id);
        rows.add(
            Arrays.asList(
                f.company(),
                f.facts().cik(),
                f.facts().form(),
                f.facts().period(),
                f.facts().filed(),
                f.name(),
                f.path(),
                taxonomy.family(id),
                id,
                line.risks(),
                Ratio.of(line.risks(), total.risks()),
                line.words(),
                Ratio.of(line.words(), total.words()),
                Ratio.perHundred(line.specifics(), line.words()),
                changes == null ? null : (Integer) changes.before().line(id).risks(),
                changes == null ? null : (Integer) changes.before().line(id).words(),
                changes == null ? null : (Integer) changes.count(Kind.ADDED, id),
                changes == null ? null : (Integer) changes.count(Kind.REMOVED, id),
                changes == null ? null : (Integer) changes.count(Kind.MODIFIED, id)));
      }
    }
    return new DataTable(
        "panel",
        "Categories by filing",
        List.of(
            new Column("company", "Company", Type.TEXT),
            new Column("cik", "CIK", Type.TEXT),
            new Column("form", "Form", Type.TEXT),
            new Column("period", "Period", Type.DATE),
            new Column("filed", "Filed", Type.DATE),
            new Column("filing", "Filing", Type.TEXT),
            new Column("path", "Path", Type.TEXT),
            new Column("family", "Family", Type.TEXT),
            new Column("category", "Category", Type.TEXT),
            new Column("risks", "Risks", Type.COUNT),
            new Column("shareOfRisks", "Of all risks", Type.SHARE),
            new Column("words", "Words", Type.COUNT),
            new Column("shareOfWords", "Of all words", Type.SHARE),
            new Column("specificity", "Specificity", Type.NUMBER),
            new Column("risksBefore", "Risks before", Type.COUNT),
            new Column("wordsBefore", "Words before", Type.COUNT),
            new Column("added", "Added", Type.COUNT),
            new Column("removed", "Removed", Type.COUNT),
            new Column("modified", "Modified", Type.COUNT)),
        rows);
  }

  private DataTable withoutRisks() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (FilingProfile f : without) {
      rows.add(
          Arrays.asList(
              f.facts().company(),
              f.facts().form(),
              f.date(),
              f.name(),
              f.path(),
              f.status(),
              f.evidence()));
    }
    return new DataTable(
        "without",
        "Filings without risk factors",
        List.of(
            new Column("company", "Company", Type.TEXT),
            new Column("form", "Form", Type.TEXT),
            new Column("date", "Date", Type.DATE),
            new Column("filing", "Filing", Type.TEXT),
            new Column("path", "Path", Type.TEXT),
            new Column("status", "Status", Type.TEXT),
            new Column("evidence", "Evidence", Type.TEXT)),
        rows);
  }
}
