package dev.caveat.annotate;

import dev.caveat.model.Entity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Converts dates and periods to ISO 8601, and to similar forms for fiscal periods; null if not
 * certain.
 */
final class Periods {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Pattern MONTH =
      Pattern.compile("\\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?");
  private static final Pattern YEAR = Pattern.compile("\\b(?:FY\\s?)?((?:19|20)\\d{2})\\b");
  private static final Pattern DAY =
      Pattern.compile("(?<![\\d/])(\\d{1,2})(?:st|nd|rd|th)?(?![\\d/])");
  private static final Pattern SHORT_FISCAL = Pattern.compile("FY\\s?[’']?(\\d{2})");
  private static final Pattern ISO = Pattern.compile("(\\d{4})[-/](\\d{2})[-/](\\d{2})");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\d{1,2})[-/](\\d{1,2})[-/]((?:19|20)\\d{2})");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.((?:19|20)\\d{2})");

  /** "Q3’24", "4Q24", "1H’23", "Q2 FY23": a part of a year of two figures. */
  private static final Pattern SHORT_PART =
      Pattern.compile("(?:([QH])([1-4])|([1-4])([QH]))\\s?(FY|[Ff]iscal\\s)?\\s?[’']?(\\d{2})");

  private static final Pattern YEAR_FIRST = Pattern.compile("((?:19|20)\\d{2})[-\\s]?([QH][1-4])");
  private static final Pattern QUARTER =
      Pattern.compile(
          "(?i)\\b(first|second|third|fourth|[1-4](?:st|nd|rd|th))[\\s-].*\\bquarter|\\b(?:Q([1-4])|([1-4])Q)");
  private static final Pattern HALF =
      Pattern.compile(
          "(?i)\\b(first|second|[12](?:st|nd))[\\s-].*\\bhalf|\\b(?:H([12])|([12])H)|\\b(first) six months");

  private static final int LIST_REACH = 60;

  /** "fiscal 2023, 2022 and …": the years behind the first are fiscal too. */
  private static final Pattern FISCAL_LIST =
      Pattern.compile(
          "(?i)\\bfiscal(?:\\s+years?)?\\s+(?:(?:19|20)\\d{2}(?:\\s*,\\s*(?:and\\s+|or\\s+)?|\\s+(?:and|or|to|through)\\s+(?:fiscal\\s+)?|\\s?[-–]\\s?))+$");

  private static final Pattern PART_OF_YEAR = Pattern.compile("\\d{4}-[QH]\\d");
  private static final Pattern CALENDAR = Pattern.compile("(?i)\\bcalendar(?:\\s+year)?\\s+$");

  private Periods() {}

  /**
   * The date at a place of a text.
   *
   * @param shifted whether quarters and halves are those of a fiscal year that differs from the
   *     calendar year
   */
  static Entity.Value.@Nullable Period read(String text, int start, int end, boolean shifted) {
    String iso = iso(text.substring(start, end));
    if (iso == null) {
      return null;
    }
    String before = text.substring(Math.max(0, start - LIST_REACH), start);
    boolean inFiscalList = iso.length() == 4 && FISCAL_LIST.matcher(before).find();
    boolean fiscalQuarter =
        shifted && PART_OF_YEAR.matcher(iso).matches() && !CALENDAR.matcher(before).find();
    return new Entity.Value.Period(inFiscalList || fiscalQuarter ? "FY" + iso : iso);
  }

  private static @Nullable String iso(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return valid(number(iso, 1), number(iso, 2), number(iso, 3));
    }
    Matcher monthFirst = MONTH_FIRST.matcher(text);
    if (monthFirst.matches()) {
      return valid(number(monthFirst, 3), number(monthFirst, 1), number(monthFirst, 2));
    }
    Matcher dayFirst = DAY_FIRST.matcher(text);
    if (dayFirst.matches()) {
      return valid(number(dayFirst, 3), number(dayFirst, 2), number(dayFirst, 1));
    }
    Matcher part = SHORT_PART.matcher(text);
    if (part.matches()) {
      String mark =
          part.group(1) != null ? part.group(1) + part.group(2) : part.group(4) + part.group(3);
      return (part.group(5) != null ? "FY20" : "20") + part.group(6) + "-" + mark;
    }
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      return yearFirst.group(1) + "-" + yearFirst.group(2);
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

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
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
}
