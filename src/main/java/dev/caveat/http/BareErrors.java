package dev.caveat.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Problems of requests that never reach a route, such as those that are not HTTP: as problem
 * details, without a word of the request.
 */
final class BareErrors extends ErrorHandler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Problem problem =
        Problem.of(
            status,
            "http-" + status,
            HttpStatus.getMessage(status),
            "the request cannot be read or is not allowed");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Answers.PROBLEM);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.write(true, ByteBuffer.wrap(Answers.bytes(problem.json(""))), callback);
    return true;
  }
}
