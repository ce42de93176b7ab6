package dev.caveat.http;

import dev.caveat.error.CaveatException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;

/** Answers requests that fail: as a page to people, as problem details to programs. */
final class Failures implements Routes {
  private static final int CLIENT_GONE = 499;

  private final ServerSettings settings;
  private final ProblemPage page;
  private final PrintStream err;

  /**
   * Creates answers.
   *
   * @param err told of defects, with their stack traces
   */
  Failures(ServerSettings settings, ProblemPage page, PrintStream err) {
    this.settings = settings;
    this.page = page;
    this.err = err;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.exception(Access.Refused.class, (e, ctx) -> answer(ctx, e.problem()));
    routes.exception(CaveatException.class, (e, ctx) -> answer(ctx, Problem.of(e)));
    routes.exception(MethodNotAllowedResponse.class, this::answerMethod);
    routes.exception(NotFoundResponse.class, (e, ctx) -> answer(ctx, notFound(ctx)));
    routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, problem(e)));
    routes.exception(EofException.class, (e, ctx) -> ctx.status(CLIENT_GONE));
    routes.exception(BadMessageException.class, (e, ctx) -> answer(ctx, unreadable(e.getCode())));
    routes.exception(ServletException.class, this::answerUnreadable);
    routes.exception(IOException.class, this::answerFailure);
    routes.exception(Exception.class, this::answerDefect);
  }

  /** Says which methods there are: to who asks for them, and to who took another one. */
  private void answerMethod(MethodNotAllowedResponse e, Context ctx) {
    String methods = e.getDetails().getOrDefault("availableMethods", "");
    boolean reads = List.of(methods.split(", ")).contains("GET");
    ctx.header("Allow", methods + (reads ? ", HEAD" : "") + ", OPTIONS");
    if (ctx.req().getMethod().equals("OPTIONS")) {
      ctx.status(204);
    } else {
      answer(ctx, problem(e));
    }
  }

  private static Problem problem(HttpResponseException e) {
    String title =
        switch (e.getStatus()) {
          case 405 -> "Method not allowed";
          case 413 -> "Too large";
          default -> "The request cannot be answered";
        };
    return new Problem(
        e.getStatus(),
        "http-" + e.getStatus(),
        title,
        String.valueOf(e.getMessage()),
        e.getDetails());
  }

  private static Problem notFound(Context ctx) {
    return Problem.of(404, "http-404", "Not found", "nothing is at " + ctx.path());
  }

  /** A client that sends nothing more ends the wait for it, which is no defect. */
  private void answerFailure(IOException e, Context ctx) {
    if (e.getCause() instanceof TimeoutException) {
      answer(ctx, unreadable(408));
    } else {
      answerDefect(e, ctx);
    }
  }

  /** A body that is no form, too large, or in too many parts, and not our defect. */
  private void answerUnreadable(ServletException e, Context ctx) {
    if (!(e.getCause() instanceof HttpException)) {
      answerDefect(e, ctx);
      return;
    }
    String why = Server.reason(e);
    Problem problem =
        why.startsWith("max length exceeded")
            ? Problem.of(
                413,
                "http-413",
                "Too large",
                "at most " + (settings.maxUpload() >> 20) + " MB can be sent at once")
            : why.contains("too many keys")
                ? Problem.of(
                    413,
                    "http-413",
                    "Too large",
                    "at most "
                        + Server.MAX_PARTS
                        + " files can be sent at once; send an archive with them")
                : Problem.of(400, "http-400", "The form cannot be read", why);
    answer(ctx, problem);
  }

  private static Problem unreadable(int status) {
    return Problem.of(
        status,
        "http-" + status,
        status == 408 ? "Too slow" : "The request cannot be read",
        status == 408 ? "the body did not arrive in time" : "the body is not as its headers say");
  }

  private void answerDefect(Exception e, Context ctx) {
    tell("request " + Server.requestId(ctx) + " failed:", e);
    answer(ctx, Problem.internal());
  }

  /** What none of the routes can catch, such as a lack of memory. */
  void answerError(HttpServletResponse response, Error e) {
    tell("a request failed:", e);
    if (!response.isCommitted()) {
      response.setStatus(e instanceof OutOfMemoryError ? 503 : 500);
    }
  }

  private void tell(String what, Throwable e) {
    synchronized (err) {
      err.println("caveat serve: " + what);
      e.printStackTrace(err);
    }
  }

  private void answer(Context ctx, Problem problem) {
    ctx.status(problem.status());
    if (problem.status() == 413) {
      Bodies.drain(ctx);
    }
    if (!Access.isSafe(ctx)) {
      // Some of the body may not have been read: nothing can follow it on this connection.
      ctx.header("Connection", "close");
    }
    if (problem.status() == 503) {
      ctx.header("Retry-After", Integer.toString(Gate.SECONDS));
    }
    String id = Server.requestId(ctx);
    if (wantsPage(ctx)) {
      Answers.html(ctx, page.of(problem, id));
      return;
    }
    ctx.contentType(Answers.PROBLEM);
    ctx.result(Answers.bytes(problem.json(id)));
  }

  private static boolean wantsPage(Context ctx) {
    String accept = ctx.header("Accept");
    return accept != null && accept.contains("text/html") && !Cors.isApi(ctx);
  }
}
