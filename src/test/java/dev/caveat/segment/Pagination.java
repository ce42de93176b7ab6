package dev.caveat.segment;

import dev.caveat.segment.LayoutTrial.Cut;
import dev.caveat.segment.LayoutTrial.Furniture;
import dev.caveat.segment.Piece.Kind;
import dev.caveat.segment.Piece.Mark;
import dev.caveat.segment.Piece.Run;
import java.util.ArrayList;
import java.util.List;

/** Breaks a document into pages and puts on each what the trial wants there. */
final class Pagination {
  private static final int PAGE = 2_600;

  private final LayoutTrial trial;
  private final List<Piece> out = new ArrayList<>();
  private int page = 1;
  private boolean inSection;

  private Pagination(LayoutTrial trial) {
    this.trial = trial;
  }

  static List<Piece> paged(List<Piece> pieces, LayoutTrial trial, int from, int to) {
    if (trial.furniture() == Furniture.NONE
        && trial.cut() == Cut.BETWEEN
        && trial.trait() != LayoutTrial.Trait.HEADS_NAMING_ITEMS
        && trial.trait() != LayoutTrial.Trait.RUNNING_TITLE) {
      return pieces;
    }
    Pagination pagination = new Pagination(trial);
    int length = 0;
    for (int i = 0; i < pieces.size(); i++) {
      pagination.inSection = i >= from && i < to;
      length = pagination.add(pieces.get(i), length);
    }
    return pagination.out;
  }

  private int add(Piece piece, int length) {
    int own = piece.text().length();
    if (piece.kind() == Kind.PAGE_BREAK) {
      turn();
      return 0;
    }
    if (length + own < PAGE) {
      out.add(piece);
      return length + own;
    }
    int at = cut(piece);
    if (at > 0) {
      List<Piece> halves = piece.cutAt(at);
      out.add(halves.get(0));
      turn();
      out.add(halves.get(1));
      return own - at;
    }
    if (isHeading(out.get(out.size() - 1))) {
      out.add(piece); // nobody leaves a heading alone at the foot of a page
      return length + own;
    }
    turn();
    out.add(piece);
    return own;
  }

  private static boolean isHeading(Piece piece) {
    return piece.text().length() < 300 || piece.kind() == Kind.ROW;
  }

  private int cut(Piece piece) {
    if (piece.kind() != Kind.PARAGRAPH || piece.cells().get(0).size() != 1) {
      return 0;
    }
    Run run = piece.cells().get(0).get(0);
    boolean caption = !run.set().isEmpty();
    int length = run.text().length();
    boolean wanted = caption ? trial.cut() == Cut.CAPTION && length > 60 : length > 300;
    if (!wanted || trial.cut() == Cut.BETWEEN) {
      return 0;
    }
    int space = run.text().indexOf(' ', length / 2);
    return space < 0 ? 0 : space + 1;
  }

  private void turn() {
    page++;
    Furniture furniture = trial.furniture();
    switch (furniture) {
      case NONE, RULE -> {}
      case NUMBER, BACK_LINK, RUNNING_HEAD, SECTION_HEAD, PART_HEAD -> line("" + page);
      case DASHED -> line("- " + page + " -");
      case OF -> line("Page " + page + " of 80");
    }
    out.add(Piece.of(Kind.PAGE_BREAK));
    switch (furniture) {
      case BACK_LINK -> out.add(Piece.of(Kind.PAGE_LINE, Run.of("Table of Contents", Mark.LINK)));
      case RUNNING_HEAD -> line("Hollis Creek Machinery, Inc. | " + page + " Annual Review");
      case SECTION_HEAD -> {
        if (inSection) {
          line("Item 1A. Risk Factors (continued)");
        }
      }
      case PART_HEAD -> line("PART I");
      default -> {}
    }
    if (trial.trait() == LayoutTrial.Trait.RUNNING_TITLE && inSection) {
      out.add(Piece.of(Kind.PAGE_LINE, Run.of("RISK FACTORS", Mark.BOLD)));
    }
    if (trial.trait() == LayoutTrial.Trait.HEADS_NAMING_ITEMS) {
      out.add(
          Piece.of(
              Kind.PAGE_LINE,
              Run.of(
                  inSection ? page % 3 == 0 ? "Item 1A, 1B, 2" : "Item 1A" : "Item 1, 1A",
                  Mark.BOLD)));
    }
  }

  private void line(String text) {
    out.add(Piece.of(Kind.PAGE_LINE, Run.of(text)));
  }
}
