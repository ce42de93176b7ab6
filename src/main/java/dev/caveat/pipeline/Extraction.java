package dev.caveat.pipeline;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Reads many filings, finds and splits their risk sections, and hands over one {@link Outcome} for
 * each.
 *
 * <p>Memory is bounded by the number of threads times the size of the largest filing. Instances are
 * immutable.
 */
public final class Extraction {
  private final int threads;
  private final Predicate<String> known;

  private Extraction(int threads, Predicate<String> known) {
    this.threads = threads;
    this.known = known;
  }

  /** One thread a core, nothing known. */
  public static Extraction defaults() {
    return new Extraction(Runtime.getRuntime().availableProcessors(), sha256 -> false);
  }

  /**
   * With so many threads.
   *
   * @param threads at least 1
   */
  public Extraction withThreads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1: " + threads);
    }
    return new Extraction(threads, known);
  }

  /**
   * Passing over inputs whose bytes are known already.
   *
   * @param known told the SHA-256 of an input's bytes; called from many threads
   */
  public Extraction withKnown(Predicate<String> known) {
    return new Extraction(threads, known);
  }

  /**
   * Runs over all inputs; outcomes come in input order, on the calling thread.
   *
   * @param paths files, folders, archives, or {@code -} for standard input
   * @param sink takes each outcome
   */
  public void inOrder(List<String> paths, Consumer<Outcome> sink) {
    throw new UnsupportedOperationException("arrives with ingest: " + threads + known);
  }

  /**
   * Runs over all inputs; outcomes come as they are ready, on many threads at once.
   *
   * @param paths files, folders, archives, or {@code -} for standard input
   * @param sink takes each outcome; safe for use by several threads
   */
  public void asReady(List<String> paths, Consumer<Outcome> sink) {
    throw new UnsupportedOperationException("arrives with ingest");
  }
}
