package dev.caveat.json;

import dev.caveat.search.SearchResult;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of one search.
 *
 * @param total how many risks match, whether shown or not
 * @param took milliseconds
 * @param didYouMean the query with likely misspellings corrected; null if there are none
 * @param hits the best, in order
 * @param facets for each dimension its values with the number of matches that have them, most first
 * @param regulators full names of the counted ones, by id
 */
public record SearchJson(
    long total,
    double took,
    @Nullable String didYouMean,
    List<HitJson> hits,
    Map<String, Map<String, Integer>> facets,
    Map<String, String> regulators) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Of a result. */
  public static SearchJson of(SearchResult result) {
    return new SearchJson(
        result.total(),
        result.took().toNanos() / NANOS_PER_MILLI,
        result.didYouMean(),
        result.hits().stream().map(HitJson::of).toList(),
        result.facets(),
        result.regulators());
  }
}
