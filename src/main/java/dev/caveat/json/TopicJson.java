package dev.caveat.json;

import dev.caveat.search.SearchResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of one of many queries.
 *
 * @param id of the query
 * @param hits the best, in order
 */
public record TopicJson(String id, List<TopicHit> hits) {
  /**
   * A risk that was found.
   *
   * @param rank from 1
   * @param accession of its filing; null if unknown
   */
  public record TopicHit(
      int rank,
      float score,
      String path,
      @Nullable String accession,
      int ordinal,
      String heading) {}

  /** Of the result of a query. */
  public static TopicJson of(String id, SearchResult result) {
    return new TopicJson(
        id,
        result.hits().stream()
            .map(
                h ->
                    new TopicHit(
                        h.rank(),
                        h.score(),
                        h.risk().path(),
                        h.risk().facts().accession(),
                        h.risk().ordinal(),
                        h.risk().heading()))
            .toList());
  }
}
