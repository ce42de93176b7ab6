package dev.caveat.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.ingest.FilingReader;
import dev.caveat.ingest.Limits;
import dev.caveat.model.Block;
import dev.caveat.model.Filing;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SegmenterTest {
  private static final String BODY =
      "Soap is sold by the bar and by the box, and buyers are fickle. In a bad year they wash less. "
          .repeat(6)
          .strip();

  private static final String SECTION =
      "<p><b>We may lose our only mill.</b></p><p>"
          + BODY
          + "</p><p><b>Our competitors have larger kettles.</b></p><p>"
          + BODY
          + "</p><p><b>We depend on one supplier of lye.</b></p><p>"
          + BODY
          + "</p>";

  private static final List<String> CAPTIONS =
      List.of(
          "We may lose our only mill.",
          "Our competitors have larger kettles.",
          "We depend on one supplier of lye.");

  private static RiskSection segment(String form, String body) throws IOException {
    return Segmenter.segment(filing(form, body)).section();
  }

  private static List<Block> blocks(String form, String body) throws IOException {
    return filing(form, body).blocks();
  }

  private static Filing filing(String form, String body) throws IOException {
    String text = "<TYPE>" + form + "\n<TEXT>\n<html><body>" + body + "</body></html>\n</TEXT>";
    byte[] bytes = ("<DOCUMENT>\n" + text).getBytes(StandardCharsets.UTF_8);
    return FilingReader.read("test", new ByteArrayInputStream(bytes), Limits.defaults());
  }

  private static RiskSection tenK(String risks) throws IOException {
    return segment(
        "10-K",
        "<p>FORM 10-K</p><p>Item 1. Business</p><p>We make soap. See Item 1A of this report.</p>"
            + risks
            + "<p>Item 1B. Unresolved Staff Comments</p><p>None.</p>");
  }

  private static List<String> captions(RiskSection section) {
    return section.risks().stream().map(RiskFactor::heading).toList();
  }

  private static String p(String text) {
    return "<p>" + text + "</p>";
  }

  private static String bold(String text) {
    return "<p><b>" + text + "</b></p>";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Item 1A. Risk Factors</p>",
        "<p>ITEM 1A &#150; RISK FACTORS</p>",
        "<p>Item 1 A. Risk Factors.</p>",
        "<p>Item No. 1A. Risk Factors</p>",
        "<p>Item 1(A): Risk Factors</p>",
        "<p>1A. RISK FACTORS</p>",
        "<p>Item 1A.</p><p>Risk Factors</p>",
        "<p>Item 1A. Risk</p><p>Factors</p>",
        "<table><tr><td>Item 1A.</td><td>Risk Factors</td></tr></table>",
        "<p>PART I, Item 1A. Risk Factors</p>",
        "<p>Items 1 and 1A. Business and Risk Factors</p><p>Risk Factors</p>",
        "<h2>Risk Factors</h2>",
        "<p align=center>RISK FACTORS</p>",
      })
  void findsTheSectionUnderEachWayToWriteItsHeading(String heading) throws IOException {
    assertThat(captions(tenK(heading + SECTION))).isEqualTo(CAPTIONS);
  }

  @Test
  void doesNotTakeTheContentsPageForTheSection() throws IOException {
    String contents =
        "<table><tr><td>Item 1A.</td><td>Risk Factors</td><td>7</td></tr>"
            + "<tr><td>Item 1B.</td><td>Unresolved Staff Comments</td><td>19</td></tr></table>";
    RiskSection section = tenK(contents + p("Item 1A. Risk Factors") + SECTION);
    assertThat(captions(section)).isEqualTo(CAPTIONS);
  }

  @Test
  void doesNotEndAtAReferenceInProse() throws IOException {
    RiskSection section =
        tenK(
            p("Item 1A. Risk Factors")
                + SECTION
                + p("Item 1B of this report says more on this, and item 2 says where."));
    assertThat(((RiskSection.Present) section).text()).endsWith("item 2 says where.");
  }

  @Test
  void endsAtTheNextItemAndNotLater() throws IOException {
    RiskSection section = tenK(p("Item 1A. Risk Factors") + SECTION);
    assertThat(((RiskSection.Present) section).text()).endsWith(BODY).doesNotContain("None.");
  }

  @Test
  void takesPageNumbersAndRunningHeadsAwayAndJoinsWhatTheyCut() throws IOException {
    StringBuilder risks = new StringBuilder(p("Item 1A. Risk Factors"));
    List<String> towns = List.of("Ghent", "Lille", "Aachen", "Trier", "Metz", "Namur");
    for (int page = 8; page < 14; page++) {
      String town = towns.get(page - 8);
      risks
          .append(bold("We may lose our mill in " + town + "."))
          .append(p(BODY))
          .append(
              p(
                  "The kettles in "
                      + town
                      + " are old and will have to be replaced in the course of"))
          .append(p(Integer.toString(page)))
          .append("<hr>")
          .append(p("TALLOWMERE HOLDINGS &nbsp; 2024 Annual Report"))
          .append(p("the coming year, as will the boilers of " + town + "."));
    }
    RiskSection.Present section = (RiskSection.Present) tenK(risks.toString());
    assertThat(section.text()).doesNotContain("TALLOWMERE").doesNotContain("\n\n9\n");
    assertThat(section.risks()).hasSize(6);
    assertThat(section.risks().get(0).paragraphs().get(1))
        .isEqualTo(
            "The kettles in Ghent are old and will have to be replaced in the course of"
                + " the coming year, as will the boilers of Ghent.");
  }

  @Test
  void findsTheTextOfAFilerThatOnlyIndexesItsItems() throws IOException {
    String large = "<p style='font-size:20pt;color:#0068b5'>";
    String body =
        p("FORM 10-K")
            + large
            + "Our Business</p>"
            + p(BODY)
            + large
            + "Risk Factors</p>"
            + SECTION.repeat(2)
            + large
            + "Sales and Marketing</p>"
            + p(BODY)
            + "<table><tr><td>Item 1A.</td><td>Risk Factors</td><td>Pages 7-9</td></tr>"
            + "<tr><td>Item 1B.</td><td>Unresolved Staff Comments</td><td>None</td></tr></table>";
    RiskSection.Present section = (RiskSection.Present) segment("10-K", body);
    assertThat(section.method()).isEqualTo("title-heading");
    assertThat(section.risks()).hasSize(6);
    assertThat(section.text()).doesNotContain("Sales and Marketing");
  }

  @Test
  void findsTheSectionOfAProspectusUpToTheNextTitle() throws IOException {
    String centred = "<p align=center><b>";
    String body =
        centred
            + "PROSPECTUS</b></p>"
            + centred
            + "RISK FACTORS</b></p>"
            + SECTION
            + centred
            + "USE OF PROCEEDS</b></p>"
            + p("We will buy kettles.");
    RiskSection.Present section = (RiskSection.Present) segment("424B3", body);
    assertThat(captions(section)).isEqualTo(CAPTIONS);
    assertThat(section.text()).doesNotContain("kettles.\n\nWe will");
  }

  @Test
  void findsItem3DOfA20F() throws IOException {
    String body =
        p("Item 3. Key Information")
            + p("C. Reasons for the Offer")
            + p("Not applicable.")
            + p("D. Risk Factors")
            + SECTION
            + p("Item 4. Information on the Company")
            + p(BODY);
    assertThat(captions(segment("20-F", body))).isEqualTo(CAPTIONS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not-required | Not required for smaller reporting companies.",
        "not-required | As a smaller reporting company, we are not required to provide the information required by this Item.",
        "not-required | Not applicable.",
        "not-required | We have elected to omit this disclosure as permitted for smaller reporting companies.",
        "no-material-changes | There have been no material changes from the risk factors in our Annual Report on Form 10-K.",
        "no-material-changes | Our risk factors have not changed materially since our last Form 10-K.",
        "no-material-changes | There has not been any material change in our risk factors.",
        "incorporated | The information required by this item is incorporated herein by reference to Exhibit 13.",
        "incorporated | See the discussion under \"Risk Factors\" in our Annual Report on Form 10-K for 2023.",
      })
  void readsWhatAShortSectionSays(String status, String text) throws IOException {
    RiskSection below = tenK(p("Item 1A. Risk Factors") + p(text));
    assertThat(below.status().id()).isEqualTo(status);
    assertThat(below.evidence()).isEqualTo(text);
    RiskSection runIn = tenK(p("Item 1A. Risk Factors. " + text));
    assertThat(runIn.status().id()).isEqualTo(status);
  }

  @Test
  void takesAnUpdateWithRisksOfItsOwnForPresent() throws IOException {
    RiskSection section =
        segment(
            "10-Q",
            p("PART II")
                + p("Item 1. Legal Proceedings")
                + p("None.")
                + p("Item 1A. Risk Factors")
                + p(
                    "Other than the risk below, there have been no material changes in our risk factors.")
                + bold("We may lose our only mill.")
                + p(BODY)
                + p("Item 2. Unregistered Sales")
                + p("None."));
    assertThat(captions(section)).containsExactly("We may lose our only mill.");
  }

  @Test
  void answersAbsentWithAReasonForFormsWithoutRiskFactors() throws IOException {
    RiskSection section = segment("8-K", p("Item 1A. Risk Factors") + SECTION);
    assertThat(section).isEqualTo(new RiskSection.Absent("form 8-K has no risk factors", "form"));
  }

  @Test
  void answersAbsentWhereNothingIsHeadedRiskFactors() throws IOException {
    assertThat(tenK(p(BODY)).status()).isEqualTo(RiskSection.Status.ABSENT);
  }

  @Test
  void readsGroupsInTwoLevels() throws IOException {
    String group = "<p align=center><b>%s</b></p>";
    String sub = "<p><u>%s</u></p>";
    String caption = "<p><b><i>%s</i></b></p>" + p(BODY);
    RiskSection section =
        tenK(
            p("Item 1A. Risk Factors")
                + group.formatted("Risks Related to Our Business")
                + sub.formatted("Risks of Making Soap")
                + caption.formatted("We may lose our only mill.")
                + caption.formatted("Lye may become scarce.")
                + sub.formatted("Risks of Selling Soap")
                + caption.formatted("Buyers may wash less.")
                + group.formatted("Risks Related to Our Stock")
                + caption.formatted("Our share price may fall."));
    assertThat(section.risks())
        .extracting(RiskFactor::group)
        .containsExactly(
            List.of("Risks Related to Our Business", "Risks of Making Soap"),
            List.of("Risks Related to Our Business", "Risks of Making Soap"),
            List.of("Risks Related to Our Business", "Risks of Selling Soap"),
            List.of("Risks Related to Our Stock"));
  }

  @Test
  void tellsGroupsFromCaptionsOfTheSameLook() throws IOException {
    RiskSection section =
        tenK(
            p("Item 1A. Risk Factors")
                + bold("Risks Related to Our Mill")
                + bold("We may lose our only mill.")
                + p(BODY)
                + bold("Lye may become scarce.")
                + p(BODY)
                + bold("General Risks")
                + bold("Our share price may fall.")
                + p(BODY));
    assertThat(captions(section))
        .containsExactly(
            "We may lose our only mill.", "Lye may become scarce.", "Our share price may fall.");
    assertThat(section.risks().get(2).group()).containsExactly("General Risks");
  }

  @Test
  void readsCaptionsThatAreRunIn() throws IOException {
    String risks = "";
    for (String caption : CAPTIONS) {
      risks += "<p><i><b>" + caption + "</b></i> " + BODY + "</p>" + p(BODY);
    }
    RiskSection section = tenK(p("Item 1A. Risk Factors") + risks);
    assertThat(captions(section)).isEqualTo(CAPTIONS);
    assertThat(section.risks().get(0).paragraphs()).containsExactly(BODY, BODY);
    assertThat(section.risks().get(0).text())
        .isEqualTo(CAPTIONS.get(0) + "\n\n" + BODY + "\n\n" + BODY);
  }

  @Test
  void leavesHeadingsInsideARiskToItsBody() throws IOException {
    RiskSection section =
        tenK(
            p("Item 1A. Risk Factors")
                + bold("We may lose our only mill.")
                + p("<i>The kettles</i>")
                + p(BODY)
                + p("<i>The boilers</i>")
                + p(BODY)
                + bold("Lye may become scarce.")
                + p(BODY)
                + bold("Buyers may wash less.")
                + p(BODY));
    assertThat(captions(section))
        .containsExactly(
            "We may lose our only mill.", "Lye may become scarce.", "Buyers may wash less.");
    assertThat(section.risks().get(0).paragraphs()).hasSize(4);
  }

  @Test
  void takesNoRiskFromTheSummaryInFront() throws IOException {
    String bullets = "<ul><li>We may lose our only mill.</li><li>Lye may become scarce.</li></ul>";
    RiskSection section =
        tenK(
            p("Item 1A. Risk Factors")
                + bold("Summary of Risk Factors")
                + p("The risks below are told in full further on.")
                + bold("Risks of Making Soap")
                + bullets
                + bold("Risks of Selling Soap")
                + bullets
                + bold("Risk Factors")
                + SECTION);
    assertThat(captions(section)).isEqualTo(CAPTIONS);
  }

  @Test
  void joinsACaptionThatAPageBreakCut() throws IOException {
    RiskSection section =
        tenK(
            p("Item 1A. Risk Factors")
                + SECTION
                + bold("If the price of tallow were to rise for a long time, our margins and")
                + p("12")
                + "<hr>"
                + bold("our standing with our lenders could suffer.")
                + p(BODY));
    assertThat(captions(section))
        .last()
        .isEqualTo(
            "If the price of tallow were to rise for a long time, our margins and our standing with"
                + " our lenders could suffer.");
  }

  @Test
  void joinsACaptionThatWasCutBehindInitials() throws IOException {
    String caption =
        "We could be hurt by new taxes, by an audit, and by the adoption of new U.S. or foreign"
            + " rules on soap.";
    String halves = caption.replace("U.S. or", "U.S.</b></p><p><b>or");
    RiskSection section =
        tenK(p("Item 1A. Risk Factors") + SECTION + "<p><b>" + halves + "</b></p>" + p(BODY));
    assertThat(captions(section)).endsWith(caption);
  }

  @Test
  void keepsBulletsAndTablesInTheBody() throws IOException {
    RiskSection section =
        tenK(
            p("Item 1A. Risk Factors")
                + bold("We may lose our only mill.")
                + p("It may be affected by factors such as:")
                + "<ul><li><b>fire;</b></li><li>flood.</li></ul>"
                + "<table><tr><td>Mill</td><td>Bars</td></tr><tr><td>Ghent</td><td>9</td></tr></table>"
                + bold("Lye may become scarce.")
                + p(BODY)
                + bold("Buyers may wash less.")
                + p(BODY));
    assertThat(section.risks().get(0).paragraphs())
        .containsExactly(
            "It may be affected by factors such as:", "fire;", "flood.", "Mill\tBars\nGhent\t9");
  }

  @Test
  void findsCaptionsOfPlainTextBySense() throws IOException {
    String text =
        """
        RISK FACTORS

        You should carefully consider the following risks before you buy our shares. They may not
        be all that there are.

        We may lose our only mill.

        Our mill in Ghent makes all of our soap. It stands by a river, and the river rises. A flood
        in 1998 stopped the mill for six weeks.

        It may be affected by events such as:

        - floods of the river at the mill;
        - fires.

        Our competitors have larger kettles and lower prices.

        Large makers boil soap in kettles of ten tons. Our kettles hold two. Their prices are lower
        than ours, and we may lose customers to them.

        We depend on one supplier of lye, and would have difficulty finding another.

        All of our lye comes from one works in Antwerp. The contract with that supplier ends in 2004.

        These risks could cause our results to differ from what we expect.

        USE OF PROCEEDS

        We will buy kettles.
        """;
    byte[] bytes = ("<DOCUMENT>\n<TYPE>424B3\n<TEXT>\n" + text).getBytes(StandardCharsets.UTF_8);
    RiskSection section =
        Segmenter.segment(
                FilingReader.read("t", new ByteArrayInputStream(bytes), Limits.defaults()))
            .section();
    assertThat(captions(section))
        .containsExactly(
            "We may lose our only mill.",
            "Our competitors have larger kettles and lower prices.",
            "We depend on one supplier of lye, and would have difficulty finding another.");
    assertThat(section.risks().get(2).paragraphs()).hasSize(1);
  }

  @Test
  void takesEachParagraphForARiskWhereNothingElsePartsThem() throws IOException {
    String first =
        "The soap trade is seasonal, and winters are slow. " + BODY + " " + BODY + " " + BODY;
    String second = "The mill is old and may have to be closed for repairs. " + BODY + " " + BODY;
    RiskSection section =
        segment(
            "10-K",
            p("Risk Factors That May Affect Future Results") + p(first) + p(second) + p(first));
    assertThat(section.risks()).hasSize(3).noneMatch(RiskFactor::captioned);
    assertThat(section.risks().get(1).heading())
        .isEqualTo("The mill is old and may have to be closed for repairs.");
    assertThat(section.risks().get(1).text()).isEqualTo(second);
  }

  @Test
  @Timeout(10)
  void splitsNoMoreThanSomeOfManySectionsUnderTheSameTitle() throws IOException {
    String titles = "<p><b>Risk Factors</b></p><p>See the mill.</p>".repeat(3_000);
    assertThat(segment("10-K", titles).risks()).hasSizeLessThan(2);
  }

  @Test
  void joinsNoEndOfParagraphsThatSeemToGoOn() throws IOException {
    String part = "and so it goes on in small letters without a full stop to the end of the line ";
    List<Block> blocks = PageCleaner.clean(blocks("10-K", p(part).repeat(2_000)));
    assertThat(blocks).hasSize(4).allSatisfy(b -> assertThat(b.text()).hasSizeLessThan(50_100));
  }

  @Test
  @Timeout(20)
  void readsManyHeadingsOfTheSameItemInBoundedTime() throws IOException {
    String headings = "<p><b>Item 1A. Risk Factors</b></p><p>See the mill.</p>".repeat(30_000);
    assertThat(segment("10-K", headings)).isNotNull();
  }

  @Test
  void readsTheStrongestAndFirstOfTooManyHeadings() throws IOException {
    String body = bold("Certain Risk Factors").repeat(1_000) + bold("Risk Factors").repeat(1_999);
    List<Block> blocks = blocks("10-K", body + bold("Item 1A. Risk Factors"));
    List<Integer> places =
        new SectionFinder(blocks, FormFamily.ANNUAL)
            .candidates().stream().map(SectionFinder.Candidate::at).distinct().toList();
    assertThat(places).hasSize(1_000).startsWith(1_000).contains(2_999).doesNotContain(2_998);
  }

  @Test
  void readsOnlyTheBeginningOfALongBlockForAStatement() throws IOException {
    String said = "As a smaller reporting company we are not required to provide risk factors.";
    assertThat(saysNothing(said)).isFalse();
    assertThat(saysNothing("Soap. ".repeat(8_000) + said)).isFalse();
    assertThat(saysNothing("Soap. ".repeat(9_000) + said)).isTrue();
  }

  private static boolean saysNothing(String text) throws IOException {
    List<Block> blocks = blocks("10-K", bold("Item 1A. Risk Factors") + p(text));
    List<SectionEvidence.Answer> answers =
        SectionEvidence.answers(blocks, FormFamily.ANNUAL, OutlineModel.bundled());
    return answers.stream()
        .flatMap(a -> a.evidence().stream())
        .anyMatch(e -> e.endsWith("says=nothing"));
  }

  @Test
  @Timeout(20)
  void keepsNoMoreMarksOverALetterThanAnyWritingHas() throws IOException {
    String risk =
        "<p><b>The m\u0301ill may burn.</b></p><p>It would e%s harm us.</p>"
            .formatted("\u0301".repeat(300_000));
    String body = "<p><b>Item 1A. Risk Factors</b></p>" + risk + "<p><b>Item 1B. Other</b></p>";
    RiskFactor only = segment("10-K", body).risks().getFirst();
    assertThat(only.text()).hasSizeLessThan(200).contains("m\u0301ill", "\u0301 harm us.");
  }
}
