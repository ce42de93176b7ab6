package dev.caveat.json;

import dev.caveat.library.FilingPairs;
import dev.caveat.report.DataTable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of pairs of filings with the measures of what changed.
 *
 * @param total how many pairs there are, whether shown or not
 * @param withoutRisks chosen filings that are in no pair because they have no risks
 * @param first those that are in no pair because the index has no earlier one
 * @param unknown those whose company, form or date is not known
 * @param pairs one object per pair, with the ids of the table's columns
 * @param next where the next page begins; null if this is the last
 */
public record MeasuresPageJson(
    int total,
    int withoutRisks,
    int first,
    int unknown,
    Iterable<Map<String, @Nullable Object>> pairs,
    @Nullable String next) {
  /**
   * Of the pairs of a page.
   *
   * @param all all pairs
   * @param page the rows of those on the page
   */
  public static MeasuresPageJson of(FilingPairs all, DataTable page, @Nullable String next) {
    return new MeasuresPageJson(
        all.pairs().size(),
        all.withoutRisks(),
        all.first(),
        all.unknown(),
        TableJson.of(page),
        next);
  }
}
