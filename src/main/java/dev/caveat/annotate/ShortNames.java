package dev.caveat.annotate;

import dev.caveat.model.Entity;
import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds short names that filings use without a definition, such as "the Commission" in a text about
 * the securities laws; the names are data. Safe for use by several threads.
 */
final class ShortNames {
  private record ShortName(
      String name,
      Pattern place,
      Pattern elsewhere,
      Entity.Type type,
      Entity.@Nullable Value value) {}

  private static final List<ShortName> ALL =
      Table.resource(ShortNames.class, "short-names.tsv").stream().map(ShortNames::of).toList();

  private static final Pattern AGAIN =
      Pattern.compile(
          "\\b[Tt]he (Commission|Authority|Agency|Bureau|Administration)\\b(?! (?:on|for|of)\\b)(?! [A-Z])");

  private ShortNames() {}

  private static ShortName of(Row row) {
    Entity.Type type = Entity.Type.valueOf(row.at(4).toUpperCase(java.util.Locale.ROOT));
    String id = row.at(5);
    Entity.Value value =
        id.isEmpty()
            ? null
            : type == Entity.Type.LAW ? Laws.known(id) : Gazetteer.INSTANCE.body(id);
    String place = row.at(1) + "(" + row.at(0) + ")\\b(?!" + row.at(2) + ")";
    return new ShortName(
        row.at(0), Pattern.compile(place), Pattern.compile(row.at(3)), type, value);
  }

  /**
   * Adds the short names of a text.
   *
   * @param defined whether the filing itself says what a name means
   */
  static void find(String text, Predicate<String> defined, List<Candidate> out) {
    for (ShortName s : ALL) {
      if (text.contains(s.name) && !defined.test(s.name) && s.elsewhere.matcher(text).find()) {
        Matcher m = s.place.matcher(text);
        while (m.find()) {
          out.add(new Candidate(s.type, m.start(1), m.end(1), s.value, Candidate.MODEL));
        }
      }
    }
  }

  /**
   * Adds bodies that a paragraph mentions again, such as "the Commission" after the Public Service
   * Commission of Wisconsin: the last one named there whose name has the word.
   *
   * @return whether there were any
   */
  static boolean findAgain(
      String text, List<Entity> named, Predicate<String> defined, List<Candidate> out) {
    boolean any = false;
    Matcher m = AGAIN.matcher(text);
    while (m.find()) {
      int paragraph = text.lastIndexOf('\n', m.start());
      Entity body =
          defined.test(m.group(1)) ? null : lastWith(m.group(1), paragraph, m.start(), named);
      if (body != null) {
        any =
            out.add(
                new Candidate(
                    Entity.Type.REGULATOR, m.start(1), m.end(1), body.value(), Candidate.MODEL));
      }
    }
    return any;
  }

  private static @Nullable Entity lastWith(String word, int from, int to, List<Entity> named) {
    Entity last = null;
    for (Entity e : named) {
      boolean before = e.start() > from && e.end() <= to;
      if (before && e.type() == Entity.Type.REGULATOR && e.name().contains(word)) {
        last = e;
      }
    }
    return last;
  }
}
