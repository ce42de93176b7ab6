package dev.caveat.search;

import dev.caveat.index.Companies;
import dev.caveat.index.EntityQueries;
import dev.caveat.index.FilterQueries;
import dev.caveat.index.IndexSchema;
import dev.caveat.index.IndexedRisk;
import dev.caveat.index.RegulatorDirectory.Regulator;
import dev.caveat.index.RiskIndex;
import dev.caveat.index.entity.EntityFilter;
import dev.caveat.search.query.QueryLanguage;
import dev.caveat.search.query.QuerySyntaxException;
import dev.caveat.search.query.Weights;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/** Searches an index as it was when opened. Safe for use by many threads. */
public final class RiskSearcher implements Closeable {
  /**
   * Lucene's own limit of 1,024 is too low for a pasted paragraph with all its synonyms; the length
   * of a query is limited in the parser.
   */
  private static final int MAX_CLAUSES = 1 << 17;

  static {
    // Lucene has this limit for the whole process and nowhere else. It is only ever raised, so that
    // a program that searches other indexes beside this one keeps what it has set.
    IndexSearcher.setMaxClauseCount(Math.max(MAX_CLAUSES, IndexSearcher.getMaxClauseCount()));
  }

  private static final int MIN_PAGE = 100;

  /** Near-identical risks are looked for no deeper than this. */
  private static final int MAX_PAGES = 20;

  private static final Sort BEST_FIRST = sort();

  private static final Sort NEWEST_FIRST =
      sort(new SortField(IndexSchema.DATE, SortField.Type.LONG, true, Long.MIN_VALUE));

  private final RiskIndex index;
  private final Weights weights;
  private final IndexSearcher searcher;
  private final QueryLanguage language;
  private final FacetCounts facets;
  private @Nullable Companies companies;

  private RiskSearcher(RiskIndex index, Weights weights) {
    this.index = index;
    this.weights = weights;
    this.searcher = index.searcher();
    this.language = new QueryLanguage(weights);
    this.facets = new FacetCounts(searcher.getIndexReader());
    searcher.setSimilarity(language.similarity());
  }

  /**
   * By some fields, then by score; ties by filing and risk number, because Lucene's own numbers
   * depend on the order of writing.
   */
  private static Sort sort(SortField... first) {
    List<SortField> all = new ArrayList<>(List.of(first));
    all.add(SortField.FIELD_SCORE);
    all.add(new SortField(IndexSchema.FILING_KEY, SortField.Type.STRING));
    all.add(new SortField(IndexSchema.ORDINAL, SortField.Type.INT));
    return new Sort(all.toArray(SortField[]::new));
  }

  /**
   * Opens the index in a folder.
   *
   * @throws dev.caveat.error.CaveatException if there is none that can be read
   */
  public static RiskSearcher open(Path path) throws IOException {
    return open(path, Weights.defaults());
  }

  /**
   * Opens the index in a folder, with other ranking weights.
   *
   * @throws dev.caveat.error.CaveatException if there is none that can be read
   */
  public static RiskSearcher open(Path path, Weights weights) throws IOException {
    return new RiskSearcher(RiskIndex.open(path), weights);
  }

  /**
   * A searcher of the current state of the index.
   *
   * @return null if nothing has changed
   */
  @Nullable RiskSearcher refreshed() throws IOException {
    RiskIndex newer = index.refreshed();
    return newer == null ? null : new RiskSearcher(newer, weights);
  }

  /** The index searched. */
  public RiskIndex index() {
    return index;
  }

  /**
   * Searches.
   *
   * @throws QuerySyntaxException if the query cannot be understood or would cost too much, or no
   *     risk in the index names a requested regulator
   */
  public SearchResult search(SearchRequest request) throws IOException {
    long start = System.nanoTime();
    Query words = words(request);
    Query query = filtered(words, request);
    Page first = page(query, request, null);
    List<Hit> hits =
        request.collapse()
            ? collapsed(words, query, request, first.top())
            : hits(words, request, first.top().scoreDocs);
    FacetsCollector matches = first.matches();
    Map<String, Map<String, Integer>> counts = matches == null ? Map.of() : facets.of(matches);
    String mended = request.highlights() ? mended(request) : null;
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new SearchResult(
        first.top().totalHits.value(), took, hits, counts, regulators(counts), mended);
  }

  private Map<String, String> regulators(Map<String, Map<String, Integer>> counts)
      throws IOException {
    Map<String, String> names = new LinkedHashMap<>();
    for (String id : counts.getOrDefault(IndexSchema.REGULATOR, Map.of()).keySet()) {
      Regulator known = index.regulators().byId().get(id);
      names.put(id, known == null ? id : known.name());
    }
    return names;
  }

