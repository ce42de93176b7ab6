package dev.caveat.http;

import io.javalin.http.Context;

/** Lets scripts of chosen web sites use the API, and nothing else. */
final class Cors {
  private static final int PREFLIGHT_SECONDS = 600;

  private final ServerSettings settings;

  Cors(ServerSettings settings) {
    this.settings = settings;
  }

  /** Whether a request is for the API, and not for the pages of this site. */
  static boolean isApi(Context ctx) {
    return ctx.path().startsWith("/api/");
  }

  /** Says what the site that asks may do; ends a request that asks for no more than that. */
  void add(Context ctx) {
    if (settings.origins().isEmpty() || !isApi(ctx)) {
      return;
    }
    ctx.header("Vary", "Accept-Encoding, Origin");
    String origin = ctx.header("Origin");
    if (origin == null || !settings.origins().contains(origin)) {
      return;
    }
    ctx.header("Access-Control-Allow-Origin", origin);
    ctx.header("Access-Control-Expose-Headers", "ETag, X-Request-Id, Retry-After");
    ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
    if (ctx.req().getMethod().equals("OPTIONS")
        && ctx.header("Access-Control-Request-Method") != null) {
      ctx.header("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE");
      ctx.header("Access-Control-Allow-Headers", "Authorization, Content-Type, If-None-Match");
      ctx.header("Access-Control-Max-Age", Integer.toString(PREFLIGHT_SECONDS));
      ctx.status(204);
      ctx.skipRemainingHandlers();
    }
  }
}
