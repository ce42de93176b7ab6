package dev.caveat.annotate;

import dev.caveat.model.Entity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The short names that one filing defines for its regulators and laws, such as the Public Service
 * Commission of Wisconsin (the "WPSC"), followed through all of its texts. Not safe for use by
 * several threads: each filing has its own.
 */
final class Aliases {
  /** A bracket behind a name with a short name in it, alone or among others. */
  private static final Pattern DEFINITION =
      Pattern.compile(
          "^,?\\s*\\(\\s*(?:[^()“”\"]{0,60}?)(?:the\\s+|or\\s+)?[“\"‘']?\\s?([A-Z][A-Za-z0-9.&-]*(?:\\s(?:[A-Z][A-Za-z.&-]*|of|and)){0,3})[”\"’']?(?:\\s+or\\s+(?:the\\s+)?[“\"]([A-Z][A-Za-z.& ]{1,30})[”\"])?\\s*\\)");

  private record Meaning(
      Entity.Type type, Entity.Value.@org.jspecify.annotations.Nullable Body body) {}

  /** A lower-case word and an acronym in brackets behind it. */
  private static final Pattern ACRONYM =
      Pattern.compile("[a-z]\\s+\\(\\s*(?:the\\s+)?[“\"]?([A-Z][A-Z&]{1,7})[”\"]?\\s*\\)");

  private final Set<String> foreign = new HashSet<>();
  private final Map<String, Meaning> known = new HashMap<>();

  /** Adds the definitions that stand behind entities, and marks them. */
  void learn(String text, List<Candidate> found) {
    List<Candidate> defined = new ArrayList<>();
    for (Candidate c : found) {
      if (c.type() != Entity.Type.REGULATOR && c.type() != Entity.Type.LAW) {
        continue;
      }
      Matcher m = DEFINITION.matcher(text).region(c.end(), Math.min(text.length(), c.end() + 140));
      if (m.find()) {
        for (int g = 1; g <= 2; g++) {
          if (m.group(g) != null && isShortName(m.group(g), text.substring(c.start(), c.end()))) {
            Entity.Value.Body body = c.value() instanceof Entity.Value.Body b ? b : null;
            known.put(m.group(g), new Meaning(c.type(), body));
            defined.add(new Candidate(c.type(), m.start(g), m.end(g), body, Candidate.KNOWN));
          }
        }
      }
    }
    found.addAll(defined);
    learnForeign(text, defined);
    found.removeIf(c -> foreign.contains(text.substring(c.start(), c.end())));
  }

  /** Acronyms that a text defines for something else, such as a disease or a facility. */
  private void learnForeign(String text, List<Candidate> defined) {
    Matcher m = ACRONYM.matcher(text);
    while (m.find()) {
      String acronym = m.group(1);
      int at = m.start(1);
      boolean ours = known.containsKey(acronym) || defined.stream().anyMatch(c -> c.start() == at);
      if (!ours) {
        foreign.add(acronym);
      }
    }
  }

  /** A short name is shorter, and an acronym or a part of the name. */
  private static boolean isShortName(String alias, String name) {
    if (alias.length() < 2 || alias.length() >= name.length()) {
      return false;
    }
    boolean acronym =
        alias.chars().filter(Character::isUpperCase).count() >= 2 && alias.indexOf(' ') < 0;
    return acronym
        || name.contains(alias)
        || alias.endsWith("Act")
        || alias.endsWith("Code")
        || alias.endsWith("Rule")
        || alias.endsWith("Rules")
        || alias.endsWith("Commission")
        || alias.endsWith("Board")
        || alias.endsWith("Authority")
        || alias.endsWith("Agency")
        || alias.endsWith("Department")
        || alias.endsWith("Bureau")
        || alias.endsWith("Exchange");
  }

  /** Marks the short names known so far wherever they stand as words. */
  void find(String text, List<Candidate> out) {
    known.forEach(
        (alias, meaning) -> {
          for (int at = text.indexOf(alias); at >= 0; at = text.indexOf(alias, at + 1)) {
            if (isWord(text, at, at + alias.length())) {
              out.add(
                  new Candidate(
                      meaning.type, at, at + alias.length(), meaning.body, Candidate.KNOWN));
            }
          }
        });
  }

  private static boolean isWord(String text, int start, int end) {
    boolean left =
        start == 0
            || !Character.isLetterOrDigit(text.charAt(start - 1)) && text.charAt(start - 1) != '-';
    boolean right =
        end == text.length()
            || !Character.isLetterOrDigit(text.charAt(end)) && text.charAt(end) != '-';
    return left && right;
  }
}
