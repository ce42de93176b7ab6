package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.caveat.model.Entity;
import org.jspecify.annotations.Nullable;

/**
 * Something mentioned in a text.
 *
 * @param type regulator, date, money, percent or law
 * @param start offset of its first code unit in the text
 * @param end just after its last code unit
 * @param text the text it covers
 * @param value what it means; null if that is not certain
 */
public record EntityJson(String type, int start, int end, String text, @Nullable Value value) {
  /** What an entity means. */
  public sealed interface Value {}

  /**
   * A date, or a percentage.
   *
   * @param text ISO 8601 or a fiscal period; an exact decimal
   */
  public record Text(@JsonValue String text) implements Value {}

  /**
   * An amount of money.
   *
   * @param amount an exact decimal
   * @param currency ISO 4217
   */
  public record Amount(String amount, String currency) implements Value {}

  /**
   * A regulator.
   *
   * @param id stable
   * @param name in full
   */
  public record Body(String id, String name) implements Value {}

  /**
   * A law.
   *
   * @param id stable
   * @param name in full
   * @param citation its citation; null if that is not known
   */
  public record Law(String id, String name, @Nullable String citation) implements Value {}

  /** Of an entity. */
  public static EntityJson of(Entity entity) {
    return new EntityJson(
        entity.type().id(), entity.start(), entity.end(), entity.text(), of(entity.value()));
  }

  private static @Nullable Value of(Entity.@Nullable Value value) {
    return switch (value) {
      case null -> null;
      case Entity.Value.Period p -> new Text(p.iso());
      case Entity.Value.Percentage p -> new Text(p.percent().toPlainString());
      case Entity.Value.Amount a -> new Amount(a.amount().toPlainString(), a.currency());
      case Entity.Value.Body b -> new Body(b.id(), b.name());
      case Entity.Value.Law l -> new Law(l.id(), l.name(), l.citation());
    };
  }
}
