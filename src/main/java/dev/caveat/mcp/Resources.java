package dev.caveat.mcp;

import dev.caveat.error.CaveatException;
import dev.caveat.json.Json;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Filings and risks as resources: the first part of what the tools answer, as text and JSON. */
final class Resources {
  static final String INDEX = "caveat://index";
  static final String FILING = "caveat://filing/{id}";
  static final String RISK = "caveat://filing/{id}/risk/{n}";

  private static final Pattern ADDRESS =
      Pattern.compile("caveat://filing/([^/]{1,1000})(?:/risk/([^/]{1,1000}))?");
  private static final String TEXT = "text/plain";

  private Resources() {}

  static List<SyncResourceSpecification> fixed(AgentServer server) {
    return List.of(
        new SyncResourceSpecification(
            Resource.builder(INDEX, "index")
                .title("What the index contains")
                .description("Counts, and the list of filings with their ids.")
                .mimeType(TEXT)
                .build(),
            (context, request) -> read(server, request.uri(), "status", Map.of())));
  }

  static List<SyncResourceTemplateSpecification> templates(AgentServer server) {
    return List.of(
        new SyncResourceTemplateSpecification(
            ResourceTemplate.builder(FILING, "filing")
                .title("A filing")
                .description("Facts, status and the captions of the risks of a filing, by its id.")
                .mimeType(TEXT)
                .build(),
            (context, request) -> read(server, request.uri())),
        new SyncResourceTemplateSpecification(
            ResourceTemplate.builder(RISK, "risk")
                .title("A risk factor")
                .description("The text of a risk, by the id of its filing and its number.")
                .mimeType(TEXT)
                .build(),
            (context, request) -> read(server, request.uri())));
  }

  private static ReadResourceResult read(AgentServer server, String address) {
    Matcher m = ADDRESS.matcher(address);
    if (!m.matches()) {
      throw notFound("expected " + FILING + " or " + RISK);
    }
    String id = decoded(m.group(1));
    return m.group(2) == null
        ? read(server, address, "outline", Map.of("filing", id))
        : read(server, address, "read_risk", Map.of("risk", id + "#" + decoded(m.group(2))));
  }

  private static ReadResourceResult read(
      AgentServer server, String address, String tool, Map<String, Object> arguments) {
    try {
      Answer answer = server.answer(tool, arguments);
      return ReadResourceResult.builder(
              List.of(
                  TextResourceContents.builder(address, answer.text()).mimeType(TEXT).build(),
                  TextResourceContents.builder(address, Json.text(answer.json()))
                      .mimeType("application/json")
                      .build()))
          .build();
    } catch (CaveatException e) {
      throw notFound(e.getMessage());
    } catch (IOException | RuntimeException e) {
      server.report("reading a resource", e);
      throw McpError.builder(ErrorCodes.INTERNAL_ERROR)
          .message("this should not have happened; the server's error output has more")
          .build();
    }
  }

  private static McpError notFound(String message) {
    return McpError.builder(ErrorCodes.RESOURCE_NOT_FOUND).message(message).build();
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return part;
    }
  }
}
