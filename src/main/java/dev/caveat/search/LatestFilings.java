package dev.caveat.search;

import dev.caveat.index.FilingFilter;
import dev.caveat.index.FilterQueries;
import dev.caveat.index.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
  private static final Sort BY_COMPANY_NEWEST_FIRST =
      new Sort(
          new SortField(IndexSchema.COMPANY_KEY, SortField.Type.STRING),
          new SortField(IndexSchema.DATE, SortField.Type.LONG, true, Long.MIN_VALUE),
          new SortField(IndexSchema.FILING_KEY, SortField.Type.STRING, true));

  private final IndexSearcher searcher;

  LatestFilings(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /**
   * Matches the documents of each company's newest filing that has something to find. A filing of
   * no known company counts as its own.
   *
   * @param filter the filings to choose from
   */
  Query of(FilingFilter filter) throws IOException {
    Query filings = FilterQueries.filingsFound(filter);
    int most = Math.max(1, searcher.getIndexReader().maxDoc());
    List<BytesRef> newest = new ArrayList<>();
    BytesRef before = null;
    for (ScoreDoc hit : searcher.search(filings, most, BY_COMPANY_NEWEST_FIRST).scoreDocs) {
      @Nullable Object[] keys = ((FieldDoc) hit).fields;
      BytesRef company = (BytesRef) keys[0];
      if (keys[2] != null && (company == null || !company.equals(before))) {
        newest.add((BytesRef) keys[2]);
      }
      before = company;
    }
    return new TermInSetQuery(FilterQueries.FILING, newest);
  }
}
