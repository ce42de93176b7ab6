package dev.caveat.annotate;

import dev.caveat.model.Entity;
import dev.caveat.model.Entity.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The short names that one filing defines for its regulators and laws, such as the Public Service
 * Commission of Wisconsin (the "WPSC"), followed through all of its texts. A definition in the
 * filing overrides what a name means elsewhere. Not safe for use by several threads: each filing
 * has its own instance.
 */
final class Aliases {
  private static final String SHORT =
      "([A-Z][A-Za-z0-9.&-]*(?:\\s(?:[A-Z0-9][A-Za-z0-9.&-]*|of|and)){0,3})";

  private static final String KINDS =
      "(?:Act|Code|Rules?|Law|Regulations?|Directive|Ordinance|Measures|Amendments|Statute|Commission|Board|Authority|Agency|Department|Bureau|Exchange|Treasury|Administration)";

  private static final String BETWEEN =
      "^(?:,? Inc\\.|,? LLC)?(?:,? as (?:amended|revised|modified)(?: from time to time)?)?,?\\s*(?:\\((?:United States|Cth|[A-Z]{2})\\),?\\s*)?";

  /** A bracket behind a name with a short name in it, alone or among others. */
  private static final Pattern BRACKET =
      Pattern.compile(
          BETWEEN
              + "\\(\\s*(?<lead>[^()“”\"\u0093\u0094]{0,80}?)(?:the\\s+|or\\s+)?(?<quote>[“\"‘'\u0091\u0093]?)\\s?"
              + "(?<short>"
              + SHORT
              + ")"
              + "[”\"’'\u0092\u0094]?(?:\\s+or\\s+(?:the\\s+)?[“\"\u0093](?<other>[A-Z][A-Za-z.& ]{1,30})[”\"\u0094])?\\s*\\)");

  /** What may stand in a bracket in front of a short name that is all it says. */
  private static final Pattern PLAIN_LEAD =
      Pattern.compile(
          "(?i)(?:(?:.*,|as amended|each|together|collectively|here(?:in|after|inafter)|referred to(?: here\\w+)? as|(?:also|commonly|formerly)?\\s?known as|formerly|called|the|or)[\\s,]*)*");

  /** "…, or the Tax Act,". */
  private static final Pattern APPOSITION =
      Pattern.compile(
          BETWEEN
              + "(?<=,)\\s*or\\s+(?:the\\s*)?[“\"”\u0093]?\\s?((?:[A-Z][\\w&-]*\\s(?:(?:of|and)\\s)?){0,3}"
              + KINDS
              + "|[A-Z][A-Za-z&-]*[A-Z][A-Za-z&-]*)\\b[”\"\u0094]?(?=[,.;:)’'\\s])");

  /** A lowercase word and an acronym behind it, in brackets or in apposition. */
  private static final Pattern ACRONYM =
      Pattern.compile(
          "(?<=[a-z]\\s)\\(\\s*(?:each,?\\s+)?(?:(?:the|an?)\\s+)?[“\"\u0093]?([A-Z][A-Z&]{1,7})s?[”\"\u0094]?(?:\\s+or\\s+[“\"\u0093][^()]{1,30})?\\s*\\)|(?<=[a-z]),\\s+or\\s+(?:(?:the|an?)\\s+)?[“\"\u0093]?([A-Z][A-Z&]{1,7})s?[”\"\u0094]?(?=[,.;)\\s])");

  /** What a short name of several words ends in. */
  private static final Pattern KIND = Pattern.compile(KINDS + "$");

  /** How the names of bodies end: what stands behind one that no finder knew is its own name. */
  private static final Pattern BODY =
      Pattern.compile(
          "(?:Commission|Board|Authority|Agency|Department|Bureau|Administration|Service|Office)$");

  private static final Pattern YEAR_BEHIND = Pattern.compile(" (?:19|20)\\d{2}$");

  /** An acronym of things in the plural, which no body has: "RQCs" are things, and so is an RQC. */
  private static final Pattern PLURAL = Pattern.compile("\\b([A-Z]{2,7})s\\b");

