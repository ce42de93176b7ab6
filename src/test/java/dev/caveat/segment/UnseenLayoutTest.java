package dev.caveat.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.ingest.FilingReader;
import dev.caveat.ingest.Limits;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layouts that the trials of {@link LayoutTrial} found misread, each as small as it goes. */
final class UnseenLayoutTest {
  private static final String BODY =
      "Soap is sold by the bar and by the box, and buyers are fickle. In a bad year they wash less. "
          .repeat(6)
          .strip();

  private static final List<String> CAPTIONS =
      List.of(
          "We may lose our only mill.",
          "Our competitors have larger kettles.",
          "We depend on one supplier of lye.");

  private static RiskSection read(String document) throws IOException {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    return Segmenter.segment(
            FilingReader.read("test", new ByteArrayInputStream(bytes), Limits.defaults()))
        .section();
  }

  private static RiskSection tenK(String heading, String risks) throws IOException {
    return read(
        "<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n<html><body>"
            + p("FORM 10-K")
            + bold("Item 1. Business")
            + p("We make soap. See Item 1A of this report.")
            + bold(heading)
            + risks
            + bold("Item 1B. Unresolved Staff Comments")
            + p("None.")
            + "</body></html>\n</TEXT>");
  }

  private static RiskSection tenK(String risks) throws IOException {
    return tenK("Item 1A. Risk Factors", risks);
  }

  /** Captions in bold italics, bodies plain. */
  private static String risks() {
    StringBuilder out = new StringBuilder();
    CAPTIONS.forEach(c -> out.append(p("<b><i>" + c + "</i></b>")).append(p(BODY)));
    return out.toString();
  }

  private static List<String> captions(RiskSection section) {
    return section.risks().stream().map(RiskFactor::heading).toList();
  }

  private static List<List<String>> groups(RiskSection section) {
    return section.risks().stream().map(RiskFactor::group).distinct().toList();
  }

  private static String p(String text) {
    return "<p>" + text + "</p>";
  }

  private static String bold(String text) {
    return "<p><b>" + text + "</b></p>";
  }

  @Test
  void takesATitleThatCouldHeadASectionForAGroupInsideOne() throws IOException {
    String group = "Risks Related to Ownership of Our Common Stock";
    RiskSection section = tenK(bold("Risks of Our Mills") + risks() + bold(group) + risks());
    assertThat(captions(section)).hasSize(6).containsAll(CAPTIONS);
    assertThat(groups(section)).containsExactly(List.of("Risks of Our Mills"), List.of(group));
  }

  @Test
  void readsGroupsThatAreLetteredOrNumbered() throws IOException {
    RiskSection section =
        tenK(
            bold("A. Risks Related to Our Mills")
                + risks()
                + bold("(ii) Risks Related to Our Kettles")
                + risks()
                + bold("3.1 Risks Related to Our Lye")
                + risks());
    assertThat(groups(section))
        .containsExactly(
            List.of("A. Risks Related to Our Mills"),
            List.of("(ii) Risks Related to Our Kettles"),
            List.of("3.1 Risks Related to Our Lye"));
    assertThat(captions(section)).hasSize(9);
  }

  @Test
  void readsGroupsThatAreIntroducedInAParagraph() throws IOException {
    String group = "Risks Related to Our Mills and Our Kettles";
    RiskSection section = tenK(bold(group) + p(BODY.substring(0, 160)) + risks());
    assertThat(captions(section)).isEqualTo(CAPTIONS);
    assertThat(groups(section)).containsExactly(List.of(group));
  }

  @Test
  void takesARunningHeadWithThePageNumberInItsMiddleAway() throws IOException {
    StringBuilder out = new StringBuilder();
    for (int page = 11; page < 16; page++) {
      out.append(p("Paragraph " + page + " of this. " + BODY.substring(0, 200) + " and"));
      out.append("<p>Soap Works, Inc. | " + page + " Annual Report</p><hr>");
      out.append(p("so on. " + BODY));
    }
    RiskSection.Present section = (RiskSection.Present) tenK(risks() + out);
    assertThat(section.text()).doesNotContain("Annual Report");
  }

