package dev.caveat.http;

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
    }

    @Override
    public String getMethod() {
      return "GET";
    }
  }
}
