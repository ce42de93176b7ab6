package dev.caveat.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.Library;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardStreamsTest {
  private static List<String> serve(String input) throws IOException, InterruptedException {
    try (Library library = Asked.library()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      StandardStreams.serve(
          new Asked(library).server,
          new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
          out);
      return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  void whatWasAskedBeforeTheEndIsAnswered() throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      lines.add(Asked.message(i, "tools/call", Map.of("name", "search", "arguments", Map.of())));
    }
    assertThat(serve(String.join("\n", lines))).hasSize(200);
  }

  @Test
  void aCancelledRequestGetsNoAnswer() throws IOException, InterruptedException {
    String slow = "{\"name\":\"report\",\"arguments\":{\"all\":true}}";
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      lines.append(
          "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":%s}\n"
              .formatted(i, slow));
    }
    lines.append(
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\","
            + "\"params\":{\"requestId\":7,\"reason\":\"x\"}}\n");
    List<String> answers = serve(lines.toString());
    assertThat(answers).noneMatch(a -> a.contains("\"id\":7,"));
    assertThat(answers.size()).isLessThanOrEqualTo(7);
  }

  @Test
  void anIdInUseIsRefused() throws IOException, InterruptedException {
    String call =
        Asked.message(1, "tools/call", Map.of("name", "report", "arguments", Map.of("all", true)));
    assertThat(serve(call + "\n" + call + "\n")).anyMatch(a -> a.contains("another request"));
  }

  @Test
  void aClientThatNoLongerReadsEndsIt() throws IOException, InterruptedException {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    try (Library library = Asked.library();
        PipedOutputStream client = new PipedOutputStream();
        InputStream in = new PipedInputStream(client)) {
      client.write((Asked.message(1, "ping", Map.of()) + "\n").getBytes(StandardCharsets.UTF_8));
      client.flush();
      StandardStreams.serve(new Asked(library).server, in, closed);
      assertThat(in.available()).isZero();
    }
  }
}
