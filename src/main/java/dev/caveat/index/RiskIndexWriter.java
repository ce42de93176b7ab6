package dev.caveat.index;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.model.EntryPath;
import dev.caveat.model.FilingOutline;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import dev.caveat.model.Warning;
import dev.caveat.taxonomy.Taxonomy;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Writes filings into an index. Only one writer may be open on an index at a time; readers are not
 * disturbed and see what was last committed. Safe for use by many threads.
 *
 * <p>The outcome does not depend on order: of several files with the same filing, the one whose
 * path sorts first stays, and a closed index behaves like one built from its filings alone. What
 * was committed survives if the process dies at any moment.
 */
public final class RiskIndexWriter implements Closeable {
  private static final double BUFFER_MB = 64;
  private static final int STRIPES = 64;

  /**
   * A segment that lost a document is rewritten when the writer is closed; one of this size within
   * two seconds.
   */
  private static final double MAX_SEGMENT_MB = 64;

  private final Path path;
  private final IndexWriter writer;
  private final Directory directory;
  private final FilingCatalog catalog;
  private final Tagging tagging;
  private final Labels labels;
  private final Outlines outlines;
  private final Set<Label> lost = ConcurrentHashMap.newKeySet();
  private final Object[] stripes = new Object[STRIPES];
  private volatile boolean reviewed;

