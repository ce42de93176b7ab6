package dev.caveat.model;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something mentioned in a text: a regulator, a date, an amount, a percentage or a law.
 *
 * @param type what it is
 * @param start offset of its first code unit in the text it was found in
 * @param end just after its last code unit
 * @param text the text it covers
 * @param value what it means, null if that is not certain
 */
public record Entity(Type type, int start, int end, String text, @Nullable Value value) {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** The full name of a regulator or law if that is certain; otherwise the text, on one line. */
  public String name() {
    if (value instanceof Value.Body body) {
      return body.name();
    }
    return value instanceof Value.Law law ? law.name() : SPACE.matcher(text).replaceAll(" ");
  }

  /** Kinds of entities. */
  public enum Type {
    /** A body that makes or enforces rules or supervises. */
    REGULATOR,
    /** A day, month, year or fiscal period. */
    DATE,
    /** An amount with its currency. */
    MONEY,
    /** A percentage. */
    PERCENT,
    /** An act, rule, regulation or section. */
    LAW;

    /** The name in output, such as {@code regulator}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What an entity means. */
  public sealed interface Value {
    /**
     * A day, month, year or period.
     *
     * @param iso {@code 2003-03-31}, {@code 2021-09}, {@code 2002}, {@code 2024-Q1}, {@code
     *     2007-H2}, {@code FY2023}, {@code FY2011-Q2}
     */
    record Period(String iso) implements Value {}

    /**
     * An amount.
     *
     * @param amount exact, with scale words applied
     * @param currency ISO 4217 code
     */
    record Amount(BigDecimal amount, String currency) implements Value {}

    /**
     * A percentage.
     *
     * @param percent 12 for twelve percent
     */
    record Percentage(BigDecimal percent) implements Value {}

    /**
     * A regulator.
     *
     * @param id stable, such as {@code us-sec}
     * @param name full name
     */
    record Body(String id, String name) implements Value {}

    /**
     * A law, or a section or rule of one.
     *
     * @param id stable: that of a named act, such as {@code sarbanes-oxley-act-2002}, with a
     *     section number after a colon, or a citation
     * @param name full name
     * @param citation its citation, such as {@code PUBL:107-204}, {@code USC:42:1320a-7b}, {@code
     *     CFR:17:229.105}; null if that is not known
     */
    record Law(String id, String name, @Nullable String citation) implements Value {}
  }
}
