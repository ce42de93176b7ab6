package dev.caveat.annotate;

import dev.caveat.model.Entity;
import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Converts amounts and percentages to exact decimals; null if the currency or the number is not
 * certain.
 */
final class Amounts {
  private static final Pattern NUMBER =
      Pattern.compile("(\\d[\\d.,]*\\d|\\d|\\.\\d+)(?:\\s+(\\d)/(\\d))?");

  /** Figures as English groups them, and as most of Europe does where no other reading is left. */
  private static final Pattern ENGLISH =
      Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d*(?:\\.\\d+)?");

  private static final Pattern EUROPEAN =
      Pattern.compile("\\d{1,3}(?:\\.\\d{3}){2,}(?:,\\d{1,2})?|\\d{1,3}\\.\\d{3},\\d{1,2}");

  /** "1,5 million": a comma of decimals, since no thousands have one figure or two. */
  private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d+,\\d{1,2}");

  private static final Pattern SCALE =
      Pattern.compile(
          "(?i)\\b(hundred|thousand|million|billion|trillion|crores?|lakhs?|mm|mn|bn|tn)\\b|(?<=[\\d)])\\s?-?(mm|mn|bn|tn|m|b|k)\\b");

  /** The second amount of a range, whose scale the first one shares. */
  private static final Pattern RANGE_REST =
      Pattern.compile(
          "^\\s*(?:to|and|or|[-–—])\\s*(?:(?:US|C|A)?[$€£¥])?\\s?\\d[\\d,]*(?:\\.\\d+)?[\\s-]?(hundred|thousand|million|billion|trillion|mm|mn|bn|tn|m|b|k)\\b",
          Pattern.CASE_INSENSITIVE);

  /** The sign in front of the first amount of a range, which the second one shares. */
  private static final Pattern RANGE_SIGN =
      Pattern.compile("((?:[A-Z]{1,3}|U\\.S\\.)?[$€£¥₹])\\s?[\\d.,]+\\s?(?:to|and|or|[-–—])\\s*$");

  private static final Map<String, Integer> SCALES =
      Map.ofEntries(
          Map.entry("hundred", 2),
          Map.entry("thousand", 3),
          Map.entry("k", 3),
          Map.entry("lakh", 5),
          Map.entry("lakhs", 5),
          Map.entry("million", 6),
          Map.entry("mm", 6),
          Map.entry("mn", 6),
          Map.entry("m", 6),
          Map.entry("crore", 7),
          Map.entry("crores", 7),
          Map.entry("billion", 9),
          Map.entry("bn", 9),
          Map.entry("b", 9),
          Map.entry("tn", 12),
          Map.entry("trillion", 12));

  /** Currencies by the words and signs that name them, longest first. */
  private static final List<Row> CURRENCIES = Table.resource(Amounts.class, "currencies.tsv");

  private static final Pattern NEGATIVE =
      Pattern.compile("^(?:\\W*[-−]|\\(\\D{0,5}\\d)|[$€£]\\s?\\(");
  private static final Pattern LETTERS_DOLLAR = Pattern.compile("([A-Z]{1,3})\\$");

  /** "one half of one percent", "1/4 of 1%". */
  private static final Pattern PART_OF_ONE =
      Pattern.compile(
          "(?i)(?:(\\d)/(\\d)|(one|three|two)[\\s-](half|quarter|quarters|fourth|fourths|fifth|fifths|eighth|eighths|tenth|tenths|third|thirds))\\s+of\\s+(?:1|one|a)\\s?(?:%|per\\s?cent)");

  private static final Map<String, Integer> PARTS =
      Map.of(
          "half", 2, "third", 3, "quarter", 4, "fourth", 4, "fifth", 5, "eighth", 8, "tenth", 10);

  private static final int MAX_CODE_LENGTH = 4;

  private Amounts() {}

