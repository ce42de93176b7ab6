package dev.caveat.index;

import dev.caveat.index.analysis.FieldWords;
import dev.caveat.index.entity.AmountRange;
import dev.caveat.index.entity.DateSpan;
import dev.caveat.index.entity.EntityFilter;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Filters by what risks name, as Lucene queries. */
public final class EntityQueries {
  private EntityQueries() {}

  /**
   * A query for the matching risks.
   *
   * @param filter its regulators are ids
   */
  public static Query of(EntityFilter filter) {
    List<Query> parts = new ArrayList<>();
    FilterQueries.addAny(
        parts, filter.regulators(), id -> new TermQuery(new Term(IndexSchema.REGULATOR, id)));
    FilterQueries.addAny(parts, filter.laws(), EntityQueries::law);
    FilterQueries.addAny(parts, filter.dates(), EntityQueries::date);
    FilterQueries.addAny(parts, filter.amounts(), EntityQueries::amount);
    return FilterQueries.all(parts);
  }

  private static Query law(String name) {
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    List<FieldWords.Term> words = FieldWords.exact(name);
    words.forEach(w -> phrase.add(new Term(IndexSchema.LAW, w.text()), w.position()));
    return words.isEmpty() ? new MatchNoDocsQuery("no word in: " + name) : phrase.build();
  }

  private static Query date(DateSpan span) {
    return IntRange.newIntersectsQuery(
        IndexSchema.dates(span.axis()), new int[] {span.first()}, new int[] {span.last()});
  }

  private static Query amount(AmountRange range) {
    String currency = range.currency();
    double from = currency == null ? Double.NEGATIVE_INFINITY : IndexSchema.currency(currency);
    double to = currency == null ? Double.POSITIVE_INFINITY : from;
    return DoublePoint.newRangeQuery(
        IndexSchema.MONEY, new double[] {from, range.least()}, new double[] {to, range.most()});
  }
}
