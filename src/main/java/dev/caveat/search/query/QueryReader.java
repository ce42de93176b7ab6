package dev.caveat.search.query;

import dev.caveat.index.IndexSchema;
import dev.caveat.search.query.Clause.And;
import dev.caveat.search.query.Clause.Fuzzy;
import dev.caveat.search.query.Clause.Must;
import dev.caveat.search.query.Clause.Not;
import dev.caveat.search.query.Clause.Or;
import dev.caveat.search.query.Clause.Pattern;
import dev.caveat.search.query.Clause.Phrase;
import dev.caveat.search.query.Clause.Run;
import dev.caveat.search.query.Clause.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses the query language, which the package comment defines, by recursive descent.
 *
 * <pre>
 * either  = all { "OR" all }
 * all     = run { "AND" run }
 * run     = part { part }
 * part    = [ "NOT" | "-" | "+" ] [ field ":" ] ( "(" either ")" | phrase | word )
 * </pre>
 */
final class QueryReader {
  /** Longer queries are probably pasted by mistake. */
  static final int MAX_LENGTH = 4000;

  private static final int MAX_PARTS = 250;

  /** Each is looked for among all words of the index. */
  private static final int MAX_OPEN_WORDS = 50;

  private static final int MAX_DEPTH = 20;
  private static final int MAX_SLOP = 1000;
  private static final int MAX_EDITS = 2;

  private static final Map<String, String> FIELDS =
      Map.of(
          "heading", IndexSchema.HEADING,
          "caption", IndexSchema.HEADING,
          "body", IndexSchema.BODY,
          "text", IndexSchema.BODY,
          "group", IndexSchema.GROUP);

  private static final Set<String> FILTERS =
      Set.of(
          "company", "cik", "ticker", "form", "from", "to", "year", "status", "category", "family");

  private final String text;
  private int at;
  private int parts;
  private int openWords;
  private int depth;

  private QueryReader(String text) {
    this.text = text;
  }

