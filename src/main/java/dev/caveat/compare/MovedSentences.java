package dev.caveat.compare;

import dev.caveat.compare.Comparison.Side;
import dev.caveat.compare.Redline.Mark;
import dev.caveat.compare.Redline.Piece;
import dev.caveat.model.Passage;
import dev.caveat.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds sentences that were deleted in one place and inserted in another in the same words. A
 * sentence that a section has in more places than that is a stock phrase and did not move, unless
 * it moved within one part.
 */
final class MovedSentences {
  /** Shorter sentences count as rewritten, not moved. */
  private static final int MIN_WORDS = 5;

  /** A sentence in a part's text of one side. */
  private static final class Sentence {
    private final Text text;
    private final int start;
    private final int end;
    private final String key;
    private final Spot spot;

    /** Whether it was deleted, or inserted, whole. */
    private final boolean changed;

    private @Nullable Move move;

    private Sentence(Text text, int start, int end, String key, Spot spot, boolean changed) {
      this.text = text;
      this.start = start;
      this.end = end;
      this.key = key;
      this.spot = spot;
      this.changed = changed;
    }

    boolean isFree() {
      return changed && move == null && Words.count(key) >= MIN_WORDS;
    }
  }

  /** A part with its redline, and its sentences on both sides. */
  private record Text(Part part, Redline redline, List<Sentence> old, List<Sentence> now) {}

  private final List<Text> texts = new ArrayList<>();

  /** Takes a part to look at. */
  void add(Part part, Redline redline, Comparison comparison) {
    Text text = new Text(part, redline, new ArrayList<>(), new ArrayList<>());
    texts.add(text);
    addSentences(text, comparison, false, text.old);
    addSentences(text, comparison, true, text.now);
  }

  private static void addSentences(
      Text text, Comparison comparison, boolean after, List<Sentence> into) {
    switch (text.part) {
      case Change c -> {
        Side side = after ? comparison.after() : comparison.before();
        int offset = 0;
        for (int ordinal : after ? c.after() : c.before()) {
          String risk = side.risk(ordinal).text();
          List<String> units = Redline.units(risk, side.risk(ordinal).annotation().sentences());
          addUnits(text, offset, units, new Spot(ordinal, null), after, into);
          offset += risk.length() + Comparison.BETWEEN.length();
        }
      }
      case PassageChange p -> {
        Passage passage = after ? p.after() : p.before();
        if (passage != null) {
          Spot spot = Spot.of(passage);
          addUnits(text, 0, Redline.units(passage.text(), List.of()), spot, after, into);
        }
      }
    }
  }

  private static void addUnits(
      Text text, int from, List<String> units, Spot spot, boolean after, List<Sentence> into) {
    NavigableMap<Integer, Integer> changed = changed(text.redline, after);
    int start = from;
    for (String unit : units) {
      int end = start + unit.length();
      int words = start + unit.stripTrailing().length();
      Map.Entry<Integer, Integer> stretch = changed.floorEntry(start);
      boolean whole = stretch != null && stretch.getValue() >= words;
      int last = whole && stretch != null ? Math.min(end, stretch.getValue()) : end;
      into.add(new Sentence(text, start, last, PlainText.of(unit), spot, whole));
      start = end;
    }
  }

  /** Where a side's text was changed: beginnings with their ends. */
  private static NavigableMap<Integer, Integer> changed(Redline redline, boolean after) {
    Mark own = after ? Mark.INSERTED : Mark.DELETED;
    NavigableMap<Integer, Integer> changed = new TreeMap<>();
    int at = 0;
    for (Piece piece : redline.pieces()) {
      if (piece.mark() == own) {
        changed.put(at, at + piece.text().length());
      }
      at += piece.mark() == own || piece.mark() == Mark.EQUAL ? piece.text().length() : 0;
    }
    return changed;
  }

  /**
   * Finds the moves.
   *
   * @param redlines receives the redline of each part, with moved sentences marked
   * @return all moves in the order of their new places
   */
  List<Move> tell(Map<Part, Redline> redlines) {
    List<Sentence> now = texts.stream().flatMap(t -> t.now.stream()).toList();
    Map<String, List<Sentence>> before = byKey(texts.stream().flatMap(t -> t.old.stream()));
    Map<String, List<Sentence>> after = byKey(now.stream());
    for (boolean within : new boolean[] {true, false}) {
      for (Sentence to : now) {
        if (to.isFree()) {
          List<Sentence> stood = before.getOrDefault(to.key, List.of());
          boolean once = stood.size() == 1 && after.getOrDefault(to.key, List.of()).size() == 1;
          for (Sentence from : stood) {
            boolean same = from.text == to.text;
            boolean linked = from.text.part.isOnBothSides() || to.text.part.isOnBothSides();
            if (to.isFree() && from.isFree() && same == within && (within || once && linked)) {
              from.move = to.move = new Move(to.key, from.spot, to.spot);
            }
          }
        }
      }
    }
    texts.forEach(t -> redlines.put(t.part, told(t)));
    return now.stream().map(s -> s.move).filter(Objects::nonNull).toList();
  }

  private static Map<String, List<Sentence>> byKey(Stream<Sentence> sentences) {
    return sentences.collect(Collectors.groupingBy(s -> s.key));
  }

  /** A part's redline, cut where a sentence that moved begins and ends. */
  private static Redline told(Text text) {
    NavigableMap<Integer, Sentence> away = moved(text.old);
    NavigableMap<Integer, Sentence> here = moved(text.now);
    if (away.isEmpty() && here.isEmpty()) {
      return text.redline;
    }
    List<Piece> pieces = new ArrayList<>();
    int before = 0;
    int after = 0;
    for (Piece piece : text.redline.pieces()) {
      int length = piece.text().length();
      switch (piece.mark()) {
        case EQUAL -> {
          pieces.add(piece);
          before += length;
          after += length;
        }
        case DELETED -> {
          cut(piece, before, away, pieces);
          before += length;
        }
        case INSERTED -> {
          cut(piece, after, here, pieces);
          after += length;
        }
      }
    }
    return new Redline(pieces);
  }

  private static NavigableMap<Integer, Sentence> moved(List<Sentence> side) {
    NavigableMap<Integer, Sentence> moved = new TreeMap<>();
    side.stream().filter(s -> s.move != null).forEach(s -> moved.put(s.start, s));
    return moved;
  }

  private static void cut(
      Piece piece, int offset, NavigableMap<Integer, Sentence> moves, List<Piece> pieces) {
    int at = offset;
    int end = offset + piece.text().length();
    for (Sentence s : moves.subMap(offset, end).values()) {
      add(piece, offset, at, s.start, null, pieces);
      add(piece, offset, s.start, s.end, s.move, pieces);
      at = s.end;
    }
    add(piece, offset, at, end, null, pieces);
  }

  private static void add(
      Piece piece, int offset, int start, int end, @Nullable Move move, List<Piece> pieces) {
    if (start < end) {
      String text = piece.text().substring(start - offset, end - offset);
      pieces.add(new Piece(piece.mark(), text, move));
    }
  }
}
