package dev.caveat.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does something at the last moment when the process is told to end (Ctrl-C, TERM) before this is
 * closed. The exit code stays the system's own, 130 or 143.
 */
final class Interruption implements AutoCloseable {
  private final AtomicBoolean over = new AtomicBoolean();
  private final Thread hook;

  private Interruption(Runnable last) {
    hook =
        new Thread(
            () -> {
              if (over.compareAndSet(false, true)) {
                last.run();
              }
            },
            "caveat-interrupted");
  }

  /** From here to {@link #close} an end of the process runs this first. */
  static Interruption does(Runnable last) {
    Interruption interruption = new Interruption(last);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** The end of the process is of no concern anymore; waits for it where it has begun. */
  @Override
  public void close() {
    if (over.compareAndSet(false, true)) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        return; // the process is ending, and the hook has found nothing to do
      }
    } else {
      awaitEnd();
    }
  }

  private void awaitEnd() {
    try {
      hook.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
