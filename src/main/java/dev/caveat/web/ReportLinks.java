package dev.caveat.web;

import dev.caveat.report.DataTable;
import dev.caveat.report.DataTable.Column;
import dev.caveat.report.DataTable.Type;
import dev.caveat.report.Links;
import dev.caveat.taxonomy.Taxonomy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leads from the figures of a report to the risks they count, and to its filings. */
final class ReportLinks implements Links {
  private static final String CATEGORY = "category";
  private static final String FILING = "filing";

  private final Taxonomy taxonomy;
  private final Address search;

  /**
   * Creates links for a report.
   *
   * @param report its address, whose filters the searches keep
   */
  ReportLinks(Taxonomy taxonomy, Address report) {
    this.taxonomy = taxonomy;
    this.search = report.without("peer").without("all").at("/search");
  }

  @Override
  public @Nullable String cell(DataTable table, int row, int column) {
    Column shown = table.columns().get(column);
    String filing = text(table, row, FILING);
    if (shown.id().equals(FILING) && filing != null) {
      return Address.filing(filing).toString();
    }
    Object ordinal = value(table, row, "ordinal");
    if (ordinal instanceof Integer n && filing != null && !shown.type().isNumber()) {
      return Address.risk(filing, n);
    }
    if (!shown.type().isNumber()) {
      return null;
    }
    String category = taxonomy.holds(shown.id()) ? shown.id() : text(table, row, CATEGORY);
    if (category == null || shown.type() == Type.NUMBER) {
      return null;
    }
    return risks(taxonomy.id(category).orElse(null), shown.title(), filing);
  }

  @Override
  public @Nullable String shape(String label, @Nullable String other) {
    String category = taxonomy.id(label).orElse(null);
    if (category != null) {
      return risks(category, other == null ? "" : other, null);
    }
    return other == null ? null : risks(taxonomy.id(other).orElse(null), "", null);
  }

  private @Nullable String risks(@Nullable String category, String step, @Nullable String filing) {
    if (category == null) {
      return null;
    }
    Address risks = search.with(CATEGORY, category);
    if (step.matches("\\d{4}")) {
      risks = risks.with("year", step);
    }
    return (filing == null ? risks : risks.with(FILING, filing)).toString();
  }

  private static @Nullable String text(DataTable table, int row, String column) {
    return value(table, row, column) instanceof String text && !text.isEmpty() ? text : null;
  }

  private static @Nullable Object value(DataTable table, int row, String column) {
    int at = table.column(column);
    List<@Nullable Object> values = table.rows().get(row);
    return at < 0 ? null : values.get(at);
  }
}
