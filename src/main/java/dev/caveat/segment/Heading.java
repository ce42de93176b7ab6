package dev.caveat.segment;

import dev.caveat.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a block says as a heading: its part, item and title, as far as it names them.
 *
 * @param part 1 to 4, 0 if none is named
 * @param item the item's number times ten plus its letter (1A is 11, 3.D is 34), 0 if none is named
 * @param title what stands behind part and item, as written; may be empty
 * @param kind what the title says
 */
record Heading(int part, int item, String title, Kind kind) {
  static final int ITEM_1A = 11;
  static final int ITEM_3 = 30;
  static final int ITEM_3D = 34;

  /** What a title says. */
  enum Kind {
    RISK,
    EITHER,
    SUMMARY,
    CLOSING,
    GROUP,
    NEXT,
    OTHER;

    /** Whether a section of risk factors may stand under such a title. */
    boolean opensSection() {
      return this == RISK || this == EITHER;
    }

    /** Whether such a title may stand over several risks of a section. */
    boolean opensGroup() {
      return this == GROUP || this == EITHER;
    }
  }

  private record Rule(Kind kind, Phrase title) {}

  private static final List<Rule> RULES =
      Table.resource(Heading.class, "headings.tsv").stream()
          .map(f -> new Rule(Kind.valueOf(f.at(0).toUpperCase(Locale.ROOT)), new Phrase(f.at(1))))
          .toList();

  private static final int ASCII = 128;

  /** The rules that may fit, by the first two characters; learned. */
  private static final AtomicReferenceArray<List<Rule>> BY_START =
      new AtomicReferenceArray<>(ASCII * ASCII);

  private static final Pattern PART =
      Pattern.compile("(?i)^part\\s+(IV|I{1,3}|[1-4])\\b[\\s,.:;–—-]*(.*)$");

  /** Item, its number, its letter, a second item ("Items 1 and 1A"), and what follows. */
  private static final Pattern ITEM =
      Pattern.compile(
          "(?i)^items?\\s*(?:no\\.?|number)?\\s*(?<number>\\d{1,2}|I(?=[.\\s-]?A\\b))\\s*"
              + "(?:[.(\\s-]?\\s*(?<letter>[A-D])(?![A-Za-z]))?\\)?"
              + "(?:\\s*(?:and|&|,|through|-)\\s*(?:item\\s*)?(?<other>\\d{1,2})\\s*\\(?(?<otherLetter>[A-D])?(?![A-Za-z])\\)?)?"
              + "[\\s.:;,)|•·/–—-]*(?<rest>.*)$");

  /** An item that is named by number and letter alone. */
  private static final Pattern BARE =
      Pattern.compile(
          "(?i)^(1\\s*\\(?A|3\\s*\\.?\\s*D|D)\\)?[\\s.:|•·/–—-]+(risk\\s+factors?\\b.*)$");

  /** Marks of headings that a converter left. */
  private static final String MARKS = "#*_";

  private static final Pattern MARKDOWN = Pattern.compile("^[#*_]+\\s*");

  /** What titles are trimmed of. */
  private static final String ENDS = " \"'“”‘’*_.:;,–—-";

  private static final String CONT = "cont";

  private static final Pattern CONTINUED =
      Pattern.compile("\\b(continued|cont’d|cont'd|cont\\.?)[)\\]]*$");

  /** What stands in front of that. */
  private static final String BEFORE_CONT = " ([–—-";

  static final int MAX_LENGTH = Bounds.whole("longest-heading");

  private static final int MIN_LETTERS = Bounds.whole("fewest-heading-letters");

  /** Reads a heading; null if the text is too long or says nothing a heading says. */
  static @Nullable Heading read(String text) {
    if (text.length() > MAX_LENGTH || !isWordy(text)) {
      return null;
    }
    String rest = text.replace('\t', ' ').strip();
    if (MARKS.indexOf(rest.charAt(0)) >= 0) {
      rest = MARKDOWN.matcher(rest).replaceFirst("");
    }
    int part = 0;
    int item = 0;
    if (mayNameItem(rest)) {
      Matcher m = PART.matcher(rest);
      if (m.matches()) {
        part = part(m.group(1));
        rest = m.group(2);
      }
      m = ITEM.matcher(rest);
      if (m.matches()) {
        item = item(m.group("number"), m.group("letter"));
        String other = m.group("other");
        int second = other == null ? 0 : item(other, m.group("otherLetter"));
        item = second == ITEM_1A ? second : item;
        rest = m.group("rest");
      } else {
        m = BARE.matcher(rest);
        if (m.matches()) {
          item = m.group(1).startsWith("1") ? ITEM_1A : ITEM_3D;
          rest = m.group(2);
        }
      }
    }
    Kind kind = kind(rest);
    boolean prose = kind == Kind.OTHER && !rest.isEmpty() && Character.isLowerCase(rest.charAt(0));
    if (kind == Kind.OTHER && (prose || (part == 0 && item == 0))) {
      return null;
    }
    return new Heading(part, item, rest, kind);
  }

