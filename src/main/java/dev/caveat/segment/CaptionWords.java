package dev.caveat.segment;

import dev.caveat.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How captions, introductions and closing statements read; the words are data. */
final class CaptionWords {
  private static final Phrase RISK = all("risk");
  private static final Phrase STRONG = all("strong");
  private static final Phrase VERB = all("verb");
  private static final int MAX_TITLE_WORDS = Bounds.whole("most-title-words");
  private static final int LONGEST_GROUP_TITLE = Bounds.whole("longest-group-title");
  private static final int SENTENCE_WORDS = Bounds.whole("sentence-words");
  private static final int SMALL_WORD = Bounds.whole("small-word");
  private static final int MANY = Bounds.whole("many-sentences");
  private static final Phrase BODY = all("body");
  private static final Phrase REFERENCE = all("reference");
  private static final Phrase INTRO = all("intro");
  private static final Phrase ANNOUNCING = all("announcing");
  private static final Phrase CLOSING = all("closing");

  /** The stop comes first: looking back from each letter would take most of the time. */
  private static final Pattern SENTENCE_END =
      Pattern.compile(
          "[.?!](?<!\\b(?:U\\.S|Inc|Corp|Co|Ltd|No|Nos|v|vs|Mr|Ms|Mrs|Dr|St|Jr|Sr|e\\.g|i\\.e|approx|[A-Z])[.?!])[\"”’)]*\\s+(?=[\"“(]?[A-Z0-9])");

  private static final String STOPS = ".?!";

  /** What may stand behind a stop. */
  private static final String AFTER_STOP = "\"”’) \t\n\u000B\f\r";

  private static final Pattern CATCH_ALL =
      Pattern.compile("^(other|additional|general|miscellaneous)\\b");

  /** "A.", "(b)", "IV.", "2.1" in front of a title. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "^\\(?(?:(?:[A-Za-z]|[IVXivx]{1,5}|\\d{1,2})[.)]|\\d{1,2}(?:\\.\\d{1,2})+[.)]?)\\s+");

  private static final Pattern COUNTED =
      Pattern.compile("(?:[A-Za-z]+ )?\\(?(?:(?<number>\\d{1,3})|(?<letter>[A-Za-z]))[.):](?=\\s)");

  private static final Pattern BULLET =
      Pattern.compile("^(?:[•●○◦▪■□·‣⁃∙\u00A7\uF0B7\uF0A7➢►*]\\s*|[–—o-]\\s+)(?=\\S)");

  private CaptionWords() {}

  private static Phrase all(String kind) {
    List<String> rules =
        Table.resource(CaptionWords.class, "captions.tsv").stream()
            .filter(f -> f.at(0).equals(kind))
            .map(f -> f.at(1))
            .toList();
    return new Phrase(String.join("|", rules));
  }

  static boolean statesRisk(String text) {
    return RISK.isIn(text.toLowerCase(Locale.ROOT));
  }

  /** Whether a text in lowercase says may, could, if, unable and the like. */
  static boolean statesStrongRisk(String lower) {
    return STRONG.isIn(lower);
  }

  /** Whether a text in lower case goes on with what stands before it. */
  static boolean goesOn(String lower) {
    return BODY.begins(lower);
  }

  /** Whether a text in lower case sends the reader elsewhere. */
  static boolean refersElsewhere(String lower) {
    return REFERENCE.begins(lower);
  }

  /** Whether a text in lower case reads like what stands in front of the first risk. */
  static boolean introduces(String lower) {
    return INTRO.isIn(lower);
  }

  /** Whether a text in lowercase says that risks follow. */
  static boolean announces(String lower) {
    return ANNOUNCING.isIn(lower);
  }

  /** Whether a text in lower case reads like what stands behind the last risk. */
  static boolean closes(String lower) {
    return CLOSING.isIn(lower);
  }

  /** How many sentences a text has, counted up to {@link #MANY}. */
  static int sentences(String text) {
    var m = SENTENCE_END.matcher(text);
    int n = 1;
    while (n < MANY && m.find()) {
      n++;
    }
    return n;
  }

  /** The first sentence of a text, with its period; a number in front is no sentence. */
  static String firstSentence(String text) {
    Matcher m = SENTENCE_END.matcher(text);
    return m.find(numberEnd(text)) ? text.substring(0, m.end()).strip() : text;
  }

  /** Whether a text begins with a number or letter of a list, such as "1." or "(a)". */
  static boolean isNumbered(String text) {
    return numberEnd(text) > 0;
  }

  /** The number or letter that counts a caption, from 1; 0 if it has none. */
  static int number(String caption) {
    Matcher m = COUNTED.matcher(caption);
    if (!m.lookingAt()) {
      return 0;
    }
    String number = m.group("number");
    return number == null
        ? Character.toLowerCase(m.group("letter").charAt(0)) - 'a' + 1
        : Integer.parseInt(number);
  }

  private static int numberEnd(String text) {
    Matcher m = NUMBER.matcher(text);
    return m.lookingAt() && m.end() < text.length() ? m.end() : 0;
  }

  static int words(String text) {
    int n = 0;
    boolean in = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = !Character.isWhitespace(text.charAt(i));
      n += letter && !in ? 1 : 0;
      in = letter;
    }
    return n;
  }

  /** Whether a caption is a sentence of its own rather than a title. */
  static boolean isSentence(String text) {
    return words(text) >= SENTENCE_WORDS && (endsSentence(text) || statesRisk(text));
  }

  static boolean endsSentence(String text) {
    int end = text.length();
    while (end > 0 && AFTER_STOP.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && STOPS.indexOf(text.charAt(end - 1)) >= 0;
  }

  /** A caption without the bullet in front of it. */
  static String withoutBullet(String caption) {
    return BULLET.matcher(caption).replaceFirst("");
  }

  /** A title without the number or letter that counts it. */
  static String withoutNumber(String title) {
    return title.substring(numberEnd(title));
  }

  /** Whether a heading reads like one over several risks. */
  static boolean isGroupTitle(String text) {
    return text.length() <= LONGEST_GROUP_TITLE
        && !endsSentence(text)
        && Heading.kind(withoutNumber(text)).opensGroup();
  }

  /** Whether a heading promises several risks that have nothing in common. */
  static boolean isCatchAll(String text) {
    return Heading.kind(text).opensGroup()
        && CATCH_ALL.matcher(text.toLowerCase(Locale.ROOT)).find();
  }

  /** Whether a text of a few words has no verb, as titles have none. */
  static boolean isBareTitle(String text) {
    return words(text) <= MAX_TITLE_WORDS && !VERB.isIn(text.toLowerCase(Locale.ROOT));
  }

  /** Whether all long words begin with a capital. */
  static boolean isTitleCase(String text) {
    int upper = 0;
    int longWords = 0;
    for (String w : text.split(" ")) {
      if (w.length() > SMALL_WORD) {
        longWords++;
        upper += Character.isUpperCase(w.charAt(0)) ? 1 : 0;
      }
    }
    return longWords > 0 && upper == longWords;
  }
}
