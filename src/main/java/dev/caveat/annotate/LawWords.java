package dev.caveat.annotate;

import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that show where the name of an act starts and ends, by their role. */
final class LawWords {
  private static final List<Row> TABLE = Table.resource(LawWords.class, "law-words.tsv");

  static final Set<String> KINDS = words("kind");
  static final Set<String> COMMON = words("common");
  static final Set<String> INSIDE = words("inside");
  static final Set<String> FIRST = words("first");
  static final Set<String> OUTSIDE = words("outside");
  static final Set<String> NO_NAME = words("no-name");
  static final Set<String> NO_END = words("no-end");

  /** Kinds whose subject stands behind them, with the words that join the two. */
  static final Map<String, Set<String>> ONWARD =
      TABLE.stream()
          .filter(r -> r.at(0).equals("onward"))
          .collect(Collectors.toUnmodifiableMap(r -> r.at(1), r -> Set.of(r.at(2).split("\\|"))));

  private LawWords() {}

  private static Set<String> words(String role) {
    Set<String> words = new HashSet<>();
    for (Row row : TABLE) {
      if (row.at(0).equals(role)) {
        words.add(row.at(1));
      }
    }
    return Set.copyOf(words);
  }
}
