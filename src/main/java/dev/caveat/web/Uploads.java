package dev.caveat.web;

import dev.caveat.Library;
import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.library.IndexedInput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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

  /** Of a file's name; file systems take 255 bytes, and a number may come before it. */
  private static final int MAX_NAME_BYTES = 200;

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

    private final LocalDateTime begun;

    private Lot(String id, LocalDateTime begun) {
      this.id = id;
      this.begun = begun;
    }

    /** When it was added. */
    LocalDateTime begun() {
      return begun;
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
    try {
      Files.createDirectories(folder);
      Files.createFile(folder.resolve(UNFINISHED));
      for (Sent file : files) {
        Path path = unused(folder, fileName(file.name));
        try (InputStream in = file.content) {
          Files.copy(in, path);
        }
      }
    } catch (IOException e) {
      forget(lot, folder);
      throw new CaveatException(
          ErrorCode.UNWRITABLE_INDEX,
          "the files cannot be kept in " + folder() + ": " + e.getMessage(),
          Map.of("index", library.path().toString()),
          e);
    }
    start(lot, folder);
    return lot;
  }

  private void forget(Lot lot, Path folder) {
    synchronized (this) {
      lots.remove(lot.id);
    }
    try (Stream<Path> kept = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
      for (Path file : kept.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // it is read again, or deleted, by hand
    }
  }

  /** A file's own name without what file systems or terminals do not take; its ending stays. */
  static String fileName(String name) {
    String own = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
    String safe = own.replaceAll("[^\\p{L}\\p{M}\\p{N}._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
    try {
      safe = Path.of(safe).toString();
    } catch (InvalidPathException e) { // where the locale of this process has no such letters
      safe = "filing" + own.replaceAll("[^A-Za-z0-9._-]+", "-");
    }
    while (safe.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
      safe = safe.substring(safe.offsetByCodePoints(0, 1));
    }
    return safe.isEmpty() ? "filing" : safe;
  }

  /** That name in the folder, or one before which a number makes it unused. */
  private static Path unused(Path folder, String name) {
    Path path = folder.resolve(name);
    for (int number = 2; Files.exists(path); number++) {
      path = folder.resolve(number + "-" + name);
    }
    return path;
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

  private synchronized Lot begin() {
    count++;
    LocalDateTime now = LocalDateTime.now();
    Lot lot = new Lot(NAME.format(now) + "-" + count, now);
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
