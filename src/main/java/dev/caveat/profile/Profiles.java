package dev.caveat.profile;

import dev.caveat.company.CompanyKeys;
import dev.caveat.compare.FilingSeries;
import dev.caveat.profile.FilingProfile.Line;
import dev.caveat.taxonomy.Taxonomy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The data behind all tables of a report.
 *
 * @param taxonomy of the categories
 * @param filings the subjects that have risks, in display order
 * @param without the subjects and peers that have no risks
 * @param copies the subjects that cover the same as another one, such as amendments
 * @param peers the filings they are compared with; all have risks
 * @param texts what was read from the filings, by key; empty if that would be too much
 */
record Profiles(
    Taxonomy taxonomy,
    List<FilingProfile> filings,
    List<FilingProfile> without,
    List<FilingProfile> copies,
    List<FilingProfile> peers,
    Map<String, FilingTexts> texts) {

  /** Earliest first; filings without a date come before all others. */
  static final Comparator<FilingProfile> BY_DATE =
      Comparator.comparing(
          FilingProfile::date, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()));

  /** The filing with a key, among those that have risks. */
  FilingProfile filing(String id) {
    return filings.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }

  /** The line of all filings together. */
  Line sum(Function<FilingProfile, Line> of) {
    return sum(filings, of);
  }

  static Line sum(Collection<FilingProfile> some, Function<FilingProfile, Line> of) {
    return some.stream().map(of).reduce(Line.NONE, Line::and);
  }

  /** The changes since the previous filing; null if there is none, or it was not read. */
  @Nullable Changes changes(FilingProfile filing) {
    FilingTexts read = texts.get(filing.id());
    return read == null ? null : read.changes();
  }

  /** The changes of all filings that have a previous one. */
  Map<FilingProfile, Changes> changes() {
    Map<FilingProfile, Changes> changes = new LinkedHashMap<>();
    for (FilingProfile f : filings) {
      Changes own = changes(f);
      if (own != null) {
        changes.put(f, own);
      }
    }
    return changes;
  }

  /** The share of words in boilerplate sentences; null if that was not measured. */
  @Nullable Double boilerplate(FilingProfile filing) {
    FilingTexts read = texts.get(filing.id());
    return read == null || read.boilerplate() == null
        ? null
        : (Double) Ratio.of(read.boilerplate(), filing.total().words());
  }

  /** The categories that occur in some filings, most words first. */
  List<String> occurring(Collection<FilingProfile> some) {
    Map<String, Integer> words = new HashMap<>();
    some.forEach(f -> f.lines().forEach(l -> words.merge(l.category(), l.words(), Integer::sum)));
    return taxonomy.ids().stream()
        .filter(words::containsKey)
        .sorted(Comparator.comparing((String id) -> words.getOrDefault(id, 0)).reversed())
        .toList();
  }

  /**
   * The latest filing of each company among some, in display order; a quarterly report, which only
   * has to report what changed, only if there is no other.
   */
  static List<FilingProfile> latest(List<FilingProfile> some) {
    CompanyKeys companies = FilingSeries.companies(some, FilingProfile::facts);
    Map<String, FilingProfile> latest = new LinkedHashMap<>();
    for (FilingProfile f : some) {
      String company = companies.key(f.facts().cik(), f.facts().company());
      latest.merge(company == null ? f.id() : company, f, (a, b) -> isLater(a, b) ? a : b);
    }
    return List.copyOf(latest.values());
  }

  private static boolean isLater(FilingProfile a, FilingProfile b) {
    boolean aQuarterly = isQuarterly(a);
    return aQuarterly == isQuarterly(b) ? BY_DATE.compare(a, b) > 0 : !aQuarterly;
  }

  static boolean isQuarterly(FilingProfile filing) {
    String form = filing.facts().form();
    return form != null && FilingSeries.family(form).equals("10-Q");
  }

  /** The filings and the peers. */
  List<FilingProfile> all() {
    List<FilingProfile> all = new ArrayList<>(filings);
    all.addAll(peers);
    return all;
  }
}
