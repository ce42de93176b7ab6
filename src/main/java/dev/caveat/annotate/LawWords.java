package dev.caveat.annotate;

import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words that tell where the name of an act begins and ends, by what they do there. */
final class LawWords {
  /** A kind whose subject stands behind it, and the tokens that join the two. */
  record Onward(String kind, List<String> joins) {}

  private static final List<Row> TABLE = Table.resource(LawWords.class, "law-words.tsv");

  static final Set<String> KINDS = words("kind");
  static final Set<String> COMMON = words("common");
  static final Set<String> INSIDE = words("inside");
  static final Set<String> FIRST = words("first");
  static final Set<String> NO_NAME = words("no-name");
  static final Set<String> NO_END = words("no-end");
  static final List<Onward> ONWARD =
      TABLE.stream()
          .filter(r -> r.at(0).equals("onward"))
          .map(r -> new Onward(r.at(1), List.of(r.at(2).split("\\|"))))
          .toList();

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
