package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.caveat.search.SearchResult;
import org.jspecify.annotations.Nullable;

/**
 * A page of the hits of a search.
 *
 * @param next where the next page begins; null if this is the last
 */
public record SearchPageJson(@JsonUnwrapped SearchJson result, @Nullable String next) {
  /** Of the result for a page. */
  public static SearchPageJson of(SearchResult result, @Nullable String next) {
    return new SearchPageJson(SearchJson.of(result), next);
  }
}