  /** "RQC (random quarry circuit)": an acronym and what it stands for, in small letters. */
  private static final Pattern SPELLED =
      Pattern.compile("\\b([A-Z]{2,7})s?\\s\\(((?:an?\\s)?[a-z]+(?:[\\s-][a-z]+){1,7})\\)");

  private static final Pattern ACRONYM_ALONE = Pattern.compile("[A-Z]{2,}");

  private static final int REACH = 180;

  private record Meaning(Entity.Type type, @Nullable Value value) {}

  private final Set<String> foreign = new HashSet<>();
  private final Set<String> things = new HashSet<>();
  private final Map<String, Meaning> known = new HashMap<>();

  /**
   * No short names yet.
   *
   * @param texts all texts of the filing: an acronym that one of them has in the plural is a thing
   */
  Aliases(List<String> texts) {
    for (String text : texts) {
      Matcher m = PLURAL.matcher(text);
      while (m.find()) {
        things.add(m.group(1));
      }
    }
  }

  /** Adds the definitions that stand behind what a text names. */
  void learn(String text, List<Entity> named) {
    Set<Integer> places = new HashSet<>();
    for (Entity e : named) {
      if (e.type() == Entity.Type.REGULATOR || e.type() == Entity.Type.LAW) {
        learn(text, e, places);
        places.add(e.end());
      }
    }
    learnForeign(text, places);
  }

  /** Adds the short names of one; where they stand, and where names end, are no foreign ones. */
  private void learn(String text, Entity e, Set<Integer> places) {
    int limit = Math.min(text.length(), e.end() + REACH);
    Matcher bracket = BRACKET.matcher(text).region(e.end(), limit);
    if (bracket.find()) {
      for (String group : List.of("short", "other")) {
        String alias = bracket.group(group);
        if (alias != null && isShortName(alias, e.text()) && isItsName(alias, bracket, e)) {
          put(alias, e);
          places.add(bracket.start(group));
        }
      }
    }
    Matcher apposition = APPOSITION.matcher(text).region(e.end(), limit);
    if (apposition.find() && isOtherName(apposition.group(1), e)) {
      put(apposition.group(1), e);
      places.add(apposition.start(1));
    }
  }

  private void put(String alias, Entity e) {
    Value value = e.value();
    Gazetteer.Entry entry = value == null ? Gazetteer.INSTANCE.meaning(alias) : null;
    if (entry != null && entry.type() == e.type() && isInitials(alias, e.text())) {
      value = entry.value();
    }
    foreign.remove(alias);
    known.put(alias, new Meaning(e.type(), value));
  }

  /** Acronyms that a text defines for something else, such as a disease or a facility. */
  private void learnForeign(String text, Set<Integer> places) {
    Matcher m = ACRONYM.matcher(text);
    while (m.find()) {
      boolean bracket = m.group(1) != null;
      String acronym = bracket ? m.group(1) : m.group(2);
      int at = bracket ? m.start(1) : m.start(2);
      int end = bracket ? m.start() - 1 : m.start();
      String before = text.substring(Math.max(0, end - 80), end);
      boolean body = BODY.matcher(before).find() && Gazetteer.INSTANCE.meaning(acronym) != null;
      boolean defined = !body && (bracket || endsInInitials(acronym, before));
      boolean ours = places.contains(at) || places.contains(end);
      if (defined && !ours && !defines(acronym)) {
        foreign.add(acronym);
      }
    }
    Matcher spelled = SPELLED.matcher(text);
    while (spelled.find()) {
      if (!defines(spelled.group(1)) && endsInInitials(spelled.group(1), " " + spelled.group(2))) {
        foreign.add(spelled.group(1));
      }
    }
  }

  /** Whether the words at the end of a text have the letters of an acronym, small words aside. */
  private static boolean endsInInitials(String acronym, String before) {
    String[] words = before.split("[\\s-]+");
    int letter = acronym.length() - 1;
    for (int i = words.length - 1; i > 0 && letter >= 0; i--) {
      boolean fits =
          !words[i].isEmpty()
              && Character.toUpperCase(words[i].charAt(0)) == acronym.charAt(letter);
      if (fits) {
        letter--;
      } else if (words[i].length() > 3 || words[i].matches("[A-Z].*")) {
        return false;
      }
    }
    return letter < 0;
  }

