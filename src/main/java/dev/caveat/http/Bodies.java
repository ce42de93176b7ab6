package dev.caveat.http;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;

/** Reads what clients send, other than uploads, into memory. */
public final class Bodies {
  static final int MAX_BYTES = 4 << 20;

  private static final long MAX_DRAINED = 16L << 20;
  private static final Duration MAX_DRAIN = Duration.ofSeconds(5);
  private static final int BUFFER = 1 << 16;

  private Bodies() {}

  /**
   * The body of a request, of which no more is read than allowed, whatever its headers say.
   *
   * @throws CaveatException {@link ErrorCode#TOO_LARGE} if there is more
   */
  public static byte[] read(Context ctx) throws IOException {
    if (ctx.req().getContentLengthLong() > MAX_BYTES) {
      throw tooLarge();
    }
    byte[] body = ctx.bodyInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      throw tooLarge();
    }
    return body;
  }

  private static CaveatException tooLarge() {
    return new CaveatException(
        ErrorCode.TOO_LARGE, "a body may have at most " + MAX_BYTES + " bytes", Map.of());
  }

  /**
   * Takes some of a body that is refused: a client that is still sending would take the end of the
   * connection for a failure, and not read the answer.
   */
  static void drain(Context ctx) {
    long end = System.nanoTime() + MAX_DRAIN.toNanos();
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = ctx.req().getInputStream();
      for (long all = 0; all < MAX_DRAINED && System.nanoTime() < end; ) {
        int n = in.read(buffer);
        if (n < 0) {
          return;
        }
        all += n;
      }
    } catch (IOException | RuntimeException e) {
      // it is refused anyway
    }
  }
}
