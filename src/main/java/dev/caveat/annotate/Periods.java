package dev.caveat.annotate;

import dev.caveat.model.Entity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and periods to ISO 8601 and its like for fiscal periods; null where not certain. */
final class Periods {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Pattern MONTH =
      Pattern.compile("\\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?");
  private static final Pattern YEAR = Pattern.compile("\\b(?:FY\\s?)?((?:19|20)\\d{2})\\b");
  private static final Pattern DAY =
      Pattern.compile("(?<![\\d/])(\\d{1,2})(?:st|nd|rd|th)?(?![\\d/])");
  private static final Pattern SHORT_FISCAL = Pattern.compile("FY\\s?[’']?(\\d{2})");
  private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})/(\\d{1,2})/((?:19|20)\\d{2})");
  private static final Pattern QUARTER =
      Pattern.compile(
          "(?i)\\b(first|second|third|fourth|[1-4](?:st|nd|rd|th))[\\s-].*\\bquarter|\\b(?:Q([1-4])|([1-4])Q)");
  private static final Pattern HALF =
      Pattern.compile(
          "(?i)\\b(first|second|[12](?:st|nd))[\\s-].*\\bhalf|\\b(?:H([12])|([12])H)|\\b(first) six months");

  private Periods() {}

  static Entity.Value.@Nullable Period read(String text) {
    String iso = iso(text);
    return iso == null ? null : new Entity.Value.Period(iso);
  }

  private static @Nullable String iso(String text) {
    if (ISO.matcher(text).matches()) {
      return valid(text);
    }
    Matcher slashes = SLASHES.matcher(text);
    if (slashes.matches()) {
      return valid(
          Integer.parseInt(slashes.group(3)),
          Integer.parseInt(slashes.group(1)),
          Integer.parseInt(slashes.group(2)));
    }
    Matcher shortFiscal = SHORT_FISCAL.matcher(text);
    if (shortFiscal.matches()) {
      return "FY20" + shortFiscal.group(1);
    }
    Matcher year = YEAR.matcher(text);
    if (!year.find()) {
      return null;
    }
    String y = year.group(1);
    Matcher month = MONTH.matcher(text);
    if (month.find()) {
      return monthOrDay(
          text, Integer.parseInt(y), MONTHS.indexOf(month.group(1).toLowerCase(Locale.ROOT)) + 1);
    }
    return period(text, y);
  }

  private static @Nullable String monthOrDay(String text, int year, int month) {
    Matcher day = DAY.matcher(text);
    return day.find()
        ? valid(year, month, Integer.parseInt(day.group(1)))
        : "%04d-%02d".formatted(year, month);
  }

  private static @Nullable String period(String text, String year) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean fiscal = lower.contains("fiscal") || text.contains("FY");
    String base = fiscal ? "FY" + year : year;
    if (lower.contains("ytd") || lower.contains("three months") || lower.contains("nine months")) {
      return null;
    }
    Matcher half = HALF.matcher(text);
    if (half.find()) {
      return base + "-H" + number(half);
    }
    Matcher quarter = QUARTER.matcher(text);
    return quarter.find() ? base + "-Q" + number(quarter) : base;
  }

  private static int number(Matcher m) {
    for (int g = 1; g <= m.groupCount(); g++) {
      String word = m.group(g);
      if (word != null) {
        return switch (word.toLowerCase(Locale.ROOT)) {
          case "first" -> 1;
          case "second" -> 2;
          case "third" -> 3;
          case "fourth" -> 4;
          default -> word.charAt(0) - '0';
        };
      }
    }
    throw new IllegalStateException("no group matched");
  }

  private static @Nullable String valid(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day).toString();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable String valid(String iso) {
    return valid(
        Integer.parseInt(iso.substring(0, 4)),
        Integer.parseInt(iso.substring(5, 7)),
        Integer.parseInt(iso.substring(8)));
  }
}
