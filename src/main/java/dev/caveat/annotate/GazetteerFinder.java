package dev.caveat.annotate;

import dev.caveat.model.Entity;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds known regulators and laws: the longest name at each place. An ambiguous name only counts if
 * the text around it shows that a regulator or a law is meant. Safe for use by several threads.
 */
final class GazetteerFinder {
  /** What follows an exchange that acts as listing authority. */
  private static final Pattern LISTS =
      Pattern.compile(
          "^(?:\\s?\\([^)]{2,40}\\))?(?:[’']s)?\\s*(?:(?:continued|initial)\\s+)?(?:listing|rules?\\b|requirement|regulation|standards?|marketplace rules|staff|corporate governance|hearing|panel|Hearings|Listing Qualifications|as listing authority|(?:(?:has|have|had|also|then|may|might|could|would|will|can|must|to|subsequently)\\s+){0,3}(?:not\\s+)?(?:told|notif|inform|advis|accept|clear|suspend|grant|admit|delist|halt|censur|fine[sd]?\\b|ask|quer|requir|determin|deny|denie|commenc|reject|review|issue|sent|send|decid|approv|adopt|amend|propose|initiat|authority|power|prohibit|permit|impose|take\\b|consider))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FROM_LISTER =
      Pattern.compile(
          "(?i)(?:notice|notif\\w+|letter|correspondence|rules?|requirements?|regulations?|standards|determination|staff|approval|by|ask|asked|of the|to the)\\s+(?:from|of|by|to)?\\s*(?:the\\s+)?$");

  /** Another name that begins with the exchange's, or its quotation. */
  private static final Pattern GOES_ON = Pattern.compile("^ (?:under the symbol|[A-Z])");

  private static final Pattern TRADED =
      Pattern.compile(
          "(?i)\\b(?:on|over|through|quoted|traded|trading|listed|listing)\\s+(?:on\\s+)?(?:the\\s+)?$");

  /** Acronyms of this length are no common words. */
  private static final int LONG_ACRONYM = 5;

  /** Names of one word of this length are no common words either. */
  private static final int LONG_NAME = 11;

  private static final Pattern BODY_BEFORE =
      Pattern.compile(
          "(?:\\b[Tt]he |\\b[A-Z][a-z]+[’']s |\\b(?:FDA|SEC|DOJ|FTC|IRS|FCC|EPA|FDIC|FERC|CFTC|FINRA|PCAOB)(?:,? and(?: the)?|,? or(?: the)?|,|/) ?)$");

  private static final Pattern BODY_AFTER =
      Pattern.compile(
          "^(?:,? (?:and|or)(?: the)? |, |/)(?:FDA|SEC|DOJ|FTC|IRS|FCC|EPA|FDIC|FERC|CFTC|FINRA|PCAOB)\\b|^[’']s? (?:rules?|approv|review|regul)");

  /** What a chip, a machine, a market or a program is called behind its acronym. */
  private static final Pattern THING_AFTER =
      Pattern.compile(
          "^(?:[- ]based\\b| (?:chip|miner|mining|machine|device|equip|hardw|softw|server|system|produc|techno|design|market|suppl|manufac|custom|sale|price|cell|drug|therap|platform|network|account|holder|contract|project|plant|process))");

  private static final Pattern LAW_BEFORE =
      Pattern.compile(
          "(?:\\b(?:under|by|of|in|with|to|and|or|violat\\w+|amend\\w+|implement\\w+|that|if|when) the |\\b[Tt]he |, the |\\b(?:under|with|violat\\w+|amend\\w+) )$");

  private static final Pattern LAW_AFTER =
      Pattern.compile(
          "^(?:[’']s\\b|[,.;:)]|$|\\s(?:and|or|as|also|was|were|is|has|had|may|will|would|could|requires?|imposes?|includes?|established|establishes|contains?|provides?|prohibits?|generally|on|in|to|amended|regulations?|rules?|provisions|requirements)\\b)");

  /** What a treasury or a central bank issues, and the yields of it. */
  private static final Pattern ISSUED =
      Pattern.compile(
          "\\s+(?:[Ss]ecurit(?:y|ies)|[Bb]onds?|[Bb]ills?|[Nn]otes?|[Ss]tocks?|[Oo]bligations?|[Rr]ates?|[Yy]ields?|[Yy]ield curve|[Cc]urve|[Ii]ndex|[Ss]trips|[Ii]nflation|[Mm]arkets?|[Dd]ebt|[Mm]oney market|[Cc]ash|[Ff]unds?)\\b");

  private GazetteerFinder() {}

  static void find(TokenizedText words, List<Candidate> out) {
    for (int i = 0; i < words.size(); i++) {
      int length = longest(words, i, out);
      i += Math.max(0, length - 1);
    }
  }

  /** Adds the longest name that begins at a token; how many tokens it has. */
  private static int longest(TokenizedText words, int from, List<Candidate> out) {
    if (!Character.isLetterOrDigit(words.tokens()[from].charAt(0))) {
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
    if (found != Gazetteer.NONE && !isMeant(words, from, length, found)) {
      return 0;
    }
    int start = words.startWithCountry(from);
    int rank = found == Gazetteer.NONE ? Candidate.NONE : Candidate.KNOWN;
    int end = words.end(from + length - 1);
    boolean body = found.type() == Entity.Type.REGULATOR;
    boolean vague = body && found.acronym() && found.ambiguous() && !found.exchange();
    Entity.Value value = vague ? null : found.value();
    out.add(new Candidate(found.type(), start, end, value, rank));
    if (!body && found.acronym()) {
      LawYear.add(words.text(), start, end, Laws::named, out);
    }
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

  private static boolean isMeant(TokenizedText words, int from, int length, Gazetteer.Entry entry) {
    int start = words.start(from);
    int end = words.end(from + length - 1);
    boolean partOfName = end < words.text().length() && words.text().charAt(end) == '-';
    if (partOfName) {
      return false;
    }
    if (isSecurity(entry, words.text(), end)) {
      return false;
    }
    if (entry.exchange()) {
      return isListingAuthority(words.text(), start, end);
    }
    if (!entry.ambiguous()) {
      return true;
    }
    if (entry.type() == Entity.Type.LAW) {
      return isNamedLikeALaw(words.text(), start, end);
    }
    return entry.acronym()
        ? isNamedLikeABody(words.text(), start, end)
        : length >= 3 || end - start >= LONG_NAME && length == 1;
  }

  /** An acronym that may mean several things: a body has an article or stands beside another. */
  private static boolean isNamedLikeABody(String text, int start, int end) {
    String before = text.substring(Math.max(0, start - 12), start);
    String after = text.substring(end, Math.min(text.length(), end + 12));
    return !THING_AFTER.matcher(after).find()
        && (end - start >= LONG_ACRONYM
            || (end - start >= 3
                && (BODY_BEFORE.matcher(before).find() || BODY_AFTER.matcher(after).find())));
  }

  /** An acronym that may mean several things: a law is obeyed, amended, or does something. */
  private static boolean isNamedLikeALaw(String text, int start, int end) {
    String before = text.substring(Math.max(0, start - 30), start);
    String after = text.substring(end, Math.min(text.length(), end + 20));
    return LAW_BEFORE.matcher(before).find() && LAW_AFTER.matcher(after).find();
  }

  /** "U.S. Treasury securities" name what a body issued, not the body. */
  private static boolean isSecurity(Gazetteer.Entry entry, String text, int end) {
    return entry.type() == Entity.Type.REGULATOR
        && ISSUED.matcher(text).region(end, Math.min(text.length(), end + 40)).lookingAt();
  }

  private static boolean isListingAuthority(String text, int start, int end) {
    String before = text.substring(Math.max(0, start - 60), start);
    String after = text.substring(end, Math.min(text.length(), end + 60));
    if (LISTS.matcher(after).find()) {
      return true;
    }
    return !TRADED.matcher(before).find()
        && FROM_LISTER.matcher(before).find()
        && !GOES_ON.matcher(after).find();
  }
}
