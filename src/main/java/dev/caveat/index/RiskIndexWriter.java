package dev.caveat.index;

import dev.caveat.model.RiskDisclosure;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Writes filings into an index. One writer at a time may be open on an index; readers are not
 * disturbed and see what was last committed. All methods may be called from many threads.
 *
 * <p>The outcome does not depend on order: of several files with one filing the one whose path
 * sorts first stays. What was committed survives the death of the process at any moment.
 */
public final class RiskIndexWriter implements Closeable {
  private static final double BUFFER_MB = 64;
  private static final int STRIPES = 64;

  private final IndexWriter writer;
  private final Directory directory;
  private final FilingCatalog catalog;
  private final Object[] stripes = new Object[STRIPES];

  private RiskIndexWriter(Directory directory, IndexWriter writer, FilingCatalog catalog) {
    this.directory = directory;
    this.writer = writer;
    this.catalog = catalog;
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Object();
    }
  }

  /**
   * Opens the index in a folder, or begins one where the folder is empty or missing.
   *
   * @param path the folder
   * @throws IndexException where another process writes to it, it has another schema version, or
   *     the folder holds other things
   */
  public static RiskIndexWriter open(Path path) throws IOException {
    Directory directory = RiskIndex.directory(path);
    try {
      if (IndexSchema.exists(directory)) {
        IndexSchema.check(directory, path);
      } else {
        checkEmpty(path);
      }
      return begin(directory);
    } catch (LockObtainFailedException e) {
      directory.close();
      throw new IndexException(
          "another process is writing to the index in "
              + path
              + "; wait until it is done, or choose another folder with --index",
          e);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static RiskIndexWriter begin(Directory directory) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(IndexSchema.analyzer())
            .setRAMBufferSizeMB(BUFFER_MB)
            .setCommitOnClose(false);
    IndexWriter writer = new IndexWriter(directory, config);
    try {
      writer.setLiveCommitData(IndexSchema.commitData().entrySet());
      writer.commit();
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        return new RiskIndexWriter(directory, writer, FilingCatalog.of(reader));
      }
    } catch (IOException | RuntimeException e) {
      writer.rollback();
      throw e;
    }
  }

  /**
   * Deletes the index in a folder, and the folder, where it holds no filing and nobody writes to
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
        throw new IndexException(
            path + " holds files that are not an index; choose an empty folder with --index");
      }
    }
  }

  /**
   * Whether the index holds these very bytes from this path.
   *
   * @param path as it would stand in a disclosure
   * @param sha256 SHA-256 of the bytes
   */
  public boolean holds(String path, String sha256) {
    FilingCatalog.Entry there = catalog.byLocation(location(path));
    return there != null && there.sha256().equals(sha256);
  }

  /**
   * The path that a filing was read from; null where the index does not hold it.
   *
   * @param id its key
   */
  public @Nullable String pathOf(String id) {
    FilingCatalog.Entry entry = catalog.byId(id);
    return entry == null ? null : entry.path();
  }

  /**
   * Adds a filing, or replaces the one with its key whole, unless a copy of it from a path that
   * sorts first is there already.
   *
   * @param filing what was read
   * @return what became of it
   */
  public Addition add(RiskDisclosure filing) throws IOException {
    FilingCatalog.Entry entry =
        new FilingCatalog.Entry(
            filing.id(), filing.path(), location(filing.path()), filing.sha256());
    FilingCatalog.Entry held = catalog.byLocation(entry.location());
    FilingCatalog.Entry before;
    synchronized (stripe(entry.id())) {
      before = catalog.byId(entry.id());
      if (before != null && before.location().compareTo(entry.location()) < 0) {
        return new Addition.Duplicate(entry.id(), before.path());
      }
      if (before != null && unchanged(before, entry)) {
        return new Addition.Unchanged(entry.id());
      }
      writer.updateDocuments(
          new Term(IndexSchema.ID, entry.id()), FilingDocuments.of(filing, entry.location()));
      catalog.put(entry);
    }
    String released = held != null && !held.id().equals(entry.id()) ? release(held) : null;
    return new Addition.Stored(entry.id(), before == null ? null : before.path(), released);
  }

  private static boolean unchanged(FilingCatalog.Entry before, FilingCatalog.Entry now) {
    return before.location().equals(now.location()) && before.sha256().equals(now.sha256());
  }

  /** Removes what a path held before, unless another copy took its place meanwhile. */
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
   * @return whether it was there
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

  private void delete(FilingCatalog.Entry entry) throws IOException {
    writer.deleteDocuments(new Term(IndexSchema.ID, entry.id()));
    catalog.remove(entry);
  }

  /** Makes all that was done so far lasting, and visible to new readers; closed, it is. */
  public void commit() throws IOException {
    if (writer.isOpen()) {
      writer.commit();
    }
  }

  /** Commits and closes. */
  @Override
  public void close() throws IOException {
    try {
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

  /** The path made absolute where it is one, so that two ways to write it are one place. */
  static String location(String path) {
    try {
      return path.equals("-") ? path : Path.of(path).toAbsolutePath().normalize().toString();
    } catch (InvalidPathException e) {
      return path;
    }
  }
}
