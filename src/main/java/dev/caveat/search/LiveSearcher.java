package dev.caveat.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.search.ReferenceManager;
import org.jspecify.annotations.Nullable;

/**
 * Searches an index that changes: each use sees one state of it from start to end, and the next use
 * sees what has been committed by then. A state is closed once nobody uses it anymore. Safe for use
 * by several threads.
 */
public final class LiveSearcher implements Closeable {
  private final States states;

  private LiveSearcher(RiskSearcher first) {
    states = new States(first);
  }

  /**
   * Opens the index in a folder.
   *
   * @throws dev.caveat.error.CaveatException if there is no readable index
   */
  public static LiveSearcher open(Path path) throws IOException {
    return new LiveSearcher(RiskSearcher.open(path));
  }

  /** An action on one state of an index. */
  @FunctionalInterface
  public interface Use<T> {
    /**
     * Runs the action.
     *
     * @param searcher must not be kept or closed
     */
    T of(RiskSearcher searcher) throws IOException;
  }

  /** Runs an action on the current state of the index. */
  public <T> T use(Use<T> use) throws IOException {
    states.maybeRefresh();
    RiskSearcher searcher = states.acquire();
    try {
      return use.of(searcher);
    } finally {
      states.release(searcher);
    }
  }

  @Override
  public void close() throws IOException {
    states.close();
  }

  /** Lucene counts the users of each state. */
  private static final class States extends ReferenceManager<RiskSearcher> {
    States(RiskSearcher first) {
      current = first;
    }

    @Override
    protected void decRef(RiskSearcher searcher) throws IOException {
      searcher.index().release();
    }

    @Override
    protected @Nullable RiskSearcher refreshIfNeeded(RiskSearcher searcher) throws IOException {
      return searcher.refreshed();
    }

    @Override
    protected boolean tryIncRef(RiskSearcher searcher) {
      return searcher.index().retain();
    }

    @Override
    protected int getRefCount(RiskSearcher searcher) {
      return searcher.index().holders();
    }
  }
}
