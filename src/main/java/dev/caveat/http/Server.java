package dev.caveat.http;

import dev.caveat.json.HealthJson;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Answers HTTP requests on one port, until closed. What a client can take is bounded: connections,
 * the size of headers and bodies, and the time in which it must send and read them.
 */
public final class Server implements Closeable {
  private static final int MAX_CONNECTIONS = 4_000;
  private static final int MAX_HEADERS = 16 << 10;

  /** Of an upload so much is held in memory, the rest in a temporary file. */
  private static final int UPLOAD_IN_MEMORY_MB = 1;

  /** Fields and files of a form. */
  static final int MAX_PARTS = 1_000;

  /** Requests at work at once: the rest waits, so that memory is bounded. */
  private static final int THREADS = 48;

  private static final int SENDERS = 16;
  private static final Duration MAX_WAIT = Duration.ofSeconds(20);

  /** A client that takes (or sends) fewer bytes a second is dropped. */
  private static final int MIN_RATE = 500;

  private static final int MIN_SENDING_RATE = 4_000;

  private static final int ID_BYTES = 8;
  private static final String STARTED = "caveat.started";
  private static final String REQUEST_ID = "caveat.request";

  private final ServerSettings settings;
  private final Failures failures;
  private final Access access;
  private final Cors cors;
  private final AccessLog log;
  private final Metrics metrics = new Metrics();
  private final SecureRandom random = new SecureRandom();
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable Javalin javalin;

  private Server(ServerSettings settings, ProblemPage page, PrintStream err) {
    this.settings = settings;
    failures = new Failures(settings, page, err);
    access = new Access(settings);
    cors = new Cors(settings);
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

  static String reason(Throwable e) {
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
    config.http.maxRequestSize = Bodies.MAX_BYTES;
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
          server.setHandler(new Gatekeeper(senders()));
          server.setErrorHandler(new BareErrors());
          server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
        });
    config.router.javaLangErrorHandler(failures::answerError);
    addCommon(config.routes);
    routes.forEach(r -> r.addTo(config.routes));
  }

  /** Of those that send a body few are let in at once: a thread waits for each. */
  private static QoSHandler senders() {
    QoSHandler senders = new QoSHandler();
    senders.includeMethod("POST", "PUT", "PATCH");
    senders.setMaxRequestCount(SENDERS);
    senders.setMaxSuspend(MAX_WAIT);
    senders.setRejectStatusCode(503);
    return senders;
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("http");
    return threads;
  }

  private static void limit(HttpConfiguration http) {
    http.setRequestHeaderSize(MAX_HEADERS);
    http.setMinRequestDataRate(MIN_SENDING_RATE);
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
          cors.add(ctx);
        });
    routes.beforeMatched(access::checkRoute);
    failures.addTo(routes);
    routes.after(
        ctx -> {
          double seconds = (System.nanoTime() - Server.<Long>attribute(ctx, STARTED)) / 1e9;
          metrics.end(Gatekeeper.method(ctx), route(ctx), ctx.statusCode(), seconds);
          log.line(ctx, requestId(ctx), seconds * 1e3);
        });
    routes.get(
        "/metrics",
        ctx -> {
          ctx.contentType(Metrics.TYPE);
          ctx.result(metrics.text());
        });
    routes.get("/health", ctx -> Answers.json(ctx, HealthJson.OK), Permission.ANYONE);
    routes.post("/sign-in", this::signIn, Permission.ANYONE);
  }

  private byte[] randomId() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return id;
  }

  /** The id of a request, by which its lines in the log are found. */
  static String requestId(Context ctx) {
    return attribute(ctx, REQUEST_ID);
  }

  private static <T> T attribute(Context ctx, String name) {
    return Objects.requireNonNull(ctx.<T>attribute(name), name);
  }

  private static String route(Context ctx) {
    var endpoint = ctx.endpoints().lastHttpEndpoint();
    return endpoint == null ? "none" : endpoint.path;
  }

  private void signIn(Context ctx) throws IOException {
    if (!access.signIn(ctx, ctx.formParam("token"))) {
      throw new Access.Refused(
          Problem.of(401, "wrong-token", "Sign in", "that is not this server's token"));
    }
    ctx.redirect("/");
  }
}
