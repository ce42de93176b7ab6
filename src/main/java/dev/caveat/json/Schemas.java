package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas (2020-12) of the records of this package, derived from how they are written. Each
 * record becomes a component that others refer to. Not for use by several threads.
 */
public final class Schemas {
  private static final String PREFIX = "#/components/schemas/";

  private static final Map<Class<?>, String> SCALARS =
      Map.of(
          String.class, "string",
          boolean.class, "boolean",
          Boolean.class, "boolean",
          int.class, "integer",
          Integer.class, "integer",
          long.class, "integer",
          double.class, "number",
          float.class, "number",
          BigDecimal.class, "number");

  private final Map<String, Object> components = new TreeMap<>();

  /** What the variables of a generic record stand for. */
  private record Bindings(Map<TypeVariable<?>, AnnotatedType> types) {
    static final Bindings NONE = new Bindings(Map.of());

    static Bindings of(Class<?> generic, AnnotatedType[] arguments) {
      Map<TypeVariable<?>, AnnotatedType> types = new HashMap<>();
      for (int i = 0; i < arguments.length; i++) {
        types.put(generic.getTypeParameters()[i], arguments[i]);
      }
      return new Bindings(types);
    }
  }

  /** The schema of a record: a reference to its component. */
  public Map<String, Object> of(Class<? extends Record> type) {
    return named(name(type), type, Bindings.NONE);
  }

  /** The components made so far, by name; grows with each call of {@link #of}. */
  public Map<String, Object> components() {
    return components;
  }

  private Map<String, Object> named(String name, Class<?> type, Bindings bindings) {
    if (!components.containsKey(name)) {
      components.put(name, Map.of()); // ends circles
      components.put(name, composed(type, bindings));
    }
    return Map.of("$ref", PREFIX + name);
  }

  /** Names of nested records begin with those of the records around them. */
  private static String name(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return (around == null ? "" : name(around)) + type.getSimpleName().replaceFirst("Json$", "");
  }

  private Map<String, Object> composed(Class<?> type, Bindings bindings) {
    if (type.isSealed()) {
      return Map.of(
          "anyOf",
          Arrays.stream(type.getPermittedSubclasses())
              .map(c -> named(name(c), c, Bindings.NONE))
              .toList());
    }
    for (RecordComponent c : type.getRecordComponents()) {
      if (c.getAccessor().isAnnotationPresent(JsonValue.class)) {
        return schema(c.getAnnotatedType(), bindings);
      }
    }
    JsonFormat format = type.getAnnotation(JsonFormat.class);
    return format != null && format.shape() == JsonFormat.Shape.ARRAY
        ? tuple(type, bindings)
        : object(type, bindings);
  }

  private Map<String, Object> tuple(Class<?> type, Bindings bindings) {
    RecordComponent[] all = type.getRecordComponents();
    Map<String, Object> tuple = new LinkedHashMap<>();
    tuple.put("type", "array");
    tuple.put(
        "prefixItems",
        Arrays.stream(all).map(c -> schema(c.getAnnotatedType(), bindings)).toList());
    tuple.put("minItems", all.length);
    tuple.put("maxItems", all.length);
    return tuple;
  }

  private Map<String, Object> object(Class<?> type, Bindings bindings) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", properties);
    addFields(type, bindings, true, object, required);
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    return object;
  }

  /**
   * Adds the fields of a record to an object.
   *
   * @param always whether the record itself is always written
   */
  @SuppressWarnings("unchecked")
  private void addFields(
      Class<?> type,
      Bindings bindings,
      boolean always,
      Map<String, Object> object,
      List<String> required) {
    Map<String, Object> properties =
        (Map<String, Object>) Objects.requireNonNull(object.get("properties"));
    for (RecordComponent component : type.getRecordComponents()) {
      Method accessor = component.getAccessor();
      AnnotatedType field = bound(component.getAnnotatedType(), bindings);
      boolean nullable = isNullable(component.getAnnotatedType());
      if (accessor.isAnnotationPresent(JsonUnwrapped.class)) {
        addFields(raw(field), bindingsOf(field), always && !nullable, object, required);
      } else if (accessor.isAnnotationPresent(JsonAnyGetter.class)) {
        object.put("additionalProperties", mapped(field, bindings));
      } else {
        JsonProperty renamed = accessor.getAnnotation(JsonProperty.class);
        String name = renamed == null ? component.getName() : renamed.value();
        JsonInclude included = accessor.getAnnotation(JsonInclude.class);
        boolean leftOut = included != null && included.value() == JsonInclude.Include.NON_NULL;
        properties.put(
            name, nullable && !leftOut ? orNull(plain(field, bindings)) : plain(field, bindings));
        if (always && !leftOut) {
          required.add(name);
        }
      }
    }
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static AnnotatedType bound(AnnotatedType type, Bindings bindings) {
    return type.getType() instanceof TypeVariable<?> v
        ? Objects.requireNonNull(bindings.types.get(v), v::getName)
        : type;
  }

  private static Class<?> raw(AnnotatedType type) {
    Type t = type.getType();
    return (Class<?>) (t instanceof ParameterizedType p ? p.getRawType() : t);
  }

  private static Bindings bindingsOf(AnnotatedType type) {
    return type instanceof AnnotatedParameterizedType p
        ? Bindings.of(raw(type), p.getAnnotatedActualTypeArguments())
        : Bindings.NONE;
  }

  private Map<String, Object> schema(AnnotatedType type, Bindings bindings) {
    AnnotatedType meant = bound(type, bindings);
    Map<String, Object> plain = plain(meant, bindings);
    return isNullable(type) || isNullable(meant) ? orNull(plain) : plain;
  }

  private static Map<String, Object> orNull(Map<String, Object> schema) {
    if (schema.isEmpty()) {
      return schema;
    }
    if (schema.get("type") instanceof String type && schema.size() == 1) {
      return Map.of("type", List.of(type, "null"));
    }
    return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
  }

  /** The schema of a type, apart from whether it may be null. */
  private Map<String, Object> plain(AnnotatedType type, Bindings bindings) {
    Class<?> raw = raw(type);
    String scalar = SCALARS.get(raw);
    if (scalar != null) {
      return Map.of("type", scalar);
    }
    if (raw == Object.class) {
      return Map.of();
    }
    if (Map.class.isAssignableFrom(raw)) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("type", "object");
      map.put("additionalProperties", mapped(type, bindings));
      return map;
    }
    if (Iterable.class.isAssignableFrom(raw)) {
      Map<String, Object> array = new LinkedHashMap<>();
      array.put("type", "array");
      array.put("items", schema(argument(type, 0), bindings));
      return array;
    }
    if (!raw.isRecord() && !raw.isSealed()) {
      throw new IllegalArgumentException("no schema for " + type);
    }
    StringBuilder name = new StringBuilder(name(raw));
    if (type instanceof AnnotatedParameterizedType p) {
      for (AnnotatedType argument : p.getAnnotatedActualTypeArguments()) {
        name.append("Of").append(name(raw(argument)));
      }
    }
    return named(name.toString(), raw, bindingsOf(type));
  }

  /** The schema of a map's values. */
  private Map<String, Object> mapped(AnnotatedType map, Bindings bindings) {
    return schema(argument(map, 1), bindings);
  }

  private static AnnotatedType argument(AnnotatedType type, int i) {
    return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[i];
  }
}
