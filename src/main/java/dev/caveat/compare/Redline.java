package dev.caveat.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import dev.caveat.model.Span;
import dev.caveat.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A change of wording, word by word. Its pieces are in order; the equal and deleted ones are
 * exactly the old text, and the equal and inserted ones exactly the new text.
 *
 * <p>Sentences that both texts have are the anchors. Between two anchors, similar sentences are
 * paired in order (one with two if a sentence was split or two were joined) and compared word by
 * word (Myers, by java-diff-utils). A few unchanged words between larger changes are marked as
 * changed too, and a sentence that changed for the most part is replaced as a whole, as a person
 * would mark it.
 *
 * @param pieces no two neighbors have the same mark, except sentences that moved, which are pieces
 *     of their own
 */
public record Redline(List<Piece> pieces) {
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{N}]+(?:[.,'’][\\p{L}\\p{N}]+)*|\\s+|.", Pattern.DOTALL);

  /**
   * Sentence boundaries if none are known: after closing punctuation and a space, and at line
   * breaks.
   */
  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[.!?;:][\"”’)]{0,2})\\s+(?=[\\p{Lu}\"“(•])|\\n+");

  /** Sentences with fewer words in common, of all their words, are two different ones. */
  private static final double ALIKE = 0.45;

  /** A sentence of which less is kept is replaced as a whole. */
  private static final double KEPT = 0.40;

  /** Two sentences of more words than this together are not compared word by word. */
  private static final int MAX_TOKENS = 20_000;

  /** Between two anchors no more pairs of sentences than this are looked at. */
  private static final int MAX_PAIRS = 40_000;

  /** What happened to a piece of text. */
  public enum Mark {
    /** In both texts. */
    EQUAL,
    /** Only in the old text. */
    DELETED,
    /** Only in the new text. */
    INSERTED
  }

  /**
   * A piece of text.
   *
   * @param mark what happened to it
   * @param text never empty
   * @param move where a sentence that was deleted here went, or one that was inserted here came
   *     from; null for all other text
   */
  public record Piece(Mark mark, String text, @Nullable Move move) {
    /** A piece that did not move. */
    public Piece(Mark mark, String text) {
      this(mark, text, null);
    }
  }

  /** Copies the list. */
  public Redline {
    pieces = List.copyOf(pieces);
  }

  /** Compares two texts. */
  public static Redline of(String before, String after) {
    return of(before, List.of(), after, List.of());
  }

  /**
   * Compares two texts with known sentences.
   *
   * @param oldSentences sentences of {@code before} in order; empty if they are not known
   * @param newSentences those of {@code after}
   */
  public static Redline of(
      String before, List<Span> oldSentences, String after, List<Span> newSentences) {
    Builder out = new Builder();
    if (before.equals(after)) {
      out.add(Mark.EQUAL, before);
      return out.build();
    }
    List<String> old = units(before, oldSentences);
    List<String> now = units(after, newSentences);
    int at = 0;
    for (Stretch gap : differences(old, now)) {
      old.subList(at, gap.oldStart).forEach(s -> out.add(Mark.EQUAL, s));
      between(old.subList(gap.oldStart, gap.oldEnd), now.subList(gap.newStart, gap.newEnd), out);
      at = gap.oldEnd;
    }
    old.subList(at, old.size()).forEach(s -> out.add(Mark.EQUAL, s));
    return out.build();
  }

  /** The whole text, cut at the beginning of each sentence. */
  static List<String> units(String text, List<Span> sentences) {
    List<Integer> cuts = new ArrayList<>();
    sentences.forEach(s -> cuts.add(s.start()));
    if (sentences.isEmpty()) {
      Matcher end = SENTENCE_END.matcher(text);
      while (end.find()) {
        cuts.add(end.end());
      }
    }
    List<String> units = new ArrayList<>();
    int at = 0;
    for (int cut : cuts) {
      if (cut > at) {
        units.add(text.substring(at, cut));
        at = cut;
      }
    }
    if (at < text.length()) {
      units.add(text.substring(at));
    }
    return units;
  }

  /** Pairs the sentences between two anchors so that most words are kept, in order. */
  private static void between(List<String> old, List<String> now, Builder out) {
    if ((long) old.size() * now.size() > MAX_PAIRS) {
      old.forEach(s -> out.add(Mark.DELETED, s));
      now.forEach(s -> out.add(Mark.INSERTED, s));
      return;
    }
    Step[][] steps = bestSteps(old, now);
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      Step step = i == old.size() ? Step.INSERT : j == now.size() ? Step.DELETE : steps[i][j];
      String before = String.join("", old.subList(i, i + step.old));
      String after = String.join("", now.subList(j, j + step.now));
      if (step.old > 0 && step.now > 0) {
        sentence(before, after, out);
      } else {
        out.add(Mark.DELETED, before);
        out.add(Mark.INSERTED, after);
      }
      i += step.old;
      j += step.now;
    }
  }

  /** What is done next with so many sentences of each side. */
  private enum Step {
    DELETE(1, 0),
    INSERT(0, 1),
    PAIR(1, 1),
    JOIN(2, 1),
    CUT(1, 2);

    final int old;
    final int now;

    Step(int old, int now) {
      this.old = old;
      this.now = now;
    }
  }

  /** The best next step from each pair of sentences: the one that keeps most words. */
  private static Step[][] bestSteps(List<String> old, List<String> now) {
    List<Map<String, Integer>> oldWords = old.stream().map(Redline::counts).toList();
    List<Map<String, Integer>> newWords = now.stream().map(Redline::counts).toList();
    double[][] best = new double[old.size() + 1][now.size() + 1];
    Step[][] steps = new Step[old.size()][now.size()];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        best[i][j] = -1;
        for (Step step : Step.values()) {
          if (i + step.old > old.size() || j + step.now > now.size()) {
            continue;
          }
          double kept =
              kept(sum(oldWords.subList(i, i + step.old)), sum(newWords.subList(j, j + step.now)));
          boolean apart = step.old == 0 || step.now == 0;
          double total = best[i + step.old][j + step.now] + (apart ? 0 : kept);
          if (total > best[i][j] && (apart || kept > 0)) {
            best[i][j] = total;
            steps[i][j] = step;
          }
        }
      }
    }
    return steps;
  }

  private static Map<String, Integer> sum(List<Map<String, Integer>> counts) {
    if (counts.size() == 1) {
      return counts.getFirst();
    }
    Map<String, Integer> sum = new HashMap<>();
    counts.forEach(c -> c.forEach((word, n) -> sum.merge(word, n, Integer::sum)));
    return sum;
  }

  private static Map<String, Integer> counts(String sentence) {
    Map<String, Integer> counts = new HashMap<>();
    Words.of(sentence).forEach(w -> counts.merge(w, 1, Integer::sum));
    return counts;
  }

  /** Words in common, times their share; 0 if the sentences are not similar. */
  private static double kept(Map<String, Integer> old, Map<String, Integer> now) {
    int common = 0;
    for (Map.Entry<String, Integer> word : old.entrySet()) {
      common += Math.min(word.getValue(), now.getOrDefault(word.getKey(), 0));
    }
    int all = total(old) + total(now);
    double share = all == 0 ? 0 : 2.0 * common / all;
    return share < ALIKE ? 0 : common * share;
  }

  private static int total(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Where two lists differ: from {@code Start} to before {@code End} on each side. */
  private record Stretch(int oldStart, int oldEnd, int newStart, int newEnd) {}

  /**
   * The fewest elements to delete and insert, neighbors put together. In linear space: the usual
   * variant keeps a table as large as the square of the differences.
   */
  private static List<Stretch> differences(List<String> old, List<String> now) {
    List<Stretch> stretches = new ArrayList<>();
    for (AbstractDelta<String> delta :
        DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>()).getDeltas()) {
      int oldStart = delta.getSource().getPosition();
      int newStart = delta.getTarget().getPosition();
      Stretch last = stretches.isEmpty() ? null : stretches.getLast();
      if (last != null && last.oldEnd == oldStart && last.newEnd == newStart) {
        stretches.removeLast();
        oldStart = last.oldStart;
        newStart = last.newStart;
      }
      stretches.add(
          new Stretch(
              oldStart,
              delta.getSource().getPosition() + delta.getSource().size(),
              newStart,
              delta.getTarget().getPosition() + delta.getTarget().size()));
    }
    return stretches;
  }

  private static void sentence(String before, String after, Builder out) {
    List<String> old = tokens(before);
    List<String> now = tokens(after);
    List<Hunk> hunks =
        old.size() + now.size() > MAX_TOKENS
            ? List.of(new Hunk(false, before, after))
            : tidied(hunks(old, now));
    int equal = hunks.stream().filter(h -> h.equal).mapToInt(Hunk::words).sum();
    int all = Words.count(before) + Words.count(after);
    if (all > 0 && 2.0 * equal / all < KEPT) {
      out.replace(before, after);
      return;
    }
    for (Hunk h : hunks) {
      if (h.equal) {
        out.add(Mark.EQUAL, h.old);
      } else {
        change(tokens(h.old), tokens(h.now), out);
      }
    }
  }

  /** A stretch that changed, without spaces and marks that both start and end with. */
  private static void change(List<String> old, List<String> now, Builder out) {
    int shorter = Math.min(old.size(), now.size());
    int head = 0;
    while (head < shorter && old.get(head).equals(now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    out.add(Mark.EQUAL, String.join("", old.subList(0, head)));
    out.add(Mark.DELETED, String.join("", old.subList(head, old.size() - tail)));
    out.add(Mark.INSERTED, String.join("", now.subList(head, now.size() - tail)));
    out.add(Mark.EQUAL, String.join("", old.subList(old.size() - tail, old.size())));
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      tokens.add(token.group());
    }
    return tokens;
  }

  /** A stretch of both texts, equal or not. */
  private record Hunk(boolean equal, String old, String now) {
    /** Words on the longer side. */
    int words() {
      return Math.max(Words.count(old), Words.count(now));
    }

    Hunk and(Hunk next) {
      return new Hunk(false, old + next.old, now + next.now);
    }
  }

  private static List<Hunk> hunks(List<String> old, List<String> now) {
    List<Hunk> hunks = new ArrayList<>();
    int at = 0;
    for (Stretch gap : differences(old, now)) {
      addEqual(hunks, old.subList(at, gap.oldStart));
      hunks.add(
          new Hunk(
              false,
              String.join("", old.subList(gap.oldStart, gap.oldEnd)),
              String.join("", now.subList(gap.newStart, gap.newEnd))));
      at = gap.oldEnd;
    }
    addEqual(hunks, old.subList(at, old.size()));
    return hunks;
  }

  private static void addEqual(List<Hunk> hunks, List<String> tokens) {
    if (!tokens.isEmpty()) {
      String text = String.join("", tokens);
      hunks.add(new Hunk(true, text, text));
    }
  }

  /** Marks as changed what was kept between two changes that both have at least as many words. */
  private static List<Hunk> tidied(List<Hunk> hunks) {
    List<Hunk> tidy = new ArrayList<>(hunks);
    int i = 1;
    while (i < tidy.size() - 1) {
      Hunk kept = tidy.get(i);
      Hunk left = tidy.get(i - 1);
      Hunk right = tidy.get(i + 1);
      if (kept.equal && !left.equal && !right.equal && gives(kept, left, right)) {
        tidy.set(i - 1, left.and(kept).and(right));
        tidy.remove(i + 1);
        tidy.remove(i);
        i = Math.max(1, i - 2);
      } else {
        i++;
      }
    }
    return tidy;
  }

  private static boolean gives(Hunk kept, Hunk left, Hunk right) {
    int words = kept.words();
    return words == 0 || (words <= left.words() && words <= right.words());
  }

  /**
   * The same for reading: what only typesetting changed, such as the shape of quotes, spaces and
   * bullets, is shown as it is now and unmarked. The old text cannot be restored from it to the
   * letter.
   */
  public Redline forReading() {
    Builder out = new Builder();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean replaced = isReplaced(i);
      String before = piece.mark() == Mark.DELETED ? piece.text() : "";
      String after =
          replaced ? pieces.get(i + 1).text() : piece.mark() == Mark.INSERTED ? piece.text() : "";
      if (piece.move() != null) {
        out.add(piece);
      } else if (piece.mark() == Mark.EQUAL) {
        out.add(Mark.EQUAL, piece.text());
      } else if (PlainText.of(before).equals(PlainText.of(after))) {
        out.add(Mark.EQUAL, after);
      } else {
        out.replace(before, after);
      }
      i += replaced ? 1 : 0;
    }
    return out.build();
  }

  /** Whether a piece is deleted and replaced by the next one. */
  private boolean isReplaced(int place) {
    return isOnly(place, Mark.DELETED) && isOnly(place + 1, Mark.INSERTED);
  }

  private boolean isOnly(int place, Mark mark) {
    return place < pieces.size()
        && pieces.get(place).mark() == mark
        && pieces.get(place).move() == null;
  }

  /** What was deleted and inserted, in order, without what moved. */
  List<Edit> edits() {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (isReplaced(i)) {
        edits.add(new Edit(pieces.get(i).text(), pieces.get(++i).text()));
      } else if (isOnly(i, Mark.DELETED)) {
        edits.add(new Edit(pieces.get(i).text(), ""));
      } else if (isOnly(i, Mark.INSERTED)) {
        edits.add(new Edit("", pieces.get(i).text()));
      }
    }
    return edits;
  }

  /** One text replaced by another; one of them may be empty. */
  record Edit(String before, String after) {
    int words() {
      return Math.max(Words.count(before), Words.count(after));
    }
  }

  /**
   * The redline of a stretch of one of the two texts.
   *
   * @param after true for the new text, false for the old one
   * @param start its first code unit there
   * @param end just after its last code unit
   * @return pieces that are equal or only on that side
   */
  public List<Piece> stretch(boolean after, int start, int end) {
    Mark other = after ? Mark.DELETED : Mark.INSERTED;
    List<Piece> stretch = new ArrayList<>();
    int at = 0;
    for (Piece piece : pieces) {
      if (piece.mark() == other) {
        continue;
      }
      int from = Math.max(start, at) - at;
      int to = Math.min(end, at + piece.text().length()) - at;
      if (from < to) {
        stretch.add(new Piece(piece.mark(), piece.text().substring(from, to), piece.move()));
      }
      at += piece.text().length();
    }
    return stretch;
  }

  /** The text before. */
  public String before() {
    return text(Mark.INSERTED);
  }

  /** The text after. */
  public String after() {
    return text(Mark.DELETED);
  }

  private String text(Mark without) {
    return pieces.stream()
        .filter(p -> p.mark() != without)
        .map(Piece::text)
        .collect(Collectors.joining());
  }

  /** The number of words with a mark; a sentence that moved counts for neither side. */
  public int words(Mark mark) {
    return pieces.stream()
        .filter(p -> p.mark() == mark && p.move() == null)
        .mapToInt(p -> Words.count(p.text()))
        .sum();
  }

  /**
   * The number of words added, deleted and changed; a replaced word counts once, and one that only
   * changed its case does not count.
   */
  public int wordsTouched() {
    int touched = 0;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.mark() == Mark.EQUAL) {
        continue;
      }
      List<String> words = Words.of(piece.text());
      boolean replaced = isReplaced(i);
      List<String> by = replaced ? Words.of(pieces.get(++i).text()) : List.of();
      touched += words.equals(by) ? 0 : Math.max(words.size(), by.size());
    }
    return touched;
  }

  /** Puts pieces of one kind together, deletions before insertions. */
  private static final class Builder {
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder deleted = new StringBuilder();
    private final StringBuilder inserted = new StringBuilder();
    private final StringBuilder equal = new StringBuilder();

    /** Whether the open change is a replaced sentence. */
    private boolean replaced;

    void add(Mark mark, String text) {
      switch (mark) {
        case EQUAL -> {
          if (!text.isEmpty()) {
            flushChange();
            equal.append(text);
          }
        }
        case DELETED -> {
          if (replaced && !text.isEmpty()) {
            flushChange();
          }
          change(deleted, text);
        }
        case INSERTED -> change(inserted, text);
      }
    }

    /** A sentence that moved is a piece of its own. */
    void add(Piece moved) {
      flushChange();
      flush(Mark.EQUAL, equal);
      pieces.add(moved);
    }

    /** Each replaced sentence comes after its own old wording. */
    void replace(String before, String after) {
      if (!inserted.isEmpty()) {
        flushChange();
      }
      add(Mark.DELETED, before);
      add(Mark.INSERTED, after);
      replaced = true;
    }

    private void change(StringBuilder side, String text) {
      if (!text.isEmpty()) {
        flush(Mark.EQUAL, equal);
        side.append(text);
      }
    }

    private void flushChange() {
      replaced = false;
      flush(Mark.DELETED, deleted);
      flush(Mark.INSERTED, inserted);
    }

    private void flush(Mark mark, StringBuilder text) {
      if (!text.isEmpty()) {
        pieces.add(new Piece(mark, text.toString()));
        text.setLength(0);
      }
    }

    Redline build() {
      flushChange();
      flush(Mark.EQUAL, equal);
      return new Redline(pieces);
    }
  }
}
