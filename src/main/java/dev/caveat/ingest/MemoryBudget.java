package dev.caveat.ingest;

import java.util.concurrent.Semaphore;

/**
 * Limits the bytes of inputs that may be in memory at once, over all threads. Counted in mebibytes;
 * an input that is larger than the whole budget takes all of it.
 *
 * <p>A share is requested before bytes are read. A thread that knows how much it needs requests it
 * once; the one thread that walks archives, where sizes may be unknown or wrong, may request more
 * while it reads. All others get everything they need or nothing, so it never waits for a thread
 * that waits for it.
 */
public final class MemoryBudget {
  private final int total;
  private final Semaphore free;

  /**
   * Creates a budget.
   *
   * @param mebibytes at least 1
   */
  public MemoryBudget(int mebibytes) {
    if (mebibytes < 1) {
      throw new IllegalArgumentException("a budget must be at least 1 MiB: " + mebibytes);
    }
    this.total = mebibytes;
    this.free = new Semaphore(mebibytes);
  }

  /** A share that grows as its input is read; for the one thread that walks archives. */
  public Share growing() {
    return new Share(true);
  }

  /**
   * A share for an input of known size; waits until it is free.
   *
   * @param bytes of the input
   */
  public Share fixed(long bytes) {
    Share share = new Share(true);
    share.grow(bytes);
    share.grows = false;
    return share;
  }

  /** The share of one input. For one thread at a time. */
  public final class Share implements AutoCloseable {
    private boolean grows;
    private int held;

    private Share(boolean grows) {
      this.grows = grows;
    }

    /**
     * Waits until the share can grow to a total number of bytes; a share of fixed size does not
     * change.
     */
    void grow(long bytes) {
      int wanted = mebibytes(bytes);
      if (grows && wanted > held) {
        free.acquireUninterruptibly(wanted - held);
        held = wanted;
      }
    }

    /** Releases what exceeds a number of bytes. */
    void shrink(long bytes) {
      int spare = Math.max(0, held - mebibytes(bytes));
      free.release(spare);
      held -= spare;
    }

    private int mebibytes(long bytes) {
      return (int) Math.min(total, bytes / Limits.MIB + 1);
    }

    /** Releases all of it. */
    @Override
    public void close() {
      free.release(held);
      held = 0;
    }
  }
}
