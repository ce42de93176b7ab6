package dev.caveat.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as headers, tags and covers write them. */
final class StatedDate {
  private static final String MONTH =
      "(?<month>January|February|March|April|May|June|July|August|September|October|November"
          + "|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?";

  /** Each names its month, day and year by groups; the last is never written for people. */
  private static final String[] SHAPES = {
    MONTH + "\\s*(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+(?<year>\\d{4})",
    "(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:day\\s+of\\s+)?" + MONTH + "\\s*,?\\s+(?<year>\\d{4})",
    "(?<month>\\d{1,2})[/-](?<day>\\d{1,2})[/-](?<year>\\d{4}|\\d{2})",
    "(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})",
    "(?<year>(?:19|20)\\d{2})(?<month>\\d{2})(?<day>\\d{2})",
  };

  /** A date written out for people, as a regular expression without named groups. */
  static final String PRINTED =
      "(?:"
          + String.join("|", Arrays.asList(SHAPES).subList(0, SHAPES.length - 1))
              .replaceAll("\\(\\?<[a-z]+>", "(?:")
          + ")(?!\\d)";

  private static final Pattern[] DATES = new Pattern[SHAPES.length];

  /** {@code --09-30} of XBRL, {@code 0930} of headers, {@code 9/30} and {@code September 30}. */
  private static final Pattern[] DAYS = {
    Pattern.compile("(?<month>\\d{1,2})/(?<day>\\d{1,2})"),
    Pattern.compile("(?:--)?(?<month>\\d{2})-?(?<day>\\d{2})"),
    Pattern.compile(MONTH + "\\s*(?<day>\\d{1,2})", Pattern.CASE_INSENSITIVE),
  };

  static {
    for (int i = 0; i < SHAPES.length; i++) {
      DATES[i] = Pattern.compile(SHAPES[i] + "(?!\\d).*", Pattern.CASE_INSENSITIVE);
    }
  }

  /** EDGAR began in 1993. */
  private static final int FIRST_YEAR = 1990;

  private static final int CENTURY = 100;

  private StatedDate() {}

  /** A date that stands at the start of a text as ISO 8601, or null. */
  static @Nullable String date(String text) {
    for (Pattern shape : DATES) {
      Matcher m = shape.matcher(text);
      if (m.lookingAt()) {
        try {
          int day = Integer.parseInt(m.group("day"));
          return LocalDate.of(year(m.group("year")), month(m.group("month")), day).toString();
        } catch (DateTimeException e) {
          return null;
        }
      }
    }
    return null;
  }

  /** Month and day, of a date or alone, as {@code --09-30}, or null. */
  static @Nullable String monthDay(String text) {
    String date = date(text);
    if (date != null) {
      return MonthDay.from(LocalDate.parse(date)).toString();
    }
    for (Pattern shape : DAYS) {
      Matcher m = shape.matcher(text);
      if (m.matches()) {
        try {
          return MonthDay.of(month(m.group("month")), Integer.parseInt(m.group("day"))).toString();
        } catch (DateTimeException e) {
          return null;
        }
      }
    }
    return null;
  }

  /** Two digits are of the hundred years from the first year on. */
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return year >= CENTURY ? year : FIRST_YEAR + Math.floorMod(year - FIRST_YEAR, CENTURY);
  }

  private static int month(String month) {
    if (Character.isDigit(month.charAt(0))) {
      return Integer.parseInt(month);
    }
    String start = month.toUpperCase(Locale.ROOT);
    for (Month named : Month.values()) {
      if (named.name().startsWith(start)) {
        return named.getValue();
      }
    }
    throw new IllegalStateException(month + " is no month");
  }
}
