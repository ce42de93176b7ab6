package dev.caveat.annotate;

import dev.caveat.model.Entity;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds known regulators: the longest name at each place. An ambiguous name counts only where what
 * stands around it says that a rule-maker is meant. Safe for use by several threads.
 */
final class GazetteerFinder {
  private static final Set<String> COUNTRY = Set.of("U.S.", "US", "U.K.", "UK");

  /** What follows an exchange that acts as listing authority. */
  private static final Pattern LISTS =
      Pattern.compile(
          "^(?:[’']s)?\\s*(?:(?:continued|initial)\\s+)?(?:listing|rules?\\b|requirement|regulation|standards?|marketplace rules|staff|notif|requires?|may (?:delist|suspend)|has (?:the )?(?:authority|notified|determined|proposed|adopted)|determin|hearing|panel|corporate governance|delist|Hearings|Listing Qualifications)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FROM_LISTER =
      Pattern.compile(
          "(?i)(?:notice|notif\\w+|letter|correspondence|rules?|requirements?|regulations?|standards|determination|staff|approval|by|of the|to the)\\s+(?:from|of|by|to)?\\s*(?:the\\s+)?$");

  private static final Pattern TRADED =
      Pattern.compile(
          "(?i)\\b(?:on|over|through|quoted|traded|trading|listed|listing)\\s+(?:on\\s+)?(?:the\\s+)?$");

  /** Acronyms of this length are no common words. */
  private static final int LONG_ACRONYM = 5;

  private static final Pattern BODY_BEFORE =
      Pattern.compile(
          "(?:\\b[Tt]he |\\b(?:FDA|SEC|DOJ|FTC|IRS|FCC|EPA|FDIC|FERC|CFTC|FINRA|PCAOB)(?:,? and(?: the)?|,? or(?: the)?|,|/) ?)$");

  private static final Pattern BODY_AFTER =
      Pattern.compile(
          "^(?:,? (?:and|or)(?: the)? |, |/)(?:FDA|SEC|DOJ|FTC|IRS|FCC|EPA|FDIC|FERC|CFTC|FINRA|PCAOB)\\b|^[’']s? (?:rules?|approv|review|regul)");

  private GazetteerFinder() {}

  static void find(Words words, List<Candidate> out) {
    for (int i = 0; i < words.size(); i++) {
      int length = longest(words, i, out);
      i += Math.max(0, length - 1);
    }
  }

  /** Adds the longest name that begins at a token; how many tokens it has. */
  private static int longest(Words words, int from, List<Candidate> out) {
    if (!Character.isLetter(words.tokens()[from].charAt(0))) {
      return 0;
    }
    Gazetteer.Node node = Gazetteer.INSTANCE.root();
    Gazetteer.Entry found = null;
    int length = 0;
    for (int i = from; i < words.size(); i++) {
      node = step(node, words.tokens()[i], i == from);
      if (node == null) {
        break;
      }
      if (node.entry != null) {
        found = node.entry;
        length = i - from + 1;
      }
    }
    if (found == null) {
      return 0;
    }
    if (found == Gazetteer.NONE) {
      return length;
    }
    if (!isMeant(words, from, length, found)) {
      return 0;
    }
    int start = withCountry(words, from);
    out.add(
        new Candidate(
            Entity.Type.REGULATOR,
            start,
            words.end(from + length - 1),
            found.body(),
            Candidate.KNOWN));
    return length;
  }

  private static Gazetteer.@Nullable Node step(Gazetteer.Node node, String token, boolean first) {
    Gazetteer.Node next = node.next.get(Gazetteer.key(token));
    if (next == null && token.length() > 3 && isCapitals(token) && !first) {
      next = node.next.get(Gazetteer.titled(token));
    }
    return next;
  }

  private static boolean isCapitals(String token) {
    for (int i = 0; i < token.length(); i++) {
      if (!Character.isUpperCase(token.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMeant(Words words, int from, int length, Gazetteer.Entry entry) {
    int start = words.start(from);
    int end = words.end(from + length - 1);
    boolean partOfName = end < words.text().length() && words.text().charAt(end) == '-';
    if (partOfName) {
      return false;
    }
    if (entry.exchange()) {
      return isListingAuthority(words.text(), start, end);
    }
    if (!entry.ambiguous()) {
      return true;
    }
    return entry.acronym() ? isNamedLikeABody(words.text(), start, end) : length >= 3;
  }

  /** An acronym that may mean several things: a body has an article or stands beside another. */
  private static boolean isNamedLikeABody(String text, int start, int end) {
    String before = text.substring(Math.max(0, start - 12), start);
    String after = text.substring(end, Math.min(text.length(), end + 12));
    return end - start >= LONG_ACRONYM
        || (end - start >= 3
            && (BODY_BEFORE.matcher(before).find() || BODY_AFTER.matcher(after).find()));
  }

  private static boolean isListingAuthority(String text, int start, int end) {
    String before = text.substring(Math.max(0, start - 60), start);
    String after = text.substring(end, Math.min(text.length(), end + 60));
    if (LISTS.matcher(after).find()) {
      return true;
    }
    return !TRADED.matcher(before).find()
        && FROM_LISTER.matcher(before).find()
        && !after.startsWith(" under the symbol");
  }

  /** "U.S." directly in front belongs to the name. */
  private static int withCountry(Words words, int token) {
    int start = words.start(token);
    String text = words.text();
    for (String country : COUNTRY) {
      int at = start - country.length() - 1;
      if (at >= 0
          && text.startsWith(country + " ", at)
          && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))) {
        return at;
      }
    }
    String full = "United States ";
    int at = start - full.length();
    return at >= 0 && text.startsWith(full, at) ? at : start;
  }
}
