package dev.caveat.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.caveat.model.Filing;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.Warning;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CoverPageTest {
  private static Filing read(String path, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return FilingReader.read(path, new ByteArrayInputStream(bytes), Limits.defaults());
  }

  private static FilingFacts facts(String text) throws IOException {
    return read("test", text).facts();
  }

  /** Lines with a blank one between them, as a cover has them. */
  private static FilingFacts lines(String... lines) throws IOException {
    return facts(String.join("\n\n", lines));
  }

  private static FilingFacts seed(String name) throws IOException {
    Path file = Path.of("..", "shared", "filings", name);
    assumeTrue(Files.exists(file), "no real filings here");
    try (InputStream in = Files.newInputStream(file)) {
      return FilingReader.read(file.toString(), in, Limits.defaults()).facts();
    }
  }

  @Test
  void tellsTheSeedProspectusInFull() throws IOException {
    FilingFacts facts = seed("001_d511b9271daeeed4.txt");
    assertThat(facts.company()).isEqualToIgnoringCase("8x8, Inc.");
    assertThat(facts.form()).isEqualTo("PROSPECTUS");
    assertThat(facts.filed()).isEqualTo(LocalDate.of(2003, 12, 23));
    assertThat(facts.ticker()).isEqualTo("EGHT");
    assertThat(facts.period()).isNull();
  }

  @Test
  void tellsTheSeedPostEffectiveAmendmentInFull() throws IOException {
    FilingFacts facts = seed("003_5906993ad4691221.txt");
    assertThat(facts.company()).isEqualTo("8X8, INC.");
    assertThat(facts.form()).isEqualTo("POS AM");
    assertThat(facts.filed()).isEqualTo(LocalDate.of(2002, 12, 20));
  }

  @Test
  void tellsTheSeedStatementOfChangesInFull() throws IOException {
    FilingFacts facts = seed("004_2363192a0d9f57b4.txt");
    assertThat(facts.company()).isEqualTo("8X8 INC");
    assertThat(facts.form()).isEqualTo("4");
    assertThat(facts.ticker()).isEqualTo("EGHT");
    assertThat(facts.period()).isEqualTo(LocalDate.of(2003, 9, 17));
    assertThat(facts.filed()).isEqualTo(LocalDate.of(2003, 9, 18));
  }

  @Test
  void findsTheNameAboveAFileNumberThatStandsBetween() throws IOException {
    assertThat(
            lines(
                    "FORM 10-K",
                    "TALLOWMERE SOAP COMPANY",
                    "Commission File Number 1-9644",
                    "(Exact name of registrant as specified in its charter)")
                .company())
        .isEqualTo("TALLOWMERE SOAP COMPANY");
    assertThat(
            lines(
                    "FORM 10-K",
                    "For the fiscal year ended December 31, 1996 Commission file number 1-9644"
                        + " TALLOWMERE SOAP COMPANY (Exact name of registrant)")
                .company())
        .isEqualTo("TALLOWMERE SOAP COMPANY");
  }

  @Test
  void takesTheFirstOfSeveralRegistrantsAndNoLabel() throws IOException {
    String table =
        """
        <html><p>FORM 10-Q</p><p>For the quarterly period ended June 30, 2004</p><table>
        <tr><td>Commission<br>File Number</td><td>Registrant; State of Incorporation;<br>Address;
        and Telephone Number</td><td>IRS Employer<br>Identification No.</td></tr>
        <tr><td>1-99169</td><td>Orrinstead Power Corporation</td><td>99-2990190</td></tr>
        <tr><td></td><td>(An Illinois Corporation)</td></tr>
        <tr><td>1-99401</td><td>Lower Orrin Gas Company</td><td>99-0970240</td></tr>
        </table></html>
        """;
    assertThat(facts(table).company()).isEqualTo("Orrinstead Power Corporation");
    assertThat(
            facts(table.replace("Registrant; State of Incorporation;", "Exact Name of Registrant;"))
                .company())
        .isEqualTo("Orrinstead Power Corporation");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Commission File Number 1-9644
          State or Other Jurisdiction of
          Delaware
          An Illinois Corporation
          Sponsored by Quillstone Partners
          For the year ended March 1, 2003
          (Mark One)
          """)
  void takesNoOtherLineOfACoverForTheName(String line) throws IOException {
    assertThat(lines("FORM 10-K", line, "(Exact name of registrant)").company()).isNull();
  }

  @Test
  void readsNamesOfProxyStatementsAndSchedules() throws IOException {
    FilingFacts proxy =
        lines("SCHEDULE 14A", "Wexhollow Ferries Inc.", "(Name of Registrant as Specified)");
    assertThat(proxy.company()).isEqualTo("Wexhollow Ferries Inc.");
    assertThat(proxy.form()).isEqualTo("DEF 14A");
    FilingFacts holding =
        lines(
            "SCHEDULE 13G",
            "(Amendment No. 3)",
            "Wexhollow Ferries Inc.",
            "(Name of Issuer)",
            "December 31, 2023",
            "(Date of Event Which Requires Filing of this Statement)");
    assertThat(holding.form()).isEqualTo("SC 13G/A");
    assertThat(holding.company()).isEqualTo("Wexhollow Ferries Inc.");
    assertThat(holding.period()).isEqualTo(LocalDate.of(2023, 12, 31));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Date of Report (Date of earliest event reported): May 6, 2007    | 2007-05-06
          Date of report (Date of earliest event reported) May 6, 2007 (May 1, 2007) | 2007-05-01
          May 6, 2007 ~ Date of Report (Date of earliest event reported)   | 2007-05-06
          Date of Report: ~ May 6, 2007                                    | 2007-05-06
          Date of Report (Date of earliest event reported): 5/6/07         | 2007-05-06
          """)
  void readsTheDayOfTheEventAndNotTheQuarterThatIsReported(String lines, LocalDate expected)
      throws IOException {
    String cover = "FORM 8-K\n\nCURRENT REPORT\n\n" + lines.replace(" ~ ", "\n\n");
    String text = "\n\nResults for the quarter ended March 31, 2007 are attached.\n";
    assertThat(facts(cover + text).period()).isEqualTo(expected);
    assertThat(facts("FORM 8-K" + text).period()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FORM 10-K   | For the fiscal year ended December 28, 2003            | 2003-12-28
          FORM 10-K   | FOR THE YEAR ENDED 12/31/96                            | 1996-12-31
          FORM 20-F   | For the fiscal year ended 31 December 2003             | 2003-12-31
          FORM 10-KSB | For the fiscal year ended: Dec. 31, 1999               | 1999-12-31
          FORM 10-K   | For the transition period from May 1, 2003 to June 30, 2003 | 2003-06-30
          FORM 10-Q   | For the thirteen weeks ended August 2, 2003            | 2003-08-02
          """)
  void readsPeriodsAsCoversPrintThem(String form, String line, LocalDate expected)
      throws IOException {
    FilingFacts facts = lines(form, line, "Our year ended June 30, 2001 was a good one.");
    assertThat(facts.period()).isEqualTo(expected);
    assertThat(facts.form()).isEqualTo(form.substring(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The date of this prospectus is July 9, 2003                         | 2003-07-09
          Prospectus dated July 9, 2003                                       | 2003-07-09
          PROSPECTUS SUPPLEMENT NO. 2 dated July 9, 2003 ~ (to prospectus dated May 1, 2003) | 2003-07-09
          PROSPECTUS SUPPLEMENT ~ To Prospectus dated May 1, 2003             |
          SUBJECT TO COMPLETION, DATED JULY 9, 2003                           | 2003-07-09
          The date of this prospectus is July   , 2003                        |
          """)
  void takesTheDateOnAProspectusForTheDayOfFiling(String lines, LocalDate expected)
      throws IOException {
    FilingFacts facts = facts("PROSPECTUS\n\n" + lines.replace(" ~ ", "\n\n") + "\n\nMarl Inc.\n");
    assertThat(facts.filed()).isEqualTo(expected);
    assertThat(facts.form()).isEqualTo("PROSPECTUS");
    assertThat(facts.company()).isEqualTo("Marl Inc.");
    assertThat(facts("FORM 10-K\n\n" + lines.replace(" ~ ", "\n\n")).filed()).isNull();
  }

  @Test
  void readsWhenARegistrationStatementWasFiledOrSigned() throws IOException {
    String filed = "As filed with the Securities and Exchange Commission on March 4, 2011";
    String signed =
        "Pursuant to the Act the registrant has caused this statement to be signed on its behalf"
            + " by the undersigned in the City of Ghent on this 3rd day of March, 2011.";
    assertThat(lines(filed, "FORM S-1", signed).filed()).isEqualTo(LocalDate.of(2011, 3, 4));
    assertThat(lines("FORM S-1", signed).filed()).isEqualTo(LocalDate.of(2011, 3, 3));
    assertThat(lines("FORM 10-K", signed).filed()).isNull();
  }

  @Test
  void readsAmendmentsBesideTheTitleOnly() throws IOException {
    assertThat(lines("Amendment No. 2", "to", "FORM S-1").form()).isEqualTo("S-1/A");
    assertThat(lines("POST-EFFECTIVE AMENDMENT NO. 1", "TO FORM S-3").form()).isEqualTo("POS AM");
    assertThat(lines("FORM S-3", "If this form is a post-effective amendment, check.").form())
        .isEqualTo("S-3");
    assertThat(lines("FORM 10-K", "We signed Amendment No. 4 to our lease.").form())
        .isEqualTo("10-K");
  }

  @Test
  void takesNoFormThatAnotherDocumentIsFiledOn() throws IOException {
    FilingFacts facts = lines("Dear holders:", "Our Annual Report on Form 10-K for 2003 is here.");
    assertThat(facts.form()).isNull();
    assertThat(facts.period()).isNull();
  }

  @Test
  void readsTradingSymbols() throws IOException {
    assertThat(
            facts(
                    """
                    <html><p>FORM 10-K</p><table>
                    <tr><td>Title of each class</td><td>Trading Symbol(s)</td><td>Exchange</td></tr>
                    <tr><td>Common Stock, par value $.01</td><td>MRLQ</td><td>NYSE</td></tr>
                    <tr><td>2.0% Notes due 2031</td><td>MRLQ31</td><td>NYSE</td></tr>
                    </table></html>
                    """)
                .ticker())
        .isEqualTo("MRLQ");
    assertThat(
            lines("FORM S-3", "Our shares are listed on Nasdaq under the symbol “MRLQ.”").ticker())
        .isEqualTo("MRLQ");
    assertThat(lines("FORM S-3", "Shares of Ode Inc. trade under the symbol “ODEX.”").ticker())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2. Issuer Name and Ticker or Trading Symbol MARL INC /NV/ [mrlq]
          2. Issuer Name and Ticker or Trading Symbol ~ MARL INC (MRLQ)
          2. Issuer Name and Ticker or Trading Symbol MARL INC - MRLQ
          """)
  void readsIssuerAndSymbolOfOwnershipFormsInPlainText(String lines) throws IOException {
    FilingFacts facts =
        facts(
            "ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP\n\n"
                + lines.replace(" ~ ", "\n\n"));
    assertThat(facts.form()).isEqualTo("5");
    assertThat(facts.company()).isEqualTo("MARL INC");
    assertThat(facts.ticker()).isEqualTo("MRLQ");
  }

  @Test
  void readsFiscalYearAndItsEnd() throws IOException {
    assertThat(lines("FORM 10-K", "For the fiscal year ended April 30, 2003").fiscalYearEnd())
        .isEqualTo(MonthDay.of(4, 30));
    FilingFacts tagged =
        facts(
            """
            <html><body><ix:nonNumeric name="dei:DocumentFiscalYearFocus">2024</ix:nonNumeric>
            <ix:nonNumeric name="dei:CurrentFiscalYearEndDate">2/3</ix:nonNumeric></body></html>
            """);
    assertThat(tagged.fiscalYear()).isEqualTo(2024);
    assertThat(tagged.fiscalYearEnd()).isEqualTo(MonthDay.of(2, 3));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          a/10-K__0009900777-24-000123__main.htm, 0009900777-24-000123
          a/000990077724000123/main.htm,          0009900777-24-000123
          a.zip!000990077724000123.txt,           0009900777-24-000123
          000990077724000123/a/main.htm,
          a/202401020304050607.htm,
          """)
  void readsTheAccessionNumberInTheNearestPartsOfThePath(String path, String expected)
      throws IOException {
    assertThat(read(path, "FORM 10-K\n\nText.\n").facts().accession()).isEqualTo(expected);
  }

  @Test
  void doesNotTakeTheNumberOfTheFolderForAnExhibitInIt() throws IOException {
    String folder = "000990077724000123/";
    assertThat(read(folder + "ex99.htm", "Exhibit 99\n\nNews.\n").facts().accession()).isNull();
    String tagged = "<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\nNews.\n</TEXT>\n</DOCUMENT>\n";
    assertThat(read(folder + "ex99.htm", tagged).facts().accession()).isNull();
  }

  @Test
  void refusesWhatIsTooLongOrHoldsControlCharacters() throws IOException {
    String header = "<SEC-HEADER>\nACCESSION NUMBER: 0009900777-24-000003\n%s\n</SEC-HEADER>\n";
    String document = "<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nFORM 10-K\n</TEXT>\n</DOCUMENT>\n";
    Filing huge =
        read("t", header.formatted("COMPANY CONFORMED NAME: " + "M".repeat(30_000)) + document);
    assertThat(huge.facts().company()).isNull();
    assertThat(huge.warnings()).extracting(Warning::code).containsExactly("fact-refused");
    Filing escape =
        read("t", header.formatted("COMPANY CONFORMED NAME: MARL\u001b[31m INC") + document);
    assertThat(escape.facts().company()).isNull();
    assertThat(escape.warnings()).extracting(Warning::code).containsExactly("fact-refused");
    Filing printed = read("t", "FORM 10-K\n\n" + "M".repeat(30_000) + "\n\n(Exact name of it)\n");
    assertThat(printed.facts().company()).isNull();
    assertThat(printed.warnings()).extracting(Warning::code).containsExactly("fact-refused");
  }
}
