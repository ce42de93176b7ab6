package dev.caveat.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code caveat mcp} as a process, as the SDK's own client and bare lines see it. */
@Tag("slow")
class McpProcessTest {
  private static List<String> command() {
    return List.of(
        ProcessHandle.current().info().command().orElse("java"),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.caveat.cli.Main",
        "mcp",
        "--index",
        Asked.index().toString(),
        "--allow",
        Asked.FILINGS.toString());
  }

  private static Process start() throws IOException {
    return new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  @Test
  void theSdksClientRunsEveryTool() {
    ServerParameters parameters =
        ServerParameters.builder(command().getFirst())
            .args(command().subList(1, command().size()))
            .build();
    try (McpSyncClient sdk =
        McpClient.sync(new StdioClientTransport(parameters, McpJsonDefaults.getMapper())).build()) {
      sdk.initialize();
      EveryTool.runs(sdk);
      assertThat(
              sdk.callTool(
                      new CallToolRequest(
                          "extract", Map.of("path", "brennick-jetmark_10-K_2000.txt")))
                  .isError())
          .isFalse();
    }
  }

  @Test
  void bareLinesRunEveryToolAndTheEndOfInputEndsTheProcess()
      throws IOException, InterruptedException {
    Process process = start();
    try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
      for (var call : EveryTool.CALLS.entrySet()) {
        in.write(EveryTool.message(call.getKey(), call.getValue()) + "\n");
      }
    }
    Set<String> answered = new HashSet<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        JsonNode answer = Asked.JSON.readTree(line);
        assertThat(answer.path("result").path("isError").asBoolean(true)).as(line).isFalse();
        answered.add(answer.path("id").asText());
      }
    }
    assertThat(answered).isEqualTo(EveryTool.CALLS.keySet());
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void linesThatAreNoMessagesDoNotEndIt() throws IOException, InterruptedException {
    Process process = start();
    List<String> answers = new ArrayList<>();
    try (Writer in = process.outputWriter(StandardCharsets.UTF_8);
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line :
          List.of(
              "",
              "not json",
              "[]",
              "{}",
              "\0\0",
              "x".repeat(5 << 20),
              "{\"jsonrpc\":\"2.0\",",
              "[".repeat(100_000))) {
        in.write(line + "\r\n");
      }
      in.write(Asked.message("last", "ping", Map.of()) + "\n");
      in.flush();
      String line;
      do {
        line = out.readLine();
        answers.add(line);
      } while (line != null && !line.contains("last"));
      assertThat(answers).hasSize(8).doesNotContainNull();
      assertThat(answers.subList(0, 7)).allMatch(a -> a.contains("\"error\""));
      assertThat(process.isAlive()).isTrue();
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }
}
