package dev.caveat.web;

import dev.caveat.index.IndexedRisk;
import dev.caveat.model.Classification;
import dev.caveat.model.RiskFactor;
import dev.caveat.report.DataTable;
import dev.caveat.report.DataTable.Column;
import dev.caveat.search.Hit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hits as a table for files. */
final class HitRows {
  private static final List<Column> COLUMNS =
      List.of(
          Column.count("rank", "Rank"),
          Column.text("filing", "Filing"),
          Column.count("ordinal", "Risk"),
          Column.text("company", "Company"),
          Column.text("form", "Form"),
          Column.count("year", "Year"),
          Column.date("filed", "Filed"),
          Column.text("category", "Category"),
          Column.text("group", "Group"),
          Column.text("heading", "Caption"),
          Column.text("text", "Text"),
          Column.text("doubt", "Doubt"));

  private HitRows() {}

  static DataTable of(List<Hit> hits) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    hits.forEach(h -> rows.add(row(h)));
    return new DataTable("hits", "Hits", COLUMNS, rows);
  }

  private static List<@Nullable Object> row(Hit hit) {
    IndexedRisk found = hit.risk();
    RiskFactor risk = found.risk();
    Classification tags = risk == null ? Classification.NONE : risk.classification();
    return Arrays.asList(
        hit.rank(),
        found.id(),
        found.ordinal(),
        found.facts().company(),
        found.facts().form(),
        found.year(),
        found.facts().filed(),
        tags.isEmpty() ? null : tags.category(),
        risk == null ? null : String.join(" > ", risk.group()),
        found.heading(),
        risk == null ? null : risk.body(),
        found.doubt().reasons());
  }
}
