package dev.caveat.ingest;

import java.util.concurrent.Semaphore;

/**
 * How many bytes of inputs may be held at once, over all threads. Counted in mebibytes; an input
 * that is larger than the whole budget takes all of it.
 *
 * <p>A share is asked for before bytes are read. Whoever knows how much it needs asks once; the one
 * thread that walks archives, where sizes may be unknown or lied about, may ask for more while it
 * reads. As all others get all they need or nothing, it never waits for one that waits for it.
 */
public final class MemoryBudget {
  private static final int MIB = 1 << 20;

  private final int total;
  private final Semaphore free;

  /**
   * A budget.
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

  /** What one input holds. For one thread at a time. */
  public final class Share implements AutoCloseable {
    private boolean grows;
    private int held;

    private Share(boolean grows) {
      this.grows = grows;
    }

    /** Waits until so many bytes in all may be held; a share of fixed size stays as it is. */
    void grow(long bytes) {
      int wanted = mebibytes(bytes);
      if (grows && wanted > held) {
        free.acquireUninterruptibly(wanted - held);
        held = wanted;
      }
    }

    /** Gives back what is more than so many bytes need. */
    void shrink(long bytes) {
      int spare = Math.max(0, held - mebibytes(bytes));
      free.release(spare);
      held -= spare;
    }

    private int mebibytes(long bytes) {
      return (int) Math.min(total, bytes / MIB + 1);
    }

    /** Gives all of it back. */
    @Override
    public void close() {
      free.release(held);
      held = 0;
    }
  }
}
