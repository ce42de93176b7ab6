package dev.caveat.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.caveat.model.Annotation;
import dev.caveat.model.Entity;
import dev.caveat.model.Entity.Value;
import dev.caveat.model.SourceMap;
import dev.caveat.model.Span;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sentences and entities as members of a JSON object; places count UTF-16 code units. */
final class AnnotationJson {
  private AnnotationJson() {}

  /**
   * Writes {@code sentences} and {@code entities} into the object begun.
   *
   * @param map where the text stands as filed; null for a text that was not read from a filing
   */
  static void write(JsonGenerator json, Annotation annotation, @Nullable SourceMap map)
      throws IOException {
    json.writeArrayFieldStart("sentences");
    for (Span sentence : annotation.sentences()) {
      json.writeStartArray();
      json.writeNumber(sentence.start());
      json.writeNumber(sentence.end());
      json.writeEndArray();
    }
    json.writeEndArray();
    if (map != null) {
      json.writeArrayFieldStart("sentenceSources");
      for (Span sentence : annotation.sentences()) {
        SourceJson.write(json, map, sentence.start(), sentence.end());
      }
      json.writeEndArray();
    }
    json.writeArrayFieldStart("entities");
    for (Entity entity : annotation.entities()) {
      json.writeStartObject();
      writeMembers(json, entity);
      if (map != null) {
        json.writeFieldName("source");
        SourceJson.write(json, map, entity.start(), entity.end());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes one entity with its value, which is null where it is not certain. */
  static void write(JsonGenerator json, Entity entity) throws IOException {
    json.writeStartObject();
    writeMembers(json, entity);
    json.writeEndObject();
  }

  private static void writeMembers(JsonGenerator json, Entity entity) throws IOException {
    json.writeStringField("type", entity.type().id());
    json.writeNumberField("start", entity.start());
    json.writeNumberField("end", entity.end());
    json.writeStringField("text", entity.text());
    json.writeFieldName("value");
    write(json, entity.value());
  }

  private static void write(JsonGenerator json, @Nullable Value value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case Value.Period p -> json.writeString(p.iso());
      case Value.Percentage p -> json.writeString(p.percent().toPlainString());
      case Value.Amount a ->
          writePair(json, "amount", a.amount().toPlainString(), "currency", a.currency());
      case Value.Body b -> writePair(json, "id", b.id(), "name", b.name());
      case Value.Law l -> writeLaw(json, l);
    }
  }

  private static void writeLaw(JsonGenerator json, Value.Law law) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", law.id());
    json.writeStringField("name", law.name());
    json.writeStringField("citation", law.citation());
    json.writeEndObject();
  }

  private static void writePair(
      JsonGenerator json, String firstName, String first, String secondName, String second)
      throws IOException {
    json.writeStartObject();
    json.writeStringField(firstName, first);
    json.writeStringField(secondName, second);
    json.writeEndObject();
  }

  /** Writes {@code entities} as an object of how many there are of each type that occurs. */
  static void writeCounts(JsonGenerator json, Annotation annotation) throws IOException {
    json.writeObjectFieldStart("entities");
    for (Map.Entry<Entity.Type, Integer> count : counts(annotation).entrySet()) {
      json.writeNumberField(count.getKey().id(), count.getValue());
    }
    json.writeEndObject();
  }

  /** How many entities there are of each type that occurs, in the order of the types. */
  static Map<Entity.Type, Integer> counts(Annotation annotation) {
    Map<Entity.Type, Integer> counts = new EnumMap<>(Entity.Type.class);
    annotation.entities().forEach(e -> counts.merge(e.type(), 1, Integer::sum));
    return counts;
  }
}
