package dev.caveat.library;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.index.FilingFilter.Years;
import dev.caveat.model.RiskSection.Status;
import dev.caveat.taxonomy.Category;
import dev.caveat.taxonomy.Taxonomy;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * The values of filters as people write them. Each method throws a {@link CaveatException} with
 * {@link ErrorCode#BAD_REQUEST} for what it cannot read; its message says what is expected.
 */
public final class FilterTerms {
  private static final int YEAR = 4;
  private static final int MONTH = 7;

  private FilterTerms() {}

  /** A Central Index Key: up to ten digits, zeros in front or not. */
  public static String cik(String text) {
    if (text.matches("\\d{1,10}")) {
      return text;
    }
    throw expected("digits such as 320193", "cik", text);
  }

  /** A year, {@code 2023}, or years, {@code 2019-2023}. */
  public static Years years(String text) {
    if (text.matches("\\d{4}")) {
      return new Years(Integer.parseInt(text), Integer.parseInt(text));
    }
    if (text.matches("\\d{4}-\\d{4}")) {
      int first = Integer.parseInt(text.substring(0, YEAR));
      int last = Integer.parseInt(text.substring(YEAR + 1));
      if (first <= last) {
        return new Years(first, last);
      }
    }
    throw expected("a year or years such as 2019-2023", "year", text);
  }

  /** The first day of a day, month or year: {@code 2023-06-30}, {@code 2023-06}, {@code 2023}. */
  public static LocalDate firstDay(String text) {
    try {
      return switch (text.length()) {
        case YEAR -> LocalDate.of(Integer.parseInt(text), 1, 1);
        case MONTH -> YearMonth.parse(text).atDay(1);
        default -> LocalDate.parse(text);
      };
    } catch (DateTimeException | NumberFormatException e) {
      throw expected("a date such as 2023-06-30, 2023-06 or 2023", "date", text);
    }
  }

  /** The last day of a day, month or year. */
  public static LocalDate lastDay(String text) {
    LocalDate first = firstDay(text);
    return switch (text.length()) {
      case YEAR -> first.withDayOfYear(first.lengthOfYear());
      case MONTH -> first.withDayOfMonth(first.lengthOfMonth());
      default -> first;
    };
  }

  /** A status by its id, such as {@code no-material-changes}. */
  public static Status status(String text) {
    Status status = Status.of(text);
    if (status == null) {
      throw expected(
          "present, no-material-changes, not-required, incorporated or absent", "status", text);
    }
    return status;
  }

  /** The id of a category by its id or name. */
  public static String category(String name, Taxonomy taxonomy) {
    return taxonomy.id(name).orElseThrow(() -> unknown("category", name, taxonomy.ids()));
  }

  /** The ids of the categories of a family. */
  public static List<String> family(String name, Taxonomy taxonomy) {
    List<String> ids =
        taxonomy.categories().stream()
            .filter(c -> c.family().equalsIgnoreCase(name.strip()))
            .map(Category::id)
            .toList();
    if (ids.isEmpty()) {
      throw unknown("family", name, taxonomy.families());
    }
    return ids;
  }

  private static CaveatException unknown(String kind, String name, List<String> known) {
    return new CaveatException(
        ErrorCode.BAD_REQUEST,
        Nearest.unknown(kind, name, known),
        Map.of("kind", kind, "value", name));
  }

  private static CaveatException expected(String what, String kind, String text) {
    return new CaveatException(
        ErrorCode.BAD_REQUEST,
        "expected " + what + ", not " + text,
        Map.of("kind", kind, "value", text));
  }
}
