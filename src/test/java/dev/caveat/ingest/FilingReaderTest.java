package dev.caveat.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caveat.model.Block;
import dev.caveat.model.Exhibit;
import dev.caveat.model.Filing;
import dev.caveat.model.Warning;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class FilingReaderTest {
  private static final String SUBMISSION =
      """
      <SEC-DOCUMENT>0009900777-24-000003.txt : 20240229
      <SEC-HEADER>0009900777-24-000003.hdr.sgml : 20240229
      ACCESSION NUMBER:\t\t0009900777-24-000003
      CONFORMED SUBMISSION TYPE:\t10-K
      CONFORMED PERIOD OF REPORT:\t20231231
      FILED AS OF DATE:\t\t20240229

      FILER:
      \tCOMPANY DATA:
      \t\tCOMPANY CONFORMED NAME:\t\tTALLOWMERE HOLDINGS INC
      \t\tCENTRAL INDEX KEY:\t\t0009900777
      \t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tSOAP & DETERGENTS [2840]

      FILER:
      \tCOMPANY DATA:
      \t\tCOMPANY CONFORMED NAME:\t\tTALLOWMERE OPERATING LP
      \t\tCENTRAL INDEX KEY:\t\t0009900778
      </SEC-HEADER>
      <DOCUMENT>
      <TYPE>EX-99
      <TEXT>
      Not this one.
      </TEXT>
      </DOCUMENT>
      <DOCUMENT>
      <TYPE>10-K
      <TEXT>
      <html><body><p>The annual report.</p></body></html>
      </TEXT>
      </DOCUMENT>
      <DOCUMENT>
      <TYPE>GRAPHIC
      <TEXT>
      begin 644 logo.jpg
      M_]C_X``02D9)1@`!`0$`8`!@``#_VP!#``H'!P@'!@H("`@+"@H+#A@0#@T-
      end
      </TEXT>
      </DOCUMENT>
      """;

  private static Filing read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Filing read(byte[] bytes) throws IOException {
    return FilingReader.read("test", new ByteArrayInputStream(bytes), Limits.defaults());
  }

  private static List<String> texts(String source) throws IOException {
    return read(source).blocks().stream().map(Block::text).toList();
  }

  private static Block only(String html) throws IOException {
    List<Block> blocks = read("<html><body>" + html + "</body></html>").blocks();
    assertThat(blocks).hasSize(1);
    return blocks.get(0);
  }

  @Test
  void readsTheFactsOfTheFirstFilerFromTheHeader() throws IOException {
    var facts = read(SUBMISSION).facts();
    assertThat(facts.accession()).isEqualTo("0009900777-24-000003");
    assertThat(facts.company()).isEqualTo("TALLOWMERE HOLDINGS INC");
    assertThat(facts.cik()).isEqualTo("9900777");
    assertThat(facts.form()).isEqualTo("10-K");
    assertThat(facts.sic()).isEqualTo("2840");
    assertThat(facts.filed()).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(facts.period()).isEqualTo(LocalDate.of(2023, 12, 31));
  }

  @Test
  void readsTheDocumentOfTheSubmissionsOwnTypeAndNoOther() throws IOException {
    assertThat(texts(SUBMISSION)).containsExactly("The annual report.");
  }

  @Test
  void readsTheIssuerAndNotTheReportingOwner() throws IOException {
    String text =
        """
        <SUBMISSION>
        <ACCESSION-NUMBER>0009900777-24-000009
        <TYPE>4
        <REPORTING-OWNER>
        <CONFORMED-NAME>PELLOW ANN
        <CIK>0009900999
        </REPORTING-OWNER>
        <ISSUER>
        <CONFORMED-NAME>TALLOWMERE HOLDINGS INC
        <CIK>0009900777
        </ISSUER>
        <DOCUMENT>
        <TYPE>4
        <TEXT>
        <XML><ownershipDocument><documentType>4</documentType></ownershipDocument></XML>
        </TEXT>
        </DOCUMENT>
        """;
    assertThat(read(text).facts().company()).isEqualTo("TALLOWMERE HOLDINGS INC");
    assertThat(read(text).facts().cik()).isEqualTo("9900777");
  }

  @Test
  void warnsWhereTheMainDocumentHasNoEnd() throws IOException {
    Filing filing = read(SUBMISSION.substring(0, SUBMISSION.indexOf("report.</p>")));
    assertThat(filing.warnings()).hasSize(1).first().asString().contains("may be truncated");
  }

  @Test
  void warnsWhereAHeaderHasNoDocument() throws IOException {
    Filing filing = read(SUBMISSION.substring(0, SUBMISSION.indexOf("<DOCUMENT>")));
    assertThat(filing.warnings()).anyMatch(w -> w.code().equals("cut-off"));
    assertThat(filing.facts().accession()).isEqualTo("0009900777-24-000003");
  }

  @Test
  void tellsWindows1252FromUtf8() throws IOException {
    String quoted = "<p>the Company’s “plan” – 5€</p>";
    assertThat(read(quoted.getBytes(Charset.forName("windows-1252"))).blocks().get(0).text())
        .isEqualTo("the Company’s “plan” – 5€");
    assertThat(read(quoted).blocks().get(0).text()).isEqualTo("the Company’s “plan” – 5€");
  }

  @Test
  void readsControlCharactersAsTheWindows1252TheyWere() throws IOException {
    assertThat(texts("<p>the Company\u0092s \u0093plan\u0094 &#151; yes</p>"))
        .containsExactly("the Company’s “plan” — yes");
  }

  @Test
  void takesTaggedFactsFromTheHiddenHeaderButNotItsText() throws IOException {
    Filing filing =
        read(
            """
            <?xml version="1.0"?><html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"><body>
            <div style="display:none"><ix:header><ix:hidden>
            <ix:nonNumeric name="dei:EntityCentralIndexKey" contextRef="c">0009900777</ix:nonNumeric>
            <ix:nonNumeric name="dei:DocumentType" contextRef="c">10-K</ix:nonNumeric>
            </ix:hidden></ix:header></div>
            <p>For the year ended <ix:nonNumeric name="dei:DocumentPeriodEndDate" contextRef="c">June
            30, 2024</ix:nonNumeric></p>
            <p><ix:nonNumeric name="dei:TradingSymbol" contextRef="c">tlwm</ix:nonNumeric></p>
            </body></html>
            """);
    assertThat(filing.facts().cik()).isEqualTo("9900777");
    assertThat(filing.facts().form()).isEqualTo("10-K");
    assertThat(filing.facts().period()).isEqualTo(LocalDate.of(2024, 6, 30));
    assertThat(filing.facts().ticker()).isEqualTo("TLWM");
    assertThat(filing.blocks()).extracting(Block::text).doesNotContain("0009900777", "10-K");
  }

  @Test
  void readsFactsOffTheCoverPage() throws IOException {
    var facts =
        read("""
                <html><body><p>FORM 10-K/A</p><p>For the fiscal year ended December 31, 2006</p>
                <p>Kestle &amp; Rowe, Inc.</p>
                <p>(Exact name of registrant as specified in its charter)</p></body></html>
                """)
            .facts();
    assertThat(facts.form()).isEqualTo("10-K/A");
    assertThat(facts.company()).isEqualTo("Kestle & Rowe, Inc.");
    assertThat(facts.period()).isEqualTo(LocalDate.of(2006, 12, 31));
  }

  @Test
  void keepsTheLookOfABlock() throws IOException {
    Block block =
        only(
            "<p align=center style='margin-left:24pt'><font size=3 color='#0000ff'><b><i>We may"
                + " fail.</i></b></font></p>");
    assertThat(block.style().bold()).isTrue();
    assertThat(block.style().italic()).isTrue();
    assertThat(block.style().color()).isEqualTo(0x0000FF);
    assertThat(block.style().size()).isEqualTo(120);
    assertThat(block.centered()).isTrue();
    assertThat(block.indent()).isEqualTo(24);
    assertThat(block.uniform()).isTrue();
  }

  @Test
  void measuresARunInCaptionWithTheFullStopBehindIt() throws IOException {
    Block block = only("<p><b>We may fail</b>. Our plans are many.</p>");
    assertThat(block.text().substring(0, block.lead())).isEqualTo("We may fail.");
  }

  @Test
  void takesABoldCaptionWithOneWordInItalicsAsOne() throws IOException {
    assertThat(only("<p><b>If <i>Tallow</i> fails, we fail.</b></p>").uniform()).isTrue();
  }

  @Test
  void takesASentenceInCapitalsForARunInCaption() throws IOException {
    Block block = only("<p>WE DEPEND ON ONE MILL. The mill stands in Ghent.</p>");
    assertThat(block.text().substring(0, block.lead())).isEqualTo("WE DEPEND ON ONE MILL.");
  }

  @Test
  void joinsABulletInItsOwnCellWithItsText() throws IOException {
    Block block = only("<table><tr><td>&#149;</td><td>lost orders;</td></tr></table>");
    assertThat(block.kind()).isEqualTo(Block.Kind.LIST_ITEM);
    assertThat(block.text()).isEqualTo("• lost orders;");
  }

  @Test
  void readsALayoutTableCellByCellAndATableOfFiguresRowByRow() throws IOException {
    String prose = "The mill stands in Ghent, where floods are frequent. ".repeat(4).strip();
    List<Block> blocks =
        read("<html><table><tr><td><b>We depend on one mill.</b></td><td>"
                + prose
                + "</td></tr><tr><td>Texas</td><td>15%</td></tr></table></html>")
            .blocks();
    assertThat(blocks)
        .extracting(Block::text)
        .containsExactly("We depend on one mill.", prose, "Texas\t15%");
    assertThat(blocks.get(2).kind()).isEqualTo(Block.Kind.TABLE_ROW);
  }

  @Test
  void takesEverySpaceAndSeparatorOfUnicodeForABlank() throws IOException {
    for (String blank : List.of("\u1680", "\u2028", "\u2029", "\u205F", "\u3000")) {
      assertThat(texts("<p>One.</p><p>" + blank + "</p><p>T" + blank + "wo.</p>"))
          .as("U+%04x", (int) blank.charAt(0))
          .containsExactly("One.", "T wo.");
      assertThat(texts("One.\n\n" + blank.repeat(3) + "\n\nTwo.")).containsExactly("One.", "Two.");
    }
  }

  @Test
  void partsParagraphsAtTwoLineBreaksAndNotAtOne() throws IOException {
    assertThat(texts("<html><body>ITEM 1A.<br>RISK FACTORS<br><br>We may fail.</body></html>"))
        .containsExactly("ITEM 1A. RISK FACTORS", "We may fail.");
  }

  @Test
  void marksTheBlockBehindAPageBreak() throws IOException {
    List<Block> blocks =
        read("<html><p>One</p><hr style='page-break-after:always'><p>Two</p></html>").blocks();
    assertThat(blocks).extracting(Block::pageBreak).containsExactly(false, true);
  }

  @Test
  void leavesOutWhatIsNotDisplayed() throws IOException {
    assertThat(texts("<html><p style='display:none'>Hidden</p><p>Shown</p></html>"))
        .containsExactly("Shown");
  }

  @Test
  void saysWhereABlockStandsInTheDocument() throws IOException {
    String html = "<html><body><p>One</p><p>Two</p></body></html>";
    Block two = read(html).blocks().get(1);
    assertThat(html.substring(two.start(), two.end())).isEqualTo("Two");
  }

  @Test
  void joinsHardWrappedLinesAndKeepsHyphens() throws IOException {
    assertThat(
            texts("We depend on third-\nparty makers of\nsoap.\n\nCOMPETITION\n\nMany compete.\n"))
        .containsExactly(
            "We depend on third-party makers of soap.", "COMPETITION", "Many compete.");
  }

  @Test
  void readsTabbedRowsEscapedDollarsAndLeftOverTags() throws IOException {
    assertThat(texts("<u>Risk Factors</u>\t5\n\nWe owe \\$5 million.\n\n• one;\n• two.\n"))
        .containsExactly("Risk Factors\t5", "We owe $5 million.", "• one;", "• two.");
  }

  @Test
  void takesARuleBelowALineForAnUnderline() throws IOException {
    Block block = read("Risk factors\n------------\n\nText follows here.\n").blocks().get(0);
    assertThat(block.style().underline()).isTrue();
  }

  @Test
  void findsParagraphsByTheirShortLastLinesWhereNoLineIsBlank() throws IOException {
    StringBuilder text = new StringBuilder();
    String line = "the soap that we make is boiled in kettles of copper and of steel for days";
    for (int i = 0; i < 30; i++) {
      text.append("We boil and boil and boil, and all of the time there is somebody who asks\n");
      text.append(line).append('\n').append("until it is done.\n");
    }
    text.append(
        "Our kettles are old.\nThe oldest is of 1902 and has been mended often, and when it\n");
    List<String> blocks = texts(text.toString());
    assertThat(blocks).hasSize(32);
    assertThat(blocks.get(0)).startsWith("We boil").endsWith("until it is done.");
    assertThat(blocks.get(30)).isEqualTo("Our kettles are old.");
  }

  @Test
  void readsPlainTextInsideHtml() throws IOException {
    String text = "<html><pre>RISK FACTORS\n\nWe may fail in\nmany ways.\n</pre></html>";
    assertThat(texts(text)).containsExactly("RISK FACTORS", "We may fail in many ways.");
  }

  @Test
  void namesWhatIsNoFiling() {
    assertThatThrownBy(() -> read(new byte[0]))
        .isInstanceOf(MalformedFilingException.class)
        .hasMessageContaining("empty");
    assertThatThrownBy(() -> read("%PDF-1.7")).hasMessageContaining("PDF");
    assertThatThrownBy(() -> read(new byte[] {1, 2, 3, 4, 5})).hasMessageContaining("binary");
  }

  @Test
  void refusesAMainDocumentOverTheLimitButSkipsLargeExhibits() throws IOException {
    Limits small = new Limits(20_000, 1 << 20, 10);
    String exhibits =
        "<DOCUMENT>\n<TYPE>GRAPHIC\n<TEXT>\n" + "M".repeat(50_000) + "\n</TEXT>\n</DOCUMENT>";
    byte[] submission = (SUBMISSION + exhibits).getBytes(StandardCharsets.UTF_8);
    assertThat(FilingReader.read("s", new ByteArrayInputStream(submission), small).blocks())
        .hasSize(1);
    byte[] large = "word ".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> FilingReader.read("l", new ByteArrayInputStream(large), small))
        .isInstanceOf(MalformedFilingException.class)
        .hasMessageContaining("larger than");
  }

  @Test
  void survivesNestingOfAnyDepth() throws IOException {
    String deep = "<html>" + "<div><b>".repeat(100_000) + "Text";
    assertThat(texts(deep)).containsExactly("Text");
    assertThat(texts("<html>" + "<table><tr><td>".repeat(20_000) + "Text")).containsExactly("Text");
  }

  @Test
  void takesTagsBrokenBehindTheirFirstCharacterForTags() throws IOException {
    String html = "<html><p>We sell < /P>< DIV ALIGN=center>soap</ DIV>< p x < 3 > y and 2 < 3.";
    List<Block> blocks = read(html).blocks();
    assertThat(blocks)
        .extracting(Block::text)
        .containsExactly("We sell", "soap", "< p x < 3 > y and 2 < 3.");
    Block soap = blocks.get(1);
    assertThat(html.substring(soap.start(), soap.end())).isEqualTo("soap");
    assertThat(texts("We sell< /DIV>\nsoap.\n")).containsExactly("We sell soap.");
  }

  @Test
  void partsNoWordAtABoxThatIsSetInLine() throws IOException {
    String word = "co<div style='font-weight:bold;display: inline;'>nn</div>ection";
    assertThat(texts("<html><div>In " + word + " with soap</div></html>"))
        .containsExactly("In connection with soap");
  }

  private static String document(String type, String name, String text) {
    return "<DOCUMENT>\n<TYPE>%s\n<SEQUENCE>9\n%s<TEXT>\n%s\n</TEXT>\n</DOCUMENT>\n"
        .formatted(type, name.isEmpty() ? "" : "<FILENAME>" + name + "\n", text);
  }

  private static final String ANNUAL_REPORT =
      "<SEC-HEADER>\nACCESSION NUMBER: 0009900777-97-000003\nCONFORMED SUBMISSION TYPE: 10-K405\n"
          + "</SEC-HEADER>\n"
          + document("EX-13", "", "CERTAIN RISK FACTORS\n\nOur one kiln may\nburn down.")
          + document("10-K405", "", "The annual report.")
          + document("EX-27", "fds.txt", "Figures.")
          + document("EX-99.1", "news.htm", "<html><p>We <b>may</b> fail.</p></html>")
          + document("EX-99.2", "a.pdf", "<PDF>\nbegin 644 a.pdf\nM_]C_X``02D9)1@`!`0$`8`!@``#");

  @Test
  void holdsTheExhibitsThatMayHoldRiskFactorsUnread() throws IOException {
    Filing filing = read(ANNUAL_REPORT);
    assertThat(filing.document()).isEqualTo(2);
    assertThat(filing.blocks()).extracting(Block::text).containsExactly("The annual report.");
    assertThat(filing.exhibits())
        .extracting(Exhibit::title)
        .containsExactly("EX-13", "EX-99.1 (news.htm)", "EX-99.2 (a.pdf)");
    assertThat(filing.exhibits()).extracting(Exhibit::number).containsExactly(1, 4, 5);
  }

  @Test
  void readsExhibitsLikeMainDocuments() throws IOException {
    List<Exhibit> exhibits = read(ANNUAL_REPORT).exhibits();
    assertThat(exhibits.get(0).blocks())
        .extracting(Block::text)
        .containsExactly("CERTAIN RISK FACTORS", "Our one kiln may burn down.");
    assertThat(exhibits.get(1).blocks()).extracting(Block::text).containsExactly("We may fail.");
    assertThat(exhibits.get(2).blocks()).isEmpty();
    assertThat(exhibits.get(0).blocks()).isEqualTo(exhibits.get(0).blocks());
  }

  @Test
  void leavesOutExhibitsThatLieBeyondTheLimitAndSaysSo() throws IOException {
    byte[] submission =
        (ANNUAL_REPORT + document("EX-99.3", "", "word ".repeat(9_000)))
            .getBytes(StandardCharsets.UTF_8);
    Limits small = new Limits(10_000, 1 << 20, 10);
    Filing filing = FilingReader.read("s", new ByteArrayInputStream(submission), small);
    assertThat(filing.exhibits()).extracting(Exhibit::type).doesNotContain("EX-99.3").hasSize(3);
    assertThat(filing.warnings()).extracting(Warning::code).containsExactly("exhibit-cut-off");
  }

  @Test
  void findsExhibitsWhereAToolTookTheTagsAway() throws IOException {
    String header = "ACCESSION NUMBER:\t0009900777-97-000003\nCONFORMED SUBMISSION TYPE:\t10-K\n";
    Filing named =
        read(header + "10-K\n1\nmain.txt\nThe report.\nEX-13\n2\nannual.txt\nOur kiln is old.\n");
    assertThat(named.blocks()).extracting(Block::text).containsExactly("The report.");
    assertThat(named.exhibits().getFirst().title()).isEqualTo("EX-13 (annual.txt)");
    assertThat(named.exhibits().getFirst().blocks())
        .extracting(Block::text)
        .containsExactly("Our kiln is old.");
    Filing nameless =
        read(header + "\nThe report.\n\nEX-13\n2\n\nOur kiln is old.\n\nEX-13\n45\n\nIndex.\n");
    assertThat(nameless.exhibits()).extracting(Exhibit::number).containsExactly(2);
    assertThat(nameless.exhibits().getFirst().blocks())
        .extracting(Block::text)
        .startsWith("Our kiln is old.");
  }

  @Test
  @Timeout(10)
  void findsManyDocumentsInTheOtherCaseInOnePass() throws IOException {
    String other = "<document>\n<type>EX-99\n<text>x\n".repeat(300_000);
    assertThat(texts(SUBMISSION + other)).containsExactly("The annual report.");
  }

  @Test
  void readsFramesWhoseTagsAreWrittenInAnyCase() throws IOException {
    String mixed =
        SUBMISSION
            .replace("DOCUMENT>", "Document>")
            .replace("<TYPE>", "<Type>")
            .replace("TEXT>", "teXT>");
    assertThat(texts(mixed)).containsExactly("The annual report.");
  }

  @Test
  void foldsEveryKindOfWhiteSpaceAndMakesNoBlockOfItAlone() throws IOException {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      if (Character.isWhitespace(c) && c > ' ') {
        String html = "<html><body><p>" + c + "</p><p>Tallow" + c + c + "burns.</p>";
        assertThat(texts(html)).as("U+%04X", (int) c).containsExactly("Tallow burns.");
      }
    }
  }

  @Test
  void refusesADocumentOfMoreBlocksThanAnyFilingHas() {
    assertThatThrownBy(() -> texts("<html><body>" + "<p>Tallow".repeat(250_001)))
        .isInstanceOf(MalformedFilingException.class)
        .hasMessage("the document has more than 250,000 paragraphs; a filing has far fewer");
    assertThatThrownBy(
            () -> texts("Tallow is sold by the bar\nand by the box.\n\n".repeat(250_001)))
        .isInstanceOf(MalformedFilingException.class);
  }
}
