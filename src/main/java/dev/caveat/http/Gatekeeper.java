package dev.caveat.http;

import io.javalin.http.Context;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes requests before the routes do. A HEAD is answered as its GET, of which the connection sends
 * the head alone. Methods that nothing here has are refused, so that what is counted and kept by
 * method is bounded.
 */
final class Gatekeeper extends Handler.Wrapper {
  private static final String HEAD = "HEAD";
  private static final Set<String> METHODS =
      Set.of("GET", HEAD, "POST", "PUT", "DELETE", "PATCH", "OPTIONS");

  private static final String ASKED = "caveat.method";

  Gatekeeper(Handler next) {
    super(next);
  }

  /** The method that the client used. */
  static String method(Context ctx) {
    return ctx.attribute(ASKED) == null ? ctx.req().getMethod() : HEAD;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!METHODS.contains(request.getMethod())) {
      Response.writeError(request, response, callback, 501);
      return true;
    }
    return super.handle(
        request.getMethod().equals(HEAD) ? new AsGet(request) : request, response, callback);
  }

  private static final class AsGet extends Request.Wrapper {
    AsGet(Request head) {
      super(head);
      head.setAttribute(ASKED, HEAD);
    }

    @Override
    public String getMethod() {
      return "GET";
    }
  }
}
