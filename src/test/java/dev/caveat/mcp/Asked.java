package dev.caveat.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caveat.Caveat;
import dev.caveat.Library;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks a server over the filings in {@code corpora/filings}, as bare messages. */
final class Asked {
  static final ObjectMapper JSON = new ObjectMapper();
  static final Path FILINGS = Path.of("corpora/filings");

  private static @Nullable Path index;

  final ByteArrayOutputStream defects = new ByteArrayOutputStream();
  final AgentServer server;

  Asked(Library library, Path... folders) throws IOException {
    server =
        AgentServer.over(
            library, List.of(folders), new PrintStream(defects, true, StandardCharsets.UTF_8));
  }

  /** The index, made once for all tests. */
  static synchronized Path index() {
    if (index == null) {
      try {
        Path folder = Files.createTempDirectory("caveat-agents").resolve("index");
        try (Library library = Caveat.open(folder)) {
          library.index(List.of(FILINGS), input -> {});
        }
        index = folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return index;
  }

  static Library library() {
    return Caveat.open(index());
  }

  static String message(Object id, String method, Object parameters) {
    return AgentServer.line(
        Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", parameters));
  }

  /** What the server says to a message; null if nothing. */
  @Nullable JsonNode say(String message) throws IOException {
    return switch (server.messages().read(message)) {
      case Messages.Message.Malformed m -> JSON.readTree(AgentServer.line(m.answer()));
      case Messages.Message.Notice n -> {
        server.messages().take(n);
        yield null;
      }
      case Messages.Message.Request r ->
          JSON.readTree(AgentServer.line(server.messages().answer(r.request())));
    };
  }

  JsonNode ask(String method, Object parameters) throws IOException {
    JsonNode answer = say(message(1, method, parameters));
    return Objects.requireNonNull(answer, method);
  }

  /** The result of a tool, error or not, within its limits. */
  JsonNode result(String tool, Object arguments) throws IOException {
    JsonNode answer = ask("tools/call", Map.of("name", tool, "arguments", arguments));
    JsonNode result = answer.path("result");
    assertThat(result.isObject()).as("%s", answer).isTrue();
    assertThat(result.path("content").get(0).path("text").asText().length())
        .isLessThanOrEqualTo(Answer.MAX_CHARACTERS);
    assertThat(result.path("structuredContent").toString().length())
        .isLessThanOrEqualTo(Answer.MAX_CHARACTERS);
    return result;
  }

  /** The structured answer of a tool. */
  JsonNode tool(String tool, Object arguments) throws IOException {
    JsonNode result = result(tool, arguments);
    assertThat(result.path("isError").asBoolean()).as("%s", result).isFalse();
    return result.path("structuredContent");
  }

  /** The answer of a tool in words. */
  String text(String tool, Object arguments) throws IOException {
    JsonNode result = result(tool, arguments);
    assertThat(result.path("isError").asBoolean()).as("%s", result).isFalse();
    return result.path("content").get(0).path("text").asText();
  }

  /** What a tool says is wrong. */
  String error(String tool, Object arguments) throws IOException {
    JsonNode result = result(tool, arguments);
    assertThat(result.path("isError").asBoolean()).as("%s", result).isTrue();
    String message = result.path("structuredContent").path("message").asText();
    assertThat(result.path("content").get(0).path("text").asText()).isEqualTo(message);
    return message;
  }
}
