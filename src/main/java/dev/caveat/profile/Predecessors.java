package dev.caveat.profile;

import dev.caveat.compare.FilingSeries;
import dev.caveat.compare.FilingSeries.Pair;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.RiskIndex;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds for each filing the company's previous one, which need not be in the report. */
final class Predecessors {
  private Predecessors() {}

  /** The previous filing of each filing that has one, by key. */
  static Map<String, FilingProfile> of(RiskIndex index, List<FilingProfile> filings)
      throws IOException {
    Set<String> ciks = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (FilingProfile f : filings) {
      if (f.facts().cik() != null) {
        ciks.add(f.facts().cik());
      } else if (f.facts().company() != null) {
        names.add(f.facts().company());
      }
    }
    Map<String, FilingProfile> candidates = new LinkedHashMap<>();
    if (!ciks.isEmpty()) {
      add(index, FilingFilter.builder().ciks(List.copyOf(ciks)).build(), candidates);
    }
    if (!names.isEmpty()) {
      add(index, FilingFilter.builder().companies(List.copyOf(names)).build(), candidates);
    }
    Map<String, FilingProfile> before = new HashMap<>();
    for (Pair<FilingProfile> pair :
        FilingSeries.pairs(List.copyOf(candidates.values()), FilingProfile::facts)) {
      before.put(pair.after().id(), pair.before());
    }
    before.keySet().retainAll(filings.stream().map(FilingProfile::id).toList());
    return before;
  }

  private static void add(
      RiskIndex index, FilingFilter filter, Map<String, FilingProfile> candidates)
      throws IOException {
    Tally.profilesOf(index, filter).stream()
        .filter(FilingProfile::hasRisks)
        .forEach(f -> candidates.put(f.id(), f));
  }
}
