package dev.caveat.search.query;

import dev.caveat.index.analysis.FieldWords;
import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Synonyms in risk factors. Immutable.
 *
 * <p>Its data is {@code thesaurus.txt}: c} makes a and b find c and not the reverse. => each line
 * is a group of entries separated by commas, each of which finds the others; {@code a, b => c}
 * makes a and b find c but not the reverse. => c} makes a and b find c and not the reverse.
 */
final class Thesaurus {
  private final Map<String, Set<String>> others = new HashMap<>();
  private final int longest;

  private Thesaurus(List<Row> lines) {
    int most = 1;
    for (Row line : lines) {
      most = Math.max(most, read(line.at(0)));
    }
    longest = most;
  }

  /** The thesaurus of this toolkit. */
  static Thesaurus bundled() {
    return new Thesaurus(Table.resource(Thesaurus.class, "thesaurus.txt"));
  }

  /** The number of words in the longest entry. */
  int longest() {
    return longest;
  }

  /**
   * The synonyms, each as terms separated by spaces; empty if there are none.
   *
   * @param terms terms as the analyzer makes them, separated by spaces
   */
  Set<String> others(String terms) {
    return others.getOrDefault(terms, Set.of());
  }

  private int read(String line) {
    int arrow = line.indexOf("=>");
    List<String> from = entries(arrow < 0 ? line : line.substring(0, arrow));
    List<String> to = arrow < 0 ? from : entries(line.substring(arrow + 2));
    int most = 1;
    for (String entry : from) {
      most = Math.max(most, entry.split(" ").length);
      Set<String> found = others.computeIfAbsent(entry, e -> new LinkedHashSet<>());
      found.addAll(to);
      found.remove(entry);
    }
    return most;
  }

  private static List<String> entries(String part) {
    List<String> entries = new ArrayList<>();
    for (String entry : part.split(",")) {
      String terms = terms(entry);
      if (!terms.isEmpty()) {
        entries.add(terms);
      }
    }
    return entries;
  }

  private static String terms(String entry) {
    StringBuilder terms = new StringBuilder();
    int position = -1;
    for (FieldWords.Term t : FieldWords.stems(entry)) {
      if (t.position() != position) {
        terms.append(terms.isEmpty() ? "" : " ").append(t.text());
      }
      position = t.position();
    }
    return terms.toString();
  }
}
