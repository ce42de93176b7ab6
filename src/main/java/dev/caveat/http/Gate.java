package dev.caveat.http;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets a few costly requests in at a time. The others wait for a while and are then told to come
 * back later, so that they cannot take all threads and memory from the cheap ones. Safe for use by
 * several threads.
 */
public final class Gate {
  static final int SECONDS = 20;

  private final Semaphore places =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

  /** Work that may fail as requests do. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does the work. */
    T run() throws IOException;
  }

  /** Does some work when there is room for it. */
  public <T> T pass(Work<T> work) throws IOException {
    try {
      if (!places.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
        throw new Access.Refused(
            Problem.of(503, "busy", "Busy", "too many costly requests at once; try again later"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Access.Refused(Problem.of(503, "busy", "Busy", "the server is stopping"));
    }
    try {
      return work.run();
    } finally {
      places.release();
    }
  }
}
