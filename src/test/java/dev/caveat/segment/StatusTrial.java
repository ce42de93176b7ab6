package dev.caveat.segment;

import dev.caveat.model.RiskSection;
import dev.caveat.model.RiskSection.Status;
import dev.caveat.segment.LayoutTrial.Container;
import dev.caveat.segment.LayoutTrial.Form;
import dev.caveat.segment.LayoutTrial.Heading;
import dev.caveat.segment.LayoutTrial.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A filing whose section says in a sentence or two why it holds no risks, or holds a short risk.
 *
 * @param runIn whether the statement stands in the heading's own paragraph
 */
record StatusTrial(Status status, String statement, boolean runIn, LayoutTrial layout) {
  /** A statement and what it says. */
  record Statement(Status status, String text) {}

  private static final String REPORT =
      "our Annual Report on Form 10-K for the year ended December 31, 2018";

  static final List<Statement> STATEMENTS =
      List.of(
          no("Not applicable."),
          no("N/A"),
          no("Not required."),
          no("Not required for smaller reporting companies."),
          no("Not applicable to smaller reporting companies."),
          no("As a smaller reporting company, we are not required to provide this information."),
          no(
              "The Company is a smaller reporting company as defined by Rule 12b-2 of the Exchange"
                  + " Act and is not required to provide the information under this item."),
          no(
              "Smaller reporting companies are not required to provide the information of this item."),
          no("This item does not apply to smaller reporting companies."),
          no("Disclosure under this item is not required of smaller reporting companies."),
          no("Omitted at the registrant’s option, as it is a smaller reporting company."),
          no(
              "Because we qualify as a smaller reporting company, the information that this item"
                  + " asks for need not be furnished."),
          no(
              "We have elected the scaled disclosure that is open to a smaller reporting company and"
                  + " therefore present no risk factors."),
          no("The registrant is a smaller reporting company. No disclosure is required."),
          no("We are exempt from this item as a smaller reporting company."),
          same(
              "There have been no material changes to the risk factors disclosed in "
                  + REPORT
                  + "."),
          same(
              "There were no material changes during the quarter from the risk factors described"
                  + " under Item 1A of "
                  + REPORT
                  + "."),
          same(
              "Our risk factors have not changed materially from those disclosed in "
                  + REPORT
                  + "."),
          same("We are not aware of any material changes to the risk factors in " + REPORT + "."),
          same("No material changes."),
          same("No change."),
          same(
              "There has not been any material change in the risk factors set forth in "
                  + REPORT
                  + "."),
          same("The risk factors set forth in " + REPORT + " remain unchanged."),
          same("No updates are needed to the risk factors disclosed in " + REPORT + "."),
          same("We do not believe that there have been material changes in our risk factors."),
          same(
              "The Company’s risk factors did not change materially in the period that this report"
                  + " covers."),
          same("There is no material change from what was disclosed in " + REPORT + "."),
          same(
              "In addition to the other information in this report, you should carefully consider"
                  + " the factors in Part I, Item 1A of "
                  + REPORT
                  + ". There have been no material changes in them."),
          in(
              "The information required by this item is incorporated by reference to “Risk"
                  + " Factors” in the 2018 Annual Report to Shareholders, filed as Exhibit 13."),
          in("See “Risk Factors” in Exhibit 13.1, which is incorporated herein by reference."),
          in(
              "Reference is made to pages 20 through 31 of the Annual Report to Shareholders, which"
                  + " pages are incorporated in this item."),
          in(
              "The risk factors in Exhibit 99.1 to this report are hereby incorporated by reference."),
          in("For a discussion of our risk factors, refer to Part I, Item 1A, of " + REPORT + "."),
          in(
              "You should carefully consider the risk factors set forth in Item 1A of "
                  + REPORT
                  + "."),
          in(
              "Information regarding risk factors appears in "
                  + REPORT
                  + " under the heading “Risk Factors.”"),
          in(TrialText.POINTERS.get(0)),
          in(TrialText.POINTERS.get(1)),
          in(
              "Please read the risk factors in "
                  + REPORT
                  + ". The risks described there are not the only ones that we face. Others, which"
                  + " we do not know or do not think material today, could also harm us. If any of"
                  + " them comes about, the price of our shares could fall, and you could lose part"
                  + " of what you invest."),
          real(
              "We depend on one buyer for 61% of our sales, and it is not required to buy any"
                  + " quantity from us. If it stopped buying, we would have to close one of our two"
                  + " plants."),
          real(
              "Our plant in Salem has been in use since 1961 and was not insured against earthquakes"
                  + " until last year. There was no material damage in the last one. A stronger one"
                  + " could stop production for months."),
          real(
              "A new rule of the state exempts growers who pack their own fruit from fees that we"
                  + " pay. We may lose customers to them, and our prices could fall as a result."));

  private static Statement no(String text) {
    return new Statement(Status.NOT_REQUIRED, text);
  }

  private static Statement same(String text) {
    return new Statement(Status.NO_MATERIAL_CHANGES, text);
  }

  private static Statement in(String text) {
    return new Statement(Status.INCORPORATED, text);
  }

  private static Statement real(String text) {
    return new Statement(Status.PRESENT, text);
  }

  private static final List<Trait> OFFERED =
      List.of(Trait.NONE, Trait.OFFERING_ROW, Trait.OFFERING_LAST, Trait.SUMMARY_LINE);

  /** Each statement in a few layouts. */
  static List<StatusTrial> all(int each, long seed) {
    Random random = new Random(seed);
    List<StatusTrial> out = new ArrayList<>();
    List<Heading> headings =
        List.of(
            Heading.PLAIN,
            Heading.CAPITALS,
            Heading.DASH,
            Heading.SPACED,
            Heading.BRACKETED,
            Heading.NUMBERED,
            Heading.WITHOUT_ITEM,
            Heading.TWO_CELLS,
            Heading.TWO_PARAGRAPHS,
            Heading.WITH_PART);
    for (Statement statement : STATEMENTS) {
      for (int i = 0; i < each; i++) {
        boolean runIn = i % 3 == 2;
        Container[] containers = Container.values();
        LayoutTrial layout =
            LayoutTrial.plain(i)
                .with(headings.get(random.nextInt(runIn ? 5 : headings.size())))
                .with(random.nextBoolean() ? Form.ANNUAL : Form.QUARTERLY)
                .with(containers[random.nextInt(containers.length)]);
        if (statement.status == Status.INCORPORATED && i % 2 == 1) {
          layout =
              layout
                  .with(Form.OFFERING)
                  .with(random.nextBoolean() ? Heading.CENTERED : Heading.TITLE_ALONE)
                  .with(OFFERED.get(random.nextInt(OFFERED.size())));
        }
        out.add(new StatusTrial(statement.status, statement.text, runIn, layout));
      }
    }
    return out;
  }

  RiskSection read() {
    return Segmenter.segment(
            LayoutTrialReport.read(layout, FilingRenderer.renderStatus(layout, statement, runIn)))
        .section();
  }

  boolean isRight() {
    return read().status() == status;
  }
}
