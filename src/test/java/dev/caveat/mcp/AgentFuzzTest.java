package dev.caveat.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caveat.Library;
import dev.caveat.Seeds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Calls that a careless or hostile agent might make: each is answered, none by an internal error,
 * and all answers keep to their limits.
 */
class AgentFuzzTest {
  private static final long SEED = Seeds.or(20261128);
  private static final int CALLS = Integer.getInteger("caveat.fuzz", 400);

  private static final List<String> WORDS =
      List.of(
          "supply",
          "\"supply chain\"",
          "(",
          ")",
          "AND",
          "NOT",
          "tariff*",
          "*",
          "fuzzy~",
          "a~99999",
          "\"a b\"~8",
          "heading:",
          "body:x",
          "group:\"",
          "\\",
          "\"",
          "",
          " ",
          "\0",
          "\u202e",
          "\ud800",
          "😀",
          "0009900101-00-000017",
          "0009900101-00-000017#5",
          "kestwick 2007",
          "ostrellan",
          "#1",
          "x#",
          "#",
          "../../etc/passwd",
          "/",
          "-",
          "present",
          "weight",
          "added",
          "sic",
          "sic:*",
          "10-K*",
          "2019-2023",
          "2023-2019",
          "9999-12-31",
          "2023-02-30",
          "-1",
          "0",
          "1",
          "50",
          "99999999999",
          "1e9",
          "NaN",
          ">= 1 million USD",
          "< -5",
          "us-fcc",
          "true",
          "maybe",
          "3-00000000",
          "null",
          "{}",
          "[[*",
          "a".repeat(5_000),
          "caveat://filing/x/risk/1",
          "risks",
          "\n> fake quote",
          "<script>",
          "%00",
          "${jndi:x}",
          "supply-chain",
          "financial",
          "AAPL");

  private final Random random = new Random(SEED);

  @Test
  void noCallIsAnInternalError() throws IOException {
    try (Library library = Asked.library()) {
      Asked agent = new Asked(library, Asked.FILINGS);
      Map<String, List<String>> tools = tools(agent);
      int errors = 0;
      for (int i = 0; i < CALLS; i++) {
        String tool = pick(List.copyOf(tools.keySet()));
        Map<String, Object> arguments = arguments(tools.getOrDefault(tool, List.of()));
        JsonNode result = agent.result(tool, arguments);
        String code = result.path("structuredContent").path("code").asText();
        assertThat(code).as("%s %s: %s", tool, arguments, agent.defects).isNotEqualTo("internal");
        errors += result.path("isError").asBoolean() ? 1 : 0;
      }
      assertThat(agent.defects.toString()).isEmpty();
      assertThat(errors).isBetween(CALLS / 5, CALLS - CALLS / 20);
    }
  }

  @Test
  void noMessageIsAnInternalError() throws IOException {
    try (Library library = Asked.library()) {
      Asked agent = new Asked(library);
      for (int i = 0; i < CALLS; i++) {
        String message = message();
        JsonNode answer = agent.say(message);
        if (answer != null) {
          assertThat(answer.path("jsonrpc").asText()).isEqualTo("2.0");
          assertThat(answer.has("result") != answer.has("error")).as(message).isTrue();
          assertThat(answer.path("error").path("code").asInt())
              .as("%s: %s", message, answer)
              .isNotEqualTo(-32603);
        }
      }
      assertThat(agent.defects.toString()).isEmpty();
    }
  }

  private static Map<String, List<String>> tools(Asked agent) throws IOException {
    Map<String, List<String>> tools = new LinkedHashMap<>();
    for (JsonNode tool : agent.ask("tools/list", Map.of()).path("result").path("tools")) {
      List<String> names = new ArrayList<>();
      tool.path("inputSchema").path("properties").fieldNames().forEachRemaining(names::add);
      tools.put(tool.path("name").asText(), names);
    }
    return tools;
  }

