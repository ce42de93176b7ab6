package dev.caveat.annotate;

import dev.caveat.model.Entity;
import dev.caveat.model.Entity.Value;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The year after the acronym of a law, as in "HEA 1965" or "HIPAA of 1996": it belongs to the name,
 * and says which version is meant. Safe for use by several threads.
 */
final class LawYear {
  private static final Pattern YEAR = Pattern.compile("\\s(?:of\\s)?(?:19|20)\\d{2}\\b(?![-/]\\d)");

  private static final int REACH = 9;

  private LawYear() {}

  /**
   * Adds the name with its year if one follows the acronym.
   *
   * @param meaning what the name with its year means; null for another version than any known
   */
  static void add(
      String text,
      int start,
      int end,
      Function<String, Value.@Nullable Law> meaning,
      List<Candidate> out) {
    Matcher year = YEAR.matcher(text).region(end, Math.min(text.length(), end + REACH));
    if (year.lookingAt()) {
      Value.Law law = meaning.apply(text.substring(start, year.end()));
      out.add(new Candidate(Entity.Type.LAW, start, year.end(), law, Candidate.KNOWN));
    }
  }
}
