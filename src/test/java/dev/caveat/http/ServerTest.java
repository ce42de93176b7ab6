package dev.caveat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server, whatever it serves. */
final class ServerTest {
  private static final String TOKEN = "0123456789abcdef";
  private static final String SITE = "https://tool.example";

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @SuppressWarnings("NullAway.Init") // each test starts its own
  private Server server;

  @SuppressWarnings("NullAway.Init")
  private Client client;

  private void start(ServerSettings.Builder settings) throws IOException {
    server =
        Server.start(
            settings.port(0).build(),
            (problem, id) -> "<p>" + problem.code() + "</p>",
            new PrintStream(err, true, StandardCharsets.UTF_8),
            List.of(
                routes -> {
                  routes.get("/api/thing", ctx -> Answers.json(ctx, Map.of("name", "thing")));
                  routes.put(
                      "/api/thing",
                      ctx -> Answers.json(ctx, Map.of("length", Bodies.read(ctx).length)),
                      Permission.WRITE);
                  routes.get(
                      "/api/defect",
                      ctx -> {
                        throw new IllegalStateException("secret");
                      });
                }));
    client = new Client(server.port());
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void answersWithHeadersThatBindABrowser() throws IOException {
    start(ServerSettings.builder());
    HttpResponse<String> answer = client.get("/health");
    assertThat(answer.body()).isEqualTo("{\"status\":\"ok\"}\n");
    assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "X-Request-Id")).matches("[0-9a-f]{16}");
    assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(header(answer, "Server")).isEmpty();
  }

  @Test
  void answersAHeadAsItsGetWithoutTheBody() throws IOException {
    start(ServerSettings.builder().accessLog(new PrintStream(log, true, StandardCharsets.UTF_8)));
    HttpResponse<String> get = client.get("/api/thing");
    HttpResponse<String> head = client.send(client.to("/api/thing").HEAD());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "ETag")).isEqualTo(header(get, "ETag")).isNotEmpty();
    assertThat(header(head, "Content-Length")).isEqualTo(header(get, "Content-Length"));
    assertThat(client.send(client.to("/api/none").HEAD()).statusCode()).isEqualTo(404);
    server.close();
    assertThat(log.toString(StandardCharsets.UTF_8)).contains(" HEAD /api/thing 200 ");
  }

  @Test
  void saysWhichMethodsThereAre() throws IOException {
    start(ServerSettings.builder());
    HttpResponse<String> options = client.send("OPTIONS", "/api/thing", "");
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(header(options, "Allow").split(", "))
        .containsExactlyInAnyOrder("GET", "PUT", "HEAD", "OPTIONS");
    HttpResponse<String> delete = client.send("DELETE", "/api/thing", "");
    assertThat(delete.statusCode()).isEqualTo(405);
    assertThat(header(delete, "Allow")).contains("PUT");
    assertThat(Client.json(delete).get("code").asText()).isEqualTo("http-405");
    assertThat(client.send("OPTIONS", "/api/none", "").statusCode()).isEqualTo(404);
  }

  @Test
  void countsByKnownMethodsAlone() throws IOException {
    start(ServerSettings.builder());
    client.send(client.to("/health").HEAD());
    assertThat(client.send("BREW", "/health", "").statusCode()).isEqualTo(501);
    assertThat(client.get("/metrics").body())
        .contains("{method=\"HEAD\",route=\"/health\",status=\"200\"} 1")
        .doesNotContain("BREW");
  }

  @Test
  void tellsThatSomethingIsMissingAsEachAsksForIt() throws IOException {
    start(ServerSettings.builder());
    HttpResponse<String> program = client.get("/nowhere");
    assertThat(program.statusCode()).isEqualTo(404);
    assertThat(header(program, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(client.get("/nowhere", "Accept", "text/html").body()).isEqualTo("<p>http-404</p>");
    assertThat(client.get("/api/nowhere", "Accept", "text/html").body()).startsWith("{");
  }

  @Test
  void keepsDefectsToItself() throws IOException {
    start(ServerSettings.builder());
    HttpResponse<String> answer = client.get("/api/defect");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("\"internal\"").doesNotContain("secret");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(header(answer, "X-Request-Id"))
        .contains("secret");
  }

  @Test
  void knowsWhatTheClientHas() throws IOException {
    start(ServerSettings.builder());
    String tag = header(client.get("/api/thing"), "ETag");
    assertThat(tag).startsWith("W/\"");
    HttpResponse<String> again = client.get("/api/thing", "If-None-Match", "\"x\", " + tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(again, "ETag")).isEqualTo(tag);
    assertThat(client.get("/api/thing", "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
  }

  @Test
  void answersToItsOwnNamesAlone() throws IOException {
    start(ServerSettings.builder().hostNames(Set.of("risks.example")));
    for (String host : List.of("localhost", "127.0.0.1:8080", "[::1]:80", "RISKS.example")) {
      assertThat(asked(host)).as(host).startsWith("HTTP/1.1 200 ");
    }
    for (String host :
        List.of("evil.example", "127.0.0.1.evil.example", "10.0.0.1", "localhost.")) {
      assertThat(asked(host)).as(host).startsWith("HTTP/1.1 421 ").contains("wrong-host");
    }
    assertThat(asked("")).startsWith("HTTP/1.1 4");
    assertThat(client.raw("GET http://evil.example/health HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .doesNotStartWith("HTTP/1.1 200 ");
  }

  private String asked(String host) throws IOException {
    return client.raw("GET /health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
  }

  @Test
  void refusesWhatOtherSitesMakeABrowserSend() throws IOException {
    start(ServerSettings.builder());
    assertThat(client.send("PUT", "/api/thing", "x").statusCode()).isEqualTo(200);
    HttpResponse<String> other = client.send("PUT", "/api/thing", "x", "Origin", SITE);
    assertThat(other.statusCode()).isEqualTo(403);
    assertThat(Client.json(other).get("code").asText()).isEqualTo("cross-site");
    assertThat(client.get("/api/thing", "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(
            client
                .get("/api/thing", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate")
                .statusCode())
        .isEqualTo(200);
    assertThat(client.send("PUT", "/api/thing", "x", "Origin", "null").statusCode()).isEqualTo(403);
    String own = "http://127.0.0.1:" + server.port();
    assertThat(client.send("PUT", "/api/thing", "x", "Origin", own).statusCode()).isEqualTo(200);
  }

  @Test
  void letsChosenSitesUseTheApiAndNothingElse() throws IOException {
    start(ServerSettings.builder().origins(Set.of(SITE)).token(TOKEN));
    HttpResponse<String> preflight =
        client.send(
            "OPTIONS",
            "/api/thing",
            "",
            "Origin",
            SITE,
            "Access-Control-Request-Method",
            "PUT",
            "Sec-Fetch-Site",
            "cross-site");
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo(SITE);
    assertThat(header(preflight, "Access-Control-Allow-Methods")).contains("PUT");
    assertThat(header(preflight, "Access-Control-Allow-Headers")).contains("Authorization");
    HttpResponse<String> read =
        client.get("/api/thing", "Origin", SITE, "Authorization", "Bearer " + TOKEN);
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(header(read, "Access-Control-Allow-Origin")).isEqualTo(SITE);
    assertThat(header(read, "Vary")).isEqualTo("Accept-Encoding, Origin");
    assertThat(header(client.get("/health", "Origin", SITE), "Access-Control-Allow-Origin"))
        .isEmpty();
    assertThat(
            header(
                client.get("/api/thing", "Origin", SITE + ".evil.example"),
                "Access-Control-Allow-Origin"))
        .isEmpty();
    assertThat(client.send("POST", "/sign-in", "token=" + TOKEN, "Origin", SITE).statusCode())
        .isEqualTo(403);
  }

  @Test
  void wantsItsTokenAsBearerOrCookie() throws IOException {
    start(ServerSettings.builder().token(TOKEN));
    HttpResponse<String> none = client.get("/api/thing");
    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(header(none, "WWW-Authenticate")).startsWith("Bearer");
    assertThat(client.get("/api/thing", "Authorization", "Bearer " + TOKEN).statusCode())
        .isEqualTo(200);
    assertThat(client.get("/api/thing", "Authorization", "Bearer x" + TOKEN).statusCode())
        .isEqualTo(401);
    assertThat(client.get("/metrics").statusCode()).isEqualTo(401);
    assertThat(client.get("/health").statusCode()).isEqualTo(200);
    String form = "application/x-www-form-urlencoded";
    assertThat(client.send("POST", "/sign-in", "token=wrong", "Content-Type", form).statusCode())
        .isEqualTo(401);
    HttpResponse<String> in =
        client.send("POST", "/sign-in", "token=" + TOKEN, "Content-Type", form);
    assertThat(in.statusCode()).isEqualTo(302);
    String cookie = header(in, "Set-Cookie");
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
    assertThat(
            client
                .get("/api/thing", "Cookie", cookie.substring(0, cookie.indexOf(';')))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void refusesChangesWhereItIsReadOnly() throws IOException {
    start(ServerSettings.builder().readOnly(true));
    HttpResponse<String> answer = client.send("PUT", "/api/thing", "x");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Client.json(answer).get("code").asText()).isEqualTo("read-only");
    assertThat(client.get("/api/thing").statusCode()).isEqualTo(200);
  }

  @Test
  void isNotOpenToTheNetworkWithoutAToken() throws IOException {
    start(ServerSettings.builder());
    assertThatThrownBy(() -> ServerSettings.builder().host("0.0.0.0").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs a token");
    assertThatThrownBy(() -> ServerSettings.builder().token("short").build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsTooLarge() throws IOException {
    start(ServerSettings.builder());
    String put = "PUT /api/thing HTTP/1.1\r\nHost: localhost\r\n";
    assertThat(client.raw(put + "Content-Length: 5000000\r\n\r\n")).startsWith("HTTP/1.1 413 ");
    String megabyte = "100000\r\n" + "x".repeat(1 << 20) + "\r\n";
    assertThat(
            client.raw(
                put + "Transfer-Encoding: chunked\r\n\r\n" + megabyte.repeat(5) + "0\r\n\r\n"))
        .startsWith("HTTP/1.1 413 ");
    assertThat(client.get("/health", "X-Long", "x".repeat(20_000)).statusCode()).isEqualTo(431);
    assertThat(client.get("/health?x=" + "x".repeat(20_000)).statusCode()).isEqualTo(414);
  }

  @Test
  void saysNothingOfItselfToWhatIsNotHttp() throws IOException {
    start(ServerSettings.builder());
    for (String request :
        List.of(
            "\0\1\2\r\n\r\n",
            "GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /<script> HTTP/9.9\r\nHost: localhost\r\n\r\n",
            "GET /health HTTP/1.1\r\n\r\n",
            "GET /health HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")) {
      assertThat(client.raw(request))
          .as(request)
          .matches("(?s)HTTP/1\\.[01] (4\\d\\d|505) .*")
          .doesNotContain("etty")
          .doesNotContain("<");
    }
    assertThat(client.get("/health").statusCode()).isEqualTo(200);
  }

  @Test
  void answersOthersWhileManySendSlowly() throws IOException {
    start(ServerSettings.builder());
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        Socket socket = new Socket("127.0.0.1", server.port());
        slow.add(socket);
        String begin =
            i % 2 == 0
                ? "PUT /api/thing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\nx"
                : "GET /api/thing HTTP/1.1\r\nHost: localhost\r\nX-Slow: x";
        socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
      }
      for (int i = 0; i < 20; i++) {
        long start = System.nanoTime();
        assertThat(client.get("/api/thing").statusCode()).isEqualTo(200);
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(2);
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
