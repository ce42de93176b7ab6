package dev.caveat.api;

import dev.caveat.api.Endpoint.Body;
import dev.caveat.api.Endpoint.Page;
import dev.caveat.http.Permission;
import dev.caveat.http.ServerSettings;
import dev.caveat.json.ProblemJson;
import dev.caveat.json.Schemas;
import dev.caveat.library.RequestParameters.Parameter;
import dev.caveat.library.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Describes the endpoints as OpenAPI 3.1 does. */
final class OpenApi {
  private static final String JSON = "application/json";
  private static final String DESCRIPTION =
      "What the filings of an index say about their risks. A filing is named by its id, which is"
          + " its accession number or the SHA-256 of its bytes, by the first six or more digits of"
          + " the latter, or by company and fiscal year, such as AAPL 2023; a risk by its filing and"
          + " its number there. Offsets count UTF-16 code units, the end not included. A list has"
          + " pages: \"next\" is the cursor of the next one, null on the last. Errors are problem"
          + " details (RFC 9457) with a stable code.";

  private final Schemas schemas = new Schemas();

  private OpenApi() {}

  /** The document, as JSON writes it. */
  static Map<String, Object> document(List<Endpoint> endpoints, ServerSettings settings) {
    return new OpenApi().of(endpoints, settings);
  }

  private Map<String, Object> of(List<Endpoint> endpoints, ServerSettings settings) {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (Endpoint endpoint : endpoints) {
      paths
          .computeIfAbsent(Api.ROOT + endpoint.path(), p -> new LinkedHashMap<>())
          .put(endpoint.method().name().toLowerCase(Locale.ROOT), operation(endpoint, settings));
    }
    Map<String, Object> problem =
        ordered(
            "description",
            "The request was not answered; the code says why.",
            "content",
            Map.of("application/problem+json", Map.of("schema", schemas.of(ProblemJson.class))));
    Map<String, Object> components = new LinkedHashMap<>();
    components.put("schemas", schemas.components());
    components.put("responses", Map.of("Problem", problem));
    if (settings.token() != null) {
      components.put(
          "securitySchemes", Map.of("token", ordered("type", "http", "scheme", "bearer")));
    }
    return ordered(
        "openapi",
        "3.1.0",
        "info",
        ordered(
            "title",
            "Caveat",
            "version",
            Version.number(),
            "description",
            DESCRIPTION,
            "license",
            ordered("name", "Apache-2.0", "identifier", "Apache-2.0")),
        "paths",
        paths,
        "components",
        components);
  }

  private Map<String, Object> operation(Endpoint endpoint, ServerSettings settings) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", id(endpoint));
    operation.put("summary", endpoint.summary());
    List<Object> parameters = new ArrayList<>();
    endpoint.pathNames().forEach(name -> parameters.add(pathParameter(name)));
    endpoint.parameters().forEach(p -> parameters.add(parameter(p)));
    Page page = endpoint.page();
    if (page != null) {
      parameters.add(pageLength(page));
      parameters.add(
          query(
              Cursor.NAME,
              "Where the page begins: the \"next\" of an answer to the same request.",
              Map.of("type", "string")));
    }
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    Body body = endpoint.body();
    if (body != null) {
      operation.put("requestBody", ordered("required", true, "content", content(body)));
    }
    operation.put("responses", responses(endpoint));
    if (settings.token() != null) {
      operation.put(
          "security",
          endpoint.permissions().contains(Permission.ANYONE)
              ? List.of()
              : List.of(Map.of("token", List.of())));
    }
    return operation;
  }

  /** Such as {@code getFilingsIdRisks}. */
  private static String id(Endpoint endpoint) {
    StringBuilder id = new StringBuilder(endpoint.method().name().toLowerCase(Locale.ROOT));
    for (String part : endpoint.path().split("\\W+")) {
      if (!part.isEmpty()) {
        id.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
      }
    }
    return id.toString();
  }

  private static Map<String, Object> pathParameter(String name) {
    boolean number = name.equals("n");
    return ordered(
        "name",
        name,
        "in",
        "path",
        "required",
        true,
        "description",
        number ? "Number of the risk, from 1." : "Name of an indexed filing.",
        "schema",
        number ? ordered("type", "integer", "minimum", 1) : Map.of("type", "string"));
  }

  private static Map<String, Object> parameter(Parameter parameter) {
    Map<String, Object> value = new LinkedHashMap<>();
    switch (parameter.kind()) {
      case TEXT -> value.put("type", "string");
      case NUMBER -> value.put("type", "integer");
      case FLAG -> value.put("type", "boolean");
    }
    if (!parameter.values().isEmpty()) {
      value.put("enum", parameter.values());
    }
    return query(
        parameter.name(),
        parameter.description(),
        parameter.many() ? ordered("type", "array", "items", value) : value);
  }

  private static Map<String, Object> pageLength(Page page) {
    return query(
        page.parameter(),
        "How many at most.",
        ordered("type", "integer", "minimum", 1, "maximum", page.most(), "default", page.usual()));
  }

  private static Map<String, Object> query(
      String name, String description, Map<String, Object> schema) {
    return ordered("name", name, "in", "query", "description", description, "schema", schema);
  }

  private Map<String, Object> content(Body body) {
    return switch (body) {
      case Body.Json json -> Map.of(JSON, Map.of("schema", sent(json)));
      case Body.File file ->
          ordered(
              "application/octet-stream",
              Map.of(),
              "multipart/form-data",
              Map.of(
                  "schema",
                  ordered(
                      "type",
                      "object",
                      "properties",
                      Map.of("file", Map.of("contentMediaType", "application/octet-stream")),
                      "required",
                      List.of("file"))));
    };
  }

  private Map<String, Object> sent(Body.Json json) {
    Map<String, Object> one = schemas.of(json.type());
    return json.many()
        ? Map.of("anyOf", List.of(one, ordered("type", "array", "items", one)))
        : one;
  }

  private Map<String, Object> responses(Endpoint endpoint) {
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put(
        "200",
        ordered(
            "description",
            "The answer.",
            "content",
            Map.of(JSON, Map.of("schema", schemas.of(endpoint.answer())))));
    if (endpoint.method() == Endpoint.Method.GET) {
      responses.put("304", Map.of("description", "The same as the ETag in If-None-Match."));
    }
    responses.put("default", Map.of("$ref", "#/components/responses/Problem"));
    return responses;
  }

  /** A map in the order of its names and values. */
  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
