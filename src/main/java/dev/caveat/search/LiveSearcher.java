package dev.caveat.search;

import dev.caveat.error.CaveatException;
import dev.caveat.index.RiskIndex;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/**
 * Searches an index that changes: each use sees one state of it from start to end, and the next use
 * sees what has been committed by then. A state is closed once nobody uses it anymore. An index
 * that was deleted, replaced or damaged is opened anew at the next use. Safe for use by several
 * threads.
 */
public final class LiveSearcher implements Closeable {
  private final Path path;
  private volatile States states;

  /** What turned out not to be readable, and must not be used again. */
  private volatile @Nullable States unreadable;

  private LiveSearcher(Path path) throws IOException {
    this.path = path;
    states = new States(RiskSearcher.open(path));
  }

  /**
   * Opens the index in a folder.
   *
   * @throws CaveatException if there is no readable index
   */
  public static LiveSearcher open(Path path) throws IOException {
    return new LiveSearcher(path);
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

  /**
   * Runs an action on the current state of the index.
   *
   * @throws CaveatException if the index is gone or damaged by now
   */
  public <T> T use(Use<T> use) throws IOException {
    RiskSearcher searcher = current();
    try {
      return use.of(searcher);
    } catch (CaveatException e) {
      throw e;
    } catch (IOException | RuntimeException | InternalError e) {
      // The last where a file shrank that is mapped. Any other may come from wrong content too.
      unreadable = states;
      if (e instanceof RuntimeException || e instanceof IOException && !RiskIndex.mayBeDamage(e)) {
        throw e;
      }
      throw RiskIndex.damaged(path, e);
    } finally {
      searcher.index().release();
    }
  }

  /**
   * The index as it is now, retained; opened anew where what is open cannot be brought up to date.
   */
  private RiskSearcher current() throws IOException {
    States now = states;
    if (now != unreadable) {
      try {
        now.maybeRefresh();
        return now.acquire();
      } catch (AlreadyClosedException e) {
        if (now == states) {
          throw e;
        } // another thread has opened it anew
      } catch (IOException | RuntimeException | InternalError e) {
        // gone, replaced or damaged: opening it tells which
      }
    }
    return reopened(now).acquire();
  }

  private synchronized States reopened(States failed) throws IOException {
    if (states == failed) {
      states = new States(RiskSearcher.open(path));
      failed.close();
    }
    return states;
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
