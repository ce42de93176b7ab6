package dev.caveat.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.index.FilingFilter.Years;
import dev.caveat.model.RiskSection.Status;
import java.time.LocalDate;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FilterTermsTest {
  @Test
  void readsYearsAndTheDaysOfMonthsAndYears() {
    assertThat(FilterTerms.years("2023")).isEqualTo(new Years(2023, 2023));
    assertThat(FilterTerms.years("2019-2023")).isEqualTo(new Years(2019, 2023));
    assertThat(FilterTerms.firstDay("2024")).isEqualTo(LocalDate.of(2024, 1, 1));
    assertThat(FilterTerms.lastDay("2024")).isEqualTo(LocalDate.of(2024, 12, 31));
    assertThat(FilterTerms.lastDay("2024-02")).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(FilterTerms.lastDay("2024-02-03")).isEqualTo(LocalDate.of(2024, 2, 3));
    assertThat(FilterTerms.status("absent")).isEqualTo(Status.ABSENT);
    assertThat(FilterTerms.cik("0000320193")).isEqualTo("0000320193");
  }

  @Test
  void saysWhatItExpected() {
    refuses(FilterTerms::years, "2023-2019", "a year or years such as 2019-2023");
    refuses(FilterTerms::years, "last", "a year or years such as 2019-2023");
    refuses(FilterTerms::firstDay, "2023-13", "a date such as 2023-06-30");
    refuses(FilterTerms::firstDay, "abcd", "a date such as 2023-06-30");
    refuses(FilterTerms::cik, "12345678901", "digits such as 320193");
    refuses(FilterTerms::status, "gone", "present, no-material-changes");
  }

  private static void refuses(Function<String, ?> reader, String text, String expected) {
    assertThatThrownBy(() -> reader.apply(text))
        .isInstanceOfSatisfying(
            CaveatException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.BAD_REQUEST);
              assertThat(e.data()).containsEntry("value", text);
            })
        .hasMessageStartingWith("expected " + expected)
        .hasMessageEndingWith(", not " + text);
  }
}
