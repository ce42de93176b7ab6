package dev.caveat.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Which risks are meant by their category.
 *
 * @param ids of categories, any of which will do; empty for every risk
 * @param further whether a category may also be one of a risk's further ones, and not its primary
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

  /** Whether every risk is meant. */
  public boolean isEmpty() {
    return ids.isEmpty();
  }

  /** Matches the risks that are meant. */
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