  /** The amount at a place of a text; what stands around it tells the rest of a range. */
  static Entity.Value.@Nullable Amount read(String text, int start, int end) {
    String matched = text.substring(start, end);
    String currency = currency(matched);
    if (currency == null && Character.isDigit(matched.charAt(0))) {
      Matcher sign = RANGE_SIGN.matcher(text.substring(Math.max(0, start - 40), start));
      currency = sign.find() ? currency(sign.group(1)) : null;
    }
    Integer scale = scale(matched);
    BigDecimal number = number(matched, scale != null);
    if (currency == null || number == null) {
      return null;
    }
    boolean inWords = NUMBER.matcher(matched).find();
    if (scale == null) {
      Matcher rest = RANGE_REST.matcher(text.substring(end, Math.min(text.length(), end + 60)));
      scale = rest.find() ? SCALES.get(rest.group(1).toLowerCase(Locale.ROOT)) : null;
    }
    BigDecimal amount = number.scaleByPowerOfTen(scale == null || !inWords ? 0 : scale);
    if (matched.endsWith("cents")) {
      amount = amount.movePointLeft(2);
    }
    amount = NEGATIVE.matcher(matched).find() ? amount.negate() : amount;
    return new Entity.Value.Amount(plain(amount), currency);
  }

  static Entity.Value.@Nullable Percentage percentage(String matched) {
    Matcher part = PART_OF_ONE.matcher(matched);
    if (part.matches()) {
      BigDecimal of =
          part.group(1) != null ? part(part.group(1), part.group(2)) : partInWords(part);
      return of == null ? null : new Entity.Value.Percentage(plain(of));
    }
    BigDecimal number = number(matched, true);
    if (number == null) {
      return null;
    }
    boolean points = matched.endsWith("bp") || matched.endsWith("bps") || matched.contains("basis");
    return new Entity.Value.Percentage(plain(points ? number.movePointLeft(2) : number));
  }

  private static @Nullable BigDecimal partInWords(Matcher m) {
    String under = m.group(4).toLowerCase(Locale.ROOT);
    Integer parts = PARTS.get(under.endsWith("s") ? under.substring(0, under.length() - 1) : under);
    String over = NumberWords.read(m.group(3)) + "";
    return parts == null ? null : part(over, parts.toString());
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

  private static @Nullable BigDecimal number(String matched, boolean scaled) {
    Matcher m = NUMBER.matcher(matched);
    if (m.find()) {
      BigDecimal n = figure(m.group(1), scaled);
      BigDecimal part = m.group(2) == null ? BigDecimal.ZERO : part(m.group(2), m.group(3));
      return n == null || part == null ? null : n.add(part);
    }
    return NumberWords.read(matched);
  }

  /** Figures with their commas and points; null if these are not certain, as in "500,00". */
  private static @Nullable BigDecimal figure(String text, boolean scaled) {
    if (ENGLISH.matcher(text).matches()) {
      return new BigDecimal(text.replace(",", ""));
    }
    if (EUROPEAN.matcher(text).matches()) {
      return new BigDecimal(text.replace(".", "").replace(',', '.'));
    }
    return scaled && DECIMAL_COMMA.matcher(text).matches()
        ? new BigDecimal(text.replace(',', '.'))
        : null;
  }

  /** A fraction; null if it has no end in decimals. */
  private static @Nullable BigDecimal part(String over, String under) {
    try {
      return new BigDecimal(over).divide(new BigDecimal(under));
    } catch (ArithmeticException e) {
      return null;
    }
  }

  private static @Nullable String currency(String matched) {
    Matcher letters = LETTERS_DOLLAR.matcher(matched);
    String sign = letters.find() ? letters.group() : null;
    String lower = matched.toLowerCase(Locale.ROOT);
    for (Row rule : CURRENCIES) {
      if (sign == null ? isIn(rule.at(0), matched, lower) : sign.equals(rule.at(0))) {
        return rule.at(1).isEmpty() ? null : rule.at(1);
      }
    }
    return null;
  }

  /** Words in any case, signs and codes as written. */
  private static boolean isIn(String name, String matched, String lower) {
    return matched.contains(name)
        || name.length() > MAX_CODE_LENGTH && lower.contains(name.toLowerCase(Locale.ROOT));
  }
}