  /**
   * Reads a query.
   *
   * @throws QuerySyntaxException saying what is wrong, where, and what to do
   */
  static Clause read(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new QuerySyntaxException(
          "a query may have at most " + MAX_LENGTH + " characters; this one has " + text.length());
    }
    QueryReader reader = new QueryReader(text);
    Clause query = reader.either(null);
    if (reader.at < text.length()) {
      throw new QuerySyntaxException(
          "there is an unmatched ) "
              + reader.where()
              + "; remove it or put quotes around the words");
    }
    return query;
  }

  private Clause either(@Nullable String field) {
    List<Clause> sides = new ArrayList<>();
    sides.add(all(field));
    while (operator("OR")) {
      sides.add(all(field));
    }
    return sides.size() == 1 ? sides.getFirst() : new Or(List.copyOf(sides));
  }

  private Clause all(@Nullable String field) {
    List<Clause> sides = new ArrayList<>();
    sides.add(run(field));
    while (operator("AND")) {
      sides.add(run(field));
    }
    return sides.size() == 1 ? sides.getFirst() : new And(List.copyOf(sides));
  }

  private Clause run(@Nullable String field) {
    List<Clause> run = new ArrayList<>();
    skipSpace();
    while (at < text.length()
        && text.charAt(at) != ')'
        && !atOperator("AND")
        && !atOperator("OR")) {
      run.add(part(field));
      skipSpace();
    }
    if (run.isEmpty()) {
      throw new QuerySyntaxException(emptyRun());
    }
    return new Run(List.copyOf(run));
  }

  private String emptyRun() {
    if (text.isBlank()) {
      return "the query is empty; give a word or a \"phrase\"";
    }
    return "a word or phrase is missing " + where() + "; AND and OR go between two of them";
  }

  private Clause part(@Nullable String field) {
    if (++parts > MAX_PARTS) {
      throw new QuerySyntaxException(
          "a query may have at most " + MAX_PARTS + " words and phrases; keep the rarest");
    }
    if (operator("NOT")) {
      return negated(field);
    }
    char sign = text.charAt(at);
    boolean prefix = at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1));
    if (sign == '-' && prefix) {
      at++;
      return negated(field);
    }
    if (sign == '+' && prefix) {
      at++;
      return new Must(unsigned(field));
    }
    return unsigned(field);
  }

  private Clause negated(@Nullable String field) {
    skipSpace();
    if (at >= text.length() || text.charAt(at) == ')') {
      throw new QuerySyntaxException("NOT needs a word after it " + where());
    }
    return new Not(unsigned(field));
  }

  private Clause unsigned(@Nullable String field) {
    char c = text.charAt(at);
    if (c == '(') {
      return group(field);
    }
    if (quote(c)) {
      return phrase(field);
    }
    String named = field();
    return named == null ? word(field) : unsigned(named);
  }

  private Clause group(@Nullable String field) {
    if (++depth > MAX_DEPTH) {
      throw new QuerySyntaxException("parentheses may be nested at most " + MAX_DEPTH + " deep");
    }
    int open = at++;
    Clause inside = either(field);
    if (at >= text.length()) {
      throw new QuerySyntaxException(
          "a parenthesis is not closed: "
              + excerpt(open)
              + "; add ) or put quotes around the words");
    }
    at++;
    depth--;
    return inside;
  }

  private Clause phrase(@Nullable String field) {
    int open = at++;
    while (at < text.length() && !quote(text.charAt(at))) {
      at++;
    }
    if (at >= text.length()) {
      throw new QuerySyntaxException(
          "a quote is not closed: " + excerpt(open) + "; add \" at its end");
    }
    String words = text.substring(open + 1, at++);
    if (words.isBlank()) {
      throw new QuerySyntaxException("there is nothing between the quotes " + where());
    }
    int slop = at < text.length() && text.charAt(at) == '~' ? number(MAX_SLOP, "words", 1) : 0;
    return new Phrase(field, words, slop);
  }

  /** Reads {@code ~} and the number after it. */
  private int number(int most, String what, int otherwise) {
    int start = ++at;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      return otherwise;
    }
    String digits = text.substring(start, at);
    int value = digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    if (value > most) {
      throw new QuerySyntaxException("~" + digits + " is too much: at most ~" + most + " " + what);
    }
    return value;
  }

  /** Reads a field's name and the colon after it, if there is a known one here. */
  private @Nullable String field() {
    int end = at;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    if (end == at || end == text.length() || text.charAt(end) != ':') {
      return null;
    }
    String name = text.substring(at, end);
    if (end + 1 == text.length() || " \t\n)".indexOf(text.charAt(end + 1)) >= 0) {
      checkEmpty(name, end + 1);
      return null;
    }
    if (FILTERS.contains(name)) {
      throw new QuerySyntaxException(
          "filters are options: write --" + name + " VALUE instead of " + excerpt(at));
    }
    String field = FIELDS.get(name);
    if (field != null) {
      at = end + 1;
    } else if (looksLikeField(name) && text.charAt(end + 1) != '/') {
      throw new QuerySyntaxException(
          "there is no field "
              + name
              + "; the fields are heading:, body: and group:; put quotes around "
              + excerpt(at)
              + " to find it as written");
    }
    return field;
  }

  /** A colon in prose may follow any word; after a lone field name, its word is missing. */
  private void checkEmpty(String name, int end) {
    boolean alone = at == 0 || end == text.length() || text.charAt(end) == ')';
    if (alone && FIELDS.containsKey(name)) {
      throw new QuerySyntaxException(
          name + ": needs a word right after it, as in " + name + ":tax");
    }
  }

  private static boolean looksLikeField(String name) {
    return name.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  private Clause word(@Nullable String field) {
    int start = at;
    int open = 0;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || quote(c) || c == ')' && open == 0) {
        break;
      }
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    Clause word = word(field, text.substring(start, at));
    if (!(word instanceof Word) && ++openWords > MAX_OPEN_WORDS) {
      throw new QuerySyntaxException(
          "a query may have at most " + MAX_OPEN_WORDS + " words with *, ? or ~");
    }
    return word;
  }

  private static Clause word(@Nullable String field, String word) {
    int tilde = word.lastIndexOf('~');
    if (tilde > 0 && word.substring(tilde + 1).chars().allMatch(Character::isDigit)) {
      QueryReader rest = new QueryReader(word);
      rest.at = tilde;
      return new Fuzzy(field, word.substring(0, tilde), rest.number(MAX_EDITS, "letters", 2));
    }
    return hasWildcard(word) ? new Pattern(field, word) : new Word(field, word);
  }

  /**
   * A {@code *} next to a letter, or a {@code ?} before one; a question mark at the end is not a
   * wildcard.
   */
  private static boolean hasWildcard(String word) {
    int question = word.indexOf('?');
    boolean inside =
        question >= 0
            && question + 1 < word.length()
            && Character.isLetterOrDigit(word.charAt(question + 1));
    return inside || word.indexOf('*') >= 0 && word.chars().anyMatch(Character::isLetterOrDigit);
  }

  private boolean operator(String name) {
    skipSpace();
    if (!atOperator(name)) {
      return false;
    }
    at += name.length();
    return true;
  }

  private boolean atOperator(String name) {
    int end = at + name.length();
    return text.startsWith(name, at)
        && (end == text.length() || " \t\n\"(“”)".indexOf(text.charAt(end)) >= 0);
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean quote(char c) {
    return c == '"' || c == '“' || c == '”';
  }

  private String where() {
    return at >= text.length() ? "at the end" : "before " + excerpt(at);
  }

  private String excerpt(int from) {
    int end = Math.min(text.length(), from + 30);
    return text.substring(from, end) + (end < text.length() ? "…" : "");
  }
}
