package dev.caveat.index.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caveat.index.entity.DateSpan.Axis;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DateSpanTest {
  @Test
  void coversEveryKindOfCalendarPeriod() {
    spans("2003-03-31", "2003-03-31", "2003-03-31");
    spans("2024-02", "2024-02-01", "2024-02-29");
    spans("2024-Q1", "2024-01-01", "2024-03-31");
    spans("2007-H2", "2007-07-01", "2007-12-31");
    spans("2002", "2002-01-01", "2002-12-31");
  }

  @Test
  void keepsFiscalPeriodsOnAnAxisOfTheirOwn() {
    assertThat(DateSpan.parse("FY2023")).isEqualTo(new DateSpan(Axis.FISCAL, 8092, 8095));
    assertThat(DateSpan.parse("fy2023-q2")).isEqualTo(new DateSpan(Axis.FISCAL, 8093, 8093));
    assertThat(DateSpan.parse("FY2023-H2")).isEqualTo(new DateSpan(Axis.FISCAL, 8094, 8095));
    assertThat(DateSpan.parse("FY2021..FY2022")).isEqualTo(new DateSpan(Axis.FISCAL, 8084, 8091));
  }

  @Test
  void readsRangesWithOneEndOrTwo() {
    spans("2003-09..2003-12", "2003-09-01", "2003-12-31");
    spans(" 2003-Q3 .. 2004 ", "2003-07-01", "2004-12-31");
    assertThat(DateSpan.parse("..2003").first()).isEqualTo(Integer.MIN_VALUE);
    assertThat(DateSpan.parse("2003..").last()).isEqualTo(Integer.MAX_VALUE);
    assertThat(DateSpan.parse("2003..").first()).isEqualTo(day("2003-01-01"));
  }

  @Test
  void knowsNoDayThatNoCalendarHas() {
    assertThat(DateSpan.of("2023-02-29")).isEmpty();
    assertThat(DateSpan.of("2023-13")).isEmpty();
    assertThat(DateSpan.of("2023-Q5")).isEmpty();
    assertThat(DateSpan.of("FY2023-05")).isEmpty();
    assertThat(DateSpan.of("")).isEmpty();
  }

  @Test
  void saysHowDatesAreWritten() {
    refuses("last spring", "write a date as 2003-09-30");
    refuses("..", "write a date as");
    refuses("2003-02-30..2004", "write a date as");
    refuses("2004..2003", "ends before it starts");
    refuses("2003..FY2004", "on both sides or on neither");
  }

  private static void refuses(String text, String message) {
    assertThatThrownBy(() -> DateSpan.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .hasMessageEndingWith(": " + text);
  }

  private static void spans(String text, String first, String last) {
    assertThat(DateSpan.parse(text)).isEqualTo(new DateSpan(Axis.CALENDAR, day(first), day(last)));
  }

  private static int day(String date) {
    return Math.toIntExact(LocalDate.parse(date).toEpochDay());
  }
}
