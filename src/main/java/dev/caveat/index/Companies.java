package dev.caveat.index;

import dev.caveat.company.CompanyKeys;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the filings of one company in an index, by {@link CompanyKeys}. Immutable; safe for
 * use by many threads.
 */
public final class Companies {
  private static final Set<String> STORED = Set.of(IndexSchema.CIK, IndexSchema.COMPANY);

  private final CompanyKeys keys;

  private Companies(CompanyKeys keys) {
    this.keys = keys;
  }

  /** Learns from the filings of an index; reads each of them if some state no key. */
  public static Companies of(IndexSearcher searcher) throws IOException {
    CompanyKeys keys = new CompanyKeys();
    if (someAreNamesAlone(searcher)) {
      Query filings = new TermQuery(new Term(IndexSchema.KIND, IndexSchema.KIND_FILING));
      int most = Math.max(1, searcher.getIndexReader().maxDoc());
      StoredFields fields = searcher.storedFields();
      for (ScoreDoc hit : searcher.search(filings, most, Sort.INDEXORDER).scoreDocs) {
        Document d = fields.document(hit.doc, STORED);
        keys.add(d.get(IndexSchema.CIK), d.get(IndexSchema.COMPANY));
      }
    }
    return new Companies(keys);
  }

  private static boolean someAreNamesAlone(IndexSearcher searcher) throws IOException {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      SortedDocValues keys = leaf.reader().getSortedDocValues(IndexSchema.COMPANY_KEY);
      for (int i = 0; keys != null && i < keys.getValueCount(); i++) {
        if (!isCik(keys.lookupOrd(i).utf8ToString())) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The key that represents a company; null if neither its Central Index Key nor its name is known.
   *
   * @param cik its Central Index Key
   * @param company its name as stated
   */
  public @Nullable String key(@Nullable String cik, @Nullable String company) {
    return keys.key(cik, company);
  }

  /**
   * The key that represents a company.
   *
   * @param cikOrName a value of {@link IndexSchema#COMPANY_KEY}
   */
  public String key(String cikOrName) {
    if (isCik(cikOrName)) {
      return cikOrName;
    }
    return Objects.requireNonNull(keys.key(null, cikOrName));
  }

  private static boolean isCik(String key) {
    return !key.isEmpty() && key.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
