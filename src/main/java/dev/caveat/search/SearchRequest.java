package dev.caveat.search;

import dev.caveat.index.CategoryFilter;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.entity.EntityFilter;
import org.jspecify.annotations.Nullable;

/**
 * What to search for.
 *
 * @param query in the query language; blank for all risks that match the filters
 * @param like find risks similar to this one instead of a query; null for none
 * @param filter which filings
 * @param entities which risks, by what they name; a regulator by id, acronym or name
 * @param categories which risks, by their category
 * @param latest only the newest filing of each company, among those that match the filter
 * @param collapse whether near-identical risks of one company are shown once, as the newest of them
 * @param sort order of hits
 * @param hits how many at most, from 1 to 10,000
 * @param facets whether to count facets
 * @param highlights whether to mark snippets
 */
public record SearchRequest(
    String query,
    @Nullable RiskReference like,
    FilingFilter filter,
    EntityFilter entities,
    CategoryFilter categories,
    boolean latest,
    boolean collapse,
    Sort sort,
    int hits,
    boolean facets,
    boolean highlights) {
  /** More hits than this are not for people to read. */
  public static final int MAX_HITS = 10_000;

  /** Order of hits. */
  public enum Sort {
    /** Best first. */
    RELEVANCE,
    /** Newest filing first, best first within a day. */
    DATE
  }

  /** Checks the number of hits. */
  public SearchRequest {
    if (hits < 1 || hits > MAX_HITS) {
      throw new IllegalArgumentException("hits must be from 1 to " + MAX_HITS + ": " + hits);
    }
  }

  /**
   * Ten hits with everything, best first.
   *
   * @param query in the query language
   */
  public static SearchRequest of(String query) {
    return new SearchRequest(
        query,
        null,
        FilingFilter.none(),
        EntityFilter.none(),
        CategoryFilter.none(),
        false,
        false,
        Sort.RELEVANCE,
        10,
        true,
        true);
  }

  /** With risks similar to this one. */
  public SearchRequest withLike(@Nullable RiskReference like) {
    return new SearchRequest(
        query,
        like,
        filter,
        entities,
        categories,
        latest,
        collapse,
        sort,
        hits,
        facets,
        highlights);
  }

  /** Among these filings. */
  public SearchRequest withFilter(FilingFilter filter) {
    return new SearchRequest(
        query,
        like,
        filter,
        entities,
        categories,
        latest,
        collapse,
        sort,
        hits,
        facets,
        highlights);
  }

  /** Among risks that name these. */
  public SearchRequest withEntities(EntityFilter entities) {
    return new SearchRequest(
        query,
        like,
        filter,
        entities,
        categories,
        latest,
        collapse,
        sort,
        hits,
        facets,
        highlights);
  }

  /** Among risks of these categories. */
  public SearchRequest withCategories(CategoryFilter categories) {
    return new SearchRequest(
        query,
        like,
        filter,
        entities,
        categories,
        latest,
        collapse,
        sort,
        hits,
        facets,
        highlights);
  }

  /** With only the newest filing of each company, or all. */
  public SearchRequest withLatest(boolean latest) {
    return new SearchRequest(
        query,
        like,
        filter,
        entities,
        categories,
        latest,
        collapse,
        sort,
        hits,
        facets,
        highlights);
  }

  /** With near-identical risks shown once, or all. */
  public SearchRequest withCollapse(boolean collapse) {
    return new SearchRequest(
        query,
        like,
        filter,
        entities,
        categories,
        latest,
        collapse,
        sort,
        hits,
        facets,
        highlights);
  }

  /** In this order. */
  public SearchRequest withSort(Sort sort) {
    return new SearchRequest(
        query,
        like,
        filter,
        entities,
        categories,
        latest,
        collapse,
        sort,
        hits,
        facets,
        highlights);
  }

  /** With at most this many hits. */
  public SearchRequest withHits(int hits) {
    return new SearchRequest(
        query,
        like,
        filter,
        entities,
        categories,
        latest,
        collapse,
        sort,
        hits,
        facets,
        highlights);
  }

  /** With counts, or without. */
  public SearchRequest withFacets(boolean facets) {
    return new SearchRequest(
        query,
        like,
        filter,
        entities,
        categories,
        latest,
        collapse,
        sort,
        hits,
        facets,
        highlights);
  }

  /** With another query. */
  public SearchRequest withQuery(String query) {
    return new SearchRequest(
        query,
        like,
        filter,
        entities,
        categories,
        latest,
        collapse,
        sort,
        hits,
        facets,
        highlights);
  }

  /** With hits only: neither facets nor highlights. */
  public SearchRequest bare() {
    return new SearchRequest(
        query, like, filter, entities, categories, latest, collapse, sort, hits, false, false);
  }
}
