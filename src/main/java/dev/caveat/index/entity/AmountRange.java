package dev.caveat.index.entity;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of amounts, both ends included, in one currency or in any.
 *
 * <p>Amounts are compared as {@code double}, which keeps fifteen digits.
 *
 * @param least negative infinity for none
 * @param most positive infinity for none
 * @param currency ISO 4217 code; null for any
 */
public record AmountRange(double least, double most, @Nullable String currency) {
  private static final Pattern COMPARISON = Pattern.compile("(>=|<=|≥|≤|>|<|=)?\\s*(.*)");
  private static final String NUMBER = "\\d+(?:\\.\\d+)?|\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\.\\d+";
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<before>[A-Za-z]{3}\\s+|US\\$|[$€£¥])?\\s*"
              + "(?<number>"
              + NUMBER
              + ")\\s*(?<words>[A-Za-z]+(?:\\s+[A-Za-z]+)?)?");
  private static final Pattern DECIMAL_COMMA = Pattern.compile(".*\\d,(?!\\d{3}(?!\\d)).*");
  private static final Map<String, Integer> SCALES =
      Map.ofEntries(
          Map.entry("k", 3),
          Map.entry("thousand", 3),
          Map.entry("m", 6),
          Map.entry("mn", 6),
          Map.entry("million", 6),
          Map.entry("b", 9),
          Map.entry("bn", 9),
          Map.entry("billion", 9),
          Map.entry("tn", 12),
          Map.entry("trillion", 12));
  private static final Map<String, String> SIGNS =
      Map.of("$", "USD", "us$", "USD", "€", "EUR", "£", "GBP", "¥", "JPY");

  /** Checks the order. */
  public AmountRange {
    if (!(least <= most)) {
      throw new IllegalArgumentException(
          "a range of amounts must start below its end: " + least + " > " + most);
    }
  }

  /** One side of what the user wrote. */
  private record Amount(double value, boolean scaled, @Nullable String currency) {}

  /**
   * Parses what a user writes: a comparison such as {@code >= 1 million USD}, an amount by itself,
   * which means {@code =}, or a range such as {@code 1 million..5 million}, of which one end may be
   * missing. A sign ($, €, £, ¥) stands for its currency.
   *
   * @throws IllegalArgumentException if it is none of these, with a message for the user
   */
  public static AmountRange parse(String text) {
    int dots = text.indexOf("..");
    if (dots >= 0) {
      return range(text.substring(0, dots).strip(), text.substring(dots + 2).strip(), text);
    }
    Matcher m = COMPARISON.matcher(text.strip());
    if (!m.matches()) {
      throw unreadable(text);
    }
    Amount amount = amount(m.group(2), text);
    return compared(m.group(1) == null ? "=" : m.group(1), amount.value(), amount.currency());
  }

  private static AmountRange compared(String operator, double value, @Nullable String currency) {
    double none = Double.NEGATIVE_INFINITY;
    double all = Double.POSITIVE_INFINITY;
    return switch (operator) {
      case ">" -> new AmountRange(Math.nextUp(value), all, currency);
      case ">=", "≥" -> new AmountRange(value, all, currency);
      case "<" -> new AmountRange(none, Math.nextDown(value), currency);
      case "<=", "≤" -> new AmountRange(none, value, currency);
      default -> new AmountRange(value, value, currency);
    };
  }

  private static AmountRange range(String from, String to, String text) {
    if (from.isEmpty() && to.isEmpty()) {
      throw unreadable(text);
    }
    if (from.isEmpty()) {
      Amount most = amount(to, text);
      return compared("<=", most.value(), most.currency());
    }
    Amount least = amount(from, text);
    return to.isEmpty()
        ? compared(">=", least.value(), least.currency())
        : between(least, amount(to, text), text);
  }

  private static AmountRange between(Amount least, Amount most, String text) {
    if (most.scaled() && !least.scaled() && least.value() > 0) {
      throw new IllegalArgumentException(
          "write the scale on both ends, as in 1 million..5 million, or on neither: " + text);
    }
    if (least.value() > most.value()) {
      throw new IllegalArgumentException("the range of amounts ends below its start: " + text);
    }
    String currency = least.currency() != null ? least.currency() : most.currency();
    if (currency != null && most.currency() != null && !currency.equals(most.currency())) {
      throw new IllegalArgumentException("a range of amounts must have one currency: " + text);
    }
    return new AmountRange(least.value(), most.value(), currency);
  }

  private static Amount amount(String part, String text) {
    Matcher m = AMOUNT.matcher(part.strip());
    if (!m.matches()) {
      throw DECIMAL_COMMA.matcher(part).matches()
          ? new IllegalArgumentException("write decimals with a point, as in 1.5 million: " + text)
          : unreadable(text);
    }
    String words = m.group("words") == null ? "" : m.group("words").toLowerCase(Locale.ROOT);
    String first = words.split("\\s+", 2)[0];
    Integer scale = SCALES.get(first);
    String rest = scale == null ? words : words.substring(first.length()).strip();
    BigDecimal number = new BigDecimal(m.group("number").replace(",", ""));
    double value = number.scaleByPowerOfTen(scale == null ? 0 : scale).doubleValue();
    return new Amount(value, scale != null, currency(m.group("before"), rest, text));
  }

  private static @Nullable String currency(@Nullable String before, String after, String text) {
    if (before == null && after.isEmpty()) {
      return null;
    }
    if (before != null && !after.isEmpty() && !code(before, text).equals(code(after, text))) {
      throw new IllegalArgumentException("an amount must have one currency: " + text);
    }
    return code(before != null ? before : after, text);
  }

  private static String code(String name, String text) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    String sign = SIGNS.get(lower);
    try {
      return sign != null
          ? sign
          : Currency.getInstance(lower.toUpperCase(Locale.ROOT)).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "neither a scale (k, thousand, m, million, b, bn, billion, trillion) nor the code of a"
              + " currency (USD, EUR, ...): '"
              + name.strip()
              + "' in: "
              + text,
          e);
    }
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "write an amount as '>= 1 million USD', '< 50k', '= 1.6 million' or"
            + " '1 million..5 million EUR', not: "
            + text);
  }
}
