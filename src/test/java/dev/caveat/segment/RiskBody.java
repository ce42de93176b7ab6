package dev.caveat.segment;

import dev.caveat.segment.Piece.Kind;
import dev.caveat.segment.Piece.Mark;
import dev.caveat.segment.Piece.Run;
import java.util.ArrayList;
import java.util.List;

/** The body of one risk, with what a trial wants to stand in it. */
final class RiskBody {
  private final LayoutTrial trial;
  private final List<String> paragraphs;

  private final int ordinal;

  RiskBody(LayoutTrial trial, List<String> paragraphs, int ordinal) {
    this.ordinal = ordinal;
    this.trial = trial;
    this.paragraphs = paragraphs;
  }

  List<Piece> pieces() {
    List<Piece> out = new ArrayList<>();
    paragraphs.forEach(p -> out.add(Piece.prose(p)));
    switch (trial.body()) {
      case PLAIN -> {}
      case LISTS -> list(out);
      case TABLES -> table(out);
      case SHORT -> {
        out.clear();
        out.add(Piece.prose(CaptionWords.firstSentence(paragraphs.get(0))));
      }
      case ONE_SENTENCE -> {
        out.add(Piece.prose("We may not be able to pass higher costs on to " + someone() + "."));
        out.add(Piece.prose(paragraphs.get(0)));
      }
      case REFERENCES -> references(out);
      case TERMS -> terms(out);
      case SUB_CAPTIONS -> subCaptions(out);
      case RUN_IN_POINTS -> {
        if (ordinal % 3 == 1) {
          runInPoints(out);
        }
      }
      case SOME_TITLES -> {
        if (ordinal == 2) {
          someTitles(out);
        }
      }
      case LIKE_CAPTIONS -> {}
      case TABLE_HEADS -> {
        if (ordinal % 4 == 2) {
          tableHead(out);
        }
      }
      case LIKE_FIRST_WORDS -> {
        out.add(
            Piece.of(
                Kind.PARAGRAPH,
                Run.of("In addition", Mark.ITALIC),
                Run.of(", we cannot know what is done by " + someone() + ", and it may harm us.")));
      }
      case SOME_SHORT -> {
        if (ordinal % 3 > 0) {
          out.add(ordinal % 3 == 1 ? out.size() : 1, Piece.prose(shortOne()));
          out.add(Piece.prose(paragraphs.get(0)));
        }
      }
      case LIST_LEADS -> listLeads(out);
      case INDENTED -> {
        out.clear();
        paragraphs.forEach(p -> out.add(Piece.of(Kind.INDENTED, Run.of(p))));
      }
    }
    return out;
  }

  /** A paragraph of one sentence, as bodies have it. */
  private String shortOne() {
    List<String> all =
        List.of(
            "Any of these developments could harm our results.",
            "If demand fell from %s, we might have to close one of our plants.",
            "There can be no assurance that %s will renew what they have signed.",
            "Although we have tried to limit this exposure, we may not succeed.",
            "In the past year, %s were slow to pay for what they had ordered.",
            "As a result, our margins and our cash flows could decline.",
            "We cannot predict what will be done by %s in the coming year.",
            "The matters named here could also affect the price of our shares.",
            "While we believe that %s are sound, one of them could fail.",
            "Sales to %s have been uneven from one quarter to the next, and could stay so.");
    return all.get((int) ((trial.seed() + ordinal) % all.size())).formatted(someone());
  }

  /** Differs from risk to risk, so that no page has the same lines as another. */
  private String someone() {
    String[] words = paragraphs.get(0).split(" ");
    return "the buyers of " + words[words.length / 2] + " and " + words[words.length / 3];
  }

  private void list(List<Piece> out) {
    out.add(Piece.prose("Among the things that could bring this about are:"));
    out.add(Piece.of(Kind.ITEM, Run.of("changes in the prices paid by " + someone() + ";")));
    out.add(Piece.of(Kind.ITEM, Run.of("the loss of the dealers that serve " + someone() + ";")));
    out.add(Piece.of(Kind.ITEM, Run.of("a harvest that fails in one of our main states; and")));
    out.add(Piece.of(Kind.ITEM, Run.of("new duties on what " + someone() + " buy abroad.")));
    out.add(
        Piece.prose(
            "Each of these lies outside our control, and so does what is done by "
                + someone()
                + "."));
  }

