package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.caveat.index.IndexedFiling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of filings.
 *
 * @param total how many match, whether shown or not
 * @param filings ordered by id
 * @param next where the next page begins; null if this is the last
 */
public record FilingPageJson(int total, List<ListedFiling> filings, @Nullable String next) {
  /**
   * A filing of the list.
   *
   * @param riskCount how many risks it has
   */
  public record ListedFiling(@JsonUnwrapped FilingStatusJson filing, int riskCount) {}

  /** Of the filings of a page. */
  public static FilingPageJson of(int total, List<IndexedFiling> filings, @Nullable String next) {
    return new FilingPageJson(
        total,
        filings.stream()
            .map(f -> new ListedFiling(FilingStatusJson.of(f, null), f.risks()))
            .toList(),
        next);
  }
}
