package dev.caveat.index.entity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of days or of fiscal quarters, both ends included.
 *
 * @param axis what is counted
 * @param first days since 1970, or fiscal quarters since the year 0; {@link Integer#MIN_VALUE} if
 *     it has no start
 * @param last the same; {@link Integer#MAX_VALUE} where it has no end
 */
public record DateSpan(Axis axis, int first, int last) {
  private static final Pattern ONE =
      Pattern.compile(
          "(?<fiscal>FY)?(?<year>\\d{4})"
              + "(?:-(?:Q(?<quarter>[1-4])|H(?<half>[12])|(?<month>\\d\\d)(?:-(?<day>\\d\\d))?))?",
          Pattern.CASE_INSENSITIVE);
  private static final int QUARTERS = 4;
  private static final int MONTHS = 12;

  /** What a span counts. */
  public enum Axis {
    /** Days of the calendar. */
    CALENDAR,
    /** Quarters of a filer's own fiscal years, which may start in any month. */
    FISCAL
  }

  /** Checks the order. */
  public DateSpan {
    if (first > last) {
      throw new IllegalArgumentException(
          "a span must start before it ends: " + first + " > " + last);
    }
  }

  /**
   * The span of one day, month, quarter, half, year or fiscal period.
   *
   * @param iso as in {@link dev.caveat.model.Entity.Value.Period}; case does not matter
   * @return empty if it is none of these, or a day that does not exist
   */
  public static Optional<DateSpan> of(String iso) {
    Matcher m = ONE.matcher(iso);
    if (!m.matches() || (m.group("fiscal") != null && m.group("month") != null)) {
      return Optional.empty();
    }
    int year = Integer.parseInt(m.group("year"));
    try {
      return Optional.of(m.group("fiscal") != null ? fiscal(year, m) : calendar(year, m));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Parses what a user writes: one date as above, or a range {@code 2003-09..2003-12} whose ends
   * are such dates on the same axis; one end may be missing.
   *
   * @throws IllegalArgumentException if it is neither, with a message for the user
   */
  public static DateSpan parse(String text) {
    int dots = text.indexOf("..");
    if (dots < 0) {
      return one(text, text);
    }
    String from = text.substring(0, dots).strip();
    String to = text.substring(dots + 2).strip();
    if (from.isEmpty() && to.isEmpty()) {
      throw unreadable(text);
    }
    if (from.isEmpty()) {
      DateSpan end = one(to, text);
      return new DateSpan(end.axis, Integer.MIN_VALUE, end.last);
    }
    DateSpan start = one(from, text);
    return to.isEmpty()
        ? new DateSpan(start.axis, start.first, Integer.MAX_VALUE)
        : between(start, one(to, text), text);
  }

  private static DateSpan between(DateSpan start, DateSpan end, String text) {
    if (start.axis != end.axis) {
      throw new IllegalArgumentException(
          "a range of dates needs fiscal years (FY2023) on both sides or on neither: " + text);
    }
    if (start.first > end.last) {
      throw new IllegalArgumentException("the range of dates ends before it starts: " + text);
    }
    return new DateSpan(start.axis, start.first, end.last);
  }

  private static DateSpan one(String part, String text) {
    return of(part.strip()).orElseThrow(() -> unreadable(text));
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "write a date as 2003-09-30, 2003-09, 2003-Q3, 2003-H2, 2003, FY2003 or FY2003-Q1, a"
            + " range as 2003-09..2003-12, 2003.. or ..2003, not: "
            + text);
  }

  private static DateSpan fiscal(int year, Matcher m) {
    int first = year * QUARTERS;
    if (m.group("quarter") != null) {
      int quarter = first + Integer.parseInt(m.group("quarter")) - 1;
      return new DateSpan(Axis.FISCAL, quarter, quarter);
    }
    if (m.group("half") != null) {
      int half = first + (Integer.parseInt(m.group("half")) - 1) * 2;
      return new DateSpan(Axis.FISCAL, half, half + 1);
    }
    return new DateSpan(Axis.FISCAL, first, first + QUARTERS - 1);
  }

  private static DateSpan calendar(int year, Matcher m) {
    if (m.group("day") != null) {
      LocalDate day =
          LocalDate.of(year, Integer.parseInt(m.group("month")), Integer.parseInt(m.group("day")));
      return days(day, day);
    }
    if (m.group("month") != null) {
      int month = Integer.parseInt(m.group("month"));
      return months(year, month, month);
    }
    if (m.group("quarter") != null) {
      int quarter = Integer.parseInt(m.group("quarter"));
      return months(year, quarter * 3 - 2, quarter * 3);
    }
    if (m.group("half") != null) {
      int half = Integer.parseInt(m.group("half"));
      return months(year, half * 6 - 5, half * 6);
    }
    return months(year, 1, MONTHS);
  }

  private static DateSpan months(int year, int first, int last) {
    return days(YearMonth.of(year, first).atDay(1), YearMonth.of(year, last).atEndOfMonth());
  }

  private static DateSpan days(LocalDate first, LocalDate last) {
    return new DateSpan(
        Axis.CALENDAR, Math.toIntExact(first.toEpochDay()), Math.toIntExact(last.toEpochDay()));
  }
}
