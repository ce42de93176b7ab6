package dev.caveat.cli;

import dev.caveat.error.CaveatException;
import dev.caveat.index.FilingFilter;
import dev.caveat.library.FilterTerms;
import dev.caveat.model.RiskSection.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
          .ciks(read("--cik", ciks, FilterTerms::cik))
          .tickers(tickers)
          .forms(forms)
          .sics(sics)
          .years(read("--year", years, FilterTerms::years))
          .from(from == null ? null : read("--from", from, FilterTerms::firstDay))
          .to(to == null ? null : read("--to", to, FilterTerms::lastDay))
          .statuses(Set.copyOf(read("--status", statuses, FilterTerms::status)))
          .doubtful(doubtful || sure ? (Boolean) doubtful : null)
          .build();
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(String.valueOf(e.getMessage()));
    }
  }

  private static <T> List<T> read(String option, List<String> texts, Function<String, T> reader) {
    return texts.stream().map(text -> read(option, text, reader)).toList();
  }

  /** Reads the value of an option; of a parameter if the option is empty. */
  static <T> T read(String option, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (CaveatException e) {
      throw CommandException.usage((option.isEmpty() ? "" : option + ": ") + e.getMessage());
    }
  }
}
