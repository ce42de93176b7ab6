package dev.caveat.mcp;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.file.Sha256;
import dev.caveat.library.Nearest;
import dev.caveat.library.RequestParameters;
import dev.caveat.library.RequestParameters.Parameter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a tool was called with. Values that cannot be read are {@link CaveatException}s with {@link
 * ErrorCode#BAD_REQUEST}, whose message names the argument and what is expected.
 */
final class Arguments {
  private static final int MAX_CHARACTERS = 100_000;
  private static final int TAG = 8;
  private static final Pattern CURSOR = Pattern.compile("(\\d{1,7})-([0-9a-f]{8})");

  private final Map<String, List<String>> values;
  private final RequestParameters parameters;
  private final String tag;

  private Arguments(String tool, Map<String, List<String>> values) {
    this.values = values;
    parameters = new RequestParameters(name -> values.getOrDefault(name, List.of()));
    Map<String, List<String>> asked = new TreeMap<>(values);
    asked.remove("cursor");
    byte[] request = (tool + asked).getBytes(StandardCharsets.UTF_8);
    tag = Sha256.hex(request).substring(0, TAG);
  }

  /** Checks names and kinds of values. */
  static Arguments of(Tool tool, Map<String, Object> given) {
    List<String> known = tool.parameters().stream().map(Parameter::name).toList();
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        throw bad(name, tool.name() + ": " + Nearest.unknown("argument", shortened(name), known));
      }
    }
    Map<String, List<String>> values = new TreeMap<>();
    given.forEach((name, value) -> values.put(name, texts(name, value)));
    for (String name : tool.required()) {
      if (values.getOrDefault(name, List.of()).stream().allMatch(String::isBlank)) {
        throw bad(name, tool.name() + " needs " + name + ": " + description(tool, name));
      }
    }
    return new Arguments(tool.name(), values);
  }

  private static String description(Tool tool, String name) {
    return tool.parameters().stream()
        .filter(p -> p.name().equals(name))
        .map(Parameter::description)
        .findFirst()
        .orElse("");
  }

  private static List<String> texts(String name, @Nullable Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof List<?> several) {
      several.forEach(v -> add(name, v, texts));
    } else {
      add(name, value, texts);
    }
    return texts;
  }

  private static void add(String name, @Nullable Object value, List<String> texts) {
    switch (value) {
      case null -> {}
      case String s -> {
        if (s.length() > MAX_CHARACTERS) {
          throw bad(name, name + ": give at most " + MAX_CHARACTERS + " characters");
        }
        texts.add(s);
      }
      case Boolean b -> texts.add(b.toString());
      case Number n -> texts.add(number(n));
      default ->
          throw bad(name, name + ": expected text, a number, true or false, or a list of these");
    }
  }

  /** Whole numbers without a point, however they were written; huge ones as they are. */
  private static String number(Number n) {
    if (n instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15) {
      return BigDecimal.valueOf(d).toBigInteger().toString();
    }
    return n.toString();
  }

  private static String shortened(String name) {
    return name.length() > 60 ? name.substring(0, 60) + "..." : name;
  }

  static CaveatException bad(String argument, String message) {
    return new CaveatException(
        ErrorCode.BAD_REQUEST, message, Map.of("argument", shortened(argument)));
  }

  /** For the filters that all faces share. */
  RequestParameters parameters() {
    return parameters;
  }

  /** A value that must be given. */
  String need(String name) {
    String text = parameters.text(name);
    if (text == null) {
      throw bad(name, name + " is missing");
    }
    return text.strip();
  }

  @Nullable String text(String name) {
    return parameters.text(name);
  }

  List<String> texts(String name) {
    return parameters.texts(name);
  }

  boolean isSet(String name) {
    return Boolean.TRUE.equals(parameters.flag(name));
  }

  int number(String name, int least, int most, int otherwise) {
    return parameters.number(name, least, most, otherwise);
  }

  /** One of a few values; the first if none was given. */
  String choice(String name, List<String> values) {
    String text = parameters.text(name);
    if (text == null) {
      return values.getFirst();
    }
    return check(name, text, values);
  }

  /** Each one of a few values. */
  List<String> choices(String name, List<String> values) {
    return texts(name).stream().map(t -> check(name, t, values)).toList();
  }

  private static String check(String name, String text, List<String> values) {
    if (!values.contains(text)) {
      throw bad(name, name + ": " + Nearest.unknown(name, shortened(text), values));
    }
    return text;
  }

  /** Whether something was given. */
  boolean has(String name) {
    return !texts(name).isEmpty();
  }

  /** Number of the first item of the part that is asked for, from 0. */
  int first() {
    String cursor = parameters.text("cursor");
    if (cursor == null) {
      return 0;
    }
    Matcher m = CURSOR.matcher(cursor.strip());
    if (!m.matches()) {
      throw bad("cursor", "cursor: pass the value of next from the last answer as it is");
    }
    if (!m.group(2).equals(tag)) {
      throw bad(
          "cursor",
          "cursor: it belongs to a call with other arguments; repeat those, or leave the cursor out"
              + " to begin anew");
    }
    return Integer.parseInt(m.group(1));
  }

  /** The same for calls that differ in nothing but the cursor. */
  String tag() {
    return tag;
  }

  /** Leads to the part that begins with an item. */
  String cursor(int item) {
    return item + "-" + tag;
  }
}
