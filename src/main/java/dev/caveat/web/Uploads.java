package dev.caveat.web;

import dev.caveat.Library;
import dev.caveat.error.CaveatException;
import dev.caveat.http.Answers;
import dev.caveat.library.IndexedInput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Filings that are added through the browser. Files are kept in a folder beside the index, because
 * the filing as filed is read from them; one lot is indexed at a time, in order. Safe for use by
 * several threads.
 */
final class Uploads implements Closeable {
  /** Lots that are remembered, and results of a lot. */
  private static final int MAX_LOTS = 50;

  private static final int MAX_RESULTS = 5_000;

  /** Stands in a folder until its files are indexed; hidden files are not read. */
  private static final String UNFINISHED = ".unfinished";

  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
  private static final int SECONDS_TO_END = 10;

  private final Library library;
  private final Map<String, Lot> lots = new LinkedHashMap<>();
  private final ExecutorService indexing =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("indexing").daemon().factory());
  private int count;

  Uploads(Library library) {
    this.library = library;
  }

  /** Filings that are indexed together. Safe for use by several threads. */
  static final class Lot {
    private final String id;
    private final List<IndexedInput> results = new ArrayList<>();
    private int inputs;
    private boolean ended;
    private @Nullable String failure;

    private Lot(String id) {
      this.id = id;
    }

    String id() {
      return id;
    }

    private synchronized void add(IndexedInput result) {
      inputs++;
      if (results.size() < MAX_RESULTS) {
        results.add(result);
      }
      notifyAll();
    }

    private synchronized void end(@Nullable String why) {
      ended = true;
      failure = why;
      notifyAll();
    }

    /** The results from a number on; as many as there are by now, at most some thousands. */
    synchronized List<IndexedInput> resultsFrom(int first) {
      return List.copyOf(results.subList(Math.min(first, results.size()), results.size()));
    }

    /** How many inputs are done. */
    synchronized int inputs() {
      return inputs;
    }

    synchronized boolean isEnded() {
      return ended;
    }

    /** Why it ended early; null if it did not. */
    synchronized @Nullable String failure() {
      return failure;
    }

    /**
     * Waits until there are more results than a number, or for some time, or until it has ended.
     */
    synchronized void await(int known, long millis) throws InterruptedException {
      if (results.size() <= known && !ended) {
        wait(millis);
      }
    }
  }

  /** The lot with an id; null if there is none. */
  synchronized @Nullable Lot lot(String id) {
    return lots.get(id);
  }

  /** The lots so far, oldest first. */
  synchronized Collection<Lot> lots() {
    return List.copyOf(lots.values());
  }

  /** A file that a client sends. */
  record Sent(String name, InputStream content) {}

  /** Keeps files and has them indexed. */
  Lot add(List<Sent> files) throws IOException {
    Lot lot = begin();
    Path folder = folder().resolve(lot.id);
    Files.createDirectories(folder);
    Files.createFile(folder.resolve(UNFINISHED));
    int number = 0;
    for (Sent file : files) {
      number++;
      Path path = folder.resolve(Answers.fileName(base(file.name)));
      if (Files.exists(path)) {
        path = folder.resolve(number + "-" + path.getFileName());
      }
      try (InputStream in = file.content) {
        Files.copy(in, path);
      }
    }
    start(lot, folder);
    return lot;
  }

  /** Has a folder of this machine indexed. */
  Lot addFolder(Path folder) {
    Lot lot = begin();
    start(lot, folder);
    return lot;
  }

  /** Where the files are kept. */
  Path folder() {
    Path index = library.path().toAbsolutePath().normalize();
    return index.resolveSibling(index.getFileName() + ".filings");
  }

  /** What stands behind the last slash, of either kind. */
  private static String base(String name) {
    return name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
  }

  private synchronized Lot begin() {
    count++;
    Lot lot = new Lot(NAME.format(LocalDateTime.now()) + "-" + count);
    lots.put(lot.id, lot);
    if (lots.size() > MAX_LOTS) {
      lots.remove(lots.keySet().iterator().next());
    }
    return lot;
  }

  private void start(Lot lot, Path folder) {
    indexing.execute(() -> index(lot, folder));
  }

  /** Has those files indexed that were kept and not indexed when the server ended. */
  void resume() throws IOException {
    if (!Files.isDirectory(folder())) {
      return;
    }
    List<Path> unfinished;
    try (Stream<Path> folders = Files.list(folder())) {
      unfinished = folders.filter(f -> Files.exists(f.resolve(UNFINISHED))).sorted().toList();
    }
    unfinished.forEach(this::addFolder);
  }

  private void index(Lot lot, Path folder) {
    try {
      library.index(List.of(folder), lot::add);
      Files.deleteIfExists(folder.resolve(UNFINISHED));
      lot.end(null);
    } catch (CaveatException | IOException | UncheckedIOException e) {
      lot.end(String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error e) {
      lot.end("internal error: " + e);
      throw e;
    }
  }

  @Override
  public void close() {
    indexing.shutdown();
    try {
      indexing.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
