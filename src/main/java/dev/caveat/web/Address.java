package dev.caveat.web;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An address of the site: a path and parameters, in order. Immutable; each method returns another.
 *
 * @param path plain, such as {@code /search}
 * @param parameters the values of each name
 */
public record Address(String path, Map<String, List<String>> parameters) {
  private static final String PAGE = "page";

  /** An address without parameters. */
  public static Address of(String path) {
    return new Address(path, Map.of());
  }

  /** The address of a filing. */
  public static Address filing(String id) {
    return of("/filings/" + encoded(id));
  }

  /** The address of a risk in its filing. */
  public static String risk(String filing, int ordinal) {
    return filing(filing) + (ordinal > 0 ? "#risk-" + ordinal : "");
  }

  /** Where the categories of a risk are corrected. */
  static String label(String filing, int ordinal) {
    return filing(filing) + "/risks/" + ordinal + "/label";
  }

  /** Where the outline of a filing is corrected. */
  public static String outline(String filing) {
    return filing(filing) + "/outline";
  }

  /** That of a request, without blank parameters. */
  static Address of(Context ctx) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    ctx.queryParamMap()
        .forEach(
            (name, values) -> {
              List<String> given = values.stream().filter(v -> !v.isBlank()).toList();
              if (!given.isEmpty()) {
                parameters.put(name, given);
              }
            });
    return new Address(ctx.path(), parameters);
  }

  /** The values of a name; empty if there are none. */
  public List<String> values(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  /** The first value of a name; empty if there is none. */
  public String value(String name) {
    return values(name).stream().findFirst().orElse("");
  }

  /** Whether a name has a value. */
  public boolean has(String name, String value) {
    return values(name).contains(value);
  }

  /** The same parameters elsewhere. */
  public Address at(String path) {
    return new Address(path, parameters);
  }

  /** With one value for a name, in place of those it has; without it if the value is null. */
  public Address with(String name, @Nullable String value) {
    return changed(name, value == null ? List.of() : List.of(value));
  }

  /** Without a name. */
  public Address without(String name) {
    return with(name, null);
  }

  /** With a value more, or without it if it is there. */
  public Address toggled(String name, String value) {
    List<String> values = new ArrayList<>(values(name));
    if (!values.remove(value)) {
      values.add(value);
    }
    return changed(name, values);
  }

  /** The first page of what this address shows. */
  public Address firstPage() {
    return without(PAGE);
  }

  private Address changed(String name, List<String> values) {
    Map<String, List<String>> all = new LinkedHashMap<>(parameters);
    if (values.isEmpty()) {
      all.remove(name);
    } else {
      all.put(name, values);
    }
    return new Address(path, all);
  }

  /** As written into a link. */
  @Override
  public String toString() {
    String query =
        parameters.entrySet().stream()
            .flatMap(e -> e.getValue().stream().map(v -> encoded(e.getKey()) + "=" + encoded(v)))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
