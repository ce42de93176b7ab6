package dev.caveat.library;

import dev.caveat.classify.CategoryModel;
import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.index.Addition;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.Label;
import dev.caveat.index.RiskIndex;
import dev.caveat.index.RiskIndexWriter;
import dev.caveat.index.UnfitFilingException;
import dev.caveat.library.IndexedInput.Result;
import dev.caveat.model.EntryPath;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.Warning;
import dev.caveat.pipeline.Extraction;
import dev.caveat.pipeline.Outcome;
import dev.caveat.profile.SectionLengths;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One indexing run. Outcomes arrive on many threads; the index is committed every few seconds, so
 * that a run that dies loses no more than that.
 */
public final class IndexRun {
  private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(5);

  /** About one second's work for small filings. */
  private static final int FILINGS_BETWEEN_COMMITS = 250;

  private final RiskIndexWriter writer;
  private final Consumer<IndexedInput> done;
  private final int filingsBetweenCommits;
  private final AtomicLong lastCommit = new AtomicLong(System.nanoTime());
  private final AtomicInteger sinceCommit = new AtomicInteger();

  /** Shared by threads that add; taken exclusively when the process is asked to stop. */
  private final ReadWriteLock going = new ReentrantReadWriteLock();

  private final Map<String, Outcome.Failed> failures = new TreeMap<>();
  private final Map<String, Addition.Duplicate> duplicates = new TreeMap<>();
  private final Map<String, String> replacedCopies = new TreeMap<>();
  private final Set<String> released = new TreeSet<>();
  private final Map<String, Integer> indexed = new HashMap<>();
  private final PassedOver passedOver = new PassedOver();
  private long unchanged;
  private long bytes;

  /**
   * Creates a run that has not started.
   *
   * @param writer is not closed
   * @param done receives what became of each input, on many threads
   */
  public IndexRun(RiskIndexWriter writer, Consumer<IndexedInput> done) {
    this(writer, done, FILINGS_BETWEEN_COMMITS);
  }

  IndexRun(RiskIndexWriter writer, Consumer<IndexedInput> done, int filingsBetweenCommits) {
    this.writer = writer;
    this.done = done;
    this.filingsBetweenCommits = filingsBetweenCommits;
  }

  /** Reads and adds everything under the paths, tagged by the model, and then checks it. */
  public void over(List<String> paths, int threads, InputStream standardInput, CategoryModel tagger)
      throws IOException {
    Extraction extraction =
        Extraction.defaults()
            .withThreads(threads)
            .withStandardInput(standardInput)
            .withTagger(tagger)
            .withKnown(writer::holds)
            .withCorrections(writer::correction);
    writer.followLabels();
    extraction.asReady(paths, this::take);
    List<String> again = passedOverForNothing();
    if (!again.isEmpty()) {
      extraction.asReady(again, this::take);
    }
    writer.commit();
    review(writer);
  }

  /**
   * Looks at what can only be known among other filings, where some were added or removed since
   * that was last done: by this process, or by one that was killed before it got there.
   */
  public static void review(RiskIndexWriter writer) throws IOException {
    if (writer.isReviewed()) {
      return;
    }
    Map<String, Optional<Warning>> changes;
    try (RiskIndex reader = writer.reader()) {
      changes = SectionLengths.changes(reader);
    }
    for (Map.Entry<String, Optional<Warning>> change : changes.entrySet()) {
      writer.warn(change.getKey(), SectionLengths.CODE, change.getValue().orElse(null));
    }
    writer.reviewed();
  }

  /** Duplicates of a filing whose own file turned out to contain another filing by now. */
  private synchronized List<String> passedOverForNothing() {
    List<String> again = new ArrayList<>();
    for (Map.Entry<String, Addition.Duplicate> d : duplicates.entrySet()) {
      if (released.contains(d.getValue().id())) {
        String path = d.getKey();
        again.add(EntryPath.file(path));
      }
    }
    duplicates.keySet().removeIf(path -> again.contains(EntryPath.file(path)));
    return again.stream().distinct().toList();
  }

