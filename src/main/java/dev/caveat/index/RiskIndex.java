package dev.caveat.index;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.file.Sha256;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskFactor;
import dev.caveat.taxonomy.Taxonomy;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * An index opened for reading, as committed when it was opened, whatever is written meanwhile. Safe
 * for use by many threads.
 */
public final class RiskIndex implements Closeable {
  /** A shorter prefix of a hash would match many filings by chance. */
  private static final int MIN_HASH_LENGTH = 6;

  private static final int PAGE = 1000;

  private static final Sort BY_KEY =
      new Sort(new SortField(IndexSchema.FILING_KEY, SortField.Type.STRING));

  private static final Pattern ACCESSION = Pattern.compile("(\\d{10})-?(\\d{2})-?(\\d{6})");

  /**
   * Lucene warns on every start that the JDK's incubating vector module is not loaded. It speeds up
   * the search of embeddings, and the JDK prints a warning of its own when it is. The reference is
   * kept because settings of an unreferenced logger are lost.
   */
  private static final Logger LUCENE_VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization");

  static {
    LUCENE_VECTORS.setLevel(Level.SEVERE);
  }

  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private final Taxonomy taxonomy;

  private @Nullable RegulatorDirectory regulators;

  /** Whether another reads from the same directory, or writes to it, and closes it. */
  private volatile boolean handedOn;

  private RiskIndex(Directory directory, DirectoryReader reader) throws IOException {
    this.directory = directory;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.taxonomy = IndexSchema.taxonomy(directory);
  }

