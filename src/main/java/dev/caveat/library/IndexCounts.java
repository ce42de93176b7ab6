package dev.caveat.library;

import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.RiskIndex;
import dev.caveat.model.RiskSection.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts of the contents of an index.
 *
 * @param filings how many
 * @param risks how many
 * @param doubtful how many filings a person should check
 * @param byForm filings of each form, including {@code unknown}; sorted
 * @param byYear filings of each year; sorted
 * @param byStatus filings of each status; sorted
 * @param byCategory risks of each category
 * @param withoutRisks the filings without risks
 */
public record IndexCounts(
    int filings,
    int risks,
    int doubtful,
    Map<String, Integer> byForm,
    Map<String, Integer> byYear,
    Map<String, Integer> byStatus,
    Map<String, Integer> byCategory,
    List<IndexedFiling> withoutRisks) {
  private static final String UNKNOWN = "unknown";

  /** Does not copy the maps, because their order matters. */
  public IndexCounts {
    byForm = Collections.unmodifiableMap(byForm);
    byYear = Collections.unmodifiableMap(byYear);
    byStatus = Collections.unmodifiableMap(byStatus);
    byCategory = Collections.unmodifiableMap(byCategory);
    withoutRisks = List.copyOf(withoutRisks);
  }

  /**
   * Counts the filings of an index.
   *
   * @param filter which filings to count
   */
  public static IndexCounts of(RiskIndex index, FilingFilter filter) throws IOException {
    Map<String, Integer> byForm = new TreeMap<>();
    Map<String, Integer> byYear = new TreeMap<>();
    Map<String, Integer> byStatus = new TreeMap<>();
    List<IndexedFiling> without = new ArrayList<>();
    int[] sums = new int[3];
    index.filings(
        filter,
        f -> {
          sums[0]++;
          sums[1] += f.risks();
          sums[2] += f.doubt().isDoubtful() ? 1 : 0;
          count(byForm, f.facts().form());
          count(byYear, f.year());
          count(byStatus, f.status().id());
          if (f.status() != Status.PRESENT || f.risks() == 0) {
            without.add(f);
          }
        });
    return new IndexCounts(
        sums[0], sums[1], sums[2], byForm, byYear, byStatus, index.categories(filter), without);
  }

  private static void count(Map<String, Integer> counts, @Nullable Object value) {
    counts.merge(value == null ? UNKNOWN : value.toString(), 1, Integer::sum);
  }
}
