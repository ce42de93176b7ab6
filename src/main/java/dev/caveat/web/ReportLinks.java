package dev.caveat.web;

import dev.caveat.report.DataTable;
import dev.caveat.report.DataTable.Column;
import dev.caveat.report.DataTable.Type;
import dev.caveat.report.Links;
import dev.caveat.taxonomy.Taxonomy;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Leads from the figures of a report to the risks they count, and to its filings. */
final class ReportLinks implements Links {
  private static final String CATEGORY = "category";
  private static final String FAMILY = "family";
  private static final String FILING = "filing";
  private static final Pattern ACCESSION = Pattern.compile("\\d{10}-\\d{2}-\\d{6}");
  private static final Pattern RISK = Pattern.compile("#(\\d{1,6})");

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
    if (!shown.type().isNumber()) {
      int risk = risk(table, row);
      return risk > 0 && filing != null ? Address.risk(filing, risk) : null;
    }
    if (shown.type() == Type.NUMBER) {
      return null;
    }
    String category = taxonomy.holds(shown.id()) ? shown.id() : text(table, row, CATEGORY);
    if (category == null) {
      String family = text(table, row, FAMILY);
      return family == null ? null : search.with(FAMILY, family).toString();
    }
    return risks(taxonomy.id(category).orElse(null), shown.title(), filing);
  }

  /** The risk that a row is about; 0 if it is not about one. */
  private static int risk(DataTable table, int row) {
    if (value(table, row, "ordinal") instanceof Integer ordinal) {
      return ordinal;
    }
    Matcher first = RISK.matcher(String.valueOf(value(table, row, "new")));
    return first.find() ? Integer.parseInt(first.group(1)) : 0;
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
    if (filing == null) {
      return risks.toString();
    }
    // A search takes whole keys; the short name of a filing without an accession number is none.
    return ACCESSION.matcher(filing).matches()
        ? risks.with(FILING, filing).toString()
        : Address.filing(filing).toString();
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
