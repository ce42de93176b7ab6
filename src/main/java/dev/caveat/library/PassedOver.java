package dev.caveat.library;

import dev.caveat.pipeline.Outcome;
import dev.caveat.words.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Files that were not read because their names show that they are not filings. */
public final class PassedOver {
  /** Archives are only passed over inside another archive. */
  private static final Set<String> ARCHIVES = Set.of("zip", "tar", "gz", "tgz");

  private static final int NAMED = 10;

  private final Map<String, Integer> byEnding = new TreeMap<>();
  private final List<String> archives = new ArrayList<>();
  private int files;

  /** Counts one. */
  public synchronized void add(Outcome.PassedOver file) {
    String path = file.path();
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    files++;
    byEnding.merge("." + ending, 1, Integer::sum);
    if (ARCHIVES.contains(ending)) {
      archives.add(path);
    }
  }

  /**
   * One line with their number and the names of archives inside archives, which may well contain
   * filings; empty if there were none.
   */
  public synchronized List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (files == 0) {
      return lines;
    }
    archives.sort(null);
    for (String path : archives.subList(0, Math.min(NAMED, archives.size()))) {
      lines.add("not read: " + path + ": an archive inside an archive; unpack it");
    }
    if (archives.size() > NAMED) {
      lines.add("not read: " + (archives.size() - NAMED) + " more such archives");
    }
    List<String> counts = new ArrayList<>();
    byEnding.forEach((ending, n) -> counts.add(ending + " " + n));
    lines.add(
        "skipped "
            + Counted.of(files, "file")
            + (files == 1 ? " that is not a filing (" : " that are not filings (")
            + String.join(", ", counts)
            + ")");
    return lines;
  }
}
