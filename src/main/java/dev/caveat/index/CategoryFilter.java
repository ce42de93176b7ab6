package dev.caveat.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Chooses risks by their category.
 *
 * @param ids of categories, any of which matches; empty for every risk
 * @param further whether a category may also be one of a risk's further ones instead of its primary
 *     one
 */
public record CategoryFilter(List<String> ids, boolean further) {
  /** Copies the list. */
  public CategoryFilter {
    ids = List.copyOf(ids);
  }

  /** Every risk. */
  public static CategoryFilter none() {
    return new CategoryFilter(List.of(), false);
  }

  /** Whether every risk matches. */
  public boolean isEmpty() {
    return ids.isEmpty();
  }

  /** A query for the matching risks. */
  public Query query() {
    List<Query> parts = new ArrayList<>();
    List<String> fields =
        further
            ? List.of(IndexSchema.CATEGORY, IndexSchema.FURTHER_CATEGORY)
            : List.of(IndexSchema.CATEGORY);
    List<Term> terms =
        fields.stream().flatMap(f -> ids.stream().map(id -> new Term(f, id))).toList();
    FilterQueries.addAny(parts, terms, TermQuery::new);
    return FilterQueries.all(parts);
  }
}
