package dev.caveat.mcp;

import dev.caveat.compare.Change;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.compare.Redline;
import dev.caveat.compare.Revision;
import dev.caveat.json.OutlinedRiskJson;
import dev.caveat.json.QuoteJson;
import dev.caveat.json.RevisedRiskJson;
import dev.caveat.json.RevisedRiskJson.EditJson;
import dev.caveat.model.RiskFactor;
import java.util.ArrayList;
import java.util.List;

/** The words that a comparison found deleted and inserted, with their places. */
final class Edits {
  /** Edits of one change, and characters of all of them, that are shown at most. */
  private static final int MAX_EDITS = 12;

  private static final int MAX_CHARACTERS = 3_000;

  private final String old;
  private final String now;
  private final Comparison comparison;
  private final Revision revision;

  Edits(String old, String now, Comparison comparison, Revision revision) {
    this.old = old;
    this.now = now;
    this.comparison = comparison;
    this.revision = revision;
  }

  RevisedRiskJson of(Change change, int rank) {
    Revision.Weight weight = revision.weight(change);
    List<EditJson> all = change.isOnBothSides() ? edits(change) : List.of();
    List<EditJson> shown = new ArrayList<>();
    int characters = 0;
    for (EditJson edit : all) {
      characters += edit.quote().text().length();
      if (shown.size() == MAX_EDITS || characters > MAX_CHARACTERS && !shown.isEmpty()) {
        break;
      }
      shown.add(edit);
    }
    String after = comparison.category(change, true);
    return new RevisedRiskJson(
        rank,
        change.kind().id(),
        weight.matter().id(),
        weight.words(),
        RevisedRiskJson.rounded(change.similarity()),
        change.moved(),
        after == null ? comparison.category(change, false) : after,
        captions(old, comparison.before(), change.before()),
        captions(now, comparison.after(), change.after()),
        shown,
        all.size() - shown.size());
  }

  private static List<QuoteJson> captions(String id, Side side, List<Integer> ordinals) {
    return ordinals.stream().map(n -> OutlinedRiskJson.of(id, side.risk(n)).caption()).toList();
  }

  private List<EditJson> edits(Change change) {
    Spot before = new Spot(old, comparison.before(), change.before());
    Spot after = new Spot(now, comparison.after(), change.after());
    List<EditJson> edits = new ArrayList<>();
    for (Redline.Piece piece : revision.redline(change).pieces()) {
      String text = piece.text();
      boolean blank = text.isBlank();
      switch (piece.mark()) {
        case EQUAL -> {
          before.pass(text);
          after.pass(text);
        }
        case DELETED -> {
          QuoteJson quote = before.pass(text);
          if (!blank) {
            edits.add(new EditJson("deleted", quote));
          }
        }
        case INSERTED -> {
          QuoteJson quote = after.pass(text);
          if (!blank) {
            edits.add(new EditJson("inserted", quote));
          }
        }
      }
    }
    return edits;
  }

  /** A place in the texts of some risks, as a redline runs through them. */
  private static final class Spot {
    private final String filing;
    private final List<RiskFactor> risks;
    private int risk;
    private int offset;

    Spot(String filing, Side side, List<Integer> ordinals) {
      this.filing = filing;
      risks = ordinals.stream().map(side::risk).toList();
    }

    /** Steps over a piece; returns as much of it as is shown, and in the risk where it begins. */
    QuoteJson pass(String piece) {
      while (risk < risks.size() - 1 && offset >= risks.get(risk).text().length()) {
        offset -= risks.get(risk).text().length() + RiskFactor.BETWEEN.length();
        risk++;
      }
      RiskFactor here = risks.get(risk);
      int start = Math.clamp(offset, 0, here.text().length());
      int end = Math.min(here.text().length(), Math.max(start, offset + piece.length()));
      offset += piece.length();
      String text = here.text();
      while (start < end && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
      while (start < end && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      return QuoteJson.of(filing, here, start, Math.min(end, start + MAX_CHARACTERS));
    }
  }
}
