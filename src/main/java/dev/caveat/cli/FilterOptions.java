package dev.caveat.cli;

import dev.caveat.index.FilingFilter;
import dev.caveat.index.FilingFilter.Years;
import dev.caveat.model.RiskSection.Status;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose filings, mixed into every command that looks at some of them. */
final class FilterOptions {
  @Option(
      names = "--company",
      paramLabel = "NAME",
      description = "Only filings by companies with these words in their name. May be repeated.")
  private List<String> companies = new ArrayList<>();

  @Option(
      names = "--cik",
      paramLabel = "N",
      split = ",",
      description = "Only filings by these Central Index Keys.")
  private List<String> ciks = new ArrayList<>();

  @Option(
      names = "--ticker",
      paramLabel = "SYMBOL",
      split = ",",
      description = "Only filings by these ticker symbols.")
  private List<String> tickers = new ArrayList<>();

  @Option(
      names = "--form",
      paramLabel = "FORM",
      split = ",",
      description = "Only filings on these forms; 10-K* matches every form that starts with 10-K.")
  private List<String> forms = new ArrayList<>();

  @Option(
      names = "--sic",
      paramLabel = "CODE",
      split = ",",
      description = "Only filings in these industries; 35* matches every code that starts with 35.")
  private List<String> sics = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "Filed on or after this date: YYYY-MM-DD, YYYY-MM or YYYY.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "DATE", description = "Filed on or before this date.")
  private @Nullable String to;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      split = ",",
      description = "Only filings for this year, or a range such as 2019-2023.")
  private List<String> years = new ArrayList<>();

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      split = ",",
      completionCandidates = Statuses.class,
      description =
          "Only filings with this status: present, no-material-changes, not-required, incorporated,"
              + " absent.")
  private List<String> statuses = new ArrayList<>();

  @Option(
      names = "--doubtful",
      description = "Only filings that need review: low confidence, or with a warning.")
  private boolean doubtful;

  @Option(names = "--sure", description = "Only filings with no sign of trouble.")
  private boolean sure;

  /** What {@code --status} takes, for completion. */
  static final class Statuses extends Completions {
    Statuses() {
      super(Arrays.stream(Status.values()).map(Status::id).toArray(String[]::new));
    }
  }

  /** Whether the filings to look at are asked for. */
  boolean doubtful() {
    return doubtful;
  }

  FilingFilter filter() {
    if (doubtful && sure) {
      throw CommandException.usage("use --doubtful or --sure, not both");
    }
    try {
      return FilingFilter.builder()
          .companies(companies)
          .ciks(ciks.stream().map(FilterOptions::cik).toList())
          .tickers(tickers)
          .forms(forms)
          .sics(sics)
          .years(years.stream().map(FilterOptions::years).toList())
          .from(from == null ? null : first("--from", from))
          .to(to == null ? null : last("--to", to))
          .statuses(statuses())
          .doubtful(doubtful || sure ? (Boolean) doubtful : null)
          .build();
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(String.valueOf(e.getMessage()));
    }
  }

  private Set<Status> statuses() {
    Set<Status> found = EnumSet.noneOf(Status.class);
    for (String name : statuses) {
      Status status = Status.of(name);
      if (status == null) {
        throw CommandException.usage(
            "--status takes present, no-material-changes, not-required, incorporated or absent,"
                + " not "
                + name);
      }
      found.add(status);
    }
    return found;
  }

  private static String cik(String text) {
    if (text.matches("\\d{1,10}")) {
      return text;
    }
    throw CommandException.usage("--cik takes digits such as 320193, not " + text);
  }

  private static Years years(String text) {
    if (text.matches("\\d{4}")) {
      return new Years(Integer.parseInt(text), Integer.parseInt(text));
    }
    if (text.matches("\\d{4}-\\d{4}")) {
      return new Years(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(5)));
    }
    throw CommandException.usage("--year takes a year or years such as 2019-2023, not " + text);
  }

  private static LocalDate first(String option, String text) {
    try {
      return switch (text.length()) {
        case 4 -> LocalDate.of(Integer.parseInt(text), 1, 1);
        case 7 -> YearMonth.parse(text).atDay(1);
        default -> LocalDate.parse(text);
      };
    } catch (DateTimeException | NumberFormatException e) {
      throw CommandException.usage(
          option + " takes a date such as 2023-06-30, 2023-06 or 2023, not " + text);
    }
  }

  private static LocalDate last(String option, String text) {
    LocalDate first = first(option, text);
    return switch (text.length()) {
      case 4 -> first.withDayOfYear(first.lengthOfYear());
      case 7 -> first.withDayOfMonth(first.lengthOfMonth());
      default -> first;
    };
  }
}