  @Test
  void takesAGroupThatContinuesOnTheNextPageForOne() throws IOException {
    RiskSection section =
        tenK(
            bold("Risks of Our Mills")
                + risks()
                + bold("Risks of Our Mills (continued)")
                + risks().replace("mill", "plant"));
    assertThat(groups(section)).containsExactly(List.of("Risks of Our Mills"));
    assertThat(((RiskSection.Present) section).text()).doesNotContain("continued");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Item 1A. Risk Factors and Cautionary Statements Regarding Future Results",
        "Item 1A. Risk Factors Relating to Our Business",
        "Item 1A. Risks Related to Our Business and Our Shares",
      })
  void takesWhateverSpeaksOfRisksForTheTitleOfTheItem(String heading) throws IOException {
    RiskSection section = tenK(heading, risks());
    assertThat(captions(section)).isEqualTo(CAPTIONS);
    assertThat(section.method()).isEqualTo("item-heading");
  }

  @Test
  void readsCaptionsWhoseNumbersStandInACellOfTheirOwn() throws IOException {
    StringBuilder out = new StringBuilder();
    int n = 0;
    for (String caption : CAPTIONS) {
      out.append("<table><tr><td>" + ++n + ".</td><td><i>" + caption + "</i></td></tr></table>");
      out.append(p(BODY));
    }
    assertThat(captions(tenK(out.toString())))
        .containsExactly("1. " + CAPTIONS.get(0), "2. " + CAPTIONS.get(1), "3. " + CAPTIONS.get(2));
  }

  @Test
  void readsBulletedCaptionsInItalics() throws IOException {
    StringBuilder out = new StringBuilder();
    for (String caption : CAPTIONS) {
      out.append("<table><tr><td>&#149;</td><td><i>" + caption + "</i></td></tr></table>");
      out.append(p(BODY)).append("<ul><li>soda;</li><li>lime; and</li><li>ash.</li></ul>");
    }
    assertThat(captions(tenK(out.toString()))).isEqualTo(CAPTIONS);
  }

  @Test
  void takesPlainTextForBodyEvenWhereCaptionsAreLonger() throws IOException {
    StringBuilder out = new StringBuilder();
    List<String> captions =
        CAPTIONS.stream()
            .map(c -> c.replace(".", ", which could harm our standing with those who buy soap."))
            .toList();
    captions.forEach(c -> out.append(bold(c)).append(p("Our mill is old, and it leaks.")));
    assertThat(captions(tenK(out.toString()))).isEqualTo(captions);
  }

  @Test
  void partsCaptionAndBodyAtALineBreak() throws IOException {
    String risks =
        CAPTIONS.stream().map(c -> p("<b>" + c + "</b><br>" + BODY)).collect(Collectors.joining());
    assertThat(captions(tenK(risks))).isEqualTo(CAPTIONS);
  }

  @Test
  void partsACaptionFromAShortBodyInTheNextCell() throws IOException {
    StringBuilder out = new StringBuilder();
    for (String caption : CAPTIONS) {
      out.append("<table><tr><td><b>" + caption + "</b></td>");
      out.append("<td>Our mill is old and it leaks, and nobody can mend it now.</td></tr></table>");
    }
    assertThat(captions(tenK(out.toString()))).isEqualTo(CAPTIONS);
  }

  @Test
  void readsACaptionWithAWordThatIsNotMarked() throws IOException {
    StringBuilder out = new StringBuilder();
    for (String caption : CAPTIONS) {
      int a = caption.indexOf(' ', 8);
      int b = caption.indexOf(' ', a + 1);
      out.append(
          p(
              "<b>"
                  + caption.substring(0, a)
                  + "</b>"
                  + caption.substring(a, b)
                  + "<b>"
                  + caption.substring(b)
                  + "</b>"));
      out.append(p("Our mill is old, and it leaks."));
    }
    assertThat(captions(tenK(out.toString()))).isEqualTo(CAPTIONS);
  }

  @Test
  void readsCaptionsThatAStyleSheetMarks() throws IOException {
    StringBuilder out = new StringBuilder();
    for (String caption : CAPTIONS) {
      out.append("<p class='text'><span class='c2 lead'>" + caption + "</span> " + BODY + "</p>");
      out.append(p(BODY));
    }
    RiskSection section =
        read(
            "<html><head><style>/* set */ p.text, td { margin:0 } .c1{color:red}\n"
                + "span.lead{font-style:italic}\n.c2 { FONT-WEIGHT: bold }</style></head><body>"
                + bold("Item 1A. Risk Factors")
                + out
                + bold("Item 2. Properties")
                + "</body></html>");
    assertThat(captions(section)).isEqualTo(CAPTIONS);
  }

  @Test
  void readsPlainTextWithABlankLineBehindEachLine() throws IOException {
    String wrapped = BODY.replaceAll("(.{30,44}) ", "$1\n\n");
    StringBuilder out = new StringBuilder("FORM 10-K\n\n\nItem 1A. Risk Factors\n\n\n");
    for (String caption : CAPTIONS) {
      out.append(caption).append("\n\n\n");
      for (int i = 0; i < 3; i++) {
        out.append("     ").append(wrapped).append("\n\n\n");
      }
    }
    RiskSection.Present section =
        (RiskSection.Present) read(out + "Item 2. Properties\n\n\nNone.\n");
    // Nothing but their sense sets captions off here; what counts is that lines are joined.
    String body = String.join("\n\n", BODY, BODY, BODY);
    assertThat(section.text())
        .isEqualTo(
            CAPTIONS.stream().map(c -> c + "\n\n" + body).collect(Collectors.joining("\n\n")));
  }

  @Test
  void doesNotEndATitledSectionAtAGroupBehindItsSummary() throws IOException {
    String bullets = "<ul><li>We may lose our only mill.</li><li>Lye may be dear.</li></ul>";
    RiskSection section =
        read(
            "<html><body>"
                + p("FORM 10-K")
                + bold("Risk Factors")
                + bold("Summary of Risk Factors")
                + p("<i>Risks of Our Mills</i>")
                + bullets
                + p("<i>Risks of Our Lye</i>")
                + bullets
                + bold("Strategy and Competition")
                + risks()
                + bold("Operations")
                + risks()
                + bold("Properties")
                + p(BODY));
    assertThat(captions(section)).hasSize(6);
  }

  @Test
  void takesTextBehindAPageMarkForThatOfTheRiskBefore() throws IOException {
    String indented = "\n      We make soap of lye and tallow, and " + BODY + "\n";
    RiskSection section =
        read(
            "<html><body><pre>\nFORM 10-K\n\nItem 1A. Risk Factors\n"
                + indented
                + indented
                + "\n                     -7-\n<PAGE>\n\n"
                + BODY
                + "\n"
                + indented
                + "\nItem 2. Properties\n\nNone.\n</pre></body></html>");
    assertThat(section.risks()).extracting(r -> r.paragraphs().size()).containsExactly(1, 2, 1);
  }

  @Test
  void readsCaptionsThatOnlyALetterInFrontMarks() throws IOException {
    StringBuilder out = new StringBuilder();
    char letter = 'a';
    for (String caption : CAPTIONS) {
      out.append(p("(" + letter++ + ") " + caption)).append(p(BODY)).append(p(BODY));
    }
    assertThat(captions(tenK(out.toString())))
        .containsExactly(
            "(a) " + CAPTIONS.get(0), "(b) " + CAPTIONS.get(1), "(c) " + CAPTIONS.get(2));
  }

  @Test
  void readsCenteredHeadingsInPlainTextWithoutBlankLinesInFront() throws IOException {
    String paragraph = "     " + BODY.replaceAll("(.{50,68}) ", "$1\n") + "\n";
    StringBuilder out = new StringBuilder("FORM 10-K\n\nItem 1A. Risk Factors\n\n");
    for (String group : List.of("Risks of Our Mills", "Risks of Our Lye")) {
      out.append(" ".repeat(26)).append(group).append("\n\n");
      CAPTIONS.forEach(c -> out.append("\n" + c + "\n\n").append(paragraph.repeat(2)));
    }
    RiskSection section = read(out + "\nItem 2. Properties\n\nNone.\n");
    assertThat(groups(section))
        .containsExactly(List.of("Risks of Our Mills"), List.of("Risks of Our Lye"));
  }

  @Test
  void doesNotTakeAGroupForTheSectionThatItStandsIn() throws IOException {
    RiskSection section =
        read(
            "<html><body>"
                + p("FORM 10-K")
                + bold("Risk Factors")
                + p(BODY)
                + "<center><b>BUSINESS RISKS</b></center>"
                + "<p><b><u>Risks of Our Mills</u></b></p>"
                + risks().replace("<i>", "").replace("</i>", "").repeat(4)
                + bold("Item 2. Properties")
                + p("None."));
    assertThat(section.evidence()).isEqualTo("Risk Factors");
    assertThat(captions(section)).hasSize(12);
  }

  @Test
  void takesMarkedTitlesOverUnmarkedCaptionsForGroups() throws IOException {
    StringBuilder out = new StringBuilder();
    List<String> captions = new ArrayList<>();
    for (String topic : List.of("Strategy and Competition", "Operations", "Our Common Stock")) {
      out.append(bold(topic));
      for (String caption : CAPTIONS) {
        captions.add(caption.replace(".", " because of " + topic.toLowerCase(Locale.ROOT) + "."));
        out.append(p(captions.getLast())).append(p(BODY).repeat(3));
      }
    }
    RiskSection section = tenK(out.toString());
    assertThat(captions(section)).isEqualTo(captions);
    assertThat(groups(section))
        .containsExactly(
            List.of("Strategy and Competition"),
            List.of("Operations"),
            List.of("Our Common Stock"));
  }

  @Test
  void readsAHeadingThatIsRunInByItsType() throws IOException {
    RiskSection section =
        read(
            "<DOCUMENT>\n<TYPE>20-F\n<TEXT>\n<html><body>"
                + bold("Item 3. Key Information")
                + bold("C. Reasons for the Offer and Use of Proceeds")
                + p("<b>D. Risk Factors.</b> Our soap is subject to these risks.")
                + risks()
                + bold("Item 4. Information on the Company")
                + p(BODY));
    assertThat(section.method()).isEqualTo("item-heading");
    assertThat(captions(section)).isEqualTo(CAPTIONS);
  }

  @Test
  void partsALargeCaptionFromItsBodyAtALineBreak() throws IOException {
    StringBuilder out = new StringBuilder();
    for (String caption : CAPTIONS) {
      String large = "<span style='font-size:14pt'>" + caption + "</span><br>";
      out.append("<p style='font-size:10pt'>" + large + BODY + "</p>");
      out.append("<p style='font-size:10pt'>" + BODY + "</p>");
    }
    assertThat(captions(tenK(out.toString()))).isEqualTo(CAPTIONS);
    assertThat(tenK(out.toString()).risks().get(0).captioned()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not-required | This item does not apply to smaller reporting companies.",
        "not-required | We use the scaled disclosure open to a smaller reporting company.",
        "not-required | We are a smaller reporting company. No disclosure is required.",
        "no-material-changes | We do not believe that there have been material changes.",
        "present | One buyer takes half of our soap, and it is not required to take any from us.",
      })
  void readsWhatAShortSectionSaysInOtherWords(String status, String text) throws IOException {
    assertThat(tenK(p(text)).status().id()).isEqualTo(status);
  }

  @Test
  void readsARunInCaptionWithAWordThatIsSetUpright() throws IOException {
    StringBuilder out = new StringBuilder();
    for (String caption : CAPTIONS) {
      int a = caption.indexOf(' ', 8);
      int b = caption.indexOf(' ', a + 1);
      String lead =
          "<i>"
              + caption.substring(0, a)
              + "</i>"
              + caption.substring(a, b)
              + "<i>"
              + caption.substring(b)
              + "</i> ";
      out.append(p(lead + BODY)).append(p(BODY));
    }
    assertThat(captions(tenK(out.toString()))).isEqualTo(CAPTIONS);
  }

  @Test
  void opensNoSectionAtAHeadingThatContinues() throws IOException {
    RiskSection section =
        tenK(
            "Risk Factors",
            risks().repeat(2) + p("Item 1A. Risk Factors (continued)") + risks().repeat(4));
    assertThat(captions(section)).hasSize(18);
  }

  @Test
  void readsNumberedCaptionsOfPlainTextBySense() throws IOException {
    StringBuilder out = new StringBuilder("FORM 10-K\n\nItem 1A. Risk Factors\n\n");
    int n = 0;
    for (String caption : CAPTIONS) {
      out.append(" " + ++n + ".  ").append(caption.replace("lye.", "lye, made by\n     a rival."));
      out.append("\n\n").append(BODY).append("\n\n").append(BODY).append("\n\n");
    }
    RiskSection section = read(out + "Item 2. Properties\n\nNone.\n");
    assertThat(captions(section))
        .containsExactly(
            "1. " + CAPTIONS.get(0),
            "2. " + CAPTIONS.get(1),
            "3. We depend on one supplier of lye, made by a rival.");
  }

  @Test
  void takesItemNumbersAtTheTopOfPagesForNoRunningHeads() throws IOException {
    StringBuilder out = new StringBuilder("<html><body>" + p("FORM 10-K"));
    for (String item : List.of("Item 7A.", "Item 9A.", "Item 9B.", "Item 1A.")) {
      String title = item.equals("Item 1A.") ? "Risk Factors" : "Soap and Lye " + item.charAt(5);
      out.append(p("12")).append("<hr>").append(p(item)).append(p(title)).append(p(BODY));
    }
    RiskSection section = read(out + risks() + p("Item 2.") + p("Properties") + p("None."));
    assertThat(section.evidence()).isEqualTo("Item 1A. Risk Factors");
    assertThat(section.method()).isEqualTo("item-heading");
  }
}