  private static void table(List<Piece> out) {
    out.add(Piece.prose("The table below shows the share of net sales in each of three years."));
    out.add(row("Largest customer", "21%"));
    out.add(row("Second largest customer", "14%"));
    out.add(row("All others", "65%"));
    out.add(Piece.prose("We expect the share of the largest customer to grow in the coming year."));
  }

  private static Piece row(String name, String figure) {
    return Piece.row(List.of(Run.of(name)), List.of(Run.of(figure)));
  }

  private void references(List<Piece> out) {
    out.add(
        Piece.of(
            Kind.PARAGRAPH,
            Run.of(
                "See Item 1B of this report and “Management’s Discussion and Analysis” in Item 7"
                    + " for more on what is done by "
                    + someone()
                    + ".",
                Mark.ITALIC)));
    out.add(
        Piece.prose(
            "For what has changed since our last report, see “Risk Factors—Risks Related to Our"
                + " Business” in Part I, Item 1A of that report, and Item 3, “Legal"
                + " Proceedings,” of this one."));
  }

  private static void terms(List<Piece> out) {
    out.add(
        Piece.of(
            Kind.PARAGRAPH,
            Run.of("We borrow under an agreement with two banks (the “"),
            Run.of("Credit Agreement", Mark.BOLD),
            Run.of(
                "”) that ends in three years. Under it we must keep a ratio of debt to income.")));
    out.add(
        Piece.of(
            Kind.PARAGRAPH,
            Run.of("Leverage ratio", Mark.ITALIC),
            Run.of(
                " is net debt divided by income before interest, taxes and depreciation of"
                    + " the last four quarters, and may not pass 3.5.")));
  }

  private static void subCaptions(List<Piece> out) {
    for (String title : List.of("Prices of steel", "Duties and tariffs")) {
      out.add(Piece.of(Kind.PARAGRAPH, Run.of(title, Mark.ITALIC)));
      out.add(
          Piece.prose(
              "What we pay follows markets that we do not control, and we cannot always raise our"
                  + " own prices in the same season. In two of the last five years we could not."));
    }
  }

  /** Points with a lead of their own, which may read like captions. */
  private void runInPoints(List<Piece> out) {
    for (String lead :
        List.of(
            "We may pay more for steel.",
            "Duties could rise.",
            "Our dealers may not follow us if prices change.")) {
      out.add(
          Piece.of(
              Kind.PARAGRAPH,
              Run.of(lead, Mark.ITALIC),
              Run.of(
                  " What we pay follows markets that we do not control, and we cannot always raise"
                      + " our own prices to "
                      + someone()
                      + " in the same season.")));
    }
  }

  /** Titles inside one risk, in bold and underlined. */
  private void someTitles(List<Piece> out) {
    for (String title : List.of("Hollis Creek Canada Ltd.", "Salem Conveyor Works")) {
      out.add(Piece.of(Kind.PARAGRAPH, Run.of(title, Mark.UNDERLINE)));
      out.add(
          Piece.prose(
              "This company sells to "
                  + someone()
                  + " and depends on the crops of two states. In two of the last five years it"
                  + " lost money, and it may do so again."));
    }
  }

  private void tableHead(List<Piece> out) {
    out.add(Piece.prose("The table below shows what was sold to " + someone() + ":"));
    out.add(Piece.of(Kind.TITLE, Run.of("Net Sales by Customer", Mark.BOLD)));
    out.add(row("Largest customer", "21%"));
    out.add(row("All others", "79%"));
    out.add(Piece.prose("We expect the share of the largest customer to grow in the coming year."));
  }

  private static void listLeads(List<Piece> out) {
    out.add(Piece.prose("Several things could bring this about:"));
    for (String lead : List.of("Prices.", "Weather and crops.", "Duties.")) {
      out.add(
          Piece.of(
              Kind.ITEM,
              Run.of(lead, Mark.BOLD),
              Run.of(
                  " We do not control them and cannot foresee them, and they have moved against"
                      + " us in two of the last five years.")));
    }
  }
}