  /** Whether a text may name an item, by its first letter: far cheaper than reading it. */
  static boolean mayNameItem(String text) {
    int i = 0;
    while (i < text.length()
        && (Character.isWhitespace(text.charAt(i)) || MARKS.indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return i < text.length() && "IiPpDd13".indexOf(text.charAt(i)) >= 0;
  }

  /** Whether letters outweigh figures: most short blocks of a filing are rows of figures. */
  private static boolean isWordy(String text) {
    int letters = 0;
    int others = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
      } else if (c != ' ' && c != '\t') {
        others++;
      }
    }
    return letters >= MIN_LETTERS && others <= letters;
  }

  /** What a title says, {@code OTHER} where it says nothing known. */
  static Kind kind(String title) {
    if (title.length() > MAX_LENGTH) {
      return Kind.OTHER;
    }
    String plain = normal(title);
    for (Rule rule : rules(plain)) {
      if (rule.title.is(plain)) {
        return rule.kind;
      }
    }
    return Kind.OTHER;
  }

  /** The rules that a title may fit, by its first two characters. */
  private static List<Rule> rules(String plain) {
    if (plain.length() < 2 || (plain.charAt(0) | plain.charAt(1)) >= ASCII) {
      return RULES;
    }
    int start = plain.charAt(0) * ASCII + plain.charAt(1);
    List<Rule> known = BY_START.get(start);
    if (known == null) {
      String head = plain.substring(0, 2);
      known = RULES.stream().filter(r -> r.title.mayBegin(head)).toList();
      BY_START.set(start, known);
    }
    return known;
  }

  /** Whether a title says that it stood on an earlier page already. */
  static boolean isContinued(String title) {
    return continued(title.strip().toLowerCase(Locale.ROOT)) >= 0;
  }

  /** Where a text in lower case says at its end that it goes on; -1 where it does not. */
  private static int continued(String lower) {
    int at = lower.lastIndexOf(CONT);
    Matcher m = at < 0 ? null : CONTINUED.matcher(lower).region(at, lower.length());
    return m != null && m.useTransparentBounds(true).lookingAt() ? at : -1;
  }

  /** A title for comparison: lowercase, ends trimmed, whitespace folded. */
  static String normal(String title) {
    String out = trimmed(folded(title));
    int end = continued(out);
    if (end <= 0) {
      return out;
    }
    while (end > 0 && BEFORE_CONT.indexOf(out.charAt(end - 1)) >= 0) {
      end--;
    }
    return trimmed(out.substring(0, end));
  }

  /** Lower case, each run of whitespace one blank. By hand: it runs on every short block. */
  private static String folded(String text) {
    char[] out = new char[text.length()];
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = Character.isWhitespace(c);
      if (!blank) {
        out[n++] = Character.toLowerCase(c);
      } else if (n > 0 && out[n - 1] != ' ') {
        out[n++] = ' ';
      }
    }
    return new String(out, 0, n);
  }

  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && ENDS.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && ENDS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }

  private static int part(String numeral) {
    return switch (numeral.toUpperCase(Locale.ROOT)) {
      case "I", "1" -> 1;
      case "II", "2" -> 2;
      case "III", "3" -> 3;
      default -> 4;
    };
  }

  /** An item's number times ten plus its letter. */
  static int item(String number, @Nullable String letter) {
    int n = (number.equalsIgnoreCase("I") ? 1 : Integer.parseInt(number)) * 10;
    return letter == null || letter.isEmpty()
        ? n
        : n + Character.toUpperCase(letter.charAt(0)) - 'A' + 1;
  }
}
