package dev.caveat.search;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a search.
 *
 * @param total how many risks match, whether shown or not; near-identical ones are counted
 *     separately
 * @param took how long it took
 * @param hits the best, in order
 * @param facets for each dimension its values with the number of all matches that have them, most
 *     first; empty if not requested
 * @param regulators full names of the counted regulators, by id; empty if facets are
 * @param didYouMean the query with likely misspellings corrected; null if there are none
 */
public record SearchResult(
    long total,
    Duration took,
    List<Hit> hits,
    Map<String, Map<String, Integer>> facets,
    Map<String, String> regulators,
    @Nullable String didYouMean) {
  /** Copies the collections, keeping their order. */
  public SearchResult {
    hits = List.copyOf(hits);
    facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
    regulators = Collections.unmodifiableMap(new LinkedHashMap<>(regulators));
  }
}
