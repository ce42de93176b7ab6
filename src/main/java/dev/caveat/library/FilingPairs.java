package dev.caveat.library;

import dev.caveat.compare.FilingSeries;
import dev.caveat.compare.FilingSeries.Pair;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.RiskIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The filings of an index, each paired with the company's previous one on the same kind of form.
 *
 * @param pairs those whose later filing was requested, by company and time
 * @param withoutRisks requested filings that are in no pair because they have no risks
 * @param first those that are in no pair because the index has no earlier one
 * @param unknown those whose company, form or date is not known
 * @param far pairs more than 15 months apart
 * @param furthest days between the two of the pair that is furthest apart; 0 for no pair
 */
public record FilingPairs(
    List<Pair<IndexedFiling>> pairs,
    int withoutRisks,
    int first,
    int unknown,
    int far,
    int furthest) {
  /** Copies the list. */
  public FilingPairs {
    pairs = List.copyOf(pairs);
  }

  /**
   * Pairs the filings of an index.
   *
   * @param filter which later filings
   * @param yearAgo whether each is paired with the filing from a year earlier instead of the
   *     previous one
   */
  public static FilingPairs of(RiskIndex index, FilingFilter filter, boolean yearAgo)
      throws IOException {
    List<IndexedFiling> wanted = new ArrayList<>();
    index.filings(filter, wanted::add);
    Set<String> ids = new HashSet<>();
    wanted.forEach(f -> ids.add(f.id()));
    List<Pair<IndexedFiling>> pairs =
        all(index, yearAgo).stream().filter(p -> ids.contains(p.after().id())).toList();
    Set<String> later = new HashSet<>();
    int far = 0;
    int furthest = 0;
    for (Pair<IndexedFiling> pair : pairs) {
      later.add(pair.after().id());
      furthest = Math.max(furthest, FilingSeries.days(pair.before().facts(), pair.after().facts()));
      far += FilingSeries.isFar(pair.before().facts(), pair.after().facts()) ? 1 : 0;
    }
    int without = 0;
    int first = 0;
    int unknown = 0;
    for (IndexedFiling f : wanted) {
      if (!later.contains(f.id())) {
        without += f.risks() == 0 ? 1 : 0;
        first += f.risks() > 0 && isKnown(f) ? 1 : 0;
        unknown += f.risks() > 0 && !isKnown(f) ? 1 : 0;
      }
    }
    return new FilingPairs(pairs, without, first, unknown, far, furthest);
  }

  private static boolean isKnown(IndexedFiling f) {
    return (f.facts().cik() != null || f.facts().company() != null)
        && f.facts().form() != null
        && f.year() != null;
  }

  /** The pairs of all filings with risks. */
  private static List<Pair<IndexedFiling>> all(RiskIndex index, boolean yearAgo)
      throws IOException {
    List<IndexedFiling> filings = new ArrayList<>();
    index.filings(
        FilingFilter.none(),
        f -> {
          if (f.risks() > 0) {
            filings.add(f);
          }
        });
    List<Pair<IndexedFiling>> pairs = new ArrayList<>();
    for (FilingSeries<IndexedFiling> s : FilingSeries.of(filings, IndexedFiling::facts)) {
      pairs.addAll(yearAgo ? s.yearAgoPairs(IndexedFiling::facts) : s.pairs());
    }
    return pairs;
  }
}
