package dev.caveat.http;

import dev.caveat.model.VisibleText;
import io.javalin.http.Context;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line per request: time, id, client, method, path, status, milliseconds. */
final class AccessLog {
  private final @Nullable PrintStream out;
  private final boolean logQueries;

  AccessLog(ServerSettings settings) {
    out = settings.accessLog();
    logQueries = settings.logQueries();
  }

  void line(Context ctx, String requestId, double millis) {
    if (out == null) {
      return;
    }
    String query = logQueries && ctx.queryString() != null ? "?" + ctx.queryString() : "";
    String line =
        String.format(
            Locale.ROOT,
            "%s %s %s %s %s %d %.1f",
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            requestId,
            ctx.ip(),
            Gatekeeper.method(ctx),
            ctx.path() + query,
            ctx.statusCode(),
            millis);
    out.println(VisibleText.line(line));
  }
}
