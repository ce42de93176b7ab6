package dev.caveat.compare;

import dev.caveat.company.CompanyKeys;
import dev.caveat.model.FilingFacts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The filings of one company on one kind of form, earliest first, one for each period: an amendment
 * or a copy is left out if the filing itself is there.
 *
 * @param filings in order of the period they report on, or else of filing
 * @param <T> the type that represents a filing
 */
public record FilingSeries<T>(List<T> filings) {
  /** Variants of a form with the same content, such as 10-K405 and 10-KSB. */
  private static final Pattern VARIANT = Pattern.compile("^(10-[KQ]).*");

  private static final int YEAR = 365;

  /** In days; if filings of one kind are further apart, one is missing between them. */
  private static final int FAR = 460;

  /** Fiscal years end on a weekday near a date; quarters are three times as far apart. */
  private static final int YEARS_VARY = 30;

  private static final String AMENDMENT = "/A";

  /** Two consecutive filings of a series. */
  public record Pair<T>(T before, T after) {}

  /** Copies the list. */
  public FilingSeries {
    filings = List.copyOf(filings);
  }

  /**
   * Sorts filings into series, in the order of company and form. A filing whose company, form or
   * date is not known is a series of its own, at the end.
   *
   * @param facts what is known about each
   */
  public static <T> List<FilingSeries<T>> of(List<T> filings, Function<T, FilingFacts> facts) {
    CompanyKeys companies = companies(filings, facts);
    Map<String, List<T>> byKey = new TreeMap<>();
    List<FilingSeries<T>> alone = new ArrayList<>();
    for (T filing : filings) {
      String key = key(facts.apply(filing), companies);
      if (key == null) {
        alone.add(new FilingSeries<>(List.of(filing)));
      } else {
        byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(filing);
      }
    }
    List<FilingSeries<T>> series = new ArrayList<>();
    byKey.values().forEach(some -> series.add(new FilingSeries<>(inOrder(some, facts))));
    series.addAll(alone);
    return series;
  }

  private static <T> List<T> inOrder(List<T> some, Function<T, FilingFacts> facts) {
    List<T> sorted = new ArrayList<>(some);
    sorted.sort(
        Comparator.comparing((T f) -> Objects.requireNonNull(date(facts.apply(f))))
            .thenComparing(f -> amends(facts.apply(f)))
            .thenComparing(f -> String.valueOf(facts.apply(f).filed()))
            .thenComparing(
                f -> facts.apply(f).accession(), Comparator.nullsLast(Comparator.naturalOrder())));
    List<T> kept = new ArrayList<>();
    for (T filing : sorted) {
      FilingFacts f = facts.apply(filing);
      boolean again = !kept.isEmpty() && Objects.equals(date(facts.apply(kept.getLast())), date(f));
      if (!again) {
        kept.add(filing);
      }
    }
    return kept;
  }

  private static boolean amends(FilingFacts facts) {
    return facts.form() != null && facts.form().endsWith(AMENDMENT);
  }

  /** Identifies the companies of some filings. */
  public static <T> CompanyKeys companies(List<T> filings, Function<T, FilingFacts> facts) {
    CompanyKeys companies = new CompanyKeys();
    filings.stream().map(facts).forEach(f -> companies.add(f.cik(), f.company()));
    return companies;
  }

  private static @Nullable String key(FilingFacts facts, CompanyKeys companies) {
    String company = companies.key(facts.cik(), facts.company());
    return company == null || facts.form() == null || date(facts) == null
        ? null
        : company + " " + family(facts.form());
  }

  /**
   * Whether two filings may be from the same company: if both state a key, or a name, that decides.
   */
  public static boolean sameCompany(FilingFacts a, FilingFacts b) {
    if (a.cik() != null && b.cik() != null) {
      return a.cik().equals(b.cik());
    }
    return a.company() == null
        || b.company() == null
        || CompanyKeys.plain(a.company()).equals(CompanyKeys.plain(b.company()));
  }

  /** The kind of form: without {@code /A}, and {@code 10-K} for all its variants. */
  public static String family(String form) {
    String name = form.toUpperCase(Locale.ROOT);
    name = name.endsWith(AMENDMENT) ? name.substring(0, name.length() - 2) : name;
    return VARIANT.matcher(name).replaceAll("$1");
  }

  private static @Nullable LocalDate date(FilingFacts facts) {
    return facts.period() != null ? facts.period() : facts.filed();
  }

  /** Each filing with the previous one; empty for a single filing. */
  public List<Pair<T>> pairs() {
    List<Pair<T>> pairs = new ArrayList<>();
    for (int i = 1; i < filings.size(); i++) {
      pairs.add(new Pair<>(filings.get(i - 1), filings.get(i)));
    }
    return pairs;
  }

  /**
   * Each of some filings with the previous one in its series.
   *
   * @param facts what is known about each
   */
  public static <T> List<Pair<T>> pairs(List<T> filings, Function<T, FilingFacts> facts) {
    return of(filings, facts).stream().flatMap(s -> s.pairs().stream()).toList();
  }

  /** Whether two filings are more than 15 months apart, so that one is missing between them. */
  public static boolean isFar(FilingFacts old, FilingFacts now) {
    return days(old, now) > FAR;
  }

  /**
   * Each filing with the one that covers the same period a year earlier; empty if there is none.
   *
   * @param facts what is known about each
   */
  public List<Pair<T>> yearAgoPairs(Function<T, FilingFacts> facts) {
    List<Pair<T>> pairs = new ArrayList<>();
    for (T now : filings) {
      for (T old : filings) {
        if (Math.abs(days(facts.apply(old), facts.apply(now)) - YEAR) <= YEARS_VARY) {
          pairs.add(new Pair<>(old, now));
        }
      }
    }
    return pairs;
  }

  /** Days from the date of one filing to that of another; 0 if one is not known. */
  public static int days(FilingFacts old, FilingFacts now) {
    LocalDate from = date(old);
    LocalDate to = date(now);
    return from == null || to == null ? 0 : (int) ChronoUnit.DAYS.between(from, to);
  }
}
