package dev.caveat.json;

import dev.caveat.index.IndexSchema;
import dev.caveat.library.IndexCounts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Counts of the contents of an index.
 *
 * @param index its folder
 * @param schema the version of its fields
 * @param filings how many
 * @param risks how many
 * @param doubtful how many filings a person should check
 * @param byForm filings of each form
 * @param byYear filings of each year
 * @param byStatus filings of each status
 * @param byCategory risks of each category
 * @param withoutRisks the filings without risks
 */
public record IndexStatusJson(
    String index,
    int schema,
    int filings,
    int risks,
    int doubtful,
    Map<String, Integer> byForm,
    Map<String, Integer> byYear,
    Map<String, Integer> byStatus,
    Map<String, Integer> byCategory,
    List<FilingStatusJson> withoutRisks) {
  /**
   * The counts of an index.
   *
   * @param index its folder
   */
  public static IndexStatusJson of(Path index, IndexCounts counts) {
    return of(index, counts, Integer.MAX_VALUE);
  }

  /**
   * As above, with some of the filings without risks.
   *
   * @param most how many at most
   */
  public static IndexStatusJson of(Path index, IndexCounts counts, int most) {
    return new IndexStatusJson(
        index.toString(),
        IndexSchema.VERSION,
        counts.filings(),
        counts.risks(),
        counts.doubtful(),
        counts.byForm(),
        counts.byYear(),
        counts.byStatus(),
        counts.byCategory(),
        counts.withoutRisks().stream().limit(most).map(f -> FilingStatusJson.of(f, null)).toList());
  }
}
