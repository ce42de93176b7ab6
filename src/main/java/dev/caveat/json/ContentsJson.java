package dev.caveat.json;

import dev.caveat.library.IndexCounts;
import java.util.Map;

/**
 * What an index contains, or those of its filings that a filter chooses.
 *
 * @param filings how many
 * @param risks how many
 * @param doubtful how many filings a person should check
 * @param byForm filings of each form
 * @param byYear filings of each year
 * @param byStatus filings of each status
 * @param byCategory risks of each category
 */
public record ContentsJson(
    int filings,
    int risks,
    int doubtful,
    Map<String, Integer> byForm,
    Map<String, Integer> byYear,
    Map<String, Integer> byStatus,
    Map<String, Integer> byCategory) {
  /** Of counts. */
  public static ContentsJson of(IndexCounts counts) {
    return new ContentsJson(
        counts.filings(),
        counts.risks(),
        counts.doubtful(),
        counts.byForm(),
        counts.byYear(),
        counts.byStatus(),
        counts.byCategory());
  }
}
