package dev.caveat.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --date}, mixed into commands whose result carries a date. */
final class DateOption {
  @Option(
      names = "--date",
      paramLabel = "DATE",
      description =
          "Date to print on the result, such as 2024-06-30. Same date, same bytes."
              + " Default: today.")
  private @Nullable String date;

  LocalDate date() {
    if (date == null) {
      return LocalDate.now();
    }
    try {
      return LocalDate.parse(date);
    } catch (DateTimeException e) {
      throw CommandException.usage("--date takes a date such as 2024-06-30, not " + date);
    }
  }
}
