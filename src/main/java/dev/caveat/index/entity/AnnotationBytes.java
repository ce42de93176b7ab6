package dev.caveat.index.entity;

import dev.caveat.model.Annotation;
import dev.caveat.model.Entity;
import dev.caveat.model.Entity.Value;
import dev.caveat.model.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Encodes an annotation in few bytes: places as distances from the previous place, each string of a
 * value once, and no text, because that is in the risk. About three bytes per sentence and fifteen
 * per entity.
 *
 * <p>The order of {@link Entity.Type}'s constants is part of the format: a change to it requires a
 * new schema version.
 */
public final class AnnotationBytes {
  private static final int KINDS = 6;

  private AnnotationBytes() {}

  /** Writes an annotation. */
  public static BytesRef encode(Annotation annotation) throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    out.writeVInt(annotation.sentences().size());
    int at = 0;
    for (Span s : annotation.sentences()) {
      out.writeVInt(s.start() - at);
      out.writeVInt(s.end() - s.start());
      at = s.end();
    }
    out.writeVInt(annotation.entities().size());
    Strings strings = new Strings(out);
    at = 0;
    for (Entity e : annotation.entities()) {
      out.writeVInt(e.start() - at);
      out.writeVInt(e.end() - e.start());
      out.writeVInt(e.type().ordinal() * KINDS + kind(e.value()));
      write(e.value(), strings);
      at = e.end();
    }
    return new BytesRef(out.toArrayCopy());
  }

  private static int kind(@Nullable Value value) {
    return switch (value) {
      case null -> 0;
      case Value.Period p -> 1;
      case Value.Amount a -> 2;
      case Value.Percentage p -> 3;
      case Value.Body b -> 4;
      case Value.Law l -> 5;
    };
  }

  private static void write(@Nullable Value value, Strings out) throws IOException {
    switch (value) {
      case null -> {}
      case Value.Period p -> out.write(p.iso());
      case Value.Amount a -> {
        out.write(a.amount().toString());
        out.write(a.currency());
      }
      case Value.Percentage p -> out.write(p.percent().toString());
      case Value.Body b -> {
        out.write(b.id());
        out.write(b.name());
      }
      case Value.Law l -> {
        out.write(l.id());
        out.write(l.name());
        out.write(l.citation() == null ? "" : l.citation());
      }
    }
  }

  /**
   * Reads an annotation.
   *
   * @param bytes as {@link #encode} wrote them
   * @param text the text that was annotated
   */
  public static Annotation decode(BytesRef bytes, String text) throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    List<Span> sentences = new ArrayList<>();
    int at = 0;
    for (int left = in.readVInt(); left > 0; left--) {
      int start = at + in.readVInt();
      at = start + in.readVInt();
      sentences.add(new Span(start, at));
    }
    return new Annotation(sentences, entities(in, text));
  }

  private static List<Entity> entities(ByteArrayDataInput in, String text) throws IOException {
    List<Entity> entities = new ArrayList<>();
    List<String> strings = new ArrayList<>();
    int at = 0;
    for (int left = in.readVInt(); left > 0; left--) {
      int start = at + in.readVInt();
      at = start + in.readVInt();
      int type = in.readVInt();
      Value value = value(type % KINDS, in, strings);
      entities.add(
          new Entity(
              Entity.Type.values()[type / KINDS], start, at, text.substring(start, at), value));
    }
    return entities;
  }

  private static @Nullable Value value(int kind, ByteArrayDataInput in, List<String> strings)
      throws IOException {
    return switch (kind) {
      case 1 -> new Value.Period(string(in, strings));
      case 2 -> new Value.Amount(new BigDecimal(string(in, strings)), string(in, strings));
      case 3 -> new Value.Percentage(new BigDecimal(string(in, strings)));
      case 4 -> new Value.Body(string(in, strings), string(in, strings));
      case 5 -> law(string(in, strings), string(in, strings), string(in, strings));
      default -> null;
    };
  }

  private static Value.Law law(String id, String name, String citation) {
    return new Value.Law(id, name, citation.isEmpty() ? null : citation);
  }

  private static String string(ByteArrayDataInput in, List<String> strings) throws IOException {
    int known = in.readVInt();
    if (known > 0) {
      return strings.get(known - 1);
    }
    String next = in.readString();
    strings.add(next);
    return next;
  }

  /** Writes each string once and a number after that. */
  private static final class Strings {
    private final ByteBuffersDataOutput out;
    private final Map<String, Integer> known = new LinkedHashMap<>();

    Strings(ByteBuffersDataOutput out) {
      this.out = out;
    }

    void write(String text) throws IOException {
      Integer number = known.putIfAbsent(text, known.size() + 1);
      if (number != null) {
        out.writeVInt(number);
      } else {
        out.writeVInt(0);
        out.writeString(text);
      }
    }
  }
}
