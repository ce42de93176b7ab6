package dev.caveat.api;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets a few costly requests work at once, so that together they leave memory and threads for the
 * others. The next ones wait, and are sent away if it takes long. Safe for use by several threads.
 */
final class Gate {
  private static final int MAX_SECONDS = 20;
  private static final int BUSY = 503;

  private final Semaphore places =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

  /** Costly work. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /** Does the work when there is a place. */
  <T> T pass(Context ctx, Work<T> work) throws IOException {
    if (!isFree()) {
      ctx.header("Retry-After", Integer.toString(MAX_SECONDS));
      throw new HttpResponseException(BUSY, "too many costly requests at once; try again later");
    }
    try {
      return work.run();
    } finally {
      places.release();
    }
  }

  private boolean isFree() {
    try {
      return places.tryAcquire(MAX_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
