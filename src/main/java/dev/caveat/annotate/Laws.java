package dev.caveat.annotate;

import dev.caveat.model.Entity.Value;
import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The meaning of names and citations of laws. Immutable, safe for use by several threads. */
final class Laws {
  /** The laws that are known. */
  static final List<Row> TABLE = Table.resource(Laws.class, "laws.tsv");

  private static final Map<String, Value.Law> BY_NAME = new HashMap<>();
  private static final Map<String, Value.Law> BY_ID = new HashMap<>();
  private static final Map<String, String> RULES = new HashMap<>();

  private record Citation(Pattern pattern, String template) {}

  private static final List<Citation> CITATIONS =
      Table.resource(Laws.class, "citations.tsv").stream()
          .map(r -> new Citation(Pattern.compile(r.at(0) + "(?:\\([^)]{1,5}\\))*"), r.at(1)))
          .toList();

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern IN_FRONT =
      Pattern.compile("^(?:the |u\\.s\\. |us |united states |federal |proposed )+");
  private static final Pattern YEAR_BEHIND = Pattern.compile("^(.*?),? (?:of )?(\\d{4})$");
  private static final Pattern YEAR_IN_FRONT = Pattern.compile("^(\\d{4}) (.*)$");

  /** A letter with its period, as in "u.k.": the stop says nothing. */
  private static final Pattern INITIAL = Pattern.compile("\\b([a-z])\\.(?=[a-z]\\.|\\s)");

  private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");

  static {
    for (Row row : TABLE) {
      String citation = row.at(2).isEmpty() ? null : row.at(2);
      Value.Law law = new Value.Law(row.at(0), row.at(1), citation);
      BY_ID.put(law.id(), law);
      RULES.put(law.id(), row.at(3));
      for (String name : (row.at(1) + "|" + row.at(5) + "|" + row.at(4)).split("\\|")) {
        if (!name.isEmpty()) {
          BY_NAME.putIfAbsent(key(name), law);
        }
      }
    }
  }

  private Laws() {}

  private static String key(String name) {
    String plain = name.replace('’', '\'').replace('–', '-').replace("&", "and");
    return SPACE.matcher(plain).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  /** A law of the table by its id. */
  static Value.Law known(String id) {
    Value.Law law = BY_ID.get(id);
    if (law == null) {
      throw new IllegalArgumentException("no law in laws.tsv has this id: " + id);
    }
    return law;
  }

  /** The part of the CFR that contains the rules under a law; empty if there is none. */
  static String rules(Value.Law law) {
    return RULES.getOrDefault(law.id(), "");
  }

  /** The law of the table that a name means; null if none does, or one of another year. */
  static Value.@Nullable Law named(String name) {
    String key = key(name);
    Value.Law law = BY_NAME.get(key);
    if (law == null) {
      key = IN_FRONT.matcher(key).replaceFirst("");
      law = BY_NAME.get(key);
    }
    return law != null ? law : ofYear(key);
  }

  private static Value.@Nullable Law ofYear(String key) {
    Matcher behind = YEAR_BEHIND.matcher(key);
    if (behind.matches()) {
      return ofYear(behind.group(1), behind.group(2));
    }
    Matcher front = YEAR_IN_FRONT.matcher(key);
    return front.matches() ? ofYear(front.group(2), front.group(1)) : null;
  }

  private static Value.@Nullable Law ofYear(String name, String year) {
    Value.Law law = BY_NAME.get(name);
    return law != null && law.id().endsWith("-" + year) ? law : null;
  }

  /** A law that is in no table, by its full name: the name is its id. */
  static Value.Law unlisted(String name) {
    String plain = SPACE.matcher(name).replaceAll(" ");
    String id = IN_FRONT.matcher(key(name)).replaceFirst("");
    id = INITIAL.matcher(id.replace("'", "")).replaceAll("$1");
    id = NO_LETTER.matcher(id).replaceAll("-");
    return new Value.Law(id.endsWith("-") ? id.substring(0, id.length() - 1) : id, plain, null);
  }

  /** The law that a citation means; null if it is none, or several. */
  static Value.@Nullable Law cited(String text) {
    String plain = SPACE.matcher(text).replaceAll(" ");
    for (Citation c : CITATIONS) {
      Matcher m = c.pattern.matcher(plain);
      if (m.matches()) {
        String citation = m.replaceFirst(c.template).replace('–', '-');
        return new Value.Law(citation, plain, citation);
      }
    }
    return null;
  }
}
