package dev.caveat.profile;

import dev.caveat.compare.Change.Kind;
import dev.caveat.profile.FilingProfile.Line;
import dev.caveat.report.DataTable;
import dev.caveat.report.DataTable.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tables of counts: by filing, by category, by family, and by both. */
final class CountTables {
  private final Profiles profiles;

  CountTables(Profiles profiles) {
    this.profiles = profiles;
  }

  DataTable filings() {
    List<Column> columns = new ArrayList<>(facts());
    columns.addAll(
        List.of(
            Column.count("risks", "Risks"),
            Column.count("words", "Words"),
            Column.number("specificity", "Specificity"),
            Column.share("boilerplate", "Boilerplate"),
            Column.date("before", "Compared with")));
    for (Kind kind : Kind.values()) {
      columns.add(Column.count(kind.id(), kind.title()));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (FilingProfile f : profiles.filings()) {
      Line total = f.total();
      List<@Nullable Object> row = new ArrayList<>(facts(f));
      row.addAll(Arrays.asList(total.risks(), total.words(), total.specificity()));
      row.add(profiles.boilerplate(f));
      Changes changes = profiles.changes(f);
      row.add(changes == null ? null : changes.before().date());
      for (Kind kind : Kind.values()) {
        row.add(changes == null ? null : (Integer) changes.count(kind));
      }
      rows.add(row);
    }
    return new DataTable("filings", "Filings", columns, rows);
  }

  private static List<Column> facts() {
    return List.of(
        Column.text("company", "Company").ifVaried(),
        Column.text("cik", "CIK").dataOnly(),
        Column.text("form", "Form").ifVaried(),
        Column.date("period", "Period"),
        Column.date("filed", "Filed"),
        Column.text("filing", "Filing"),
        Column.text("path", "Path").dataOnly());
  }

  private static List<@Nullable Object> facts(FilingProfile f) {
    return Arrays.asList(
        f.company(),
        f.facts().cik(),
        f.facts().form(),
        f.facts().period(),
        f.facts().filed(),
        f.name(),
        f.filing().path());
  }

  /** The changes of the only filing; null if there are several filings or no previous one. */
  private @Nullable Changes only() {
    return profiles.filings().size() == 1 ? profiles.changes(profiles.filings().getFirst()) : null;
  }

  DataTable categories() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.text("family", "Family"),
                Column.text("category", "Id").dataOnly(),
                Column.text("name", "Category")));
    columns.addAll(measures());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String id : profiles.taxonomy().ids()) {
      List<@Nullable Object> row =
          measures(
              List.of(profiles.taxonomy().family(id), id, profiles.taxonomy().name(id)),
              List.of(id));
      if (row != null) {
        rows.add(row);
      }
    }
    return new DataTable("categories", "Categories", columns, rows);
  }

  DataTable families() {
    Map<String, List<String>> families = new LinkedHashMap<>();
    for (String id : profiles.taxonomy().ids()) {
      families.computeIfAbsent(profiles.taxonomy().family(id), f -> new ArrayList<>()).add(id);
    }
    List<Column> columns = new ArrayList<>(List.of(Column.text("family", "Family")));
    columns.addAll(measures());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    families.forEach(
        (family, ids) -> {
          List<@Nullable Object> row = measures(List.of(family), ids);
          if (row != null) {
            rows.add(row);
          }
        });
    return new DataTable("families", "Category families", columns, rows);
  }

  private List<Column> measures() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.count("risks", "Risks"),
                Column.share("shareOfRisks", "Share of risks"),
                Column.count("words", "Words"),
                Column.share("shareOfWords", "Share of words"),
                Column.number("specificity", "Specificity"),
                Column.count("filings", "Filings").ifVaried()));
    if (only() != null) {
      columns.addAll(
          List.of(
              Column.count("risksBefore", "Risks before"),
              Column.share("shareOfWordsBefore", "Share of words before"),
              Column.count("added", "New"),
              Column.count("removed", "Dropped"),
              Column.count("modified", "Modified")));
    }
    return columns;
  }

  /** A row for categories taken together; null if they do not occur and did not before. */
  private @Nullable List<@Nullable Object> measures(List<String> names, List<String> ids) {
    Function<FilingProfile, Line> line =
        f -> ids.stream().map(f::line).reduce(Line.NONE, Line::and);
    Line own = profiles.sum(line);
    Line all = profiles.sum(FilingProfile::total);
    Changes changes = only();
    if (own.risks() == 0 && (changes == null || line.apply(changes.before()).risks() == 0)) {
      return null;
    }
    List<@Nullable Object> row = new ArrayList<>(names);
    row.addAll(
        Arrays.asList(
            own.risks(),
            Ratio.of(own.risks(), all.risks()),
            own.words(),
            Ratio.of(own.words(), all.words()),
            own.specificity(),
            (int) profiles.filings().stream().filter(f -> line.apply(f).risks() > 0).count()));
    if (changes != null) {
      Line before = line.apply(changes.before());
      row.add(before.risks());
      row.add(Ratio.of(before.words(), changes.before().total().words()));
      row.add(count(changes, Kind.ADDED, ids));
      row.add(count(changes, Kind.REMOVED, ids));
      row.add(count(changes, Kind.MODIFIED, ids));
    }
    return row;
  }

  private static int count(Changes changes, Kind kind, List<String> ids) {
    return ids.stream().mapToInt(id -> changes.count(kind, id)).sum();
  }

  /**
   * One row per filing and category, including categories without risks: a balanced panel for
   * programs.
   */
  DataTable panel() {
    List<Column> columns = new ArrayList<>(facts());
    columns.addAll(
        List.of(
            Column.text("family", "Family"),
            Column.text("category", "Category"),
            Column.count("risks", "Risks"),
            Column.share("shareOfRisks", "Share of risks"),
            Column.count("words", "Words"),
            Column.share("shareOfWords", "Share of words"),
            Column.number("specificity", "Specificity"),
            Column.count("risksBefore", "Risks before"),
            Column.count("wordsBefore", "Words before")));
    for (Kind kind : Kind.values()) {
      columns.add(Column.count(kind.id(), kind.title()));
    }
    List<String> ids = profiles.taxonomy().ids();
    return DataTable.computed(
        "panel",
        "Categories by filing",
        columns,
        profiles.filings().size() * ids.size(),
        i -> panelRow(profiles.filings().get(i / ids.size()), ids.get(i % ids.size())));
  }

  private List<@Nullable Object> panelRow(FilingProfile f, String id) {
    Line total = f.total();
    Line line = f.line(id);
    Changes changes = profiles.changes(f);
    List<@Nullable Object> row = new ArrayList<>(facts(f));
    row.addAll(
        Arrays.asList(
            profiles.taxonomy().family(id),
            id,
            line.risks(),
            Ratio.of(line.risks(), total.risks()),
            line.words(),
            Ratio.of(line.words(), total.words()),
            line.specificity(),
            changes == null ? null : (Integer) changes.before().line(id).risks(),
            changes == null ? null : (Integer) changes.before().line(id).words()));
    for (Kind kind : Kind.values()) {
      row.add(changes == null ? null : (Integer) changes.count(kind, id));
    }
    return row;
  }

  DataTable without() {
    List<Column> columns = new ArrayList<>(facts());
    columns.add(Column.text("status", "Status"));
    columns.add(Column.text("evidence", "Evidence"));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (FilingProfile f : profiles.without()) {
      List<@Nullable Object> row = new ArrayList<>(facts(f));
      row.add(f.filing().status().id());
      row.add(f.filing().evidence());
      rows.add(row);
    }
    for (FilingProfile f : profiles.copies()) {
      List<@Nullable Object> row = new ArrayList<>(facts(f));
      row.add("copy");
      row.add("covers the same company, kind of form and period as another filing");
      rows.add(row);
    }
    return new DataTable("without", "Filings not counted", columns, rows);
  }
}
