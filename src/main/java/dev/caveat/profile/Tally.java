package dev.caveat.profile;

import dev.caveat.compare.KeptCategories;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.RiskIndex;
import dev.caveat.index.RiskNumbers;
import dev.caveat.profile.FilingProfile.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the risks of filings from columns of the index and keeps those that stand out. */
final class Tally {
  private final Map<String, Map<String, Line>> lines = new HashMap<>();
  private final Top<RiskNumbers> longest = new Top<>(order(RiskNumbers::words));
  private final Top<RiskNumbers> mostSpecific = new Top<>(order(Tally::specificity));

  private Tally() {}

  /** Adds up the risks of some filings. */
  static Tally of(RiskIndex index, FilingFilter filter) throws IOException {
    return of(index, filter, new KeptCategories());
  }

  /**
   * As above.
   *
   * @param kept categories that risks keep
   */
  static Tally of(RiskIndex index, FilingFilter filter, KeptCategories kept) throws IOException {
    Tally tally = new Tally();
    index.numbers(
        filter,
        n -> {
          String category = kept.category(n.filing(), n.ordinal());
          tally.add(category == null ? n : n.withCategory(category));
        });
    return tally;
  }

  /** Some filings with the totals of their risks. */
  static List<FilingProfile> profilesOf(RiskIndex index, FilingFilter filter) throws IOException {
    return of(index, filter).profiles(index, filter);
  }

  private void add(RiskNumbers risk) {
    lines
        .computeIfAbsent(risk.filing(), f -> new TreeMap<>())
        .merge(
            risk.category(),
            new Line(risk.category(), 1, risk.words(), risk.specifics()),
            Line::and);
    longest.offer(risk);
    if (risk.words() >= Top.MIN_WORDS && risk.specifics() > 0) {
      mostSpecific.offer(risk);
    }
  }

  private static double specificity(RiskNumbers risk) {
    return Ratio.perHundred(risk.specifics(), risk.words());
  }

  /** Largest first; ties by place, so that the order of writing does not matter. */
  private static Comparator<RiskNumbers> order(
      java.util.function.ToDoubleFunction<RiskNumbers> by) {
    return Comparator.comparingDouble(by)
        .reversed()
        .thenComparing(RiskNumbers::filing)
        .thenComparing(RiskNumbers::ordinal);
  }

  /** The filings that match a filter, with and without risks, in display order. */
  List<FilingProfile> profiles(RiskIndex index, FilingFilter filter) throws IOException {
    List<FilingProfile> profiles = new ArrayList<>();
    index.filings(
        filter,
        f ->
            profiles.add(
                new FilingProfile(f, List.copyOf(lines.getOrDefault(f.id(), Map.of()).values()))));
    profiles.sort(
        Comparator.comparing(FilingProfile::company)
            .thenComparing(f -> String.valueOf(f.facts().form()))
            .thenComparing(Profiles.BY_DATE)
            .thenComparing(FilingProfile::id));
    return profiles;
  }

  /** The risks with the most words. */
  List<RiskNumbers> longest() {
    return longest.list();
  }

  /** The most specific risks that are not too short. */
  List<RiskNumbers> mostSpecific() {
    return mostSpecific.list();
  }
}
