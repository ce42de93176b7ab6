package dev.caveat.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON that clients send, into records of this package. Safe for use by several threads.
 */
public final class JsonInput {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .addModule(new SimpleModule().addDeserializer(String.class, new WholeCharacters()))
          .build();

  private JsonInput() {}

  /**
   * Reads one object.
   *
   * @param type a record
   * @throws CaveatException {@link ErrorCode#BAD_REQUEST} if it is not JSON of this type
   */
  public static <T extends Record> T one(byte[] json, Class<T> type) {
    List<T> all = list(json, type);
    if (all.size() != 1) {
      throw bad("expected one object " + form(type) + ", not " + all.size());
    }
    return all.getFirst();
  }

  /**
   * Reads an array of objects, or one object.
   *
   * @param type a record
   * @throws CaveatException {@link ErrorCode#BAD_REQUEST} if it is not JSON of this type
   */
  public static <T extends Record> List<T> list(byte[] json, Class<T> type) {
    @Nullable List<@Nullable T> all;
    try {
      all =
          MAPPER.readValue(json, MAPPER.getTypeFactory().constructCollectionType(List.class, type));
    } catch (JsonMappingException e) {
      throw e.getCause() instanceof JsonParseException syntax
          ? noJson(syntax)
          : misfit(where(e.getPath()), type);
    } catch (JsonProcessingException e) {
      throw noJson(e);
    } catch (IOException e) {
      throw bad("the body is not JSON in UTF-8");
    }
    if (all == null) {
      throw misfit("", type);
    }
    for (T one : all) {
      check(one, type);
    }
    return List.copyOf(all);
  }

  /** Every field has a value, except those that may have none. */
  private static void check(@Nullable Record one, Class<? extends Record> type) {
    if (one == null) {
      throw misfit("", type);
    }
    for (RecordComponent field : type.getRecordComponents()) {
      Object value = value(one, field);
      boolean optional = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (value == null && !optional || value instanceof List<?> l && l.contains(null)) {
        throw misfit(field.getName(), type);
      }
    }
  }

  private static @Nullable Object value(Record one, RecordComponent field) {
    try {
      return field.getAccessor().invoke(one);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String where(List<JsonMappingException.Reference> path) {
    return path.stream()
        .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
        .collect(Collectors.joining(" "));
  }

  private static CaveatException misfit(String where, Class<? extends Record> type) {
    return bad(
        "the body does not fit"
            + (where.isEmpty() ? "" : " at " + where)
            + "; expected "
            + form(type));
  }

  /** How an object is written: the names of its fields. */
  private static String form(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(c -> '"' + c.getName() + '"')
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static CaveatException noJson(JsonProcessingException e) {
    return bad("the body is not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
  }

  private static CaveatException bad(String message) {
    return new CaveatException(ErrorCode.BAD_REQUEST, message, Map.of("kind", "body"));
  }

  /**
   * Texts of whole characters. JSON can escape half of a pair of surrogates, which no encoding can
   * write; it becomes the replacement character, so that offsets stay as they are.
   */
  private static final class WholeCharacters extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;
    private static final char REPLACEMENT = '\uFFFD';

    WholeCharacters() {
      super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = StringDeserializer.instance.deserialize(parser, context);
      return text == null || text.chars().noneMatch(c -> Character.isSurrogate((char) c))
          ? text
          : whole(text);
    }

    private static String whole(String text) {
      StringBuilder whole = new StringBuilder(text);
      for (int i = 0; i < whole.length(); i++) {
        boolean pair =
            i + 1 < whole.length()
                && Character.isSurrogatePair(whole.charAt(i), whole.charAt(i + 1));
        if (pair) {
          i++;
        } else if (Character.isSurrogate(whole.charAt(i))) {
          whole.setCharAt(i, REPLACEMENT);
        }
      }
      return whole.toString();
    }
  }
}
