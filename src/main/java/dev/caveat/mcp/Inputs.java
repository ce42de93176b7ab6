package dev.caveat.mcp;

import dev.caveat.library.RequestParameters.Kind;
import dev.caveat.library.RequestParameters.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parameters of tools, and their JSON Schema. */
final class Inputs {
  private Inputs() {}

  static Parameter text(String name, String description, String... values) {
    return new Parameter(name, Kind.TEXT, false, description, List.of(values));
  }

  static Parameter texts(String name, String description, String... values) {
    return new Parameter(name, Kind.TEXT, true, description, List.of(values));
  }

  static Parameter number(String name, String description) {
    return new Parameter(name, Kind.NUMBER, false, description, List.of());
  }

  static Parameter flag(String name, String description) {
    return new Parameter(name, Kind.FLAG, false, description, List.of());
  }

  static Map<String, Object> schema(Parameter parameter) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put(
        "type",
        switch (parameter.kind()) {
          case TEXT -> "string";
          case NUMBER -> "integer";
          case FLAG -> "boolean";
        });
    if (!parameter.values().isEmpty()) {
      value.put("enum", parameter.values());
    }
    if (!parameter.many()) {
      value.put("description", parameter.description());
      return value;
    }
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("type", "array");
    list.put("items", value);
    list.put("description", parameter.description() + " Any of several values matches.");
    return list;
  }
}
