package dev.caveat.mcp;

import dev.caveat.company.CompanyKeys;
import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.IndexedRisk;
import dev.caveat.index.RiskIndex;
import dev.caveat.library.CompanyYear;
import dev.caveat.library.Nearest;
import dev.caveat.library.RiskLookup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds filings of one state of an index by the names that agents give. Files are no names. */
final class Filings {
  static final String NAMED =
      "accession number such as 0000320193-23-000106, the id from another answer, or company and"
          + " fiscal year such as AAPL 2023";

  private static final int MAX_LISTED = 8;
  private static final int MAX_COMPARED = 5_000;

  private final RiskIndex index;
  private final RiskLookup lookup;

  Filings(RiskIndex index) {
    this.index = index;
    lookup = new RiskLookup(index, Path.of("the index"));
  }

  /**
   * The filing with a name.
   *
   * @throws CaveatException if none or several have it, with those that were perhaps meant
   */
  IndexedFiling filing(String name) throws IOException {
    check(name);
    try {
      return lookup.filing(name.strip());
    } catch (CaveatException e) {
      if (e.code() == ErrorCode.NOT_FOUND) {
        throw unknown(name.strip());
      }
      throw e;
    }
  }

  /** The risk with a name, {@code FILING#N}. */
  IndexedRisk risk(String name) throws IOException {
    int hash = name.lastIndexOf('#');
    if (hash < 1) {
      throw Arguments.bad(
          "risk",
          "risk: expected FILING#N, such as 0000320193-23-000106#4, not " + Words.line(name));
    }
    IndexedFiling filing = filing(name.substring(0, hash));
    return lookup.risk(filing.id() + name.substring(hash).strip());
  }

  /** Names that no index can hold, and that would be errors further down. */
  private static void check(String name) {
    if (name.isBlank() || name.indexOf('\0') >= 0 || name.length() > 4_000) {
      throw Arguments.bad("filing", "filing: expected an " + NAMED);
    }
  }

  private CaveatException unknown(String name) throws IOException {
    String help = perhaps(name);
    return new CaveatException(
        ErrorCode.NOT_FOUND,
        "the index has no filing " + Words.line(name) + "; expected an " + NAMED + ". " + help,
        Map.of("kind", "filing", "name", Words.line(name)));
  }

  private String perhaps(String name) throws IOException {
    Optional<CompanyYear> year = CompanyYear.of(name);
    List<IndexedFiling> ofCompany = ofCompany(year.map(CompanyYear::company).orElse(name));
    if (!ofCompany.isEmpty()) {
      return "Of this company it has " + listed(ofCompany);
    }
    if (index.filingCount() > MAX_COMPARED) {
      return "Call status with company to list filings.";
    }
    Set<String> names = new LinkedHashSet<>();
    index.filings(
        FilingFilter.none(),
        f -> {
          names.add(f.id());
          if (f.facts().company() != null) {
            names.add(f.facts().company());
          }
        });
    List<String> near = Nearest.to(year.map(CompanyYear::company).orElse(name), names);
    return near.isEmpty()
        ? "Call status to list filings."
        : "Did you mean " + near.stream().limit(3).collect(Collectors.joining(" or ")) + "?";
  }

  /** The filings of a company by ticker, Central Index Key or name, oldest first. */
  List<IndexedFiling> ofCompany(String company) throws IOException {
    check(company);
    for (FilingFilter filter : CompanyYear.companies(company.strip())) {
      List<IndexedFiling> found = new ArrayList<>();
      index.filings(filter, found::add);
      if (!found.isEmpty()) {
        found.sort(BY_COMPANY_AND_TIME);
        return found;
      }
    }
    return List.of();
  }

  /** In the order in which people list filings. */
  static final Comparator<IndexedFiling> BY_COMPANY_AND_TIME =
      Comparator.comparing(Filings::company)
          .thenComparing(Filings::time)
          .thenComparing(IndexedFiling::id);

  private static String company(IndexedFiling f) {
    return f.facts().company() == null ? "" : CompanyKeys.plain(f.facts().company());
  }

  private static String time(IndexedFiling f) {
    LocalDate date = f.facts().period() == null ? f.facts().filed() : f.facts().period();
    return date == null ? String.valueOf(f.year()) : date.toString();
  }

  static String listed(List<IndexedFiling> filings) {
    int skipped = Math.max(0, filings.size() - MAX_LISTED);
    return filings.stream()
            .skip(skipped)
            .map(f -> Words.filing(f.id(), f.facts()))
            .collect(Collectors.joining("; "))
        + (skipped > 0 ? "; and " + skipped + " older ones." : ".");
  }
}
