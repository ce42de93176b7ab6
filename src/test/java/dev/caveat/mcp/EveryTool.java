package dev.caveat.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.LinkedHashMap;
import java.util.Map;

/** A call of every tool that needs no file. */
final class EveryTool {
  private static final String NEW = "0009900101-00-000017";
  private static final String OLD = "0009900101-99-000012";

  static final Map<String, Map<String, Object>> CALLS = new LinkedHashMap<>();

  static {
    CALLS.put("status", Map.of());
    CALLS.put("search", Map.of("q", "supply", "form", "10-K*"));
    CALLS.put("outline", Map.of("filing", NEW));
    CALLS.put("read_risk", Map.of("risk", NEW + "#5"));
    CALLS.put("compare", Map.of("old", OLD, "new", NEW));
    CALLS.put("what_changed", Map.of("company", "brennick"));
    CALLS.put("report", Map.of("filing", NEW));
  }

  private EveryTool() {}

  static String message(String tool, Map<String, Object> arguments) {
    return Asked.message(tool, "tools/call", Map.of("name", tool, "arguments", arguments));
  }

  /** Has the SDK's client use everything there is. */
  static void runs(McpSyncClient client) {
    assertThat(client.getServerInstructions()).contains("FILING#N");
    assertThat(client.listTools().tools())
        .extracting(McpSchema.Tool::name)
        .containsAll(CALLS.keySet());
    CALLS.forEach(
        (tool, arguments) -> {
          CallToolResult result = client.callTool(new CallToolRequest(tool, arguments));
          assertThat(result.isError()).as(tool).isFalse();
          assertThat(result.structuredContent()).isInstanceOf(Map.class);
          assertThat(((TextContent) result.content().getFirst()).text())
              .contains(tool.equals("search") ? "match" : "BRENNICK");
        });
    assertThat(client.listResourceTemplates().resourceTemplates()).hasSize(2);
    assertThat(client.listPrompts().prompts()).hasSize(5);
    assertThat(
            client
                .readResource(new ReadResourceRequest("caveat://filing/" + NEW + "/risk/5"))
                .contents())
        .hasSize(2);
  }
}
