package dev.caveat.segment;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A piece of a rendered document: what it is, its cells (one unless it is a table row), and each
 * cell's runs.
 */
record Piece(Kind kind, List<List<Run>> cells) {
  /** What a piece is. */
  enum Kind {
    TITLE,
    PARAGRAPH,
    INDENTED,
    HEADER,
    ITEM,
    ROW,
    PAGE_BREAK,
    PAGE_LINE
  }

  /** How a run is set. */
  enum Mark {
    BOLD,
    ITALIC,
    UNDERLINE,
    COLOR,
    LARGE,
    LINK
  }

  /** Text of one look; a line feed is a line break. */
  record Run(String text, Set<Mark> set) {
    static Run of(String text, Mark... set) {
      Set<Mark> all = EnumSet.noneOf(Mark.class);
      all.addAll(List.of(set));
      return new Run(text, all);
    }
  }

  static Piece of(Kind kind, Run... runs) {
    return new Piece(kind, List.of(List.of(runs)));
  }

  static Piece of(Kind kind, List<Run> runs) {
    return new Piece(kind, List.of(runs));
  }

  static Piece row(List<Run> left, List<Run> right) {
    return new Piece(Kind.ROW, List.of(left, right));
  }

  static Piece prose(String text) {
    return of(Kind.PARAGRAPH, Run.of(text));
  }

  String text() {
    StringBuilder out = new StringBuilder();
    for (List<Run> cell : cells) {
      out.append(out.isEmpty() ? "" : "\t");
      cell.forEach(r -> out.append(r.text()));
    }
    return out.toString();
  }

  /** This piece cut in two at a place in its only cell. */
  List<Piece> cutAt(int at) {
    List<Run> a = new ArrayList<>();
    List<Run> b = new ArrayList<>();
    int from = 0;
    for (Run run : cells.get(0)) {
      int split = Math.clamp(at - from, 0, run.text().length());
      if (split > 0) {
        a.add(new Run(run.text().substring(0, split), run.set()));
      }
      if (split < run.text().length()) {
        b.add(new Run(run.text().substring(split), run.set()));
      }
      from += run.text().length();
    }
    return List.of(of(kind, a), of(kind, b));
  }
}
