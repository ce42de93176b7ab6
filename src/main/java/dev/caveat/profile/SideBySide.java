package dev.caveat.profile;

import dev.caveat.compare.FilingSeries;
import dev.caveat.profile.FilingProfile.Line;
import dev.caveat.report.Chart;
import dev.caveat.report.Chart.Bar;
import dev.caveat.report.Chart.Panel;
import dev.caveat.report.DataTable;
import dev.caveat.report.DataTable.Column;
import dev.caveat.report.Report.Audience;
import dev.caveat.report.Report.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Filings side by side: categories, companies, years, peers, with their charts. */
final class SideBySide {
  /** Rows of a heat map. */
  private static final int MAX_COMPANIES = 40;

  private static final String SHARE = "share of words in percent";

  private final Profiles profiles;

  SideBySide(Profiles profiles) {
    this.profiles = profiles;
  }

  /** Bars for all filings together, with the peer median marked. */
  Chart bars() {
    int all = profiles.sum(FilingProfile::total).words();
    List<Bar> bars = new ArrayList<>();
    for (String id : profiles.occurring(profiles.filings())) {
      double share = Ratio.of(profiles.sum(f -> f.line(id)).words(), all);
      Double mark = profiles.peers().isEmpty() ? null : (Double) Ratio.median(peerShares(id));
      bars.add(new Bar(profiles.taxonomy().name(id), share, mark));
    }
    return new Chart.Bars(
        "Share of words by category", SHARE, profiles.peers().isEmpty() ? "" : "peer median", bars);
  }

  private double[] peerShares(String category) {
    return profiles.peers().stream().mapToDouble(p -> p.share(category)).toArray();
  }

