package dev.caveat.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caveat.Library;
import dev.caveat.http.ProblemPage;
import dev.caveat.http.Server;
import dev.caveat.http.ServerSettings;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code /mcp} on loopback, as the SDK's own client and bare requests see it. */
class AgentRoutesTest {
  private static final String TOKEN = "0123456789abcdef0123";
  private static final ProblemPage PAGE = (problem, id) -> problem.detail();

  private static Library library = Asked.library();
  private static Asked agent;
  private static Server open;
  private static Server guarded;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException {
    agent = new Asked(library);
    open = start(ServerSettings.builder().port(0).build());
    guarded = start(ServerSettings.builder().port(0).token(TOKEN).build());
  }

  private static Server start(ServerSettings settings) throws IOException {
    return Server.start(settings, PAGE, System.err, List.of(new AgentRoutes(agent.server)));
  }

  @AfterAll
  static void stop() throws IOException {
    open.close();
    guarded.close();
    library.close();
  }

  @Test
  void theSdksClientRunsEveryTool() {
    var transport = HttpClientStreamableHttpTransport.builder(open.address()).endpoint("/mcp");
    try (McpSyncClient sdk = McpClient.sync(transport.build()).build()) {
      sdk.initialize();
      EveryTool.runs(sdk);
    }
    assertThat(agent.defects.toString()).isEmpty();
  }

  @Test
  void theSdksClientPresentsTheToken() {
    var transport =
        HttpClientStreamableHttpTransport.builder(guarded.address())
            .endpoint("/mcp")
            .customizeClient(c -> {})
            .requestBuilder(HttpRequest.newBuilder().header("Authorization", "Bearer " + TOKEN));
    try (McpSyncClient sdk = McpClient.sync(transport.build()).build()) {
      sdk.initialize();
      assertThat(sdk.listTools().tools()).hasSize(7);
    }
  }

  @Test
  void bareRequestsRunEveryTool() throws IOException, InterruptedException {
    for (var call : EveryTool.CALLS.entrySet()) {
      HttpResponse<String> answer =
          post(open, EveryTool.message(call.getKey(), call.getValue()), Map.of());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
      JsonNode result = Asked.JSON.readTree(answer.body()).path("result");
      assertThat(result.path("isError").asBoolean(true)).as("%s", result).isFalse();
    }
  }

  @Test
  void noticesGetNoAnswerAndOddMessagesAnError() throws IOException, InterruptedException {
    HttpResponse<String> notice =
        post(open, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", Map.of());
    assertThat(notice.statusCode()).isEqualTo(202);
    assertThat(notice.body()).isEmpty();
    HttpResponse<String> odd = post(open, "{", Map.of());
    assertThat(odd.statusCode()).isEqualTo(400);
    assertThat(odd.body()).contains("-32700");
    String ping = Asked.message(1, "ping", Map.of());
    assertThat(post(open, ping, Map.of("Content-Type", "text/plain")).statusCode()).isEqualTo(415);
    assertThat(post(open, ping, Map.of("Accept", "image/png")).statusCode()).isEqualTo(406);
    assertThat(post(open, ping, Map.of("MCP-Protocol-Version", "1999")).statusCode())
        .isEqualTo(400);
    assertThat(post(open, " ".repeat(5 << 20), Map.of()).statusCode()).isEqualTo(413);
    HttpRequest get = HttpRequest.newBuilder(URI.create(open.address() + "mcp")).GET().build();
    assertThat(client.send(get, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
  }

  @Test
  void accessIsTheServers() throws IOException, InterruptedException {
    String ping = Asked.message(1, "ping", Map.of());
    HttpResponse<String> without = post(guarded, ping, Map.of());
    assertThat(without.statusCode()).isEqualTo(401);
    assertThat(without.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(post(guarded, ping, Map.of("Authorization", "Bearer wrong")).statusCode())
        .isEqualTo(401);
    assertThat(post(guarded, ping, Map.of("Authorization", "Bearer " + TOKEN)).statusCode())
        .isEqualTo(200);
    assertThat(post(open, ping, Map.of("Origin", "https://evil.example")).statusCode())
        .isEqualTo(403);
    assertThat(post(open, ping, Map.of("Sec-Fetch-Site", "cross-site")).statusCode())
        .isEqualTo(403);
    HttpRequest metrics = HttpRequest.newBuilder(URI.create(open.address() + "metrics")).build();
    assertThat(client.send(metrics, BodyHandlers.ofString()).body()).contains("/mcp");
  }

  @Test
  void localFilesAreNotReadOverHttp() throws IOException, InterruptedException {
    String call =
        Asked.message(
            1, "tools/call", Map.of("name", "extract", "arguments", Map.of("path", "/etc/passwd")));
    assertThat(post(open, call, Map.of()).body()).contains("there is no tool 'extract'");
  }

  @Test
  void severalClientsAreAnsweredAtOnce()
      throws IOException, InterruptedException, ExecutionException {
    try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        String message =
            Asked.message(
                "id" + i,
                "tools/call",
                Map.of("name", "search", "arguments", Map.of("q", "supply", "limit", i % 5 + 1)));
        answers.add(clients.submit(() -> post(open, message, Map.of()).body()));
      }
      for (int i = 0; i < answers.size(); i++) {
        JsonNode answer = Asked.JSON.readTree(answers.get(i).get());
        assertThat(answer.path("id").asText()).isEqualTo("id" + i);
        assertThat(answer.path("result").path("structuredContent").path("items").size())
            .isEqualTo(i % 5 + 1);
      }
    }
  }

  private HttpResponse<String> post(Server server, String body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + "mcp"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream");
    headers.forEach(request::setHeader);
    return client.send(
        request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }
}
