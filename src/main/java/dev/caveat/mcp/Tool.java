package dev.caveat.mcp;

import dev.caveat.library.RequestParameters.Parameter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something an agent can ask for.
 *
 * @param name for programs
 * @param title for people
 * @param description when to use it and what it answers
 * @param parameters what may be given, apart from {@code cursor}, which every tool takes
 * @param required names of those that must be given
 * @param use answers
 */
record Tool(
    String name,
    String title,
    String description,
    List<Parameter> parameters,
    List<String> required,
    Use use) {
  private static final Parameter CURSOR =
      Parameter.text(
          "cursor",
          "Leave it out at first. To go on, repeat the call with the same arguments and the value"
              + " of next from the last answer.");

  /** Answers a call. */
  @FunctionalInterface
  interface Use {
    /**
     * Answers.
     *
     * @throws dev.caveat.error.CaveatException if the arguments are wrong
     */
    Answer of(Arguments arguments) throws IOException;
  }

  Tool {
    List<Parameter> all = new ArrayList<>(parameters);
    all.add(CURSOR);
    parameters = List.copyOf(all);
    required = List.copyOf(required);
  }

  /** The arguments as a JSON Schema. */
  Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    parameters.forEach(p -> properties.put(p.name(), Inputs.schema(p)));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    schema.put("additionalProperties", false);
    return schema;
  }

  /** Answers a call with these arguments. */
  Answer answer(Map<String, Object> given) throws IOException {
    return use.of(Arguments.of(this, given));
  }
}
