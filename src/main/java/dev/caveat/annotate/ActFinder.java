package dev.caveat.annotate;

import dev.caveat.model.Entity;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds named acts, codes and the like: from the word that says what it is, such as "Act", back
 * over the capitalised words of its name. Safe for use by several threads.
 */
final class ActFinder {
  private static final Set<String> KINDS =
      Set.of(
          "Act",
          "Acts",
          "Code",
          "Directive",
          "Ordinance",
          "Treaty",
          "Protocol",
          "Convention",
          "Regulations",
          "Regulation",
          "Statute",
          "Law",
          "Decree",
          "Constitution",
          "Amendments",
          "Accord",
          "Rule",
          "Rules",
          "Measures");

  /** Kinds that are also common words: a name of two words at least must stand in front. */
  private static final Set<String> COMMON =
      Set.of("Regulation", "Statute", "Decree", "Amendments", "Accord", "Measures", "Ordinance");

  private static final Set<String> INSIDE =
      Set.of(
          "of", "and", "for", "in", "on", "to", "with", "against", "or", "by", "from", "through");
  private static final Set<String> NOT_FIRST =
      Set.of(
          "The",
          "Our",
          "Its",
          "This",
          "That",
          "Such",
          "Under",
          "In",
          "If",
          "For",
          "A",
          "An",
          "Any",
          "These",
          "Those",
          "Each",
          "All",
          "And",
          "Of",
          "On",
          "By",
          "To",
          "With",
          "As",
          "Because",
          "While",
          "When",
          "Since",
          "Although",
          "Pursuant",
          "Both",
          "Either",
          "Section",
          "Sections",
          "Rule",
          "Rules",
          "Title",
          "Item",
          "Part",
          "Chapter",
          "However",
          "Also",
          "Certain",
          "No",
          "Some",
          "Amended",
          "Former");

  /** Words in front of a kind that make no name of a law with it. */
  private static final Set<String> NO_NAME =
      Set.of(
          "Source",
          "Zip",
          "ZIP",
          "Area",
          "Bar",
          "QR",
          "Dress",
          "Case",
          "Common",
          "Martial",
          "Moore",
          "Final",
          "Proposed",
          "New",
          "Interim",
          "Golden",
          "Federal",
          "State",
          "Local",
          "Foreign",
          "Environmental",
          "Government",
          "Applicable",
          "Human",
          "Internal",
          "Price",
          "Party",
          "Majority",
          "Security",
          "Protective",
          "Austerity",
          "Financial",
          "Performance",
          "Other",
          "Delaware",
          "Maryland",
          "Nevada",
          "California",
          "Texas",
          "Washington",
          "Virginia",
          "Bermuda",
          "Cayman",
          "English",
          "Corporate",
          "Employment",
          "Criminal",
          "International",
          "Constitutional",
          "Ethics",
          "Conduct");

  private static final Pattern YEAR =
      Pattern.compile("^(?:,? of \\d{4}(?:-\\d{2})?\\b|,? \\d{4}\\b(?! \\d))");

  private ActFinder() {}

  static void find(Words words, List<Candidate> out) {
    String[] tokens = words.tokens();
    for (int i = 1; i < tokens.length; i++) {
      if (KINDS.contains(tokens[i])) {
        int first = firstOfName(words, i);
        int named = capitalized(words, first, i);
        boolean enough =
            named >= (COMMON.contains(tokens[i]) ? 2 : 1) || isAcronymAct(tokens, first, i);
        boolean isName =
            (i - first > 1 || !NO_NAME.contains(tokens[first])) && !isNumbered(words, i);
        if (first < i && enough && isName) {
          out.add(
              new Candidate(
                  Entity.Type.LAW, words.start(first), end(words, i), null, Candidate.PATTERN));
        }
      }
    }
  }

