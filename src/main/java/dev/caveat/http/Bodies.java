package dev.caveat.http;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;

/** Reads what clients send, other than uploads, into memory. */
public final class Bodies {
  static final int MAX_BYTES = 4 << 20;

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
}