  /** The latest filing of each company; empty for a single company. */
  Optional<Section> companies() {
    List<FilingProfile> latest = Profiles.latest(profiles.all());
    if (latest.size() < 2) {
      return Optional.empty();
    }
    List<FilingProfile> drawn = latest.subList(0, Math.min(MAX_COMPANIES, latest.size()));
    String note =
        "The latest filing of each company; annual filings come before quarterly ones."
            + (drawn.size() < latest.size()
                ? " The chart shows the first " + drawn.size() + " of " + latest.size() + "."
                : "");
    List<String> ids = profiles.occurring(latest);
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.text("company", "Company"),
                Column.text("filing", "Filing"),
                Column.date("date", "Date")));
    ids.forEach(id -> columns.add(Column.share(id, profiles.taxonomy().name(id))));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (FilingProfile f : latest) {
      List<@Nullable Object> row = new ArrayList<>();
      row.addAll(Arrays.asList(f.company(), f.name(), f.date()));
      ids.forEach(id -> row.add(f.share(id)));
      rows.add(row);
    }
    Chart chart =
        new Chart.HeatMap(
            "Shares of words by company and category",
            SHARE,
            ids.stream().map(profiles.taxonomy()::name).toList(),
            drawn.stream()
                .map(f -> new Panel(label(f), ids.stream().map(f::share).toList()))
                .toList());
    DataTable table =
        new DataTable("companies", "Companies by category, shares of words", columns, rows);
    return Optional.of(new Section(note, table, chart, Audience.ALL));
  }

  private static String label(FilingProfile f) {
    return f.company() + (f.year().isEmpty() ? "" : " " + f.year());
  }

  /**
   * Shares over time: for one company, a section per kind of form, filing by filing; for several,
   * all filings of a year together.
   */
  List<Section> years() {
    if (Profiles.latest(profiles.filings()).size() > 1) {
      Map<String, List<FilingProfile>> byYear = new TreeMap<>();
      for (FilingProfile f : profiles.filings()) {
        if (!f.year().isEmpty()) {
          byYear.computeIfAbsent(f.year(), y -> new ArrayList<>()).add(f);
        }
      }
      List<Step> steps = new ArrayList<>();
      byYear.forEach((year, some) -> steps.add(new Step(year, year, some)));
      return years("years", "Over the years", "All filings for a year, taken together.", steps);
    }
    List<Section> sections = new ArrayList<>();
    for (FilingSeries<FilingProfile> s :
        FilingSeries.of(profiles.filings(), FilingProfile::facts)) {
      String form =
          FilingSeries.family(Objects.toString(s.filings().getFirst().facts().form(), ""));
      List<Step> steps =
          s.filings().stream()
              .map(f -> new Step(Objects.toString(f.date(), f.name()), f.year(), List.of(f)))
              .toList();
      String id = "years-" + form.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
      sections.addAll(years(id, form + " over the years", "", steps));
    }
    return sections;
  }

  /**
   * The filings of one point in time.
   *
   * @param label column heading, unique
   * @param tick label below a column of a chart
   */
  private record Step(String label, String tick, List<FilingProfile> filings) {
    double share(String category) {
      Function<FilingProfile, Line> line = f -> f.line(category);
      return Ratio.of(
          Profiles.sum(filings, line).words(), Profiles.sum(filings, FilingProfile::total).words());
    }
  }

  private List<Section> years(String id, String title, String note, List<Step> steps) {
    if (steps.size() < 2) {
      return List.of();
    }
    List<String> ids =
        profiles.occurring(steps.stream().flatMap(s -> s.filings().stream()).toList());
    List<Column> columns =
        new ArrayList<>(
            List.of(Column.text("category", "Id").dataOnly(), Column.text("name", "Category")));
    steps.forEach(s -> columns.add(Column.share(s.label(), s.label())));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String category : ids) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(category);
      row.add(profiles.taxonomy().name(category));
      steps.forEach(s -> row.add(s.share(category)));
      rows.add(row);
    }
    Chart chart =
        new Chart.Multiples(
            "Shares of words by category over the years",
            SHARE,
            steps.stream().map(Step::tick).toList(),
            ids.stream()
                .map(
                    c ->
                        new Panel(
                            profiles.taxonomy().name(c),
                            steps.stream().map(s -> s.share(c)).toList()))
                .toList());
    DataTable table = new DataTable(id, title + ", shares of words", columns, rows);
    return List.of(new Section(note, table, chart, Audience.ALL));
  }

  /** The latest filing of each company compared with the peers; empty if there are no peers. */
  Optional<Section> peers() {
    if (profiles.peers().isEmpty()) {
      return Optional.empty();
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (FilingProfile f : Profiles.latest(profiles.filings())) {
      profiles.occurring(profiles.all()).forEach(id -> rows.add(againstPeers(f, id)));
    }
    DataTable table =
        new DataTable(
            "peers",
            "Compared with peers",
            List.of(
                Column.text("company", "Company").ifVaried(),
                Column.text("filing", "Filing").ifVaried(),
                Column.text("category", "Id").dataOnly(),
                Column.text("name", "Category"),
                Column.count("risks", "Risks"),
                Column.share("shareOfWords", "Of all words"),
                Column.share("median", "Peer median"),
                Column.share("most", "Peer maximum"),
                Column.text("mostOf", "Peer with the maximum"),
                Column.share("percentile", "Percentile")),
            rows);
    String note =
        "Percentile: the share of peers that devote fewer of their words to the category; ties"
            + " count half. Peers: "
            + String.join("; ", profiles.peers().stream().map(FilingProfile::title).toList())
            + "."
            + far();
    return Optional.of(new Section(note, table));
  }

  /** The peers whose filing is far in time from all that it is compared with. */
  private String far() {
    List<FilingProfile> subjects = Profiles.latest(profiles.filings());
    List<String> far =
        profiles.peers().stream()
            .filter(p -> subjects.stream().allMatch(s -> isFar(p, s)))
            .map(FilingProfile::title)
            .toList();
    return far.isEmpty()
        ? ""
        : " Peers whose filing is more than 15 months apart: " + String.join("; ", far) + ".";
  }

  private static boolean isFar(FilingProfile a, FilingProfile b) {
    return FilingSeries.isFar(a.facts(), b.facts()) || FilingSeries.isFar(b.facts(), a.facts());
  }

  private List<@Nullable Object> againstPeers(FilingProfile f, String id) {
    double[] shares = peerShares(id);
    FilingProfile most = profiles.peers().getFirst();
    for (FilingProfile p : profiles.peers()) {
      most = p.share(id) > most.share(id) ? p : most;
    }
    return Arrays.asList(
        f.company(),
        f.name(),
        id,
        profiles.taxonomy().name(id),
        f.line(id).risks(),
        f.share(id),
        Ratio.median(shares),
        most.share(id),
        most.share(id) == 0 ? null : most.title(),
        Ratio.percentile(f.share(id), shares));
  }
}
