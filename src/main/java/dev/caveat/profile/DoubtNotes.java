package dev.caveat.profile;

import dev.caveat.model.Doubt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a reader should know about the doubtful filings behind a report. */
final class DoubtNotes {
  /** At most this many filings are listed individually. */
  private static final int MAX_TOLD = 10;

  private static final Comparator<FilingProfile> WORST_FIRST =
      Comparator.comparing(
              (FilingProfile f) -> f.filing().doubt().confidence(),
              Comparator.nullsLast(Comparator.<Double>naturalOrder()))
          .thenComparing(FilingProfile::id);

  private DoubtNotes() {}

  /**
   * The notes, one sentence each, on the filings of the report, its peers, and the filings that
   * they are compared with.
   */
  static List<String> of(Profiles profiles) {
    Map<String, FilingProfile> all = new LinkedHashMap<>();
    profiles.all().forEach(f -> all.put(f.id(), f));
    profiles.without().forEach(f -> all.put(f.id(), f));
    profiles.changes().values().forEach(c -> all.putIfAbsent(c.before().id(), c.before()));
    List<FilingProfile> doubtful =
        all.values().stream()
            .filter(f -> f.filing().doubt().isDoubtful())
            .sorted(WORST_FIRST)
            .toList();
    if (doubtful.isEmpty()) {
      return List.of();
    }
    int n = doubtful.size();
    List<String> notes = new ArrayList<>();
    notes.add(
        (n == all.size() && n == 1
                ? "The filing behind this report is doubtful; check it"
                : n
                    + " of "
                    + all.size()
                    + " filings behind this report "
                    + (n == 1 ? "is doubtful; check it" : "are doubtful; check them"))
            + " before you rely on the figures.");
    for (FilingProfile f : doubtful.subList(0, Math.min(MAX_TOLD, n))) {
      Doubt doubt = f.filing().doubt();
      notes.add(f.title() + " (" + f.name() + "): " + doubt.reasons() + ".");
    }
    if (n > MAX_TOLD) {
      notes.add("And " + (n - MAX_TOLD) + " more; 'caveat status --doubtful' lists them all.");
    }
    return notes;
  }
}
