package dev.caveat.index;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Which filing was indexed from which path. Safe for use by many threads. */
final class FilingCatalog {
  /**
   * One filing.
   *
   * @param id its key
   * @param path its path as given
   * @param location its absolute path, by which paths are compared
   * @param sha256 hash of its bytes
   * @param model name of the model that tagged its risks
   * @param correction name of the corrected outline it was split by; empty for none
   */
  record Entry(
      String id, String path, String location, String sha256, String model, String correction) {
    /**
     * Whether these bytes were read from this path, split by this outline and tagged by this model.
     */
    boolean holds(String otherSha256, String otherModel, String otherCorrection) {
      return sha256.equals(otherSha256)
          && model.equals(otherModel)
          && correction.equals(otherCorrection);
    }
  }

  private static final Set<String> STORED =
      Set.of(
          IndexSchema.ID,
          IndexSchema.PATH,
          IndexSchema.LOCATION,
          IndexSchema.SHA256,
          IndexSchema.MODEL,
          IndexSchema.CORRECTION);

  private final Map<String, Entry> byId = new ConcurrentHashMap<>();
  private final Map<String, Entry> byLocation = new ConcurrentHashMap<>();

  /** The catalog of the filings that a reader sees. */
  static FilingCatalog of(IndexReader reader) throws IOException {
    FilingCatalog catalog = new FilingCatalog();
    IndexSearcher searcher = new IndexSearcher(reader);
    Query filings = new TermQuery(new Term(IndexSchema.KIND, IndexSchema.KIND_FILING));
    StoredFields fields = searcher.storedFields();
    for (ScoreDoc hit :
        searcher.search(filings, Math.max(1, reader.maxDoc()), Sort.INDEXORDER).scoreDocs) {
      catalog.put(entry(fields.document(hit.doc, STORED)));
    }
    return catalog;
  }

  private static Entry entry(Document d) {
    return new Entry(
        FilingDocuments.stored(d, IndexSchema.ID),
        FilingDocuments.stored(d, IndexSchema.PATH),
        FilingDocuments.stored(d, IndexSchema.LOCATION),
        FilingDocuments.stored(d, IndexSchema.SHA256),
        FilingDocuments.stored(d, IndexSchema.MODEL),
        FilingDocuments.stored(d, IndexSchema.CORRECTION));
  }

  @Nullable Entry byId(String id) {
    return byId.get(id);
  }

  @Nullable Entry byLocation(String location) {
    return byLocation.get(location);
  }

  int size() {
    return byId.size();
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }

  void put(Entry entry) {
    Entry before = byId.put(entry.id(), entry);
    if (before != null) {
      forget(before);
    }
    byLocation.put(entry.location(), entry);
  }

  void remove(Entry entry) {
    byId.remove(entry.id(), entry);
    forget(entry);
  }

  private void forget(Entry entry) {
    byLocation.remove(entry.location(), entry);
  }
}
