package dev.caveat.annotate;

import dev.caveat.model.Entity;
import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Amounts and percentages to exact decimals; null where the currency or the number is not certain.
 */
final class Amounts {
  private static final Pattern NUMBER =
      Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+)(?:\\s+(\\d)/(\\d))?");
  private static final Pattern SCALE =
      Pattern.compile(
          "(?i)\\b(hundred|thousand|million|billion|trillion|crores?|lakhs?|mm|bn)\\b|(?<=\\d)[\\s-]?(M|B)\\b");

  /** The second amount of a range, whose scale the first one shares. */
  private static final Pattern RANGE_REST =
      Pattern.compile(
          "^\\s*(?:to|and|or|[-–—])\\s*(?:(?:US|C|A)?[$€£¥])?\\s?\\d[\\d,]*(?:\\.\\d+)?[\\s-](hundred|thousand|million|billion|trillion)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Map<String, Integer> SCALES =
      Map.ofEntries(
          Map.entry("hundred", 2),
          Map.entry("thousand", 3),
          Map.entry("lakh", 5),
          Map.entry("lakhs", 5),
          Map.entry("million", 6),
          Map.entry("mm", 6),
          Map.entry("m", 6),
          Map.entry("crore", 7),
          Map.entry("crores", 7),
          Map.entry("billion", 9),
          Map.entry("bn", 9),
          Map.entry("b", 9),
          Map.entry("trillion", 12));

  /** Currencies by the words and signs that name them, longest first. */
  private static final List<Row> CURRENCIES = Table.resource(Amounts.class, "currencies.tsv");

  private static final Map<String, Integer> WORDS = words();

  private Amounts() {}

  /** The amount at a place of a text; what follows tells the scale of a range's first part. */
  static Entity.Value.@Nullable Amount read(String text, int start, int end) {
    String matched = text.substring(start, end);
    String currency = currency(matched);
    BigDecimal number = number(matched);
    if (currency == null || number == null) {
      return null;
    }
    Integer scale = scale(matched);
    if (scale == null) {
      Matcher rest = RANGE_REST.matcher(text.substring(end, Math.min(text.length(), end + 60)));
      scale = rest.find() ? SCALES.get(rest.group(1).toLowerCase(Locale.ROOT)) : null;
    }
    BigDecimal amount = number.scaleByPowerOfTen(scale == null ? 0 : scale);
    if (matched.endsWith("cents")) {
      amount = amount.movePointLeft(2);
    }
    return new Entity.Value.Amount(plain(amount), currency);
  }

  static Entity.Value.@Nullable Percentage percentage(String matched) {
    BigDecimal number = number(matched);
    return number == null ? null : new Entity.Value.Percentage(plain(number));
  }

  private static BigDecimal plain(BigDecimal n) {
    BigDecimal stripped = n.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static @Nullable Integer scale(String matched) {
    Matcher m = SCALE.matcher(matched);
    if (!m.find()) {
      return null;
    }
    String word = m.group(1) != null ? m.group(1) : m.group(2);
    return SCALES.get(word.toLowerCase(Locale.ROOT));
  }

  private static @Nullable BigDecimal number(String matched) {
    Matcher m = NUMBER.matcher(matched);
    if (m.find()) {
      BigDecimal n = new BigDecimal(m.group(1).replace(",", ""));
      return m.group(2) == null ? n : fraction(n, m.group(2), m.group(3));
    }
    String first = matched.split("\\s")[0].toLowerCase(Locale.ROOT);
    Integer word = WORDS.get(first);
    return word == null ? null : BigDecimal.valueOf(word);
  }

  /** A mixed number; null where its fraction has no end in decimals. */
  private static @Nullable BigDecimal fraction(BigDecimal whole, String over, String under) {
    try {
      return whole.add(new BigDecimal(over).divide(new BigDecimal(under)));
    } catch (ArithmeticException e) {
      return null;
    }
  }

  private static @Nullable String currency(String matched) {
    for (Row rule : CURRENCIES) {
      if (matched.contains(rule.at(0))) {
        return rule.at(1).isEmpty() ? null : rule.at(1);
      }
    }
    return null;
  }

  private static Map<String, Integer> words() {
    Map<String, Integer> out = new HashMap<>();
    List<String> ones =
        List.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    for (int i = 0; i < ones.size(); i++) {
      out.put(ones.get(i), i + 1);
    }
    List<String> tens =
        List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    for (int t = 0; t < tens.size(); t++) {
      out.put(tens.get(t), 20 + 10 * t);
      for (int i = 0; i < 9; i++) {
        out.put(tens.get(t) + "-" + ones.get(i), 21 + 10 * t + i);
      }
    }
    return out;
  }
}
