package dev.caveat.index;

import dev.caveat.table.Table;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
 * Which filings are of one company. A filing that states no Central Index Key is taken for one of
 * the company that another filing gives the same name and a key; a name that several keys go by
 * stands for itself. Immutable; safe for use by many threads.
 */
public final class Companies {
  private static final Set<String> STORED = Set.of(IndexSchema.CIK, IndexSchema.COMPANY);

  /** Where a company is incorporated, as EDGAR tells namesakes apart: "/MD/", "/NEW", "INC/DE". */
  private static final Pattern STATE_TAG = Pattern.compile("[/\\\\]\\s*\\p{L}{2,4}\\s*[/\\\\]?$");

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern DROPPED = Pattern.compile("[.'\u2019]");
  private static final Set<String> SUFFIXES = suffixes();

  /** No single key. */
  private static final String SEVERAL = "";

  private final Map<String, String> cikByName;

  private Companies(Map<String, String> cikByName) {
    this.cikByName = cikByName;
  }

  /** What the filings of an index say; costs a look at each of them where some state no key. */
  public static Companies of(IndexSearcher searcher) throws IOException {
    Map<String, String> known = new HashMap<>();
    if (someAreNamesAlone(searcher)) {
      Query filings = new TermQuery(new Term(IndexSchema.KIND, IndexSchema.KIND_FILING));
      int most = Math.max(1, searcher.getIndexReader().maxDoc());
      StoredFields fields = searcher.storedFields();
      for (ScoreDoc hit : searcher.search(filings, most, Sort.INDEXORDER).scoreDocs) {
        Document d = fields.document(hit.doc, STORED);
        String cik = d.get(IndexSchema.CIK);
        String company = d.get(IndexSchema.COMPANY);
        if (cik != null && company != null) {
          known.merge(plain(company), cik, (a, b) -> a.equals(b) ? a : SEVERAL);
        }
      }
    }
    return new Companies(known);
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
   * What stands for a company; null where neither its key nor its name is known.
   *
   * @param cik its Central Index Key
   * @param company its name as stated
   */
  public @Nullable String key(@Nullable String cik, @Nullable String company) {
    if (cik != null) {
      return cik;
    }
    return company == null ? null : key(company);
  }

  /**
   * What stands for a company.
   *
   * @param cikOrName a value of {@link IndexSchema#COMPANY_KEY}
   */
  public String key(String cikOrName) {
    if (isCik(cikOrName)) {
      return cikOrName;
    }
    String name = plain(cikOrName);
    String cik = cikByName.getOrDefault(name, SEVERAL);
    return cik.equals(SEVERAL) ? name : cik;
  }

  private static boolean isCik(String key) {
    return !key.isEmpty() && key.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The name without case, punctuation, a state and the words for its legal form. */
  static String plain(String name) {
    String bare = STATE_TAG.matcher(name.strip()).replaceFirst("");
    bare = DROPPED.matcher(bare.toLowerCase(Locale.ROOT).replace("&", " and ")).replaceAll("");
    String words = NO_LETTER.matcher(bare).replaceAll(" ").strip();
    int end = words.lastIndexOf(' ');
    while (end > 0 && SUFFIXES.contains(words.substring(end + 1))) {
      words = words.substring(0, end);
      end = words.lastIndexOf(' ');
    }
    return words.isEmpty() ? name.strip().toLowerCase(Locale.ROOT) : words;
  }

  private static Set<String> suffixes() {
    return Table.resource(Companies.class, "company-suffixes.txt").stream()
        .map(r -> r.at(0).strip())
        .collect(Collectors.toUnmodifiableSet());
  }
}
