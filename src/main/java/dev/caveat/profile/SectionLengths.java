package dev.caveat.profile;

import dev.caveat.compare.FilingSeries;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.RiskIndex;
import dev.caveat.model.RiskSection.Status;
import dev.caveat.model.Warning;
import dev.caveat.report.DataFiles;
import dev.caveat.report.DataTable.Type;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds filings whose section is much longer or shorter than the one in the company's previous
 * filing: usually a part was missed, or too much was taken. Only the index can know this.
 */
public final class SectionLengths {
  /** Code of the warning. */
  public static final String CODE = "length-far-from-filing-before";

  /**
   * Forms that list all risks every year; others only have changes, or are about another offering.
   */
  private static final Set<String> YEARLY = Set.of("10-K", "20-F");

  /** A section this many times as long is far. */
  private static final double FAR = 2;

  /** In words; if the longer of two sections is shorter than this, there is no warning. */
  private static final int SHORT = 1_000;

  private SectionLengths() {}

  /**
   * The filings of an index whose warning must change.
   *
   * @return the warning that each should have, by the filing's key; empty for none
   */
  public static Map<String, Optional<Warning>> changes(RiskIndex index) throws IOException {
    List<FilingProfile> all = Tally.profilesOf(index, FilingFilter.none());
    Map<String, Optional<Warning>> due = new TreeMap<>();
    for (FilingSeries<FilingProfile> series : FilingSeries.of(all, FilingProfile::facts)) {
      List<FilingProfile> filings = series.filings();
      for (int i = 1; i < filings.size(); i++) {
        FilingProfile now = filings.get(i);
        Warning warning = warning(i < 2 ? null : filings.get(i - 2), filings.get(i - 1), now);
        due.put(now.id(), Optional.ofNullable(warning));
      }
    }
    Map<String, Optional<Warning>> changes = new TreeMap<>();
    for (FilingProfile f : all) {
      Optional<Warning> wanted = due.getOrDefault(f.id(), Optional.empty());
      if (!wanted.equals(held(f))) {
        changes.put(f.id(), wanted);
      }
    }
    return changes;
  }

  private static Optional<Warning> held(FilingProfile filing) {
    return filing.filing().doubt().warnings().stream()
        .filter(w -> w.code().equals(CODE))
        .findFirst();
  }

  /** If the previous filing is the odd one, this one resembles the one before that. */
  private static @Nullable Warning warning(
      @Nullable FilingProfile first, FilingProfile before, FilingProfile now) {
    boolean asBefore = first != null && first.hasRisks() && !isFar(first, now);
    if (asBefore || !tellsAll(now) || !before.hasRisks() || !isFar(before, now)) {
      return null;
    }
    if (FilingSeries.isFar(before.facts(), now.facts())) {
      return null;
    }
    String was =
        "the previous filing (%s, %s) has %s words of risk factors, this one "
            .formatted(before.name(), before.date(), count(words(before)));
    return new Warning(CODE, was + (now.hasRisks() ? count(words(now)) : "none"));
  }

  /**
   * Whether it should contain a section, and not only say where one is or that none is required.
   */
  private static boolean tellsAll(FilingProfile filing) {
    String form = filing.facts().form();
    Status status = filing.filing().status();
    return form != null
        && YEARLY.contains(FilingSeries.family(form))
        && (status == Status.PRESENT || status == Status.ABSENT);
  }

  private static boolean isFar(FilingProfile a, FilingProfile b) {
    int longer = Math.max(words(a), words(b));
    return longer >= SHORT && longer > FAR * Math.min(words(a), words(b));
  }

  private static int words(FilingProfile filing) {
    return filing.total().words();
  }

  private static String count(int words) {
    return DataFiles.text(words, Type.COUNT);
  }
}
