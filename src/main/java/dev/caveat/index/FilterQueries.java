package dev.caveat.index;

import dev.caveat.index.analysis.FieldWords;
import dev.caveat.model.RiskSection.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Filters as Lucene queries. */
public final class FilterQueries {
  /** The field with the key of the filing, on all its documents. */
  public static final String FILING = IndexSchema.ID;

  private FilterQueries() {}

  /** Matches all documents (filings and risks) of the matching filings. */
  public static Query of(FilingFilter filter) {
    List<Query> parts = new ArrayList<>();
    if (!filter.ids().isEmpty()) {
      parts.add(
          new TermInSetQuery(IndexSchema.ID, filter.ids().stream().map(BytesRef::new).toList()));
    }
    addAny(parts, filter.companies(), FilterQueries::company);
    addAny(parts, filter.ciks(), c -> term(IndexSchema.CIK, withoutZeros(c)));
    addAny(parts, filter.tickers(), t -> term(IndexSchema.TICKER, t));
    addAny(parts, filter.forms(), f -> termOrPrefix(IndexSchema.FORM, f));
    addAny(parts, filter.sics(), s -> termOrPrefix(IndexSchema.SIC, s));
    addAny(
        parts, filter.years(), y -> IntPoint.newRangeQuery(IndexSchema.YEAR, y.first(), y.last()));
    addAny(parts, List.copyOf(filter.statuses()), s -> term(IndexSchema.STATUS, s.id()));
    addDates(parts, filter);
    if (filter.doubtful() != null) {
      parts.add(DoubtFields.query(filter.doubtful()));
    }
    return all(parts);
  }

  static Query all(List<Query> parts) {
    if (parts.isEmpty()) {
      return MatchAllDocsQuery.INSTANCE;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    parts.forEach(p -> all.add(p, Occur.FILTER));
    return all.build();
  }

  /**
   * Matches what a search finds: risks, and filings without risks if their status is requested.
   *
   * @param filter as given by the user
   */
  public static Query found(FilingFilter filter) {
    Query kind =
        onlyRisks(filter)
            ? term(IndexSchema.KIND, IndexSchema.KIND_RISK)
            : term(IndexSchema.SEARCHABLE, "1");
    return both(kind, of(filter));
  }

  /**
   * Matches the filings themselves whose documents {@link #found} matches.
   *
   * @param filter as given by the user
   */
  public static Query filingsFound(FilingFilter filter) {
    Query filings = term(IndexSchema.KIND, IndexSchema.KIND_FILING);
    FilingFilter meant =
        onlyRisks(filter) ? filter.toBuilder().statuses(Set.of(Status.PRESENT)).build() : filter;
    return both(filings, of(meant));
  }

  private static boolean onlyRisks(FilingFilter filter) {
    return filter.statuses().isEmpty() || filter.statuses().equals(Set.of(Status.PRESENT));
  }

  private static Query both(Query a, Query b) {
    return new BooleanQuery.Builder().add(a, Occur.FILTER).add(b, Occur.FILTER).build();
  }

  interface QueryOf<T> {
    Query of(T value);
  }

  static <T> void addAny(List<Query> parts, List<T> values, QueryOf<T> query) {
    if (values.isEmpty()) {
      return;
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    values.forEach(v -> any.add(query.of(v), Occur.SHOULD));
    parts.add(any.build());
  }

  private static void addDates(List<Query> parts, FilingFilter filter) {
    if (filter.from() == null && filter.to() == null) {
      return;
    }
    long from = filter.from() == null ? Long.MIN_VALUE : filter.from().toEpochDay();
    long to = filter.to() == null ? Long.MAX_VALUE : filter.to().toEpochDay();
    parts.add(LongPoint.newRangeQuery(IndexSchema.DATE, from, to));
  }

  private static Query company(String name) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    List<FieldWords.Term> words = FieldWords.exact(name);
    words.forEach(w -> all.add(term(IndexSchema.COMPANY, w.text()), Occur.FILTER));
    return words.isEmpty() ? new MatchNoDocsQuery("no word in: " + name) : all.build();
  }

  /** A value, or every value with this prefix if it ends in a star. */
  private static Query termOrPrefix(String field, String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return lower.endsWith("*")
        ? new PrefixQuery(new Term(field, lower.substring(0, lower.length() - 1)))
        : term(field, lower);
  }

  private static String withoutZeros(String cik) {
    int i = 0;
    while (i < cik.length() - 1 && cik.charAt(i) == '0') {
      i++;
    }
    return cik.substring(i);
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value.toLowerCase(Locale.ROOT)));
  }
}
