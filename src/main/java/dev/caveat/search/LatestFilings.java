package dev.caveat.search;

import dev.caveat.index.Companies;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.FilterQueries;
import dev.caveat.index.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Finds the newest filing of each company. */
final class LatestFilings {
  /** Sorted by company only to get its key with the hit. */
  private static final Sort NEWEST_FIRST =
      new Sort(
          new SortField(IndexSchema.DATE, SortField.Type.LONG, true, Long.MIN_VALUE),
          new SortField(IndexSchema.FILING_KEY, SortField.Type.STRING, true),
          new SortField(IndexSchema.COMPANY_KEY, SortField.Type.STRING));

  private final IndexSearcher searcher;
  private final Companies companies;

  LatestFilings(IndexSearcher searcher, Companies companies) {
    this.searcher = searcher;
    this.companies = companies;
  }

  /**
   * Matches the documents of each company's newest filing that has something to find. A filing
   * without a known company counts as a company of its own.
   *
   * @param filter the filings to choose from
   */
  Query of(FilingFilter filter) throws IOException {
    Query filings = FilterQueries.filingsFound(filter);
    int most = Math.max(1, searcher.getIndexReader().maxDoc());
    List<BytesRef> newest = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ScoreDoc hit : searcher.search(filings, most, NEWEST_FIRST).scoreDocs) {
      @Nullable Object[] keys = ((FieldDoc) hit).fields;
      BytesRef company = (BytesRef) keys[2];
      boolean first = company == null || seen.add(companies.key(company.utf8ToString()));
      if (first && keys[1] != null) {
        newest.add((BytesRef) keys[1]);
      }
    }
    return new TermInSetQuery(FilterQueries.FILING, newest);
  }
}
