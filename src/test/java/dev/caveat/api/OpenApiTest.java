package dev.caveat.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.caveat.http.Client;
import dev.caveat.http.ServerSettings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the document says about the answers is so. */
final class OpenApiTest {
  private static final String TEXTS =
      "[{\"id\": 1, \"heading\": \"Rules\", \"text\": \"The SEC fined us $5 million under the"
          + " Clean Air Act in 2003, or 5%.\"}]";
  private static final String FILING = "/filings/Ostrellan%202024";

  /** A request to each operation, and more where answers take several forms. */
  private static final List<String> REQUESTS =
      List.of(
          "GET /search?q=risk&hits=100",
          "GET /search?q=suplier&company=Ostrellan",
          "GET " + FILING + "/risks/1/similar",
          "GET /filings",
          "GET /filings?limit=2",
          "GET " + FILING,
          "GET /filings/Verrowave%202003",
          "GET " + FILING + "/risks",
          "PUT " + FILING + "/risks/1/label {\"categories\": [\"litigation\"]}",
          "GET " + FILING + "/risks/1",
          "GET /labels",
          "DELETE " + FILING + "/risks/1/label",
          "GET /entities",
          "GET " + FILING + "/entities",
          "GET /compare?old=Ostrellan+2022&new=Ostrellan+2024",
          "GET /compare?old=Brennick+1998&new=Brennick+2000",
          "GET /measures",
          "GET /report",
          "GET /report?filing=Ostrellan+2024",
          "GET /status",
          "GET /taxonomy",
          "GET /health",
          "POST /annotate " + TEXTS,
          "POST /classify " + TEXTS,
          "POST /extract");

  @TempDir static Path folder;
  private static Served served;
  private static JsonNode document;

  @BeforeAll
  static void serve() throws IOException {
    served = Served.of(folder, ServerSettings.builder());
    document = served.client.json(Api.ROOT + "/openapi.json");
  }

  @AfterAll
  static void stop() throws IOException {
    served.close();
  }

  private static HttpResponse<String> ask(String request) throws IOException {
    String[] parts = request.split(" ", 3);
    String body = parts.length > 2 ? parts[2] : "";
    if (parts[1].equals("/extract")) {
      body = Files.readString(Served.FILINGS.resolve("ostrellan-imaging_10-K_2024.htm"));
    }
    return served.client.send(parts[0], Api.ROOT + parts[1], body);
  }

  /** The operation that a request is for. */
  private static String operation(String request) {
    String[] parts = request.split(" ", 3);
    String path =
        parts[1].replaceFirst("\\?.*", "").replaceFirst("/filings/[^/]+", "/filings/{id}");
    return parts[0].toLowerCase(Locale.ROOT)
        + " "
        + Api.ROOT
        + path.replaceFirst("/risks/\\d+", "/risks/{n}");
  }

  private static Set<String> operations() {
    Set<String> operations = new HashSet<>();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      path.getValue().fieldNames().forEachRemaining(m -> operations.add(m + " " + path.getKey()));
    }
    return operations;
  }

  @Test
  void describesEveryAnswer() throws IOException {
    Set<String> left = operations();
    for (String request : REQUESTS) {
      HttpResponse<String> answer = ask(request);
      assertThat(answer.statusCode()).as(request + answer.body()).isEqualTo(200);
      String[] operation = operation(request).split(" ");
      JsonNode schema =
          document
              .get("paths")
              .get(operation[1])
              .get(operation[0])
              .at("/responses/200/content/application~1json/schema");
      assertThat(errors(schema, Client.json(answer))).as(request).isEmpty();
      left.remove(operation(request));
    }
    assertThat(left).as("operations without a request here").isEmpty();
  }

  @Test
  void describesProblems() throws IOException {
    JsonNode schema =
        document.at("/components/responses/Problem/content/application~1problem+json/schema");
    for (String request :
        List.of("GET /filings/none", "GET /nowhere", "POST /search", "GET /search?q=(")) {
      assertThat(errors(schema, Client.json(ask(request)))).as(request).isEmpty();
    }
  }

  @Test
  void noticesWhatItDoesNotDescribe() throws IOException {
    JsonNode schema = document.at("/components/schemas/Health");
    ObjectMapper mapper = new ObjectMapper();
    assertThat(errors(schema, mapper.readTree("{\"status\": \"ok\", \"more\": 1}"))).isNotEmpty();
    assertThat(errors(schema, mapper.readTree("{\"status\": null}"))).isNotEmpty();
    assertThat(errors(schema, mapper.readTree("{}"))).isNotEmpty();
    JsonNode hit = document.at("/components/schemas/Piece");
    assertThat(errors(hit, mapper.readTree("[\"equal\", \"a\"]"))).isEmpty();
    assertThat(errors(hit, mapper.readTree("[\"equal\"]"))).isNotEmpty();
  }

  @Test
  void isOpenApiThatOthersCanRead() {
    assertThat(document.get("openapi").asText()).isEqualTo("3.1.0");
    Set<String> ids = new HashSet<>();
    for (JsonNode path : document.get("paths")) {
      for (JsonNode operation : path) {
        assertThat(ids.add(operation.get("operationId").asText())).isTrue();
        assertThat(operation.get("summary").asText()).endsWith(".");
        Set<String> names = new HashSet<>();
        for (JsonNode parameter : operation.path("parameters")) {
          assertThat(names.add(parameter.get("name").asText())).isTrue();
          assertThat(parameter.get("description").asText()).isNotBlank();
        }
      }
    }
    List<String> dangling = new ArrayList<>();
    document
        .findValuesAsText("$ref")
        .forEach(
            ref -> {
              if (document.at(ref.substring(1)).isMissingNode()) {
                dangling.add(ref);
              }
            });
    assertThat(dangling).isEmpty();
  }

  /** What is wrong with an answer; fields that a schema does not name are wrong here. */
  private static List<Error> errors(JsonNode schema, JsonNode answer) throws IOException {
    ObjectNode whole = document.get("components").deepCopy();
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.set("components", whole);
    whole.get("schemas").forEach(OpenApiTest::close);
    ObjectNode top = schema.deepCopy();
    close(top);
    top.properties().forEach(p -> root.set(p.getKey(), p.getValue()));
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    Schema compiled = registry.getSchema(root);
    return compiled.validate(answer);
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.has("properties")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
  }
}
