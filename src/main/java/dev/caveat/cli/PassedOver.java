package dev.caveat.cli;

import dev.caveat.pipeline.Outcome;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Files that were not read because their names say that they are no filings. */
final class PassedOver {
  /** Of these only those inside another archive are passed over. */
  private static final Set<String> ARCHIVES = Set.of("zip", "tar", "gz", "tgz");

  private static final int NAMED = 10;

  private final Map<String, Integer> byEnding = new TreeMap<>();
  private final List<String> archives = new ArrayList<>();
  private int files;

  /** Counts one. */
  synchronized void add(Outcome.PassedOver file) {
    String path = file.path();
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    files++;
    byEnding.merge("." + ending, 1, Integer::sum);
    if (ARCHIVES.contains(ending)) {
      archives.add(path);
    }
  }

  /**
   * Says in a line how many there were, and names archives inside archives, which may well hold
   * filings; says nothing where there were none.
   *
   * @param command what to begin lines with
   */
  synchronized void report(String command, PrintStream err) {
    if (files == 0) {
      return;
    }
    archives.sort(null);
    for (String path : archives.subList(0, Math.min(NAMED, archives.size()))) {
      err.println(command + ": not read: " + path + ": an archive inside an archive; unpack it");
    }
    if (archives.size() > NAMED) {
      err.println(command + ": not read: " + (archives.size() - NAMED) + " more such archives");
    }
    List<String> counts = new ArrayList<>();
    byEnding.forEach((ending, n) -> counts.add(ending + " " + n));
    err.println(
        command
            + ": passed over "
            + Counted.of(files, "file")
            + (files == 1 ? " that is no filing (" : " that are no filings (")
            + String.join(", ", counts)
            + ")");
  }
}
