package dev.caveat.http;

import dev.caveat.error.CaveatException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Answers HTTP requests on one port, until closed. What a client can take is bounded: connections,
 * the size of headers and bodies, and the time in which it must send and read them.
 */
public final class Server implements Closeable {
  private static final int MAX_CONNECTIONS = 4_000;
  private static final int MAX_HEADERS = 16 << 10;
  private static final long MAX_BODY = 4L << 20;

  /** Of an upload so much is held in memory, the rest in a temporary file. */
  private static final int UPLOAD_IN_MEMORY_MB = 1;

  /** Fields and files of a form. */
  private static final int MAX_PARTS = 1_000;

  /** Requests at work at once: the rest waits, so that memory is bounded. */
  private static final int THREADS = 48;

  /** A client slower than this (bytes a second) is dropped, unless it sends files. */
  private static final int MIN_RATE = 500;

  /**
   * Requests with bodies at once: each holds a thread while its client sends, so that slow ones
   * must leave threads for those who read.
   */
  private static final int MAX_BODIES = 16;

  private static final int ID_BYTES = 8;
  private static final String STARTED = "caveat.started";
  private static final String BODY = "caveat.body";
  private static final String REQUEST_ID = "caveat.request";

  private final ServerSettings settings;
  private final ProblemPage page;
  private final Access access;
  private final AccessLog log;
  private final Metrics metrics = new Metrics();
  private final SecureRandom random = new SecureRandom();
  private final Semaphore bodies = new Semaphore(MAX_BODIES);
  private final PrintStream err;
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable Javalin javalin;

  private Server(ServerSettings settings, ProblemPage page, PrintStream err) {
    this.settings = settings;
    this.page = page;
    this.err = err;
    access = new Access(settings);
    log = new AccessLog(settings);
  }

  /**
   * Starts a server.
   *
   * @param page shows problems to people; programs get them as JSON
   * @param err told of defects, with their stack traces
   * @throws IOException if the port cannot be listened on
   */
  public static Server start(
      ServerSettings settings, ProblemPage page, PrintStream err, List<Routes> routes)
      throws IOException {
    Server server = new Server(settings, page, err);
    Javalin javalin = Javalin.create(config -> server.configure(config, routes));
    try {
      javalin.start();
    } catch (RuntimeException e) {
      throw new IOException(
          "cannot listen on " + settings.host() + ":" + settings.port() + ": " + reason(e), e);
    }
    server.javalin = javalin;
    return server;
  }