  private Query words(SearchRequest request) throws IOException {
    RiskReference like = request.like();
    String text = request.likeText();
    if (like != null && text != null || (like != null || text != null) && hasQuery(request)) {
      throw new QuerySyntaxException("give a query, or a risk or text to find similar risks for");
    }
    if (like != null) {
      return new MoreLike(index).query(like);
    }
    if (text != null) {
      return new MoreLike(index).query(text);
    }
    if (!hasQuery(request)) {
      return MatchAllDocsQuery.INSTANCE;
    }
    return language.query(request.query(), searcher.getIndexReader());
  }

  private static boolean hasQuery(SearchRequest request) {
    return !request.query().isBlank();
  }

  private Query filtered(Query words, SearchRequest request) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(words, Occur.MUST);
    all.add(FilterQueries.found(request.filter()), Occur.FILTER);
    if (!request.entities().isEmpty()) {
      EntityFilter entities = new RegulatorNames(index).resolved(request.entities());
      all.add(EntityQueries.of(entities), Occur.FILTER);
    }
    if (!request.categories().isEmpty()) {
      all.add(request.categories().query(), Occur.FILTER);
    }
    if (request.latest()) {
      all.add(new LatestFilings(searcher, companies()).of(request.filter()), Occur.FILTER);
    }
    return all.build();
  }

  /** Identifies the filings of one company; built when a search first needs it. */
  private synchronized Companies companies() throws IOException {
    if (companies == null) {
      companies = Companies.of(searcher);
    }
    return companies;
  }

  /**
   * A page of hits; the set of matches is only kept for the first page, and only if facets are
   * wanted.
   */
  private record Page(TopDocs top, @Nullable FacetsCollector matches) {}

  private Page page(Query query, SearchRequest request, @Nullable ScoreDoc after)
      throws IOException {
    int size = request.skip() + request.hits();
    size = request.collapse() ? Math.max(MIN_PAGE, size) : size;
    var top = collector(request, size, after);
    if (!request.facets() || after != null) {
      return new Page(scored(searcher.search(query, top)), null);
    }
    Object[] both =
        searcher.search(query, new MultiCollectorManager(top, new FacetsCollectorManager()));
    return new Page(scored((TopDocs) both[0]), (FacetsCollector) both[1]);
  }

  private static CollectorManager<?, ? extends TopDocs> collector(
      SearchRequest request, int size, @Nullable ScoreDoc after) {
    Sort order =
        switch (request.sort()) {
          case RELEVANCE -> BEST_FIRST;
          case DATE -> NEWEST_FIRST;
        };
    return new TopFieldCollectorManager(order, size, (FieldDoc) after, Integer.MAX_VALUE);
  }

  /** Lucene omits scores when it sorts by fields; one of the fields is the score. */
  private static TopDocs scored(TopDocs top) {
    int score = List.of(((TopFieldDocs) top).fields).indexOf(SortField.FIELD_SCORE);
    for (ScoreDoc hit : top.scoreDocs) {
      hit.score = (Float) Objects.requireNonNull(((FieldDoc) hit).fields[score]);
    }
    return top;
  }

  private List<Hit> hits(Query words, SearchRequest request, ScoreDoc[] found) throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (int i = request.skip(); i < found.length; i++) {
      hits.add(hit(words, request, i + 1, found[i], index.read(found[i].doc), List.of()));
    }
    return hits;
  }

  private List<Hit> collapsed(Query words, Query query, SearchRequest request, TopDocs first)
      throws IOException {
    Collapse collapse = new Collapse(request.skip() + request.hits(), companies());
    ScoreDoc[] page = first.scoreDocs;
    for (int pages = 1; page.length > 0; pages++) {
      for (ScoreDoc hit : page) {
        collapse.add(hit, index.read(hit.doc));
      }
      if (collapse.full() || pages == MAX_PAGES) {
        break;
      }
      page = page(query, request, page[page.length - 1]).top().scoreDocs;
    }
    List<Hit> hits = new ArrayList<>();
    List<Collapse.Group> groups = collapse.groups();
    for (int i = request.skip(); i < groups.size(); i++) {
      Collapse.Group g = groups.get(i);
      hits.add(hit(words, request, i + 1, g.hit(), g.shown(), g.others()));
    }
    return hits;
  }

  private static Hit hit(
      Query words,
      SearchRequest request,
      int rank,
      ScoreDoc found,
      IndexedRisk risk,
      List<RiskReference> similar)
      throws IOException {
    Highlighter.Marked marked =
        request.highlights()
            ? new Highlighter(words).mark(risk)
            : new Highlighter.Marked(new Snippet(risk.heading(), List.of()), List.of());
    return new Hit(rank, found.score, risk, marked.heading(), marked.snippets(), similar);
  }

  private @Nullable String mended(SearchRequest request) throws IOException {
    return !hasQuery(request)
        ? null
        : new Suggestions(searcher.getIndexReader()).mend(request.query());
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
