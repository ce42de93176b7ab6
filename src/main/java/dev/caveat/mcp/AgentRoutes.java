package dev.caveat.mcp;

import dev.caveat.http.Routes;
import dev.caveat.mcp.Messages.Message;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.modelcontextprotocol.spec.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * The server at {@code /mcp}: one message per request, answered as JSON, without sessions. Who may
 * ask, how much, and how often is the HTTP server's concern.
 */
public final class AgentRoutes implements Routes {
  private static final String JSON = "application/json";

  private final AgentServer server;

  /** Routes to a server. */
  public AgentRoutes(AgentServer server) {
    this.server = server;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/mcp", this::answer);
  }

  private void answer(Context ctx) {
    check(ctx);
    String body = new String(ctx.bodyAsBytes(), StandardCharsets.UTF_8);
    switch (server.messages().read(body)) {
      case Message.Malformed m -> write(ctx.status(400), m.answer());
      case Message.Notice n -> {
        server.messages().take(n);
        ctx.status(202);
      }
      case Message.Request r -> write(ctx, server.messages().answer(r.request()));
    }
  }

  private static void write(Context ctx, Object answer) {
    ctx.header("Cache-Control", "no-store");
    ctx.contentType(JSON);
    ctx.result(AgentServer.line(answer).getBytes(StandardCharsets.UTF_8));
  }

  private static void check(Context ctx) {
    String type = ctx.contentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(JSON)) {
      throw new HttpResponseException(415, "Content-Type: expected " + JSON, Map.of());
    }
    String accept = ctx.header("Accept");
    if (accept != null && !accept.contains(JSON) && !accept.contains("*/*")) {
      throw new HttpResponseException(406, "Accept: answers are " + JSON, Map.of());
    }
    String version = ctx.header(HttpHeaders.PROTOCOL_VERSION);
    if (version != null && !Messages.VERSIONS.contains(version)) {
      throw new HttpResponseException(
          400, HttpHeaders.PROTOCOL_VERSION + ": expected one of " + Messages.VERSIONS, Map.of());
    }
  }
}