  private static String reason(Throwable e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage());
  }

  /** The port it listens on. */
  public int port() {
    return running().port();
  }

  /** Its start page. */
  public String address() {
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    return "http://" + host + ":" + port() + "/";
  }

  /** Waits until it is closed. */
  public void join() throws InterruptedException {
    closed.await();
  }

  /** Takes no more requests, lets those at work end for some seconds, and stops. */
  @Override
  public synchronized void close() {
    if (closed.getCount() > 0) {
      running().stop();
      closed.countDown();
    }
  }

  private Javalin running() {
    return Objects.requireNonNull(javalin);
  }

  private void configure(JavalinConfig config, List<Routes> routes) {
    config.startup.showJavalinBanner = false;
    config.http.maxRequestSize = MAX_BODY;
    config.http.prefer405over404 = true;
    config.jetty.multipartConfig.maxFileSize(settings.maxUpload(), SizeUnit.BYTES);
    config.jetty.multipartConfig.maxTotalRequestSize(settings.maxUpload(), SizeUnit.BYTES);
    config.jetty.multipartConfig.maxInMemoryFileSize(UPLOAD_IN_MEMORY_MB, SizeUnit.MB);
    config.jetty.threadPool = threads();
    config.jetty.modifyHttpConfiguration(Server::limit);
    config.jetty.addConnector(this::connector);
    config.jetty.modifyServletContextHandler(context -> context.setMaxFormKeys(MAX_PARTS));
    config.jetty.modifyServer(
        server -> {
          server.setStopTimeout(ServerSettings.GRACE.toMillis());
          server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
        });
    config.router.javaLangErrorHandler(this::answerError);
    addCommon(config.routes);
    routes.forEach(r -> r.addTo(config.routes));
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("http");
    return threads;
  }

  private static void limit(HttpConfiguration http) {
    http.setRequestHeaderSize(MAX_HEADERS);
    http.setMinRequestDataRate(MIN_RATE);
    http.setMinResponseDataRate(MIN_RATE);
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
  }

  private ServerConnector connector(
      org.eclipse.jetty.server.Server server, HttpConfiguration http) {
    ServerConnector connector =
        new ServerConnector(server, new org.eclipse.jetty.server.HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(ServerSettings.IDLE.toMillis());
    return connector;
  }

  /** What holds for every request. */
  private void addCommon(RoutesConfig routes) {
    routes.before(
        ctx -> {
          ctx.attribute(STARTED, System.nanoTime());
          metrics.begin();
          String id = HexFormat.of().formatHex(randomId());
          ctx.attribute(REQUEST_ID, id);
          ctx.header("X-Request-Id", id);
          SecurityHeaders.add(ctx);
          access.check(ctx);
          allowOrigin(ctx);
          beginBody(ctx);
        });
    routes.beforeMatched(access::checkRoute);
    routes.exception(Access.Refused.class, (e, ctx) -> answer(ctx, e.problem()));
    routes.exception(CaveatException.class, (e, ctx) -> answer(ctx, Problem.of(e)));
    routes.exception(NotFoundResponse.class, (e, ctx) -> answer(ctx, notFound(ctx)));
    routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, problem(e)));
    routes.exception(EofException.class, (e, ctx) -> ctx.status(499)); // the client has gone
    routes.exception(ServletException.class, this::answerUnreadable);
    routes.exception(Exception.class, this::answerDefect);
    routes.error(404, ctx -> answerUnless(ctx, notFound(ctx)));
    routes.after(
        ctx -> {
          if (ctx.attribute(BODY) != null) {
            bodies.release();
          }
          double seconds = (System.nanoTime() - this.<Long>attribute(ctx, STARTED)) / 1e9;
          metrics.end(ctx.req().getMethod(), route(ctx), ctx.statusCode(), seconds);
          log.line(ctx, attribute(ctx, REQUEST_ID), seconds * 1e3);
        });
    routes.get(
        "/metrics",
        ctx -> {
          ctx.contentType(Metrics.TYPE);
          ctx.result(metrics.text());
        });
    routes.get("/health", ctx -> Answers.json(ctx, Map.of("status", "ok")), Permission.ANYONE);
    routes.post("/sign-in", this::signIn, Permission.ANYONE);
  }

  private void beginBody(Context ctx) {
    boolean body = ctx.req().getContentLengthLong() > 0 || ctx.header("Transfer-Encoding") != null;
    if (body && !bodies.tryAcquire()) {
      throw new Access.Refused(
          Problem.of(503, "busy", "Busy", "too many clients are sending at once; try again later"));
    }
    if (body) {
      ctx.attribute(BODY, true);
    }
  }

  private byte[] randomId() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return id;
  }

  private <T> T attribute(Context ctx, String name) {
    return Objects.requireNonNull(ctx.<T>attribute(name), name);
  }

  private static String route(Context ctx) {
    var endpoint = ctx.endpoints().lastHttpEndpoint();
    return endpoint == null ? "none" : endpoint.path;
  }

  private void allowOrigin(Context ctx) {
    String origin = ctx.header("Origin");
    if (origin != null && settings.origins().contains(origin)) {
      ctx.header("Access-Control-Allow-Origin", origin);
      ctx.header("Vary", "Origin");
      ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
    }
  }

  private void signIn(Context ctx) throws IOException {
    if (!access.signIn(ctx, ctx.formParam("token"))) {
      throw new Access.Refused(
          Problem.of(401, "wrong-token", "Sign in", "that is not this server's token"));
    }
    ctx.redirect("/");
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
    return Problem.of(404, "not-found", "Not found", "nothing is at " + ctx.path());
  }

  private void answerUnless(Context ctx, Problem problem) throws IOException {
    if (ctx.resultInputStream() == null) {
      answer(ctx, problem);
    }
  }

  /** A body that is no form, too large, or in too many parts, and not our defect. */
  private void answerUnreadable(ServletException e, Context ctx) {
    if (!(e.getCause() instanceof HttpException)) {
      answerDefect(e, ctx);
      return;
    }
    String why = reason(e);
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
                        + MAX_PARTS
                        + " files can be sent at once; send an archive with them")
                : Problem.of(400, "http-400", "The form cannot be read", why);
    answer(ctx, problem);
  }

  private void answerDefect(Exception e, Context ctx) {
    tell("request " + attribute(ctx, REQUEST_ID) + " failed:", e);
    answer(ctx, Problem.internal());
  }

  private void answerError(HttpServletResponse response, Error e) {
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
    String id = attribute(ctx, REQUEST_ID);
    if (wantsPage(ctx)) {
      Answers.html(ctx, page.of(problem, id));
      return;
    }
    ctx.contentType("application/problem+json");
    ctx.result(Answers.bytes(problem.json(id)));
  }

  private static boolean wantsPage(Context ctx) {
    String accept = ctx.header("Accept");
    return accept != null && accept.contains("text/html") && !ctx.path().startsWith("/api/");
  }
}
