package dev.caveat.ingest;

import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A row of {@code facts.tsv}, where the columns are explained.
 *
 * @param fact which fact
 * @param forms which forms it is for
 * @param where the kind of place
 * @param reach how many cells off, for {@code above} and {@code below}
 * @param key the key of a header or the name of a tag
 * @param pattern elsewhere, what to look for
 * @param value the form of the value; empty if the table names none
 */
record FactRule(
    Fact fact, Pattern forms, Where where, int reach, String key, Pattern pattern, String value) {
  private static final Set<Where> BESIDE = EnumSet.of(Where.ABOVE, Where.BELOW);

  /** The kinds of places. */
  enum Where {
    HEADER,
    TAG,
    TOP,
    PAGE,
    END,
    ABOVE,
    BELOW,
    AMENDED,
    NOT,
    CUT
  }

  private static final List<FactRule> ALL =
      Table.resource(FactRule.class, "facts.tsv").stream().map(FactRule::of).toList();

  /** The rules of some places, in the order of the table. */
  static List<FactRule> of(Where first, Where... more) {
    Set<Where> places = EnumSet.of(first, more);
    return ALL.stream().filter(r -> places.contains(r.where)).toList();
  }

  private static FactRule of(Row row) {
    String[] where = row.at(2).split(" ");
    String what = row.at(3);
    return new FactRule(
        Fact.valueOf(row.at(0).toUpperCase(Locale.ROOT)),
        pattern(row.at(1).equals("*") ? ".*" : row.at(1)),
        Where.valueOf(where[0].toUpperCase(Locale.ROOT)),
        where.length > 1 ? Integer.parseInt(where[1]) : 0,
        what,
        pattern(what),
        row.at(4));
  }

  /** Whether a value beside a label has the form that the table asks for. */
  boolean accepts(String stated) {
    return value.isEmpty() || !BESIDE.contains(where) || pattern(value).matcher(stated).matches();
  }

  private static Pattern pattern(String pattern) {
    return Pattern.compile(
        pattern.replace("{date}", StatedDate.PRINTED),
        Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  }
}