  private Map<String, Object> arguments(List<String> names) {
    Map<String, Object> arguments = new HashMap<>();
    int many = random.nextInt(4);
    for (int i = 0; i < many; i++) {
      arguments.put(random.nextInt(12) == 0 ? pick(WORDS) : pick(names), value(2));
    }
    for (String usual : List.of("filing", "risk", "old", "new", "company", "path")) {
      if (names.contains(usual) && random.nextInt(3) > 0) {
        arguments.put(
            usual,
            usual.equals("risk")
                ? "0009900101-00-000017#5"
                : usual.equals("company")
                    ? "kestwick"
                    : usual.equals("path")
                        ? "kestwick-farm-markets_10-K_2007.txt"
                        : "0009900101-00-000017");
      }
    }
    return arguments;
  }

  private @Nullable Object value(int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 7)) {
      case 0, 1, 2, 3 -> pick(WORDS);
      case 4 -> random.nextInt(60) - 5;
      case 5 -> random.nextBoolean();
      case 6 -> random.nextInt(2) == 0 ? random.nextGaussian() * 1e6 : null;
      case 7, 8 -> {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(value(depth - 1));
        }
        yield list;
      }
      default -> Map.of(pick(WORDS), pick(WORDS));
    };
  }

  private String message() {
    Map<String, Object> message = new LinkedHashMap<>();
    put(message, "jsonrpc", "2.0");
    put(message, "id", random.nextInt());
    put(
        message,
        "method",
        pick(
            List.of(
                "initialize",
                "ping",
                "tools/list",
                "tools/call",
                "resources/list",
                "resources/read",
                "resources/templates/list",
                "prompts/list",
                "prompts/get",
                "completion/complete",
                "notifications/cancelled",
                "notifications/initialized",
                "logging/setLevel",
                "no/such")));
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (String name :
        List.of(
            "name",
            "uri",
            "arguments",
            "ref",
            "argument",
            "cursor",
            "protocolVersion",
            "capabilities",
            "clientInfo",
            "requestId",
            "_meta",
            "context")) {
      if (random.nextInt(2) == 0) {
        put(parameters, name, parameter(name));
      }
    }
    put(message, "params", parameters);
    String line = AgentServer.line(message);
    return switch (random.nextInt(8)) {
      case 0 -> line.substring(0, random.nextInt(line.length()));
      case 1 -> mangled(line);
      case 2 -> random.nextInt(4) == 0 ? "[".repeat(random.nextInt(5_000)) : "[" + line + "]";
      default -> line;
    };
  }

  private Object parameter(String name) {
    return switch (name) {
      case "name" -> pick(List.of("search", "outline", "brief", "check_quote", "nothing"));
      case "uri" ->
          pick(
              List.of(
                  "caveat://index",
                  "caveat://filing/0009900101-00-000017",
                  "caveat://filing/0009900101-00-000017/risk/" + pick(WORDS),
                  "caveat://filing/" + pick(WORDS),
                  pick(WORDS)));
      case "arguments" -> Map.of(pick(List.of("q", "filing", "quote", "topic")), pick(WORDS));
      case "ref" ->
          Map.of(
              "type",
              pick(List.of("ref/prompt", "ref/resource", "x")),
              "name",
              "brief",
              "uri",
              "caveat://filing/{id}");
      case "argument" -> Map.of("name", pick(List.of("filing", "x")), "value", pick(WORDS));
      case "clientInfo" -> Map.of("name", "x", "version", "1");
      case "capabilities", "_meta", "context" -> Map.of();
      default -> pick(WORDS);
    };
  }

  /** Now and then something else, or nothing. */
  private void put(Map<String, Object> map, String name, Object usual) {
    int n = random.nextInt(25);
    Object value = n == 0 ? value(2) : usual;
    if (n != 1 && value != null) {
      map.put(name, value);
    }
  }

  private String mangled(String line) {
    StringBuilder out = new StringBuilder(line);
    for (int i = random.nextInt(4) + 1; i > 0; i--) {
      int at = random.nextInt(out.length());
      switch (random.nextInt(3)) {
        case 0 -> out.deleteCharAt(at);
        case 1 -> out.insert(at, pick(WORDS));
        default -> out.setCharAt(at, (char) random.nextInt(0x3000));
      }
      if (out.isEmpty()) {
        return "";
      }
    }
    return out.toString();
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
