package dev.caveat.mcp;

import dev.caveat.json.RpcErrorJson;
import dev.caveat.mcp.Messages.Message;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Messages as lines: one JSON-RPC message a line in, one a line out, and nothing else. Several
 * requests are answered at once. A line that is no message is answered by an error, and the next
 * line is read. A request that is cancelled gets no answer. At the end of the input, what has been
 * asked is still answered.
 */
public final class StandardStreams {
  private static final int MAX_LINE = 4 << 20;
  private static final int THREADS = 4;

  /** Requests that wait or are at work; more are not read. */
  private static final int MAX_REQUESTS = 64;

  private static final long SECONDS_AT_END = 10;

  private final AgentServer server;
  private final InputStream in;
  private final OutputStream out;
  private final Set<Object> open = ConcurrentHashMap.newKeySet();
  private final Semaphore room = new Semaphore(MAX_REQUESTS);
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService workers =
      Executors.newFixedThreadPool(THREADS, daemons("caveat-mcp"));

  private StandardStreams(AgentServer server, InputStream in, OutputStream out) {
    this.server = server;
    this.in = new BufferedInputStream(in);
    this.out = out;
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Answers messages until the input ends or the output is closed.
   *
   * @param in not closed
   * @param out flushed after each line, not closed
   */
  public static void serve(AgentServer server, InputStream in, OutputStream out)
      throws InterruptedException {
    StandardStreams streams = new StandardStreams(server, in, out);
    daemons("caveat-mcp-reader").newThread(streams::readAll).start();
    streams.over.await(); // not the reader, which may be blocked when the client has gone
    streams.workers.shutdownNow();
  }

  private void readAll() {
    try {
      String line = readLine();
      while (line != null && over.getCount() > 0) {
        if (!line.isBlank()) {
          take(line);
        }
        line = readLine();
      }
      workers.shutdown();
      workers.awaitTermination(SECONDS_AT_END, TimeUnit.SECONDS);
    } catch (IOException e) {
      server.report("reading the input", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      over.countDown();
    }
  }

  private void take(String line) throws InterruptedException {
    switch (server.messages().read(line)) {
      case Message.Malformed m -> write(m.answer());
      case Message.Notice n -> take(n);
      case Message.Request r -> start(r.request());
    }
  }

  private void take(Message.Notice notice) {
    if (!notice.method().equals("notifications/cancelled")) {
      server.messages().take(notice);
    } else if (notice.parameters() instanceof Map<?, ?> map && map.get("requestId") != null) {
      open.remove(map.get("requestId"));
    }
  }

  private void start(JSONRPCRequest request) throws InterruptedException {
    if (!open.add(request.id())) {
      write(
          RpcErrorJson.of(
              request.id(), ErrorCodes.INVALID_REQUEST, "id: another request has the same"));
      return;
    }
    room.acquire();
    workers.execute(
        () -> {
          try {
            answer(request);
          } finally {
            room.release();
          }
        });
  }

  private void answer(JSONRPCRequest request) {
    if (!open.contains(request.id())) {
      return; // cancelled before it was begun
    }
    Object answer;
    try {
      answer = server.messages().answer(request);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      server.report(request.method(), e);
      answer = RpcErrorJson.of(request.id(), ErrorCodes.INTERNAL_ERROR, "internal error");
    }
    if (open.remove(request.id())) {
      write(answer);
    }
  }

  /** Writes a line whole, whoever else writes. If nobody reads anymore, all is over. */
  private void write(Object answer) {
    byte[] line = (AgentServer.line(answer) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      synchronized (out) {
        out.write(line);
        out.flush();
      }
    } catch (IOException | RuntimeException e) {
      over.countDown();
    }
  }

  /**
   * The next line; null at the end. Of one that is too long only so much is kept as shows that it
   * is no message.
   */
  private @Nullable String readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n') {
      if (line.size() < MAX_LINE) {
        line.write(c);
      }
      c = in.read();
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
