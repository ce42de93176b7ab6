package dev.caveat.mcp;

import dev.caveat.library.RequestParameters.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON Schema of tools' parameters. */
final class Inputs {
  private Inputs() {}

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
