package dev.caveat.profile;

import dev.caveat.compare.Change;
import dev.caveat.compare.Change.Kind;
import dev.caveat.compare.Comparison;
import dev.caveat.report.DataTable;
import dev.caveat.report.DataTable.Column;
import dev.caveat.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a filing's risks since the previous one, without their texts.
 *
 * @param before the previous filing
 * @param counts the number of changes of each kind in each category
 * @param rows the changes that are more than cosmetic, with added and removed risks first
 */
record Changes(
    FilingProfile before,
    Map<Kind, Map<String, Integer>> counts,
    List<List<@Nullable Object>> rows) {

  /** The columns of {@link #rows}. */
  static final List<Column> COLUMNS =
      List.of(
          Column.text("company", "Company").ifVaried(),
          Column.text("form", "Form").ifVaried(),
          Column.date("before", "Before").ifVaried(),
          Column.date("now", "Now").ifVaried(),
          Column.text("filing", "Filing").dataOnly(),
          Column.text("kind", "Kind"),
          Column.text("old", "Old"),
          Column.text("new", "New"),
          Column.text("category", "Id").dataOnly(),
          Column.text("name", "Category"),
          Column.number("similarity", "Similarity"),
          Column.text("caption", "Caption"));

  private static final List<Kind> ORDER =
      List.of(Kind.ADDED, Kind.REMOVED, Kind.SPLIT, Kind.MERGED, Kind.MODIFIED);

  /**
   * Collects what became of a filing's risks.
   *
   * @param comparison of both filings
   */
  static Changes of(
      FilingProfile now, FilingProfile before, Comparison comparison, Taxonomy taxonomy) {
    Map<Kind, Map<String, Integer>> counts = new EnumMap<>(Kind.class);
    List<Change> shown = new ArrayList<>();
    for (Change change : comparison.changes()) {
      counts
          .computeIfAbsent(change.kind(), k -> new HashMap<>())
          .merge(category(comparison, change), 1, Integer::sum);
      if (ORDER.contains(change.kind())) {
        shown.add(change);
      }
    }
    shown.sort(Comparator.comparingInt((Change c) -> ORDER.indexOf(c.kind())));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    shown.forEach(c -> rows.add(row(now, before, comparison, c, taxonomy)));
    return new Changes(before, counts, rows);
  }

  private static String category(Comparison comparison, Change change) {
    String category = comparison.category(change, change.kind() != Kind.REMOVED);
    return category == null ? Taxonomy.OTHER : category;
  }

  private static List<@Nullable Object> row(
      FilingProfile now,
      FilingProfile before,
      Comparison comparison,
      Change change,
      Taxonomy taxonomy) {
    boolean oneSided = !change.isOnBothSides();
    return Arrays.asList(
        now.company(),
        now.facts().form(),
        before.date(),
        now.date(),
        now.name(),
        change.kind().id(),
        ordinals(change.before()),
        ordinals(change.after()),
        category(comparison, change),
        taxonomy.name(category(comparison, change)),
        oneSided ? null : change.similarity(),
        comparison.caption(change));
  }

  private static String ordinals(Collection<Integer> ordinals) {
    return ordinals.stream().map(o -> "#" + o).collect(Collectors.joining(" "));
  }

  /** Changes of a kind. */
  int count(Kind kind) {
    return counts.getOrDefault(kind, Map.of()).values().stream().mapToInt(n -> n).sum();
  }

  /** Changes of a kind in a category. */
  int count(Kind kind, String category) {
    return counts.getOrDefault(kind, Map.of()).getOrDefault(category, 0);
  }

  /** The changes of several filings, the latest filing first. */
  static DataTable table(Map<FilingProfile, Changes> changes) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    changes.entrySet().stream()
        .sorted(
            Map.Entry.<FilingProfile, Changes>comparingByKey(Profiles.BY_DATE)
                .reversed()
                .thenComparing(e -> e.getKey().company())
                .thenComparing(e -> e.getKey().id()))
        .forEachOrdered(e -> rows.addAll(e.getValue().rows()));
    return new DataTable("changes", "New, dropped and changed risks", COLUMNS, rows);
  }
}
