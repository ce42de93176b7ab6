package dev.caveat.mcp;

import dev.caveat.json.RpcErrorJson;
import dev.caveat.library.Nearest;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * JSON-RPC messages, whoever brings them: reads one, and has the SDK answer it on the calling
 * thread. Safe for use by several threads.
 */
final class Messages implements McpStatelessServerTransport {
  /** Versions of the protocol, oldest first. */
  static final List<String> VERSIONS =
      List.of(
          ProtocolVersions.MCP_2024_11_05,
          ProtocolVersions.MCP_2025_03_26,
          ProtocolVersions.MCP_2025_06_18,
          ProtocolVersions.MCP_2025_11_25);

  private static final String JSON_RPC = "2.0";

  /** What parameters must look like; the SDK takes everything else for its own defect. */
  private static final Map<String, Class<?>> PARAMETERS =
      Map.of(
          "initialize", McpSchema.InitializeRequest.class,
          "tools/call", McpSchema.CallToolRequest.class,
          "resources/read", McpSchema.ReadResourceRequest.class,
          "prompts/get", McpSchema.GetPromptRequest.class,
          "completion/complete", McpSchema.CompleteRequest.class);

  private final McpJsonMapper mapper = McpJsonDefaults.getMapper();
  private final List<String> tools;
  private volatile @Nullable McpStatelessServerHandler handler;

  /**
   * Messages for a server that is still to be built.
   *
   * @param tools names of its tools
   */
  Messages(List<String> tools) {
    this.tools = tools;
  }

  /** A message. */
  sealed interface Message {
    /** A question with an id. */
    record Request(JSONRPCRequest request) implements Message {}

    /** Something that needs no answer, such as a notification. */
    record Notice(String method, @Nullable Object parameters) implements Message {}

    /** No message; answered by saying so. */
    record Malformed(RpcErrorJson answer) implements Message {}
  }

  McpJsonMapper mapper() {
    return mapper;
  }

  @Override
  public List<String> protocolVersions() {
    return VERSIONS;
  }

  @Override
  public void setMcpHandler(McpStatelessServerHandler handler) {
    this.handler = handler;
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }

  /** Reads a message, which may be anything. */
  Message read(String text) {
    Object value;
    try {
      value = mapper.readValue(text, Object.class);
    } catch (IOException | RuntimeException e) {
      return malformed(null, ErrorCodes.PARSE_ERROR, "this is not JSON: " + firstLine(e));
    }
    if (!(value instanceof Map<?, ?> message)) {
      return malformed(
          null, ErrorCodes.INVALID_REQUEST, "expected one JSON-RPC message, an object");
    }
    Object id = message.get("id");
    boolean answerable = id instanceof String || id instanceof Integer || id instanceof Long;
    Object known = answerable ? id : null;
    if (!JSON_RPC.equals(message.get("jsonrpc"))) {
      return malformed(known, ErrorCodes.INVALID_REQUEST, "jsonrpc: expected \"2.0\"");
    }
    if (!message.containsKey("method")) {
      return message.containsKey("result") || message.containsKey("error")
          ? new Message.Notice("", null) // an answer, but nothing was asked
          : malformed(known, ErrorCodes.INVALID_REQUEST, "method is missing");
    }
    if (!(message.get("method") instanceof String method)) {
      return malformed(known, ErrorCodes.INVALID_REQUEST, "method: expected text");
    }
    Object parameters = message.get("params");
    if (!message.containsKey("id")) {
      return new Message.Notice(method, parameters);
    }
    if (!answerable) {
      return malformed(null, ErrorCodes.INVALID_REQUEST, "id: expected text or a whole number");
    }
    String problem = problem(method, parameters);
    return problem == null
        ? new Message.Request(
            new JSONRPCRequest(JSON_RPC, method, id, parameters == null ? Map.of() : parameters))
        : malformed(id, ErrorCodes.INVALID_PARAMS, problem);
  }

  private @Nullable String problem(String method, @Nullable Object parameters) {
    if (parameters != null && !(parameters instanceof Map)) {
      return "params: expected an object";
    }
    Class<?> expected = PARAMETERS.get(method);
    if (expected == null) {
      return null;
    }
    try {
      Object read = mapper.convertValue(parameters == null ? Map.of() : parameters, expected);
      return read instanceof McpSchema.CallToolRequest call && !tools.contains(call.name())
          ? Nearest.unknown("tool", Words.line(call.name()), tools)
          : null;
    } catch (RuntimeException e) {
      return "params of " + method + ": " + firstLine(e);
    }
  }

  private static Message malformed(@Nullable Object id, int code, String message) {
    return new Message.Malformed(RpcErrorJson.of(id, code, message));
  }

  private static String firstLine(Throwable e) {
    String message = String.valueOf(e.getMessage());
    return Words.line(message.lines().findFirst().orElse("").replaceAll("dev\\.|io\\.|com\\.", ""));
  }

  /** Answers a request. */
  JSONRPCResponse answer(JSONRPCRequest request) {
    return Objects.requireNonNull(
        Objects.requireNonNull(handler).handleRequest(McpTransportContext.EMPTY, request).block());
  }

  /** Takes note. */
  void take(Message.Notice notice) {
    if (notice.method().equals(McpSchema.METHOD_NOTIFICATION_INITIALIZED)) {
      Objects.requireNonNull(handler)
          .handleNotification(
              McpTransportContext.EMPTY,
              new JSONRPCNotification(JSON_RPC, notice.method(), notice.parameters()))
          .block();
    }
  }
}
