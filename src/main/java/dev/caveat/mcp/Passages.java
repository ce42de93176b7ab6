package dev.caveat.mcp;

import dev.caveat.json.OutlinedRiskJson;
import dev.caveat.json.PassageJson;
import dev.caveat.mcp.Answer.Item;
import dev.caveat.model.RiskFactor;
import java.util.ArrayList;
import java.util.List;

/** Risks as items of answers: as captions, or paragraph by paragraph. */
final class Passages {
  private static final int MAX_LENGTH = 3_000;

  private Passages() {}

  /** The captions of a filing, with its groups. */
  static List<Item> outline(String id, List<RiskFactor> risks) {
    List<Item> items = new ArrayList<>();
    List<String> above = List.of();
    for (RiskFactor risk : risks) {
      OutlinedRiskJson json = OutlinedRiskJson.of(id, risk);
      StringBuilder text = new StringBuilder();
      if (!risk.group().equals(above)) {
        risk.group().forEach(g -> text.append("\ngroup\n").append(Words.quoted(g)));
        above = risk.group();
      }
      text.append('#').append(risk.ordinal());
      text.append(json.category() == null ? "\n" : " (" + json.category() + ")\n");
      text.append(Words.quoted(json.caption()));
      items.add(new Item(json, text.toString(), null));
    }
    return items;
  }

  /** The text of a risk, paragraphs cut where they are very long. */
  static List<Item> of(RiskFactor risk) {
    List<Item> items = new ArrayList<>();
    String text = risk.text();
    int at = 0;
    for (String piece : risk.pieces()) {
      int end = at + piece.length();
      while (at < end) {
        int cut = cut(text, at, end);
        PassageJson json = PassageJson.of(risk, at, cut);
        items.add(
            new Item(json, "\n" + Words.quoted(json.text()) + Words.place(json.source()), null));
        at = cut;
      }
      at = end + RiskFactor.BETWEEN.length();
    }
    return items;
  }

  /** Where a part of a paragraph ends: if it is long, after a word. */
  private static int cut(String text, int start, int end) {
    if (end - start <= MAX_LENGTH) {
      return end;
    }
    int space = text.lastIndexOf(' ', start + MAX_LENGTH - 1);
    if (space > start) {
      return space + 1;
    }
    int cut = start + MAX_LENGTH;
    return Character.isLowSurrogate(text.charAt(cut)) ? cut - 1 : cut;
  }
}
