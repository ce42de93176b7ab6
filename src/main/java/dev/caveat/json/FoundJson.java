package dev.caveat.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many risks a search found.
 *
 * @param total how many match, whether shown or not
 * @param didYouMean the query with likely misspellings corrected; null if there are none
 * @param facets for each dimension its most frequent values, with the number of matches
 */
public record FoundJson(
    long total, @Nullable String didYouMean, Map<String, Map<String, Integer>> facets) {}
