package dev.caveat.compare;

import dev.caveat.compare.Change.Kind;
import dev.caveat.compare.Redline.Mark;
import dev.caveat.compare.Redline.Piece;
import dev.caveat.model.Entity;
import dev.caveat.model.RiskFactor;
import dev.caveat.words.ContentWords;
import dev.caveat.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence that says something new in an existing risk: what it names, or is about, is nowhere in
 * the old section.
 *
 * @param ordinal of the risk on the new side
 * @param the sentence as written there
 * @param names new names, those of bodies and laws first
 * @param amounts new amounts and percentages; not those that were only rolled forward
 * @param subjects new content words, as written
 */
public record News(
    int ordinal, String sentence, List<String> names, List<String> amounts, List<String> subjects) {
  /** A single new word is a new subject if the new section repeats it; several words always are. */
  private static final int OFTEN = 2;

  /** An amount among fewer new words was rolled forward. */
  private static final int MIN_WORDS = 4;

  private static final int MIN_WORD_LENGTH = 4;

  /** With a higher share of capitalized words, a text is a title. */
  private static final double MAX_CAPITALS = 0.5;

  private static final Set<Kind> REWORDED = EnumSet.of(Kind.MODIFIED, Kind.SPLIT, Kind.MERGED);

  /** A name: capitalized words after a word or a comma, not at the start of a sentence. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?<=[\\p{L}\\p{N},] )\\p{Lu}[\\p{L}\\p{N}&-]+(?: (?:of (?:the )?|and )?\\p{Lu}[\\p{L}\\p{N}&-]*)*");

  private static final Pattern CAPITAL = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Lu}");

  /** Copies the lists. */
  public News {
    names = List.copyOf(names);
    amounts = List.copyOf(amounts);
    subjects = List.copyOf(subjects);
  }

  /** The sentences of a comparison that say something new, in order. */
  static List<News> of(Comparison comparison, Revision revision) {
    return new Search(comparison).run(revision);
  }

  /** Knows what the sections hold. */
  private static final class Search {
    private final Comparison comparison;
    private final Set<String> oldWords;
    private final Set<String> oldStems = new HashSet<>();
    private final Set<String> oldEntities = new HashSet<>();
    private final Map<String, Integer> newStems = new HashMap<>();
    private final List<News> news = new ArrayList<>();

    Search(Comparison comparison) {
      this.comparison = comparison;
      String old = comparison.before().section();
      this.oldWords = new HashSet<>(Words.of(old));
      ContentWords.of(old, Integer.MAX_VALUE).forEach(w -> oldStems.add(w.stem()));
      ContentWords.of(comparison.after().section(), Integer.MAX_VALUE)
          .forEach(w -> newStems.merge(w.stem(), 1, Integer::sum));
      for (RiskFactor risk : comparison.before().risks()) {
        risk.annotation().entities().forEach(e -> oldEntities.add(Comparison.key(e)));
      }
    }

    List<News> run(Revision revision) {
      for (Change change : comparison.changes()) {
        if (REWORDED.contains(change.kind())) {
          look(change, revision.redline(change));
        }
      }
      return news;
    }

    private void look(Change change, Redline redline) {
      boolean[] came = came(redline);
      int offset = 0;
      for (int ordinal : change.after()) {
        RiskFactor risk = comparison.after().risk(ordinal);
        int start = 0;
        for (String unit : Redline.units(risk.text(), risk.annotation().sentences())) {
          look(risk, start, unit, came, offset);
          start += unit.length();
        }
        offset += risk.text().length() + Comparison.BETWEEN.length();
      }
    }

    /** Which characters of the new text are new. */
    private static boolean[] came(Redline redline) {
      boolean[] came = new boolean[redline.after().length()];
      int at = 0;
      for (Piece piece : redline.pieces()) {
        int length = piece.mark() == Mark.DELETED ? 0 : piece.text().length();
        Arrays.fill(came, at, at + length, piece.mark() == Mark.INSERTED && piece.move() == null);
        at += length;
      }
      return came;
    }

    private void look(RiskFactor risk, int start, String unit, boolean[] came, int offset) {
      StringBuilder inserted = new StringBuilder();
      for (int i = 0; i < unit.length(); i++) {
        inserted.append(came[offset + start + i] ? unit.charAt(i) : '\n');
      }
      int words = Words.count(inserted.toString());
      if (words == 0) {
        return;
      }
      Set<String> names = new LinkedHashSet<>();
      Set<String> amounts = new LinkedHashSet<>();
      for (Entity e : risk.annotation().entities()) {
        boolean here =
            e.start() >= start && e.end() <= start + unit.length() && came[offset + e.end() - 1];
        if (here && !oldEntities.contains(Comparison.key(e))) {
          switch (e.type()) {
            case REGULATOR, LAW -> names.add(e.name());
            case MONEY, PERCENT -> amounts.add(e.text());
            case DATE -> {}
          }
        }
      }
      if (words < MIN_WORDS) {
        amounts.clear();
      }
      addNames(unit, inserted, names);
      List<String> subjects = subjects(inserted.toString(), names);
      if (!names.isEmpty() || !amounts.isEmpty() || !subjects.isEmpty()) {
        news.add(
            new News(
                risk.ordinal(), unit.strip(), List.copyOf(names), List.copyOf(amounts), subjects));
      }
    }

    private void addNames(String unit, CharSequence inserted, Set<String> names) {
      long capitals = CAPITAL.matcher(unit).results().count();
      if (capitals > MAX_CAPITALS * Words.count(unit)) {
        return;
      }
      Matcher name = NAME.matcher(unit);
      while (name.find()) {
        boolean isNew =
            Words.of(inserted.subSequence(name.start(), name.end()).toString()).stream()
                .anyMatch(w -> !Wording.isDated(w) && !isKnown(w));
        if (isNew && names.stream().noneMatch(n -> n.contains(name.group()))) {
          names.add(name.group());
        }
      }
    }

    private boolean isKnown(String word) {
      return oldWords.contains(word)
          || oldWords.contains(word + "s")
          || oldWords.contains(word.replaceFirst("(?:'s|’s|s)$", ""));
    }

    private List<String> subjects(String inserted, Set<String> names) {
      Map<String, String> fresh = new LinkedHashMap<>();
      boolean often = false;
      for (ContentWords.Word word : ContentWords.of(inserted, Integer.MAX_VALUE)) {
        String text = inserted.substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
        boolean named = names.stream().anyMatch(n -> n.toLowerCase(Locale.ROOT).contains(text));
        if (!oldStems.contains(word.stem())
            && !named
            && text.length() >= MIN_WORD_LENGTH
            && !Wording.isDated(text)) {
          fresh.putIfAbsent(word.stem(), text);
          often |= newStems.getOrDefault(word.stem(), 0) >= OFTEN;
        }
      }
      return fresh.size() > 1 || often ? List.copyOf(fresh.values()) : List.of();
    }
  }
}
