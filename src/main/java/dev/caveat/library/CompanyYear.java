package dev.caveat.library;

import dev.caveat.compare.FilingSeries;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.RiskIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A filing named by company and year: the company's annual report for a fiscal year.
 *
 * @param company its ticker, Central Index Key or name
 * @param year the fiscal year as the company counts it, or the year in which the period ends
 */
public record CompanyYear(String company, int year) {
  private static final Pattern NAME = Pattern.compile("(\\S.*?)\\s+((?:19|20)\\d{2})");
  private static final Pattern CIK = Pattern.compile("\\d{1,10}");
  private static final String ANNUAL = "10-K";

  /** Parses {@code AAPL 2023}; empty if the name has another form. */
  public static Optional<CompanyYear> of(String name) {
    Matcher m = NAME.matcher(name.strip());
    return m.matches()
        ? Optional.of(new CompanyYear(m.group(1), Integer.parseInt(m.group(2))))
        : Optional.empty();
  }

  /** Whether a text is a year. */
  public static boolean isYear(String text) {
    return of("x " + text).isPresent() && text.strip().length() == 4;
  }

  /** Filters for a company by ticker, Central Index Key and name, the most certain first. */
  public static List<FilingFilter> companies(String company) {
    List<FilingFilter> filters = new ArrayList<>();
    if (CIK.matcher(company).matches()) {
      filters.add(FilingFilter.builder().ciks(List.of(company)).build());
    }
    filters.add(FilingFilter.builder().tickers(List.of(company)).build());
    filters.add(FilingFilter.builder().companies(List.of(company)).build());
    return filters;
  }

  /**
   * The matching filings, preferring those with risks, annual reports to others for the year, and
   * originals to amendments.
   */
  public List<IndexedFiling> filings(RiskIndex reader) throws IOException {
    for (FilingFilter filter : companies(company)) {
      List<IndexedFiling> found = new ArrayList<>();
      reader.filings(filter, found::add);
      List<IndexedFiling> ofYear = ofYear(found);
      if (!ofYear.isEmpty()) {
        return best(ofYear);
      }
    }
    return List.of();
  }

  /** The filings for the fiscal year; if none states one, those whose period ends in the year. */
  private List<IndexedFiling> ofYear(List<IndexedFiling> some) {
    List<IndexedFiling> fiscal = new ArrayList<>();
    List<IndexedFiling> calendar = new ArrayList<>();
    for (IndexedFiling f : some) {
      Integer fiscalYear = f.facts().fiscalYear();
      if (fiscalYear != null && fiscalYear == year) {
        fiscal.add(f);
      } else if (fiscalYear == null && f.year() != null && f.year() == year) {
        calendar.add(f);
      }
    }
    return fiscal.isEmpty() ? calendar : fiscal;
  }

  private static List<IndexedFiling> best(List<IndexedFiling> some) {
    List<IndexedFiling> withRisks = some.stream().filter(f -> f.risks() > 0).toList();
    List<IndexedFiling> told = withRisks.isEmpty() ? some : withRisks;
    List<IndexedFiling> annual =
        told.stream().filter(f -> FilingSeries.family(form(f)).equals(ANNUAL)).toList();
    List<IndexedFiling> chosen = annual.isEmpty() ? told : annual;
    List<IndexedFiling> first =
        FilingSeries.of(chosen, IndexedFiling::facts).stream()
            .flatMap(s -> s.filings().stream())
            .toList();
    return first.isEmpty() ? chosen : first;
  }

  private static String form(IndexedFiling filing) {
    return filing.facts().form() == null ? "" : filing.facts().form();
  }
}
