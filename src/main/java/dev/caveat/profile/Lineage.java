package dev.caveat.profile;

import dev.caveat.compare.Change;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.compare.KeptCategories;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.RiskIndex;
import dev.caveat.model.RiskFactor;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The filings of a report, each with the company's previous one: what became of each risk, and the
 * category that it keeps. Safe for use by several threads.
 *
 * @param before the previous filing of each filing that has one, by key
 * @param changes the changes since it, by key
 * @param kept categories of risks whose words hardly changed
 */
record Lineage(
    Map<String, FilingProfile> before, Map<String, List<Change>> changes, KeptCategories kept) {
  /** Two filings with what became of the risks. */
  private record Link(
      String id,
      FilingProfile before,
      List<RiskFactor> old,
      List<RiskFactor> risks,
      List<Change> changes) {}

  /** A lineage for reports that read no texts. */
  static Lineage none() {
    return new Lineage(Map.of(), Map.of(), new KeptCategories());
  }

  /** Reads filings and their previous ones. */
  static Lineage of(RiskIndex index, ReportScope scope, List<FilingProfile> filings)
      throws IOException {
    Map<String, FilingProfile> before = before(index, scope, filings);
    Map<String, List<Change>> changes = new HashMap<>();
    KeptCategories kept = new KeptCategories();
    filings.parallelStream()
        .filter(f -> before.containsKey(f.id()))
        .map(f -> link(index, f, Objects.requireNonNull(before.get(f.id()))))
        .forEachOrdered(
            l -> {
              kept.link(l.before.id(), l.old, l.id, l.risks, l.changes);
              changes.put(l.id, l.changes);
            });
    return new Lineage(counted(index, before, kept), changes, kept);
  }

  /** The previous filings, with their risks counted in the categories that they keep. */
  private static Map<String, FilingProfile> counted(
      RiskIndex index, Map<String, FilingProfile> before, KeptCategories kept) throws IOException {
    if (before.isEmpty()) {
      return before;
    }
    FilingFilter filter =
        FilingFilter.builder()
            .ids(before.values().stream().map(FilingProfile::id).distinct().toList())
            .build();
    Map<String, FilingProfile> counted = new HashMap<>();
    Tally.of(index, filter, kept).profiles(index, filter).forEach(f -> counted.put(f.id(), f));
    Map<String, FilingProfile> same = new HashMap<>();
    before.forEach((id, f) -> same.put(id, Objects.requireNonNull(counted.get(f.id()))));
    return same;
  }

  private static Map<String, FilingProfile> before(
      RiskIndex index, ReportScope scope, List<FilingProfile> filings) throws IOException {
    if (scope.before() == null || filings.size() != 1) {
      return Predecessors.of(index, filings);
    }
    FilingFilter filter = FilingFilter.builder().ids(List.of(scope.before())).build();
    return Map.of(filings.getFirst().id(), Tally.profilesOf(index, filter).getFirst());
  }

  private static Link link(RiskIndex index, FilingProfile filing, FilingProfile before) {
    List<RiskFactor> old = ReportBuilder.read(index, before, () -> {});
    List<RiskFactor> risks = ReportBuilder.read(index, filing, () -> {});
    Comparison comparison = Comparison.of(side(before, old), side(filing, risks));
    return new Link(filing.id(), before, old, risks, comparison.changes());
  }

  private static Side side(FilingProfile filing, List<RiskFactor> risks) {
    return new Side(filing.filing().path(), filing.facts(), risks, filing.filing().doubt());
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }

  /**
   * What became of a filing's risks; null if it has no previous filing.
   *
   * @param risks as the index has them
   */
  @Nullable Changes changes(RiskIndex index, FilingProfile filing, List<RiskFactor> risks) {
    FilingProfile earlier = before.get(filing.id());
    List<Change> since = changes.get(filing.id());
    if (earlier == null || since == null) {
      return null;
    }
    List<RiskFactor> old = ReportBuilder.read(index, earlier, () -> {});
    Comparison comparison =
        new Comparison(
            side(earlier, kept.of(earlier.id(), old)),
            side(filing, kept.of(filing.id(), risks)),
            since);
    return Changes.of(filing, earlier, comparison, index.taxonomy());
  }
}
