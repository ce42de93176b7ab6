package dev.caveat.annotate;

import dev.caveat.model.Entity;
import dev.caveat.model.Entity.Value;
import dev.caveat.model.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds named acts, codes and the like: from the word that says what it is, such as "Act", back
 * over the capitalized words of its name, or on over its subject ("Measures for the Administration
 * of Imports"). The words are data. Safe for use by several threads.
 */
final class ActFinder {
  private static final Pattern YEAR =
      Pattern.compile(
          "^(?: for Fiscal Year \\d{4}|,? of \\d{4}(?:-\\d{2})?\\b|,? \\d{4}(?:-\\d{4})?\\b(?! \\d)(?! [A-Z][a-z]+ Rule)(?: \\([A-Z][^)]{3,60}\\) (?:Order|Regulations|Rules) \\d{4}\\b)?)");

  /** Kinds that name a law even in a caption that capitalizes every word. */
  private static final Set<String> PLAIN_KINDS =
      Set.of("Act", "Code", "Directive", "Ordinance", "Treaty");

  /** What may stand behind "Code" and belongs to the name. */
  private static final Pattern CODE_OF =
      Pattern.compile(
          "^ of (?:Federal Regulations|Civil Procedure|Criminal Procedure|Obligations|(?:the )?(?:State|Commonwealth) of (?:[A-Z][a-z]+ ?){1,2}|Virginia|Iowa|Alabama|Georgia|South Carolina|Maryland)\\b");

  /** What a code of a company is about. */
  private static final Pattern CONDUCT =
      Pattern.compile(
          "^ of (?:[A-Z]\\w+ (?:and )?){0,3}(?:Ethics|Conduct|Standards|Practices?|Business|Governance|Behavior)\\b");

  private static final Set<String> BODIES =
      Set.of("Office", "Department", "School", "Center", "Institute", "College");

  private static final Set<String> MONTHS =
      Set.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private static final int CAPTION_WORDS = 5;

  /** No law's name has more, marks included. */
  private static final int MAX_WORDS = 100;

  private static final int YEAR_REACH = 110;

  private final TokenizedText words;
  private final String[] tokens;
  private final List<Span> sentences;
  private final List<Candidate> out;

  /** Which sentences capitalize all their words, as far as asked. */
  private final Map<Integer, Boolean> captions = new HashMap<>();

  private ActFinder(TokenizedText words, List<Span> sentences, List<Candidate> out) {
    this.words = words;
    this.tokens = words.tokens();
    this.sentences = sentences;
    this.out = out;
  }

  static void find(TokenizedText words, List<Span> sentences, List<Candidate> out) {
    ActFinder finder = new ActFinder(words, sentences, out);
    for (int i = 0; i < words.size(); i++) {
      if (words.isCapitalized(i)) {
        finder.findAt(i);
      }
    }
  }

  private void findAt(int i) {
    if (LawWords.KINDS.contains(tokens[i])) {
      int first = firstOfName(i);
      if (first < i && isName(first, i)) {
        add(first, endOfName(i), tokens[i]);
      }
    }
    Set<String> joins = LawWords.ONWARD.get(tokens[i]);
    if (joins != null && i + 3 < words.size() && joins.contains(tokens[i + 1])) {
      findOnward(i);
    }
  }

  private boolean isName(int first, int kind) {
    int named = capitalized(first, kind);
    boolean enough = named >= (LawWords.COMMON.contains(tokens[kind]) ? 2 : 1);
    return (enough || Laws.named(textOf(first, kind)) != null)
        && (kind - first > 1 || !LawWords.NO_NAME.contains(tokens[first]))
        && !isNumbered(kind)
        && !goesOn(kind)
        && !isBodyOfLaw(first, kind);
  }

  /** "Department of Law", "Office of Administrative Law". */
  private boolean isBodyOfLaw(int first, int kind) {
    if (!tokens[kind].equals("Law")) {
      return false;
    }
    for (int i = first; i < kind; i++) {
      if (BODIES.contains(tokens[i])) {
        return true;
      }
    }
    return tokens[kind - 1].equals("of");
  }

  private String textOf(int first, int last) {
    return words.text().substring(words.start(first), words.end(last));
  }

  private void add(int first, int end, String kind) {
    int start = words.startWithCountry(first);
    String name = words.text().substring(start, end);
    Value.Law law = Laws.named(name);
    if (law == null && isInCaption(start) && !PLAIN_KINDS.contains(kind)) {
      return;
    }
    if (law == null && isFullName(first, end)) {
      law = Laws.unlisted(name);
    }
    out.add(new Candidate(Entity.Type.LAW, start, end, law, Candidate.PATTERN));
  }

  /** Two capitalized words in front of the kind: less may be anybody's law, such as a Tax Act. */
  private boolean isFullName(int first, int end) {
    int capitals = 0;
    for (int i = first; i < words.size() && words.end(i) <= end; i++) {
      capitals += words.isCapitalized(i) && tokens[i].length() > 1 ? 1 : 0;
    }
    return capitals >= 3;
  }

  /** "Regulation S-K", "Rule 144": the mark behind the kind names it, not the words in front. */
  private boolean isNumbered(int kind) {
    String token = tokens[kind];
    if (!token.equals("Regulation") && !token.equals("Rule") && !token.equals("Rules")
        || kind + 1 >= words.size()) {
      return false;
    }
    String next = tokens[kind + 1];
    return Character.isDigit(next.charAt(0))
        || (next.length() <= 2 && Character.isUpperCase(next.charAt(0)));
  }

  /** "Law School", "Code of Conduct": the kind is a part of a name of something else. */
  private boolean goesOn(int kind) {
    if (kind + 1 >= words.size()) {
      return false;
    }
    String next = tokens[kind + 1];
    boolean codeOfConduct =
        tokens[kind].equals("Code")
            && CONDUCT.matcher(words.text()).region(words.end(kind), words.text().length()).find();
    return LawWords.NO_END.contains(next) || codeOfConduct;
  }

  private int capitalized(int first, int at) {
    int n = 0;
    for (int i = first; i < at; i++) {
      n += words.isCapitalized(i) ? 1 : 0;
    }
    return n;
  }

  private int firstOfName(int act) {
    int i = act;
    while (i > 0 && act - i < MAX_WORDS && continuesBack(i - 1, act)) {
      i--;
    }
    while (i < act && !beginsName(i)) {
      i++;
    }
    return i;
  }

  private boolean beginsName(int i) {
    boolean number = Character.isDigit(tokens[i].charAt(0));
    return number || words.isCapitalized(i) && !LawWords.FIRST.contains(tokens[i]);
  }

  /** Whether the token at a place still belongs to the name whose end is known. */
  private boolean continuesBack(int i, int act) {
    String token = tokens[i];
    boolean touches = words.end(i) == words.start(i + 1);
    return switch (token) {
      case "&" -> true;
      case "-", "–", "s", "/" -> touches;
      case "." -> touches || isInitial(i - 1);
      case "’", "'" -> touches || i > 0 && tokens[i - 1].endsWith("s");
      case "st", "nd", "rd", "th" -> i > 0 && isOrdinal(i - 1);
      case "," -> isListComma(i, act);
      case ")" ->
          !LawWords.COMMON.contains(tokens[act])
              && i > 0
              && words.isCapitalized(i - 1)
              && hasOpening(i);
      case "(" -> i > 0 && words.isCapitalized(i - 1);
      case "the" -> isArticleInside(i);
      default -> isWordOfName(i);
    };
  }

  private boolean isWordOfName(int i) {
    String token = tokens[i];
    char first = token.charAt(0);
    if (Character.isUpperCase(first)) {
      return (!LawWords.KINDS.contains(token) || isKindInside(i))
          && (!LawWords.FIRST.contains(token) || isInsideCapitals(i));
    }
    if (Character.isDigit(first)) {
      return isOrdinal(i) || isYearInFront(i);
    }
    return LawWords.INSIDE.contains(token)
        && (words.isCapitalized(i + 1) || !token.equals("of") && tokens[i + 1].equals("the"));
  }

  /**
   * A kind that another one follows: "Modernization of Cosmetics Regulation Act", "Uniform
   * Regulation of Pawnshops Act".
   */
  private boolean isKindInside(int i) {
    return !PLAIN_KINDS.contains(tokens[i])
        && !tokens[i].equals("Acts")
        && !LawWords.FIRST.contains(tokens[i])
        && (words.isCapitalized(i + 1) || isNameOf(i));
  }

  /** "Uniform Regulation of Pawnshops": a name goes on behind "of", and begins before the kind. */
  private boolean isNameOf(int kind) {
    return LawWords.COMMON.contains(tokens[kind])
        && tokens[kind + 1].equals("of")
        && words.isCapitalized(kind + 2)
        && kind > 0
        && words.isCapitalized(kind - 1)
        && !LawWords.FIRST.contains(tokens[kind - 1])
        && !LawWords.KINDS.contains(tokens[kind - 1]);
  }

  /** "Jumpstart Our Business Startups": a word that begins no name stands inside one. */
  private boolean isInsideCapitals(int i) {
    return i > 1
        && !LawWords.OUTSIDE.contains(tokens[i])
        && words.isCapitalized(i - 1)
        && !LawWords.FIRST.contains(tokens[i - 1])
        && !LawWords.KINDS.contains(tokens[i - 1])
        && words.start(i) == words.end(i - 1) + 1
        && !isInCaption(words.start(i));
  }

  /** A single capital in front of a period that touches it. */
  private boolean isInitial(int i) {
    return i > 0
        && tokens[i].length() == 1
        && words.isCapitalized(i)
        && words.end(i) == words.start(i + 1);
  }

  /** "21st Century", as two tokens that touch. */
  private boolean isOrdinal(int i) {
    return i + 1 < words.size()
        && Character.isDigit(tokens[i].charAt(0))
        && words.end(i) == words.start(i + 1)
        && Set.of("st", "nd", "rd", "th").contains(tokens[i + 1]);
  }

  /** "the 2017 Tax Act". */
  private boolean isYearInFront(int i) {
    return tokens[i].length() == 4
        && (tokens[i].startsWith("19") || tokens[i].startsWith("20"))
        && i > 0
        && tokens[i - 1].equalsIgnoreCase("the")
        && words.isCapitalized(i + 1);
  }

  /** "Response, Compensation, and Liability Act": a comma of a list that "and" ends. */
  private boolean isListComma(int comma, int act) {
    if (comma == 0 || !isNameWord(comma - 1)) {
      return false;
    }
    for (int i = comma + 1; i < act; i++) {
      String token = tokens[i];
      if (token.equals("and") || token.equals("&")) {
        return true;
      }
      if (!token.equals(",") && !isNameWord(i)) {
        return false;
      }
    }
    return false;
  }

  private boolean isNameWord(int i) {
    String token = tokens[i];
    return words.isCapitalized(i)
        && token.length() > 2
        && !LawWords.KINDS.contains(token)
        && !LawWords.FIRST.contains(token)
        && !token.equals(token.toUpperCase(Locale.ROOT));
  }

  private boolean hasOpening(int closing) {
    for (int i = closing - 1; i > 0 && i > closing - 6; i--) {
      if (tokens[i].equals("(")) {
        return words.isCapitalized(i - 1) && !LawWords.KINDS.contains(tokens[i - 1]);
      }
    }
    return false;
  }

  /** "the" inside a name follows a preposition, as in "Treaty on the Functioning". */
  private boolean isArticleInside(int i) {
    if (i < 2 || !words.isCapitalized(i + 1) && !isOrdinal(i + 1)) {
      return false;
    }
    return Set.of("of", "for", "on", "in", "to", "with").contains(tokens[i - 1])
        && words.isCapitalized(i - 2)
        && !LawWords.KINDS.contains(tokens[i - 2]);
  }

  private int endOfName(int kind) {
    int end = words.end(kind);
    int limit = words.text().length();
    if (tokens[kind].equals("Code")) {
      Matcher of = CODE_OF.matcher(words.text()).region(end, limit);
      if (of.find()) {
        return of.end();
      }
    }
    Matcher year = YEAR.matcher(words.text()).region(end, Math.min(limit, end + YEAR_REACH));
    return year.find() ? year.end() : end;
  }

  /** "Measures for the Administration of Imports": the subject stands behind the kind. */
  private void findOnward(int kind) {
    int first = firstOfName(kind);
    int last = lastOfSubject(kind + 2, first < kind ? 1 : 2);
    if (last < 0 || isInCaption(words.start(kind))) {
      return;
    }
    int start = words.startWithCountry(first);
    int end = words.end(last);
    Matcher year =
        YEAR.matcher(words.text()).region(end, Math.min(words.text().length(), end + YEAR_REACH));
    end = year.find() ? year.end() : end;
    String name = words.text().substring(start, end);
    Value.Law law = Laws.named(name);
    out.add(
        new Candidate(
            Entity.Type.LAW,
            start,
            end,
            law == null ? Laws.unlisted(name) : law,
            Candidate.PATTERN));
  }

  /** The last capitalized word of a subject; -1 if there are not enough. */
  private int lastOfSubject(int from, int enough) {
    int last = -1;
    int capitals = 0;
    for (int i = from; i < words.size(); i++) {
      String token = tokens[i];
      if (words.isCapitalized(i) && !isKind(token) && !MONTHS.contains(token)) {
        capitals++;
        last = i;
      } else if (!isInsideSubject(i)) {
        break;
      }
    }
    return capitals >= enough ? last : -1;
  }

  private static boolean isKind(String token) {
    return LawWords.KINDS.contains(token) || LawWords.ONWARD.containsKey(token);
  }

  private boolean isInsideSubject(int i) {
    String token = tokens[i];
    boolean touches = words.start(i) == words.end(i - 1);
    return token.equals("the")
        || token.equals("&")
        || LawWords.INSIDE.contains(token)
        || touches && Set.of("-", "’", "'", "s").contains(token);
  }

  /** Whether a place stands in a sentence, or a title in it, that capitalizes all its words. */
  private boolean isInCaption(int start) {
    int at = OverlapResolver.sentenceAt(sentences, start);
    return at >= 0 && captions.computeIfAbsent(at, s -> isCaption(sentences.get(s)));
  }

  private boolean isCaption(Span sentence) {
    int capitals = 0;
    int all = 0;
    for (int i = words.at(sentence.start());
        i < words.size() && words.start(i) < sentence.end();
        i++) {
      if (tokens[i].length() > 3 && Character.isLetter(tokens[i].charAt(0))) {
        all++;
        capitals += words.isCapitalized(i) ? 1 : 0;
      }
    }
    return capitals * 10 >= all * 9 && capitals >= CAPTION_WORDS;
  }
}