  private RiskIndexWriter(
      Path path,
      Directory directory,
      IndexWriter writer,
      FilingCatalog catalog,
      Tagging tagging,
      Labels labels,
      Outlines outlines) {
    this.path = path;
    this.directory = directory;
    this.writer = writer;
    this.catalog = catalog;
    this.tagging = tagging;
    this.labels = labels;
    this.outlines = outlines;
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Object();
    }
    for (Map.Entry<String, String> entry : writer.getLiveCommitData()) {
      reviewed |=
          entry.getKey().equals(IndexSchema.REVIEWED_KEY) && "true".equals(entry.getValue());
    }
  }

  /**
   * Opens the index in a folder, or creates one if the folder is empty or missing, to add filings
   * that no model has tagged, or to change existing ones.
   *
   * @param path the folder
   * @throws CaveatException if another process is writing to it, it has another schema version, or
   *     the folder contains other things
   */
  public static RiskIndexWriter open(Path path) throws IOException {
    return open(path, null);
  }

  /**
   * Opens the index in a folder, or creates one if the folder is empty or missing.
   *
   * @param path the folder
   * @param tagging what tagged the filings that will be added; null for the index's own taxonomy
   *     and no model
   * @throws CaveatException as above, or if the index contains filings tagged with another taxonomy
   */
  public static RiskIndexWriter open(Path path, @Nullable Tagging tagging) throws IOException {
    Directory directory = RiskIndex.directory(path);
    try {
      Taxonomy held = null;
      if (IndexSchema.exists(directory)) {
        IndexSchema.check(directory, path);
        held = IndexSchema.taxonomy(directory);
      } else {
        checkEmpty(path);
      }
      Tagging own =
          tagging != null ? tagging : new Tagging(held != null ? held : Taxonomy.bundled(), "");
      RiskIndexWriter writer = begin(path, directory, own, Labels.of(path), Outlines.of(path));
      if (held != null && !held.equals(own.taxonomy()) && !writer.catalog.isEmpty()) {
        writer.writer.rollback();
        throw otherTaxonomy(path, held, own.taxonomy());
      }
      writer.commitTaxonomy();
      return writer;
    } catch (LockObtainFailedException e) {
      directory.close();
      throw new CaveatException(
          ErrorCode.INDEX_IN_USE,
          "another process is writing to the index in " + path,
          Map.of("index", path.toString()),
          e);
    } catch (IOException | RuntimeException e) {
      directory.close();
      if (RiskIndex.mayBeDamage(e)) {
        throw RiskIndex.damaged(path, e);
      }
      throw e;
    }
  }

  private static CaveatException otherTaxonomy(Path path, Taxonomy held, Taxonomy own) {
    return new CaveatException(
        ErrorCode.OTHER_TAXONOMY,
        "the index in "
            + path
            + " is tagged with "
            + held
            + ", but these filings would be tagged with "
            + own,
        Map.of("index", path.toString()));
  }

  private static RiskIndexWriter begin(
      Path path, Directory directory, Tagging tagging, Labels labels, Outlines outlines)
      throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(IndexSchema.analyzer())
            .setRAMBufferSizeMB(BUFFER_MB)
            .setMergePolicy(
                new TieredMergePolicy()
                    .setMaxMergedSegmentMB(MAX_SEGMENT_MB)
                    .setForceMergeDeletesPctAllowed(0))
            .setMergeScheduler(new ConcurrentMergeScheduler())
            .setCommitOnClose(false);
    IndexWriter writer = new IndexWriter(directory, config);
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      return new RiskIndexWriter(
          path, directory, writer, FilingCatalog.of(reader), tagging, labels, outlines);
    } catch (IOException | RuntimeException e) {
      writer.rollback();
      throw e;
    }
  }

  private void commitTaxonomy() throws IOException {
    try {
      setReviewed(reviewed);
      writing(writer::commit);
    } catch (IOException | RuntimeException e) {
      writer.rollback();
      throw e;
    }
  }

  /** Comes with the next commit; where it is no longer so, before what makes it so is written. */
  private synchronized void setReviewed(boolean now) {
    reviewed = now;
    writer.setLiveCommitData(IndexSchema.commitData(tagging.taxonomy(), now).entrySet());
  }

  /**
   * Whether the filings were reviewed since one was last added or removed, also by a process before
   * this one.
   */
  public boolean isReviewed() {
    return reviewed;
  }

  /** Notes that all is settled that can only be known among all filings of the index. */
  public void reviewed() {
    setReviewed(true);
  }

  /** All that was done so far, committed or not, to be closed before the writer is. */
  public RiskIndex reader() throws IOException {
    return RiskIndex.uncommitted(directory, writer);
  }

  /**
   * Deletes the index in a folder, and the folder, if it has no filings and nobody is writing to
   * it.
   *
   * @param path the folder of an index
   */
  public static void deleteEmpty(Path path) throws IOException {
    try (RiskIndexWriter own = open(path)) {
      if (!own.catalog.isEmpty()) {
        return;
      }
      own.writer.close();
      for (String file : own.directory.listAll()) {
        Files.deleteIfExists(path.resolve(file));
      }
    }
    Files.deleteIfExists(path);
  }

  private static void checkEmpty(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> entries = Files.list(path)) {
      if (entries.anyMatch(e -> !e.getFileName().toString().equals(IndexWriter.WRITE_LOCK_NAME))) {
        throw new CaveatException(
            ErrorCode.NOT_AN_INDEX,
            path + " holds files that are not an index",
            Map.of("index", path.toString()));
      }
    }
  }

  /**
   * Whether the index contains exactly these bytes from this path, tagged by this model, and split
   * by the filing's corrected outline, if any.
   *
   * @param path as it would be in a disclosure
   * @param sha256 SHA-256 of the bytes
   */
  public boolean holds(String path, String sha256) {
    FilingCatalog.Entry there = catalog.byLocation(location(path));
    return there != null && there.holds(sha256, tagging.model(), outlines.digest(there.id()));
  }

  /**
   * The path that a filing was read from; null if it is not indexed.
   *
   * @param id its key
   */
  public @Nullable String pathOf(String id) {
    FilingCatalog.Entry entry = catalog.byId(id);
    return entry == null ? null : entry.path();
  }

  /**
   * Adds a filing, or completely replaces the one with its key, unless the index already has a copy
   * from a path that sorts first.
   *
   * @param filing the filing as read, and split by {@link #correction} if there is one
   * @return what became of it
   * @throws UnfitFilingException if it cannot be indexed; in that case nothing is changed
   */
  public Addition add(RiskDisclosure filing) throws IOException {
    FilingCatalog.Entry entry =
        new FilingCatalog.Entry(
            filing.id(),
            filing.path(),
            location(filing.path()),
            filing.sha256(),
            tagging.model(),
            outlines.digest(filing.id()));
    FilingCatalog.Entry held = catalog.byLocation(entry.location());
    FilingCatalog.Entry before;
    String keptPath = null;
    synchronized (stripe(entry.id())) {
      before = catalog.byId(entry.id());
      if (before != null && unchanged(before, entry)) {
        return new Addition.Unchanged(entry.id());
      }
      if (before != null && before.location().compareTo(entry.location()) < 0) {
        keptPath = before.path();
      } else {
        noteChange();
        write(labeled(filing), entry);
      }
    }
    String released = held != null && !held.id().equals(entry.id()) ? release(held) : null;
    return keptPath != null
        ? new Addition.Duplicate(entry.id(), keptPath, released)
        : new Addition.Stored(entry.id(), before == null ? null : before.path(), released);
  }

  private static boolean unchanged(FilingCatalog.Entry before, FilingCatalog.Entry now) {
    return before.location().equals(now.location())
        && before.holds(now.sha256(), now.model(), now.correction());
  }

  private void write(RiskDisclosure filing, FilingCatalog.Entry entry) throws IOException {
    Tagging own = new Tagging(tagging.taxonomy(), entry.model());
    List<Document> documents =
        FilingDocuments.of(filing, entry.location(), own, entry.correction());
    writing(() -> writer.updateDocuments(new Term(IndexSchema.ID, entry.id()), documents));
    catalog.put(entry);
  }

  /** The filing with the labels of its risks; labels without a risk are recorded. */
  private RiskDisclosure labeled(RiskDisclosure filing) {
    if (!(filing.section() instanceof RiskSection.Present present)) {
      return filing;
    }
    List<RiskFactor> risks = new ArrayList<>();
    synchronized (labels) {
      Set<Label> own = labels.in(filing.id());
      for (RiskFactor risk : present.risks()) {
        Optional<Label> label = labels.of(filing.id(), risk);
        label.ifPresent(own::remove);
        List<String> decided = label.map(Label::categories).orElse(List.of());
        risks.add(
            risk.withClassification(
                risk.classification()
                    .withDecided(decided.stream().filter(tagging.taxonomy()::holds).toList())));
      }
      lost.addAll(own);
    }
    return filing.withSection(present.withRisks(risks));
  }

  /** Labels of filings added since the writer was opened whose risk is no longer in the filing. */
  public Set<Label> lostLabels() {
    return Set.copyOf(lost);
  }

  /**
   * Labels a risk, both beside the index and in the index, or removes its label.
   *
   * @param filing key of its filing
   * @param ordinal its place there
   * @param categories ids of the index's taxonomy, the primary first; empty to remove the label
   * @return the risk as it is now, empty if there is none
   */
  public Optional<RiskFactor> label(String filing, int ordinal, List<String> categories)
      throws IOException {
    synchronized (stripe(filing)) {
      FilingCatalog.Entry entry = catalog.byId(filing);
      if (entry == null) {
        return Optional.empty();
      }
      RiskDisclosure before = held(entry);
      Optional<RiskFactor> risk = risk(before, ordinal);
      if (risk.isPresent()) {
        synchronized (labels) {
          labels.put(filing, risk.get(), categories);
          labels.save();
        }
        write(labeled(before), entry);
      }
      return risk(labeled(before), ordinal);
    }
  }

  /**
   * The corrected outline of a filing; null if it has none.
   *
   * @param filing its key
   */
  public @Nullable FilingOutline correction(String filing) {
    return outlines.of(filing);
  }

  /**
   * Stores a corrected outline beside the index, where it outlives it. The indexed filing does not
   * change until it is added again.
   *
   * @param filing its key
   * @param outline null to remove the existing one
   */
  public void correct(String filing, @Nullable FilingOutline outline) throws IOException {
    outlines.put(filing, outline);
  }

  /**
   * Adds a warning to a filing, or removes it; a corrected filing has none.
   *
   * @param filing its key; nothing happens if it is not indexed
   * @param code of the warning
   * @param warning with that code; null for none
   */
  public void warn(String filing, String code, @Nullable Warning warning) throws IOException {
    synchronized (stripe(filing)) {
      FilingCatalog.Entry entry = catalog.byId(filing);
      if (entry == null) {
        return;
      }
      RiskDisclosure before = held(entry);
      List<Warning> warnings = new ArrayList<>(before.warnings());
      warnings.removeIf(w -> w.code().equals(code));
      if (warning != null && entry.correction().isEmpty()) {
        warnings.add(warning);
      }
      if (!warnings.equals(before.warnings())) {
        write(before.withWarnings(warnings), entry);
      }
    }
  }

  /**
   * Brings the index in line with the labels beside it, which may have been changed by hand, or by
   * a process that died before writing both.
   */
  public void followLabels() throws IOException {
    Set<String> filings = new TreeSet<>();
    synchronized (labels) {
      filings.addAll(labels.filings());
    }
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      filings.addAll(RiskIndex.decidedFilings(new IndexSearcher(reader)));
    }
    for (String filing : filings) {
      synchronized (stripe(filing)) {
        FilingCatalog.Entry entry = catalog.byId(filing);
        if (entry != null) {
          RiskDisclosure before = held(entry);
          RiskDisclosure after = labeled(before);
          if (!after.equals(before)) {
            write(after, entry);
          }
        }
      }
    }
  }

  private RiskDisclosure held(FilingCatalog.Entry entry) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      return FilingDocuments.disclosure(RiskIndex.documents(new IndexSearcher(reader), entry.id()));
    }
  }

  private static Optional<RiskFactor> risk(RiskDisclosure filing, int ordinal) {
    return filing.section().risks().stream().filter(r -> r.ordinal() == ordinal).findFirst();
  }

  /**
   * Removes the filing that a path contained before, unless another copy took its place meanwhile.
   */
  private @Nullable String release(FilingCatalog.Entry held) throws IOException {
    synchronized (stripe(held.id())) {
      if (!held.equals(catalog.byId(held.id()))) {
        return null;
      }
      delete(held);
      return held.id();
    }
  }

  /**
   * Removes a filing and its risks.
   *
   * @param id its key
   * @return whether it was indexed
   */
  public boolean remove(String id) throws IOException {
    synchronized (stripe(id)) {
      FilingCatalog.Entry entry = catalog.byId(id);
      if (entry == null) {
        return false;
      }
      delete(entry);
      return true;
    }
  }

  private void noteChange() {
    if (reviewed) {
      setReviewed(false);
    }
  }

  private void delete(FilingCatalog.Entry entry) throws IOException {
    noteChange();
    writing(() -> writer.deleteDocuments(new Term(IndexSchema.ID, entry.id())));
    catalog.remove(entry);
  }

  /** Whether filings can be added: the writer is open and has not failed. */
  public boolean isOpen() {
    return writer.isOpen();
  }

  /** The number of filings, including uncommitted changes. */
  public int filingCount() {
    return catalog.size();
  }

  /**
   * Makes all changes so far durable and visible to new readers; closing does so too.
   *
   * @throws CaveatException if the writer has failed before
   */
  public void commit() throws IOException {
    if (writer.isOpen() || writer.getTragicException() != null) {
      writing(writer::commit);
    }
  }

  /** A write operation; its return value is ignored. */
  private interface Writing {
    long run() throws IOException;
  }

  /** Lucene reports the system's error, such as a full disk, but not where it happened. */
  private void writing(Writing step) throws IOException {
    try {
      step.run();
    } catch (IOException e) {
      throw unwritable(e);
    } catch (AlreadyClosedException e) {
      if (writer.getTragicException() instanceof IOException broken) {
        throw unwritable(broken);
      }
      throw e;
    }
  }

  private CaveatException unwritable(IOException e) {
    return new CaveatException(
        ErrorCode.UNWRITABLE_INDEX,
        "cannot write to the index in " + path + ": " + e.getMessage(),
        Map.of("index", path.toString()),
        e);
  }

  /**
   * Purges what was replaced or removed from the files, so that it does not count in any score or
   * term statistics, commits both in one step, and closes.
   */
  @Override
  public void close() throws IOException {
    try {
      if (writer.isOpen() && writer.hasDeletions()) {
        writing(
            () -> {
              // A merge that began before the last deletion ends with it still in its segment, and
              // one that the flush inside begins is not waited for.
              writer.flush();
              ((ConcurrentMergeScheduler) writer.getConfig().getMergeScheduler()).sync();
              writer.forceMergeDeletes();
              return 0;
            });
      }
      commit();
    } finally {
      try {
        writer.close();
      } finally {
        directory.close();
      }
    }
  }

  private Object stripe(String id) {
    return stripes[Math.floorMod(id.hashCode(), STRIPES)];
  }

  /** The absolute path, if it is a path, so that two ways to write it are the same place. */
  static String location(String path) {
    try {
      return path.equals("-")
          ? path
          : Path.of(EntryPath.file(path)).toAbsolutePath().normalize() + EntryPath.entry(path);
    } catch (InvalidPathException e) {
      return path;
    }
  }
}
