package dev.caveat.compare;

import dev.caveat.words.ContentWords;
import dev.caveat.words.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides whether a new wording says anything new. Dates, numbers and function words do not count,
 * nor do words that only changed their place or ending; a few content words may be removed and even
 * fewer added.
 *
 * <p>Some small words change everything: a change is never cosmetic if a negation is added or
 * removed, something that may happen has happened, a name is new, or a year or another figure is
 * added without replacing one. Replaced numbers do not count, however far apart they are: the
 * redline shows them.
 */
final class Wording {
  private static final int MAX_NEW = 2;
  private static final int MAX_CHANGED = 6;

  /** The largest share of all words that may change. */
  private static final double MAX_SHARE = 0.04;

  private static final Pattern DATED =
      Pattern.compile(
          "\\d.*|januari|februari|march|april|mai|june|juli|august|septemb|octob|novemb|decemb"
              + "|fiscal|quarter|year|end|first|second|third|fourth|million|billion|thousand"
              + "|one|two|three|four|five|six|seven|eight|nine|ten");

  private static final Pattern NEGATION =
      Pattern.compile("not|no|none|never|nor|neither|cannot|without|unless|except|n't|\\w+n't");

  /** Words for what may happen. */
  private static final Pattern POSSIBLE = Pattern.compile("may|might|could|can|would|potential");

  /** Words for what has happened. */
  private static final Pattern HAPPENED = Pattern.compile("have|has|had|been|past|did|was|were");

  /** Words for what has certainly happened, even next to what may happen. */
  private static final Pattern BEFORE = Pattern.compile("have|has|had|past|previously");

  /** The end of a sentence, or of a paragraph. */
  private static final Pattern END = Pattern.compile("(?<=[.!?][\"”’)]{0,2})\\s+|\\n+");

  /** What a text ends with if a sentence ends there. */
  private static final Pattern CLOSE = Pattern.compile("(?s).*?([.!?][\"”’)]{0,2})?$");

  /** Words that a prefix turns into their opposite. */
  private static final Pattern CONTRARY = Pattern.compile("(?:in|un|im|ir|il|non|dis)(.{4,})");

  /** A name: a capital after a word or a comma, not at the start of a sentence. */
  private static final Pattern NAME =
      Pattern.compile("(?<=[\\p{L}\\p{N},] )\\p{Lu}[\\p{L}\\p{N}]+");

  /** Years, amounts and other numbers; not the day of a month, nor the number of an item. */
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,(])"
              + "(?<!(?:January|February|March|April|May|June|July|August|September|October"
              + "|November|December) )"
              + "[$€£¥]?\\d[\\d,.]*(?![\\p{L}\\p{N})])");

  private static final Pattern MONTH =
      Pattern.compile(
          "january|february|march|april|may|june|july|august|september|october|november|december");

  private Wording() {}

  /** Whether a change adds nothing. */
  static boolean addsNothing(RiskText old, RiskText now) {
    if (old.words.equals(now.words)) {
      return true;
    }
    if (count(NEGATION, old.words) != count(NEGATION, now.words)
        || happened(old, now)
        || figuresCome(old, now)
        || !names(now.plain, old.words).isEmpty()) {
      return false;
    }
    Map<String, Integer> difference = new HashMap<>();
    stems(now.plain).forEach(s -> difference.merge(s, 1, Integer::sum));
    stems(old.plain).forEach(s -> difference.merge(s, -1, Integer::sum));
    int added = 0;
    int gone = 0;
    for (Map.Entry<String, Integer> d : difference.entrySet()) {
      added += Math.max(0, d.getValue());
      gone += Math.max(0, -d.getValue());
      Matcher contrary = CONTRARY.matcher(d.getKey());
      if (contrary.matches() && d.getValue() * difference.getOrDefault(contrary.group(1), 0) < 0) {
        return false;
      }
    }
    int all = old.words.size() + now.words.size();
    return added <= MAX_NEW && added + gone <= MAX_CHANGED && added + gone <= MAX_SHARE * all;
  }

  private static int count(Pattern kind, List<String> words) {
    return (int) words.stream().filter(w -> kind.matcher(w).matches()).count();
  }

  /** Whether what may happen has happened: more of the past, and not only more text. */
  private static boolean happened(RiskText old, RiskText now) {
    int past = count(HAPPENED, now.words) - count(HAPPENED, old.words);
    int possible = count(POSSIBLE, now.words) - count(POSSIBLE, old.words);
    return past > 0 && possible < 0 || past > 1;
  }

  /**
   * Whether a redline says in some sentence that something that may happen has happened, by
   * replacing the "may" or next to it.
   */
  static boolean happened(Redline redline) {
    Map<Redline.Mark, List<String>> sentence = new EnumMap<>(Redline.Mark.class);
    String last = "";
    for (Redline.Piece piece : redline.pieces()) {
      boolean now = piece.mark() != Redline.Mark.DELETED;
      // A sentence may end with a piece, and the space after it start the next one.
      String text = now ? last + piece.text() : piece.text();
      String[] parts = END.split(text, -1);
      for (int i = 0; i < parts.length; i++) {
        if (piece.move() == null) {
          sentence.computeIfAbsent(piece.mark(), m -> new ArrayList<>()).addAll(Words.of(parts[i]));
        }
        if (i + 1 < parts.length && now) {
          if (tellsHappened(sentence)) {
            return true;
          }
          sentence.clear();
        }
      }
      last = now ? CLOSE.matcher(piece.text()).replaceAll("$1") : last;
    }
    return tellsHappened(sentence);
  }

  private static boolean tellsHappened(Map<Redline.Mark, List<String>> sentence) {
    List<String> kept = sentence.getOrDefault(Redline.Mark.EQUAL, List.of());
    List<String> gone = sentence.getOrDefault(Redline.Mark.DELETED, List.of());
    List<String> came = sentence.getOrDefault(Redline.Mark.INSERTED, List.of());
    boolean instead =
        count(POSSIBLE, gone) > count(POSSIBLE, came)
            && count(HAPPENED, came) > count(HAPPENED, gone);
    boolean beside = count(POSSIBLE, kept) > 0 && count(BEFORE, came) > count(BEFORE, gone);
    return instead || beside;
  }

  /**
   * Whether a sentence has more figures than before; if sentences were added or removed, the whole
   * text.
   */
  private static boolean figuresCome(RiskText old, RiskText now) {
    List<String> before = Redline.units(old.plain, List.of());
    List<String> after = Redline.units(now.plain, List.of());
    if (before.size() != after.size()) {
      return figures(now.plain) > figures(old.plain);
    }
    for (int i = 0; i < after.size(); i++) {
      if (figures(after.get(i)) > figures(before.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static long figures(String text) {
    return FIGURE.matcher(text).results().count();
  }

  /** The names in a text of which some words do not have a word. */
  private static Set<String> names(String text, List<String> words) {
    Set<String> names = new HashSet<>();
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      names.add(name.group().toLowerCase(Locale.ROOT));
    }
    names.removeIf(Wording::isDated);
    for (String word : words) {
      names.remove(word);
      names.remove(word + "s");
      names.remove(word.replaceFirst("(?:'s|s)$", ""));
    }
    return names;
  }

  /** Whether a word in lowercase is part of a date or a number. */
  static boolean isDated(String word) {
    return DATED.matcher(word).matches() || MONTH.matcher(word).matches();
  }

  private static List<String> stems(String text) {
    return ContentWords.of(text, Integer.MAX_VALUE).stream()
        .map(ContentWords.Word::stem)
        .filter(s -> !DATED.matcher(s).matches())
        .toList();
  }
}