  private void take(Outcome outcome) {
    going.readLock().lock();
    try {
      done.accept(
          switch (outcome) {
            case Outcome.Extracted e -> add(e);
            case Outcome.Failed f -> noteFailure(f);
            case Outcome.Known k -> noteUnchanged(k);
            case Outcome.PassedOver p -> notePassedOver(p);
          });
      commitIfDue(outcome instanceof Outcome.Extracted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      going.readLock().unlock();
    }
  }

  /** A filing that cannot be added is a single failure as long as the index accepts others. */
  private IndexedInput add(Outcome.Extracted read) throws IOException {
    try {
      return note(read.disclosure(), read.bytes(), writer.add(read.disclosure()));
    } catch (UnfitFilingException e) {
      return noteFailure(
          new Outcome.Failed(read.path(), ErrorCode.UNREADABLE, e.reason(), read.bytes()));
    } catch (CaveatException e) {
      throw e; // of the index, not of this filing
    } catch (RuntimeException | Error e) {
      if (!writer.isOpen()) {
        throw e;
      }
      return noteFailure(Outcome.Failed.unexpected(read.path(), e, read.bytes()));
    }
  }

  private synchronized IndexedInput note(RiskDisclosure filing, long size, Addition addition) {
    bytes += size;
    return switch (addition) {
      case Addition.Stored s -> {
        indexed.put(s.id(), filing.section().risks().size());
        noteReleased(s.released());
        String replaced = s.replacedPath();
        if (replaced != null && !replaced.equals(filing.path())) {
          replacedCopies.put(replaced, s.id());
        }
        duplicates.remove(filing.path());
        yield input(filing, Result.INDEXED, "");
      }
      case Addition.Unchanged u -> {
        unchanged++;
        yield input(filing, Result.UNCHANGED, "");
      }
      case Addition.Duplicate d -> {
        duplicates.put(filing.path(), d);
        noteReleased(d.released());
        yield input(filing, Result.DUPLICATE, d.keptPath());
      }
    };
  }

  private static IndexedInput input(RiskDisclosure filing, Result result, String reason) {
    return new IndexedInput(filing.path(), result, IndexedFiling.of(filing, ""), reason);
  }

  private void noteReleased(@Nullable String id) {
    if (id != null) {
      released.add(id);
    }
  }

  private synchronized IndexedInput noteFailure(Outcome.Failed failure) {
    bytes += failure.bytes();
    failures.put(failure.path(), failure);
    return new IndexedInput(failure.path(), Result.FAILED, null, failure.reason());
  }

  private synchronized IndexedInput noteUnchanged(Outcome.Known known) {
    bytes += known.bytes();
    unchanged++;
    return new IndexedInput(known.path(), Result.UNCHANGED, null, "");
  }

  private IndexedInput notePassedOver(Outcome.PassedOver skipped) {
    passedOver.add(skipped);
    return new IndexedInput(skipped.path(), Result.PASSED_OVER, null, skipped.reason());
  }

  /**
   * Commits what was added, because the process is about to end. Nothing is added after this.
   *
   * @return how many filings the index contains
   */
  public int keep() throws IOException {
    going.writeLock().lock(); // and never given back
    writer.commit();
    return writer.filingCount();
  }

  private void commitIfDue(boolean read) throws IOException {
    long now = System.nanoTime();
    long last = lastCommit.get();
    int filings = read ? sinceCommit.incrementAndGet() : sinceCommit.get();
    boolean due =
        filings >= filingsBetweenCommits || filings > 0 && now - last > BETWEEN_COMMITS.toNanos();
    if (due && lastCommit.compareAndSet(last, now)) {
      sinceCommit.set(0);
      writer.commit();
    }
  }

  /** What could not be read, by path, in order. */
  public synchronized Map<String, Outcome.Failed> failures() {
    return failures;
  }

  /** Paths skipped because of a copy of the same filing, with the path of the copy, in order. */
  public synchronized Map<String, String> duplicates() {
    Map<String, String> all = new TreeMap<>();
    replacedCopies.forEach((path, id) -> all.put(path, kept(id, path)));
    duplicates.forEach((path, d) -> all.put(path, kept(d.id(), d.keptPath())));
    return all;
  }

  /** The copy that stays in the end: a third one may have followed the second. */
  private String kept(String id, String otherwise) {
    String path = writer.pathOf(id);
    return path == null ? otherwise : path;
  }

  /** Labels whose risk is no longer in the filing that was just read. */
  public Set<Label> lostLabels() {
    return writer.lostLabels();
  }

  /** Files that were not read because their names show that they are not filings. */
  public PassedOver passedOver() {
    return passedOver;
  }

  /** How many filings were added or replaced. */
  public synchronized long indexed() {
    return indexed.size();
  }

  /** How many inputs the index already contained. */
  public synchronized long unchanged() {
    return unchanged;
  }

  /** Inputs that were filings or should have been. */
  public synchronized long seen() {
    return indexed.size() + unchanged + duplicates.size() + failures.size();
  }

  /** How many risks the filings added have. */
  public synchronized int risks() {
    return indexed.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many bytes were read. */
  public synchronized long bytes() {
    return bytes;
  }
}
