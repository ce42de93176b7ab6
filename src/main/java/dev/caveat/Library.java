package dev.caveat;

import dev.caveat.classify.CategoryModel;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.index.Addition;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.IndexedRisk;
import dev.caveat.index.Label;
import dev.caveat.index.Labels;
import dev.caveat.index.Outlines;
import dev.caveat.index.RiskIndexWriter;
import dev.caveat.index.Tagging;
import dev.caveat.library.ComparedSides;
import dev.caveat.library.FiledDocument;
import dev.caveat.library.FilingPairs;
import dev.caveat.library.FilterTerms;
import dev.caveat.library.IndexCounts;
import dev.caveat.library.IndexRun;
import dev.caveat.library.IndexedInput;
import dev.caveat.library.OneFiling;
import dev.caveat.library.ReportRequest;
import dev.caveat.library.ReportedFilings;
import dev.caveat.library.RiskLookup;
import dev.caveat.model.FilingOutline;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskFactor;
import dev.caveat.pipeline.Outcome;
import dev.caveat.report.Report;
import dev.caveat.search.LiveSearcher;
import dev.caveat.search.SearchRequest;
import dev.caveat.search.SearchResult;
import dev.caveat.taxonomy.Taxonomy;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An index of filings to search, compare and report on; {@link Caveat#open} returns one.
 *
 * <p>Filings are named by accession number, by path as indexed, by the first six or more digits of
 * their SHA-256, or by company and fiscal year, such as {@code AAPL 2023}; a risk is {@code
 * FILING#N}. Methods that read see everything that was committed when they were called, including
 * commits by other processes. If a method throws a {@link CaveatException}, its code says why. Safe
 * for use by several threads; one process at a time writes.
 */
public final class Library implements Closeable {
  private final Path path;
  private @Nullable LiveSearcher searcher;

  /** Shared by indexing runs and by what changes single risks meanwhile. */
  private @Nullable RiskIndexWriter writer;

  private int runs;

  Library(Path path) {
    this.path = path;
  }

  /** The folder of the index. */
  public Path path() {
    return path;
  }

  /**
   * Asks several questions of one state of the index.
   *
   * @throws CaveatException {@link ErrorCode#NO_INDEX} if nothing has been indexed yet
   */
  public <T> T use(LiveSearcher.Use<T> use) throws IOException {
    return searcher().use(use);
  }

  /**
   * Finds risks by words.
   *
   * @param query in the query language of {@code caveat search}
   * @throws CaveatException {@link ErrorCode#BAD_QUERY} if it cannot be understood
   */
  public SearchResult search(String query) throws IOException {
    return search(SearchRequest.of(query));
  }

  /**
   * Finds risks.
   *
   * @throws CaveatException {@link ErrorCode#BAD_QUERY} if the query cannot be understood
   */
  public SearchResult search(SearchRequest request) throws IOException {
    return use(s -> s.search(request));
  }

  /**
   * One risk of a filing.
   *
   * @param name {@code FILING#N}, N from 1
   * @throws CaveatException {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#AMBIGUOUS} or {@link
   *     ErrorCode#NO_RISKS}
   */
  public IndexedRisk risk(String name) throws IOException {
    return searcher().use(s -> new RiskLookup(s.index(), path).risk(name));
  }

  /**
   * A filing with its section and risks.
   *
   * @throws CaveatException {@link ErrorCode#NOT_FOUND} or {@link ErrorCode#AMBIGUOUS}
   */
  public RiskDisclosure filing(String name) throws IOException {
    return searcher()
        .use(s -> s.index().disclosure(new RiskLookup(s.index(), path).filing(name).id()));
  }

  /**
   * Passes filings on, ordered by key, with bounded memory.
   *
   * @param filter which
   * @param sink takes each; must not be slow, because it holds one state of the index
   */
  public void filings(FilingFilter filter, Consumer<IndexedFiling> sink) throws IOException {
    searcher()
        .use(
            s -> {
              s.index().filings(filter, sink);
              return true;
            });
  }

  /**
   * A document of a filing as filed, from the file that it was indexed from.
   *
   * @param filing its name
   * @param number of the document in the submission, from 1
   * @throws CaveatException {@link ErrorCode#NOT_FOUND} if there is no such filing or document,
   *     {@link ErrorCode#STALE} if the file is gone or has changed
   */
  public FiledDocument document(String filing, int number) throws IOException {
    return FiledDocument.of(file(filing), number);
  }

  /** What people decided about categories, ordered by filing and risk. */
  public List<Label> labels() throws IOException {
    return Labels.of(path).all();
  }

  /**
   * What became of each risk between two filings.
   *
   * @param before a filing of the index, or a file
   * @param after a filing of the index, or a file
   * @throws CaveatException if one is not there, or has no risks
   */
  public Comparison compare(String before, String after) throws IOException {
    List<Side> sides =
        new ComparedSides(path, CategoryModel::bundled, InputStream.nullInputStream())
            .of(List.of(before, after));
    return Comparison.of(sides.get(0), sides.get(1));
  }

  /**
   * What became of each risk between two filings of the index. No name can mean a file, so that
   * names may come from anywhere.
   *
   * @param before the name of a filing
   * @param after the name of a filing
   * @throws CaveatException if one is not there, or has no risks
   */
  public Comparison compareIndexed(String before, String after) throws IOException {
    return use(
        s -> {
          ComparedSides.Indexed sides = new ComparedSides.Indexed(s.index(), path);
          return Comparison.of(sides.of(before), sides.of(after));
        });
  }

  /**
   * A report on the risks in filings, by category.
   *
   * @param notes receives a line for everything that differs from the request, such as a peer that
   *     was not found
   * @throws CaveatException if a filing is not found, or no filing matches
   */
  public Report report(ReportRequest request, Consumer<String> notes) throws IOException {
    try (ReportedFilings filings =
        ReportedFilings.of(request, path, CategoryModel::bundled, notes)) {
      return filings.report(steps -> () -> {});
    }
  }

  /**
   * Each filing with the company's previous one, ordered by company and time; {@link #compare}
   * measures a pair.
   *
   * @param filter which filings to choose as the later one of a pair
   */
  public FilingPairs pairs(FilingFilter filter) throws IOException {
    return searcher().use(s -> FilingPairs.of(s.index(), filter, false));
  }

  /**
   * Counts of what the index contains.
   *
   * @param filter which filings to count
   */
  public IndexCounts status(FilingFilter filter) throws IOException {
    return searcher().use(s -> IndexCounts.of(s.index(), filter));
  }

  /**
   * Adds filings, tagged by the bundled model, and commits them. Filings that are already there are
   * left alone and changed ones are replaced. A filing that cannot be read is named in the run's
   * failures, and the run continues. Several runs may share the index.
   *
   * @param paths files, folders, archives
   * @param done receives what became of each input, on many threads
   * @throws CaveatException {@link ErrorCode#INDEX_IN_USE} if another process writes to it
   */
  public IndexRun index(List<Path> paths, Consumer<IndexedInput> done) throws IOException {
    CategoryModel model = CategoryModel.bundled();
    RiskIndexWriter shared = beginRun(new Tagging(model.taxonomy(), model.name()));
    try {
      IndexRun run = new IndexRun(shared, done);
      run.over(
          paths.stream().map(Path::toString).toList(),
          Runtime.getRuntime().availableProcessors(),
          InputStream.nullInputStream(),
          model);
      return run;
    } finally {
      endRun();
    }
  }

  private synchronized RiskIndexWriter beginRun(Tagging tagging) throws IOException {
    RiskIndexWriter open = writer;
    if (open == null) {
      open = RiskIndexWriter.open(path, tagging);
      writer = open;
    }
    runs++;
    return open;
  }

  private synchronized void endRun() throws IOException {
    runs--;
    if (runs == 0 && writer != null) {
      try (RiskIndexWriter last = writer) {
        writer = null;
        last.commit();
      }
    }
  }

  /** A change to the index. */
  @FunctionalInterface
  private interface Change<T> {
    T by(RiskIndexWriter writer) throws IOException;
  }

  /** Changes the index at once, also while filings are being added. */
  private synchronized <T> T change(@Nullable Tagging tagging, Change<T> change)
      throws IOException {
    if (writer != null) {
      T changed = change.by(writer);
      writer.commit();
      return changed;
    }
    try (RiskIndexWriter own = RiskIndexWriter.open(path, tagging)) {
      own.followLabels();
      return change.by(own);
    }
  }

  /**
   * Sets the categories of a risk by hand; the label is kept beside the index and outlives it.
   *
   * @param risk {@code FILING#N}
   * @param categories ids or names, the primary first; empty to remove the label
   * @return the risk as it is now
   * @throws CaveatException {@link ErrorCode#NOT_FOUND} if there is no such risk, {@link
   *     ErrorCode#BAD_REQUEST} if there is no such category
   */
  public RiskFactor label(String risk, List<String> categories) throws IOException {
    IndexedRisk meant = risk(risk);
    Taxonomy taxonomy = use(s -> s.index().taxonomy());
    List<String> ids =
        categories.stream().map(c -> FilterTerms.category(c, taxonomy)).distinct().toList();
    return change(null, w -> w.label(meant.id(), meant.ordinal(), ids)).orElseThrow();
  }

  /**
   * The role of each block of a filing's main document, or of the exhibit with the section.
   *
   * @throws CaveatException {@link ErrorCode#NOT_FOUND} if there is no such filing, {@link
   *     ErrorCode#STALE} if its file is gone or has changed
   */
  public FilingOutline outline(String filing) throws IOException {
    Outcome.Extracted read =
        file(filing).read(Outlines.of(path)::of, 0, null, InputStream.nullInputStream());
    return Objects.requireNonNull(read.details()).outline();
  }

  /**
   * Corrects how a filing is parted into risks. The correction is kept beside the index, outlives
   * it, and is used whenever the filing is indexed.
   *
   * @param outline as from {@link #outline}, with other roles; null to take the correction back
   * @return the filing as it is now
   * @throws CaveatException {@link ErrorCode#BAD_REQUEST} if a block is not in the filing, and as
   *     {@link #outline}
   */
  public RiskDisclosure correctOutline(String filing, @Nullable FilingOutline outline)
      throws IOException {
    FilingOutline kept = outline == null ? null : outline.kept();
    CategoryModel model = CategoryModel.bundled();
    Outcome.Extracted read = file(filing).read(id -> kept, 0, model, InputStream.nullInputStream());
    List<Integer> unmatched = Objects.requireNonNull(read.details()).unmatched();
    if (kept != null && !unmatched.isEmpty()) {
      String words = kept.lines().get(unmatched.getFirst()).words();
      throw new CaveatException(
          ErrorCode.BAD_REQUEST,
          "no block of the filing starts with “" + words + "” here",
          Map.of("kind", "outline", "value", words));
    }
    RiskDisclosure now = read.disclosure();
    change(
        new Tagging(model.taxonomy(), model.name()),
        w -> {
          w.correct(now.id(), kept);
          Addition added = w.add(now);
          IndexRun.review(w);
          return added;
        });
    return now;
  }

  /** The corrected outlines that are kept beside the index, by key of the filing. */
  public Map<String, FilingOutline> outlines() throws IOException {
    return Outlines.of(path).all();
  }

  private OneFiling file(String filing) throws IOException {
    return use(s -> OneFiling.of(s.index(), new RiskLookup(s.index(), path).filing(filing)));
  }

  private synchronized LiveSearcher searcher() throws IOException {
    LiveSearcher open = searcher;
    if (open == null) {
      open = LiveSearcher.open(path);
      searcher = open;
    }
    return open;
  }

  /** Closes the index; call it when nothing else is running. */
  @Override
  public synchronized void close() throws IOException {
    if (searcher != null) {
      searcher.close();
      searcher = null;
    }
  }
}
