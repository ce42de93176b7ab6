package dev.caveat.library;

import dev.caveat.company.CompanyKeys;
import dev.caveat.compare.FilingSeries;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.RiskIndex;
import dev.caveat.model.FilingFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the peers of a report's subjects in an index: for each named company other than the
 * subjects' own, the filing with risks nearest in time to the latest subject, on the same kind of
 * form if there is one.
 */
final class PeerLookup {
  private static final String SAME_SIC = "sic";
  private static final String SIC = "sic:";
  private static final String QUARTERLY = "10-Q";

  /** No peer has the name; the message says what was looked for. */
  static final class NoPeerException extends Exception {
    private static final long serialVersionUID = 1L;

    private NoPeerException(String message) {
      super(message);
    }
  }

  private final RiskIndex reader;
  private final Path path;
  private final List<IndexedFiling> subjects;
  private final FilingFacts latest;

  /**
   * Creates a lookup in an index.
   *
   * @param path its folder, for messages
   * @param subjects the filings that need peers; empty if the report is about the peers alone
   */
  PeerLookup(RiskIndex reader, Path path, List<IndexedFiling> subjects) {
    this.reader = reader;
    this.path = path;
    this.subjects = subjects;
    FilingFacts latest = FilingFacts.UNKNOWN;
    for (IndexedFiling f : subjects) {
      boolean later = FilingSeries.days(latest, f.facts()) > 0;
      latest = latest == FilingFacts.UNKNOWN || later ? f.facts() : latest;
    }
    this.latest = latest;
  }

  /**
   * Keys of the filings with a name.
   *
   * @param name of a company, its ticker or Central Index Key; {@code sic} for the subjects' own
   *     industry, {@code sic:CODE} for another
   * @throws NoPeerException if there is none
   */
  List<String> filings(String name) throws IOException, NoPeerException {
    if (name.equals(SAME_SIC) || name.startsWith(SIC)) {
      return ofIndustry(name);
    }
    for (FilingFilter company : CompanyYear.companies(name)) {
      List<String> found = nearest(company);
      if (!found.isEmpty()) {
        return found;
      }
    }
    throw new NoPeerException("no file, filing or other company " + name + " in " + path);
  }

  private List<String> ofIndustry(String name) throws IOException, NoPeerException {
    Set<String> codes =
        name.equals(SAME_SIC) ? ownIndustries() : Set.of(name.substring(SIC.length()));
    if (codes.isEmpty()) {
      throw new NoPeerException("the filing states no industry; name one, such as sic:36*");
    }
    List<String> found = nearest(FilingFilter.builder().sics(List.copyOf(codes)).build());
    if (found.isEmpty()) {
      throw new NoPeerException(
          "no other company of industry " + String.join(", ", codes) + " in " + path);
    }
    return found;
  }

  /** The industries that the subjects state, or else other filings of their companies. */
  private Set<String> ownIndustries() throws IOException {
    Set<String> codes = new TreeSet<>();
    subjects.forEach(f -> addIndustry(f, codes));
    if (codes.isEmpty()) {
      reader.filings(
          FilingFilter.none(),
          f -> {
            if (isOwn(f)) {
              addIndustry(f, codes);
            }
          });
    }
    return codes;
  }

  private static void addIndustry(IndexedFiling filing, Set<String> codes) {
    if (filing.facts().sic() != null) {
      codes.add(filing.facts().sic());
    }
  }

  private boolean isOwn(IndexedFiling filing) {
    return subjects.stream().anyMatch(s -> isSameCompany(s.facts(), filing.facts()));
  }

  private List<String> nearest(FilingFilter filter) throws IOException {
    List<IndexedFiling> others = new ArrayList<>();
    reader.filings(
        filter,
        f -> {
          if (f.risks() > 0 && !isOwn(f)) {
            others.add(f);
          }
        });
    CompanyKeys companies = FilingSeries.companies(others, IndexedFiling::facts);
    Map<String, List<IndexedFiling>> byCompany = new TreeMap<>();
    for (IndexedFiling f : others) {
      String company = companies.key(f.facts().cik(), f.facts().company());
      byCompany.computeIfAbsent(company == null ? f.id() : company, c -> new ArrayList<>()).add(f);
    }
    return byCompany.values().stream().map(this::nearest).map(IndexedFiling::id).toList();
  }

  /** Whether two filings state that they are from the same company. */
  static boolean isSameCompany(FilingFacts a, FilingFacts b) {
    return isNamed(a) && isNamed(b) && FilingSeries.sameCompany(a, b);
  }

  private static boolean isNamed(FilingFacts facts) {
    return facts.cik() != null || facts.company() != null;
  }

  private IndexedFiling nearest(List<IndexedFiling> some) {
    List<IndexedFiling> sameForm =
        some.stream().filter(f -> form(f.facts()).equals(form(latest))).toList();
    IndexedFiling nearest = null;
    for (IndexedFiling f : sameForm.isEmpty() ? some : sameForm) {
      nearest = nearest == null || isNearer(f, nearest) ? f : nearest;
    }
    return Objects.requireNonNull(nearest);
  }

  private static String form(FilingFacts facts) {
    return facts.form() == null ? "" : FilingSeries.family(facts.form());
  }

  /** If the time is unknown, the later filing is nearer, and quarterly reports are not near. */
  private boolean isNearer(IndexedFiling a, IndexedFiling b) {
    if (latest.period() == null && latest.filed() == null) {
      boolean quarterly = form(a.facts()).equals(QUARTERLY);
      return quarterly == form(b.facts()).equals(QUARTERLY)
          ? b.year() == null || FilingSeries.days(b.facts(), a.facts()) > 0
          : !quarterly;
    }
    return distance(a.facts()) < distance(b.facts());
  }

  /** Days to the latest subject; a filing without a date is furthest. */
  private int distance(FilingFacts facts) {
    return facts.period() == null && facts.filed() == null
        ? Integer.MAX_VALUE
        : Math.abs(FilingSeries.days(facts, latest));
  }
}
