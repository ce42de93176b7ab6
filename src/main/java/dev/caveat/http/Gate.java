package dev.caveat.http;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets a few costly requests in at a time. The others wait for a while and are then told to come
 * back later, so that they cannot take all threads and memory from the cheap ones.
 */
public final class Gate {
  private static final int SECONDS = 20;

  private final Semaphore places;

  /** A gate with room for some requests. */
  public Gate(int places) {
    this.places = new Semaphore(places, true);
  }

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
