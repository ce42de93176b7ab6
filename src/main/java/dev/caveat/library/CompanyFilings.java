package dev.caveat.library;

import dev.caveat.compare.FilingSeries;
import dev.caveat.compare.FilingSeries.Pair;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.RiskIndex;
import dev.caveat.model.FilingFacts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The filings of one company.
 *
 * @param filings latest first
 */
public record CompanyFilings(List<IndexedFiling> filings) {
  /** Copies the list. */
  public CompanyFilings {
    filings = List.copyOf(filings);
  }

  /** Those of the company that has filed a filing; only that one if its company is not known. */
  public static CompanyFilings of(RiskIndex index, FilingFacts facts) throws IOException {
    Map<String, IndexedFiling> own = new TreeMap<>();
    Consumer<IndexedFiling> add =
        f -> {
          if (FilingSeries.sameCompany(f.facts(), facts)) {
            own.put(f.id(), f);
          }
        };
    if (facts.cik() != null) {
      index.filings(FilingFilter.builder().ciks(List.of(facts.cik())).build(), add);
    }
    // Filings without a header state no key; of those with one, only the name may have been asked.
    for (String name : names(own.values(), facts)) {
      index.filings(FilingFilter.builder().companies(List.of(name)).build(), add);
    }
    List<IndexedFiling> filings = new ArrayList<>(own.values());
    filings.sort(Comparator.comparing(CompanyFilings::date).reversed());
    return new CompanyFilings(filings);
  }

  /** The names of a company: as asked for, and as its filings state them. */
  private static Set<String> names(Collection<IndexedFiling> filings, FilingFacts facts) {
    Set<String> names = new TreeSet<>();
    if (facts.company() != null) {
      names.add(facts.company());
    }
    filings.stream().map(f -> f.facts().company()).filter(Objects::nonNull).forEach(names::add);
    return names;
  }

  private static LocalDate date(IndexedFiling filing) {
    LocalDate period = filing.facts().period();
    LocalDate filed = filing.facts().filed();
    return period != null ? period : filed != null ? filed : LocalDate.MIN;
  }

  /** Each filing with risks and the one before it on the same kind of form, latest first. */
  public List<Pair<IndexedFiling>> pairs() {
    List<IndexedFiling> withRisks = filings.stream().filter(f -> f.risks() > 0).toList();
    return FilingSeries.of(withRisks, IndexedFiling::facts).stream()
        .flatMap(s -> s.pairs().stream())
        .sorted(Comparator.comparing((Pair<IndexedFiling> p) -> date(p.after())).reversed())
        .toList();
  }

  /** The one before a filing on the same kind of form; empty if there is none. */
  public Optional<IndexedFiling> before(IndexedFiling filing) {
    return pairs().stream()
        .filter(p -> Objects.equals(p.after().id(), filing.id()))
        .map(Pair::before)
        .findFirst();
  }
}