  /** "Regulation S-K", "Rule 144": the mark behind the kind names it, not the words in front. */
  private static boolean isNumbered(Words words, int kind) {
    String token = words.tokens()[kind];
    if (!token.equals("Regulation") && !token.equals("Rule") && !token.equals("Rules")) {
      return false;
    }
    if (kind + 1 >= words.size()) {
      return false;
    }
    String next = words.tokens()[kind + 1];
    return Character.isDigit(next.charAt(0))
        || (next.length() <= 2 && Character.isUpperCase(next.charAt(0)));
  }

  private static boolean isAcronymAct(String[] tokens, int first, int at) {
    return at - first == 1
        && tokens[first].length() >= 2
        && tokens[first].equals(tokens[first].toUpperCase(java.util.Locale.ROOT));
  }

  private static int capitalized(Words words, int first, int at) {
    int n = 0;
    for (int i = first; i < at; i++) {
      n += words.isCapitalized(i) ? 1 : 0;
    }
    return n;
  }

  private static int firstOfName(Words words, int act) {
    String[] tokens = words.tokens();
    int i = act;
    while (i > 0 && continuesBack(words, i - 1, act)) {
      i--;
    }
    while (i < act && (!words.isCapitalized(i) || NOT_FIRST.contains(tokens[i]))) {
      i++;
    }
    return i;
  }

  /** Whether the token at a place still belongs to the name whose end is known. */
  private static boolean continuesBack(Words words, int i, int act) {
    String token = words.tokens()[i];
    boolean touches = words.end(i) == words.start(i + 1);
    return switch (token) {
      case "&" -> true;
      case "-", "’", "'", ".", "s", "/" -> touches;
      case "," -> isListComma(words, i, act);
      case ")" -> i > 0 && words.isCapitalized(i - 1) && hasOpening(words, i);
      case "(" -> i > 0 && words.isCapitalized(i - 1);
      case "the" -> isArticleInside(words, i);
      default ->
          Character.isUpperCase(token.charAt(0))
              ? !NOT_FIRST.contains(token) && !KINDS.contains(token)
              : INSIDE.contains(token) && words.isCapitalized(i + 1);
    };
  }

  /** "Response, Compensation, and Liability Act": a comma of a list that "and" ends. */
  private static boolean isListComma(Words words, int comma, int act) {
    if (comma == 0 || !isNameWord(words, comma - 1)) {
      return false;
    }
    for (int i = comma + 1; i < act; i++) {
      String token = words.tokens()[i];
      if (token.equals("and") || token.equals("&")) {
        return true;
      }
      if (!token.equals(",") && !isNameWord(words, i)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isNameWord(Words words, int i) {
    String token = words.tokens()[i];
    return words.isCapitalized(i)
        && token.length() > 2
        && !KINDS.contains(token)
        && !NOT_FIRST.contains(token)
        && !token.equals(token.toUpperCase(java.util.Locale.ROOT));
  }

  private static boolean hasOpening(Words words, int closing) {
    for (int i = closing - 1; i > 0 && i > closing - 6; i--) {
      if (words.tokens()[i].equals("(")) {
        return words.isCapitalized(i - 1) && !KINDS.contains(words.tokens()[i - 1]);
      }
    }
    return false;
  }

  /** "the" inside a name follows a preposition, as in "Treaty on the Functioning". */
  private static boolean isArticleInside(Words words, int i) {
    if (i < 2 || !words.isCapitalized(i + 1)) {
      return false;
    }
    String before = words.tokens()[i - 1];
    boolean preposition =
        before.equals("of")
            || before.equals("for")
            || before.equals("on")
            || before.equals("in")
            || before.equals("to");
    return preposition && words.isCapitalized(i - 2) && !KINDS.contains(words.tokens()[i - 2]);
  }

  private static int end(Words words, int act) {
    int end = words.end(act);
    Matcher m = YEAR.matcher(words.text()).region(end, Math.min(words.text().length(), end + 20));
    return m.find() ? m.end() : end;
  }
}