  /**
   * Whether a bracket says a short name of what stands in front of it: by initials, or because it
   * says nothing else ("which named the disease QX-7" does). Without quotes, a name that is known
   * for something else keeps its meaning.
   */
  private static boolean isItsName(String alias, Matcher bracket, Entity e) {
    if (isInitials(alias, e.text())) {
      return true;
    }
    boolean quoted = !bracket.group("quote").isEmpty();
    boolean plain = PLAIN_LEAD.matcher(bracket.group("lead")).matches();
    Gazetteer.Entry entry = Gazetteer.INSTANCE.meaning(alias);
    boolean another = entry != null && !Objects.equals(entry.value(), e.value());
    return quoted ? plain || e.text().contains(alias) : plain && !another;
  }

  /**
   * In brackets: a short name is shorter, and an acronym, with a year perhaps, or a part of the
   * name.
   */
  private static boolean isShortName(String alias, String name) {
    if (alias.length() < 2 || alias.length() >= name.length()) {
      return false;
    }
    String letters = YEAR_BEHIND.matcher(alias).replaceFirst("");
    boolean acronym =
        letters.chars().filter(Character::isUpperCase).count() >= 2 && letters.indexOf(' ') < 0;
    return acronym || name.contains(alias) || KIND.matcher(alias).find();
  }

  /** In apposition, where another thing may be meant: its initials, or words of the name. */
  private static boolean isOtherName(String alias, Entity e) {
    if (!isShortName(alias, e.text())) {
      return false;
    }
    if (alias.indexOf(' ') < 0) {
      return isInitials(alias, e.text()) || e.text().contains(alias) && KIND.matcher(alias).find();
    }
    Value.Law other = Laws.named(alias);
    return (other == null || other.equals(e.value()))
        && KIND.matcher(alias).find()
        && List.of(alias.split(" ")).stream().allMatch(e.text()::contains);
  }

  /** Whether the capitals of an acronym are initials of a name, in their order. */
  private static boolean isInitials(String acronym, String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split("[\\s-]+")) {
      if (!word.isEmpty()) {
        initials.append(Character.toUpperCase(word.charAt(0)));
      }
    }
    int at = 0;
    int letters = 0;
    for (int i = 0; i < acronym.length(); i++) {
      char c = acronym.charAt(i);
      if (Character.isUpperCase(c)) {
        at = initials.indexOf(String.valueOf(c), at) + 1;
        letters++;
        if (at == 0) {
          return false;
        }
      }
    }
    return letters >= 2;
  }

  /** Whether the filing says what a short name means. */
  boolean defines(String name) {
    return known.containsKey(name) || foreign.contains(name);
  }

  /** Whether what a filing calls so is something else. */
  boolean isForeign(Candidate c, String text) {
    if (c.rank() == Candidate.DEFINED) {
      return false;
    }
    String name = text.substring(c.start(), c.end());
    boolean vague = things.contains(name) && Gazetteer.INSTANCE.meaning(name) == null;
    return foreign.contains(name) || vague && !defines(name);
  }

  /** Marks the short names known so far wherever they stand as words. */
  void find(String text, List<Candidate> out) {
    known.forEach(
        (alias, meaning) -> {
          for (int at = text.indexOf(alias); at >= 0; at = text.indexOf(alias, at + 1)) {
            int end = at + alias.length();
            if (isWord(text, at, end) && !goesOn(text, alias, end)) {
              out.add(new Candidate(meaning.type, at, end, meaning.value, Candidate.DEFINED));
              if (meaning.type == Entity.Type.LAW && ACRONYM_ALONE.matcher(alias).matches()) {
                LawYear.add(text, at, end, name -> ofYear(meaning.value, name), out);
              }
            }
          }
        });
  }

  /** The law that a short name means, where the year behind it is the law's own. */
  private static Value.@Nullable Law ofYear(@Nullable Value value, String name) {
    String year = name.substring(name.length() - 4);
    return value instanceof Value.Law law && law.id().endsWith("-" + year) ? law : null;
  }

  /** "Code of Conduct", "Department Stores": one word that goes on is another name. */
  private static boolean goesOn(String text, String alias, int end) {
    return KIND.matcher(alias).matches() && text.startsWith(" of ", end);
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
