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
 * @param likeText find risks similar to this text instead; null for none
 * @param filter which filings
 * @param entities which risks, by what they name; a regulator by id, acronym or name
 * @param categories which risks, by their category
 * @param latest only the newest filing of each company, among those that match the filter
 * @param collapse whether near-identical risks of one company are shown once, as the newest of them
 * @param sort order of hits
 * @param skip how many of the first hits to leave out; together with {@code hits} at most 10,000
 * @param hits how many at most, from 1 to 10,000
 * @param facets whether to count facets
 * @param highlights whether to mark snippets
 */
public record SearchRequest(
    String query,
    @Nullable RiskReference like,
    @Nullable String likeText,
    FilingFilter filter,
    EntityFilter entities,
    CategoryFilter categories,
    boolean latest,
    boolean collapse,
    Sort sort,
    int skip,
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

  /** Checks the numbers of hits. */
  public SearchRequest {
    if (hits < 1 || hits > MAX_HITS) {
      throw new IllegalArgumentException("hits must be from 1 to " + MAX_HITS + ": " + hits);
    }
    if (skip < 0 || skip > MAX_HITS - hits) {
      throw new IllegalArgumentException(
          "only the first " + MAX_HITS + " hits can be seen: " + skip + " + " + hits);
    }
  }

  /**
   * Ten hits with everything, best first.
   *
   * @param query in the query language
   */
  public static SearchRequest of(String query) {
    return builder(query).build();
  }

  /**
   * A request to be made, so far for ten hits with everything, best first.
   *
   * @param query in the query language
   */
  public static Builder builder(String query) {
    return new Builder().query(query);
  }

  /** A builder that starts from this request. */
  public Builder toBuilder() {
    return builder(query)
        .like(like)
        .likeText(likeText)
        .filter(filter)
        .entities(entities)
        .categories(categories)
        .latest(latest)
        .collapse(collapse)
        .sort(sort)
        .skip(skip)
        .hits(hits)
        .facets(facets)
        .highlights(highlights);
  }

  /** Collects the parts of a request. Not for use by several threads. */
  public static final class Builder {
    private String query = "";
    private @Nullable RiskReference like;
    private @Nullable String likeText;
    private FilingFilter filter = FilingFilter.none();
    private EntityFilter entities = EntityFilter.none();
    private CategoryFilter categories = CategoryFilter.none();
    private boolean latest;
    private boolean collapse;
    private Sort sort = Sort.RELEVANCE;
    private int skip;
    private int hits = 10;
    private boolean facets = true;
    private boolean highlights = true;

    private Builder() {}

    /** The query, in the query language. */
    public Builder query(String query) {
      this.query = query;
      return this;
    }

    /** A risk to find others like; null for none. */
    public Builder like(@Nullable RiskReference like) {
      this.like = like;
      return this;
    }

    /** A text to find risks like; null for none. */
    public Builder likeText(@Nullable String likeText) {
      this.likeText = likeText;
      return this;
    }

    /** Which filings. */
    public Builder filter(FilingFilter filter) {
      this.filter = filter;
      return this;
    }

    /** Which risks, by what they name. */
    public Builder entities(EntityFilter entities) {
      this.entities = entities;
      return this;
    }

    /** Which risks, by their category. */
    public Builder categories(CategoryFilter categories) {
      this.categories = categories;
      return this;
    }

    /** Only the newest filing of each company. */
    public Builder latest(boolean latest) {
      this.latest = latest;
      return this;
    }

    /** Near-identical risks of one company once. */
    public Builder collapse(boolean collapse) {
      this.collapse = collapse;
      return this;
    }

    /** The order of hits. */
    public Builder sort(Sort sort) {
      this.sort = sort;
      return this;
    }

    /** How many of the first to leave out. */
    public Builder skip(int skip) {
      this.skip = skip;
      return this;
    }

    /** How many at most, from 1 to 10,000. */
    public Builder hits(int hits) {
      this.hits = hits;
      return this;
    }

    /** Whether to count. */
    public Builder facets(boolean facets) {
      this.facets = facets;
      return this;
    }

    /** Whether to mark passages. */
    public Builder highlights(boolean highlights) {
      this.highlights = highlights;
      return this;
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException where the number of hits is out of range
     */
    public SearchRequest build() {
      return new SearchRequest(
          query,
          like,
          likeText,
          filter,
          entities,
          categories,
          latest,
          collapse,
          sort,
          skip,
          hits,
          facets,
          highlights);
    }
  }
}