  /**
   * Opens the index in a folder.
   *
   * @param path the folder
   * @throws CaveatException if there is none, or one that this program cannot read
   */
  public static RiskIndex open(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      throw missing(path);
    }
    Directory directory = directory(path);
    try {
      if (!IndexSchema.exists(directory)) {
        throw missing(path);
      }
      IndexSchema.check(directory, path);
      return new RiskIndex(directory, DirectoryReader.open(directory));
    } catch (IOException | RuntimeException e) {
      directory.close();
      if (mayBeDamage(e) || e instanceof NoSuchFileException) {
        throw damaged(path, e);
      }
      throw e;
    }
  }

  /**
   * An in-memory index of a few filings, for one command. Nothing is written to disk.
   *
   * @param filings each with a key of its own
   * @param tagging what tagged them
   */
  public static RiskIndex inMemory(List<RiskDisclosure> filings, Tagging tagging)
      throws IOException {
    Directory directory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(IndexSchema.analyzer()))) {
      for (RiskDisclosure filing : filings) {
        writer.addDocuments(
            FilingDocuments.of(filing, RiskIndexWriter.location(filing.path()), tagging, ""));
      }
      writer.setLiveCommitData(IndexSchema.commitData(tagging.taxonomy(), false).entrySet());
    }
    return new RiskIndex(directory, DirectoryReader.open(directory));
  }

  /**
   * What a writer has done so far, committed or not.
   *
   * @param directory where it writes; left open
   */
  static RiskIndex uncommitted(Directory directory, IndexWriter writer) throws IOException {
    RiskIndex index = new RiskIndex(directory, DirectoryReader.open(writer));
    index.handedOn = true;
    return index;
  }

  static Directory directory(Path path) throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new CaveatException(
          ErrorCode.NOT_AN_INDEX, path + " is a file", Map.of("index", path.toString()));
    }
    return FSDirectory.open(path);
  }

  /**
   * Whether an exception may come from a damaged index.
   *
   * @param e the exception that ended a command
   */
  public static boolean mayBeDamage(Throwable e) {
    return e instanceof RuntimeException && !(e instanceof CaveatException)
        || e instanceof CorruptIndexException
        || e instanceof EOFException
        || e.getCause() != null && mayBeDamage(e.getCause());
  }

  /**
   * What to tell of a damaged index.
   *
   * @param path its folder
   * @param e how the damage showed
   */
  public static CaveatException damaged(Path path, Throwable e) {
    return new CaveatException(
        ErrorCode.DAMAGED_INDEX,
        "the index in " + path + " is damaged",
        Map.of("index", path.toString()),
        e);
  }

  static CaveatException missing(Path path) {
    return new CaveatException(
        ErrorCode.NO_INDEX, "no index in " + path, Map.of("index", path.toString()));
  }

  /**
   * Names what it contains: the same name means the same content, and a change of anything gives
   * another one.
   */
  public String state() {
    StringBuilder state = new StringBuilder();
    for (LeafReaderContext leaf : reader.leaves()) {
      SegmentCommitInfo segment = ((SegmentReader) leaf.reader()).getSegmentInfo();
      state.append(StringHelper.idToString(segment.info.getId()));
      state.append(' ').append(segment.getDelGen());
      state.append(' ').append(segment.getDocValuesGen()).append('\n');
    }
    return Sha256.hex(state.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The taxonomy of the categories that its risks are tagged with. */
  public Taxonomy taxonomy() {
    return taxonomy;
  }

  /** Lucene's searcher over all documents, for the search package. */
  public IndexSearcher searcher() {
    return searcher;
  }

  /** The number of filings. */
  public int filingCount() throws IOException {
    return searcher.count(ofKind(IndexSchema.KIND_FILING));
  }

  /** The number of risks. */
  public int riskCount() throws IOException {
    return searcher.count(ofKind(IndexSchema.KIND_RISK));
  }

  /** The form types of all filings, in uppercase. */
  public SortedSet<String> forms() throws IOException {
    SortedSet<String> forms = new TreeSet<>();
    LiveTerms.each(reader, IndexSchema.FORM, (form, n) -> forms.add(form.toUpperCase(Locale.ROOT)));
    return forms;
  }

  /**
   * The number of risks with each category as their primary one, for categories that occur, in the
   * order of the taxonomy.
   *
   * @param filter of which filings
   */
  public Map<String, Integer> categories(FilingFilter filter) throws IOException {
    Query filings = FilterQueries.of(filter);
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String id : taxonomy.ids()) {
      BooleanQuery.Builder both = new BooleanQuery.Builder();
      both.add(new CategoryFilter(List.of(id), false).query(), Occur.FILTER);
      both.add(filings, Occur.FILTER);
      int count = searcher.count(both.build());
      if (count > 0) {
        counts.put(id, count);
      }
    }
    return counts;
  }

  /** The regulators that risks name; read on first use. */
  public synchronized RegulatorDirectory regulators() throws IOException {
    if (regulators == null) {
      regulators = RegulatorDirectory.of(reader);
    }
    return regulators;
  }

  /**
   * Passes filings on, ordered by key, with one page in memory at a time.
   *
   * @param filter which
   * @param sink takes each
   */
  public void filings(FilingFilter filter, Consumer<IndexedFiling> sink) throws IOException {
    eachFiling(filingsOf(filter), sink);
  }

  /**
   * Passes some filings on, the newest first. Reads the text of no others.
   *
   * @param skip how many of the first to leave out
   * @param most how many at most
   */
  public void newest(FilingFilter filter, int skip, int most, Consumer<IndexedFiling> sink)
      throws IOException {
    Sort newest =
        new Sort(
            new SortField(IndexSchema.DATE, SortField.Type.LONG, true, Long.MIN_VALUE),
            new SortField(IndexSchema.FILING_KEY, SortField.Type.STRING));
    StoredFields fields = searcher.storedFields();
    ScoreDoc[] found = searcher.search(filingsOf(filter), skip + most, newest).scoreDocs;
    for (int i = skip; i < found.length; i++) {
      sink.accept(FilingDocuments.filing(fields.document(found[i].doc)));
    }
  }

  /**
   * A page of filings, ordered by key. Of what is before the page, only the keys are looked at.
   *
   * @param filter which
   * @param after the key that the page begins after; need not be that of a filing; null for the
   *     first page
   * @param most how many at most, from 1
   */
  public List<IndexedFiling> filings(FilingFilter filter, @Nullable String after, int most)
      throws IOException {
    FieldDoc last =
        after == null
            ? null
            : new FieldDoc(
                Math.max(0, reader.maxDoc() - 1), // after all that have this key
                Float.NaN,
                new Object[] {new BytesRef(after)});
    StoredFields fields = searcher.storedFields();
    List<IndexedFiling> page = new ArrayList<>();
    for (ScoreDoc hit : searcher.searchAfter(last, filingsOf(filter), most, BY_KEY).scoreDocs) {
      page.add(FilingDocuments.filing(fields.document(hit.doc)));
    }
    return page;
  }

  /**
   * The number of filings.
   *
   * @param filter which
   */
  public int filingCount(FilingFilter filter) throws IOException {
    return searcher.count(filingsOf(filter));
  }

  /**
   * Passes the doubtful filings on, the lowest confidence first.
   *
   * @param filter of which filings
   * @param most how many at most
   * @param sink takes each
   */
  public void doubtful(FilingFilter filter, int most, Consumer<IndexedFiling> sink)
      throws IOException {
    Query query = filingsOf(filter.toBuilder().doubtful(true).build());
    StoredFields fields = searcher.storedFields();
    for (ScoreDoc hit :
        searcher.search(query, Math.max(1, most), DoubtFields.worstFirst()).scoreDocs) {
      sink.accept(FilingDocuments.filing(fields.document(hit.doc)));
    }
  }

  /**
   * The number of doubtful filings.
   *
   * @param filter of which filings
   */
  public int doubtfulCount(FilingFilter filter) throws IOException {
    return searcher.count(filingsOf(filter.toBuilder().doubtful(true).build()));
  }

  private static Query filingsOf(FilingFilter filter) {
    return new BooleanQuery.Builder()
        .add(ofKind(IndexSchema.KIND_FILING), Occur.FILTER)
        .add(FilterQueries.of(filter), Occur.FILTER)
        .build();
  }

  /**
   * Passes the numbers of each risk on, in the order in which filings were written; the risks of a
   * filing come together and in order. No text is read.
   *
   * @param filter of which filings
   * @param sink takes each
   */
  public void numbers(FilingFilter filter, Consumer<RiskNumbers> sink) throws IOException {
    new RiskColumns(searcher, risksOf(filter)).numbers(sink);
  }

  /**
   * What most risks of each category name; for amounts the largest, those in US dollars first. No
   * text is read. Ordered by category id, then by type.
   *
   * @param filter of which filings
   * @param most the largest number for each category and type
   * @param categories returns the category of a risk if it differs from that of the index, by the
   *     key of its filing and its ordinal; otherwise null
   */
  public List<NameCount> names(
      FilingFilter filter, int most, BiFunction<String, Integer, @Nullable String> categories)
      throws IOException {
    return new RiskColumns(searcher, risksOf(filter)).names(most, categories);
  }

  /**
   * What most risks name, whatever their category; otherwise as above, the category left empty.
   *
   * @param filter of which filings
   * @param most the largest number for each type
   */
  public List<NameCount> names(FilingFilter filter, int most) throws IOException {
    return names(filter, most, (filing, ordinal) -> "");
  }

  private static Query risksOf(FilingFilter filter) {
    return new BooleanQuery.Builder()
        .add(ofKind(IndexSchema.KIND_RISK), Occur.FILTER)
        .add(FilterQueries.of(filter), Occur.FILTER)
        .build();
  }

  private void eachFiling(Query query, Consumer<IndexedFiling> sink) throws IOException {
    StoredFields fields = searcher.storedFields();
    TopDocs page = searcher.search(query, PAGE, BY_KEY);
    while (page.scoreDocs.length > 0) {
      for (ScoreDoc hit : page.scoreDocs) {
        sink.accept(FilingDocuments.filing(fields.document(hit.doc)));
      }
      ScoreDoc last = page.scoreDocs[page.scoreDocs.length - 1];
      page = searcher.searchAfter(last, query, PAGE, BY_KEY);
    }
  }

  /**
   * The filings that a name may stand for, ordered by key; may be empty.
   *
   * @param name an accession number, which may be only in the filing's path, a SHA-256 or its first
   *     six or more digits, or a path as it was given to the index
   */
  public List<IndexedFiling> named(String name) throws IOException {
    return named(name, FilingFilter.none());
  }

  /**
   * As above, among those that match a filter.
   *
   * @param name an accession number, a SHA-256 or its beginning, or a path
   * @param filter the filings to choose from
   */
  public List<IndexedFiling> named(String name, FilingFilter filter) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    any.add(new TermQuery(new Term(IndexSchema.ID, name)), Occur.SHOULD);
    any.add(new TermQuery(new Term(IndexSchema.PATH, name)), Occur.SHOULD);
    any.add(
        new TermQuery(new Term(IndexSchema.LOCATION, RiskIndexWriter.location(name))),
        Occur.SHOULD);
    if (name.length() >= MIN_HASH_LENGTH) {
      any.add(new PrefixQuery(new Term(IndexSchema.SHA256, name)), Occur.SHOULD);
    }
    List<IndexedFiling> found = found(any.build(), filter);
    Matcher accession = ACCESSION.matcher(name);
    return found.isEmpty() && accession.matches()
        ? found(inPath(accession.group(1), accession.group(2), accession.group(3)), filter)
        : found;
  }

  private List<IndexedFiling> found(Query named, FilingFilter filter) throws IOException {
    Query query =
        new BooleanQuery.Builder()
            .add(named, Occur.FILTER)
            .add(filingsOf(filter), Occur.FILTER)
            .build();
    List<IndexedFiling> found = new ArrayList<>();
    eachFiling(query, found::add);
    return found;
  }

  /** A number as EDGAR writes it, or only its digits: of the filing, or in its path. */
  private static Query inPath(String filer, String year, String number) {
    String dashed = filer + "-" + year + "-" + number;
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(IndexSchema.ID, dashed)), Occur.SHOULD)
        .add(new WildcardQuery(new Term(IndexSchema.PATH, "*" + dashed + "*")), Occur.SHOULD)
        .add(
            new WildcardQuery(new Term(IndexSchema.PATH, "*" + filer + year + number + "*")),
            Occur.SHOULD)
        .build();
  }

  /**
   * Whether a filing was read from a file, or from an archive that the file is.
   *
   * @param file without links
   */
  public boolean holdsFrom(Path file) throws IOException {
    Query from =
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term(IndexSchema.LOCATION, file.toString())), Occur.SHOULD)
            .add(new PrefixQuery(new Term(IndexSchema.LOCATION, file + "!")), Occur.SHOULD)
            .build();
    return searcher.count(from) > 0;
  }

  /**
   * The location of a filing's file: its path, made absolute when it was indexed.
   *
   * @param id the filing's key, of this index
   */
  public String location(String id) throws IOException {
    return FilingDocuments.stored(documents(searcher, id).getFirst(), IndexSchema.LOCATION);
  }

  /**
   * The risks of a filing in order; empty if it has none or is not indexed.
   *
   * @param id the filing's key
   */
  public List<RiskFactor> risks(String id) throws IOException {
    List<RiskFactor> risks = new ArrayList<>();
    for (Document d : documents(searcher, id).stream().skip(1).toList()) {
      risks.add(FilingDocuments.risk(d));
    }
    return risks;
  }

  /**
   * A filing as it was before it was indexed, except for what only typesetting put into its
   * section: bullets, and spaces other than single ones between words.
   *
   * @param id the filing's key, of this index
   */
  public RiskDisclosure disclosure(String id) throws IOException {
    return FilingDocuments.disclosure(documents(searcher, id));
  }

  /** The documents of a filing: the filing itself, without an ordinal, then its risks in order. */
  static List<Document> documents(IndexSearcher searcher, String id) throws IOException {
    Query query = new TermQuery(new Term(IndexSchema.ID, id));
    Sort inOrder = new Sort(new SortField(IndexSchema.ORDINAL, SortField.Type.INT));
    int most = Math.max(1, searcher.count(query));
    List<Document> documents = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query, most, inOrder).scoreDocs) {
      documents.add(searcher.storedFields().document(hit.doc));
    }
    return documents;
  }

  /** Keys of the filings with a labeled risk. */
  static Set<String> decidedFilings(IndexSearcher searcher) throws IOException {
    Query decided = new PrefixQuery(new Term(IndexSchema.DECIDED, ""));
    Set<String> filings = new TreeSet<>();
    int most = Math.max(1, searcher.count(decided));
    for (ScoreDoc hit : searcher.search(decided, most).scoreDocs) {
      filings.add(
          FilingDocuments.stored(searcher.storedFields().document(hit.doc), IndexSchema.ID));
    }
    return filings;
  }

  /**
   * Lucene's number of a risk's document.
   *
   * @param id the filing's key
   * @param ordinal the number of the risk
   */
  public Optional<Integer> document(String id, int ordinal) throws IOException {
    ScoreDoc[] hits = searcher.search(only(id, ordinal), 1).scoreDocs;
    return hits.length == 0 ? Optional.empty() : Optional.of(hits[0].doc);
  }

  /**
   * Matches one risk.
   *
   * @param id the filing's key
   * @param ordinal the number of the risk
   */
  public Query only(String id, int ordinal) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(IndexSchema.ID, id)), Occur.FILTER)
        .add(IntPoint.newExactQuery(IndexSchema.ORDINAL, ordinal), Occur.FILTER)
        .build();
  }

  /**
   * Reads a document that a search found.
   *
   * @param document Lucene's number of it
   */
  public IndexedRisk read(int document) throws IOException {
    Document d = searcher.storedFields().document(document);
    FilingFacts facts = FilingDocuments.facts(d);
    return new IndexedRisk(
        FilingDocuments.stored(d, IndexSchema.ID),
        FilingDocuments.stored(d, IndexSchema.PATH),
        facts,
        FilingDocuments.year(facts),
        FilingDocuments.status(d),
        DoubtFields.read(d),
        d.getField(IndexSchema.ORDINAL) == null ? null : FilingDocuments.risk(d),
        d.get(IndexSchema.EVIDENCE));
  }

  /**
   * The current state of the index; what has not changed is shared with this one. Both must be
   * closed, in either order.
   *
   * @return null if nothing has changed since this one was opened
   */
  public @Nullable RiskIndex refreshed() throws IOException {
    DirectoryReader newer = DirectoryReader.openIfChanged(reader);
    if (newer == null) {
      return null;
    }
    handedOn = true;
    return new RiskIndex(directory, newer);
  }

  /**
   * Keeps the index open past {@link #close}, until {@link #release}; false if it is already
   * closed.
   */
  public boolean retain() {
    return reader.tryIncRef();
  }

  /** Releases what {@link #retain} took. */
  public void release() throws IOException {
    reader.decRef();
  }

  /** The number of users that keep the index open, including the one that opened it. */
  public int holders() {
    return reader.getRefCount();
  }

  @Override
  public void close() throws IOException {
    reader.close();
    if (!handedOn) {
      directory.close();
    }
  }

  private static Query ofKind(String kind) {
    return new TermQuery(new Term(IndexSchema.KIND, kind));
  }
}
