package dev.caveat.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that ends the run when it cannot be written to: a {@link java.io.PrintStream}
 * over it would swallow an {@link IOException} and let the command work on for nobody, and answer
 * that all was well.
 */
final class WatchedOutput extends OutputStream {
  /** Standard output is lost; thrown through print streams and writers, which let it pass. */
  static final class LostException extends RuntimeException {
    private LostException(IOException cause) {
      super(cause);
    }
  }

  private final OutputStream out;
  private volatile @Nullable IOException failure;

  WatchedOutput(OutputStream out) {
    this.out = out;
  }

  /** Why the first write failed; null while none has. */
  @Nullable IOException failure() {
    return failure;
  }

  /** Whether the reader has gone, as {@code head} does when it has seen enough. */
  static boolean isClosedPipe(IOException failure) {
    // The system's own words, which translations keep: "Broken pipe", "Relais brisé (pipe)".
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("pipe") || message.contains("connection reset");
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    attempt(() -> out.write(bytes, from, length));
  }

  @Override
  public void flush() {
    if (failure == null) { // else the failed write has said so
      attempt(out::flush);
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  private void attempt(Step step) {
    IOException before = failure;
    if (before != null) {
      throw new LostException(before);
    }
    try {
      step.run();
    } catch (IOException e) {
      failure = e;
      throw new LostException(e);
    }
  }
}
