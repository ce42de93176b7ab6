package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCommandTest {
  private static final String BUNDLED = "corpora/filings/";
  private static final String CANDLES = BUNDLED + "wexmoor-candle-works_10-K_2012.htm";
  private static final String IMAGING = BUNDLED + "ostrellan-imaging_10-K_2022.htm";
  private static final String MARKETS = BUNDLED + "kestwick-farm-markets_10-K_2007.txt";

  /** What a spreadsheet program, a browser or a reader of Markdown would run. */
  private static final List<String> HOSTILE =
      List.of(
          "=HYPERLINK(\"http://x\") may cost us buyers.",
          "+1 may be what our rivals bid.",
          "@SUM(A1) may fail.",
          "-2+3 may not be what we earn.",
          "<script>alert(1)</script> may harm our site.",
          "<img src=x onerror=alert(1)> may harm it too.",
          "Some *star* [link](http://y) | `code` may mislead.");

  private static final String MARKUP = "\"Quote\" & <b>Sons</b>, 'Inc.'";
  private static final String FORMULA = "=HYPERLINK(0)";

  @TempDir Path folder;
  private String index = "";

  @BeforeEach
  void name() {
    index = folder.resolve("index").toString();
  }

  private void index(String... paths) {
    CommandRun run = run("index", Stream.of(paths));
    assertThat(run.code()).as(run.err()).isZero();
  }

  private CommandRun report(String... args) {
    return run("report", Stream.of(args));
  }

  private CommandRun run(String command, Stream<String> args) {
    return CommandRun.of(
        Stream.concat(Stream.of(command, "--index", index), args).toArray(String[]::new));
  }

  private Path written(String name, String... args) {
    Path file = folder.resolve(name);
    CommandRun run =
        report(
            Stream.concat(
                    Stream.of(args), Stream.of("--date", "2026-01-31", "--output", file.toString()))
                .toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("written to " + file + "\n");
    return file;
  }

  private JsonNode json(String... args) throws IOException {
    CommandRun run =
        report(
            Stream.concat(Stream.of(args), Stream.of("--format", "json")).toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  private static List<String> column(JsonNode report, String table, String column) {
    return StreamSupport.stream(report.path(table).spliterator(), false)
        .map(row -> row.get(column).asText())
        .toList();
  }

  // ------------------------------------------------------------------------- hostile filings

  /** Two years of a company and one of another, so that there are changes, years and companies. */
  private void indexHostile() throws IOException {
    Path filings = folder.resolve("filings");
    for (int year : new int[] {2022, 2023}) {
      InventedSubmission filing = InventedSubmission.number(year).of(MARKUP).cik("77").year(year);
      for (int i = 0; i < HOSTILE.size(); i++) {
        String text =
            year == 2022
                ? "It happened in May and cost us a harvest that no one had insured at all."
                : "Nothing of the kind is known to us, but what is rumored is bad for sales.";
        filing.risk(Entities.escape(HOSTILE.get(i)), "Case " + i + " is told here. " + text);
      }
      filing.write(filings.resolve(year + " \"quoted\" <img src=x onerror=alert(1)>.txt"));
    }
    InventedSubmission.number(3)
        .of(FORMULA)
        .cik("78")
        .risk("Frost may spoil our crops.", "A frost in May would leave us with little to sell.")
        .risk("Our pier may fall.", "It is old, and no one insures it against storms.")
        .write(filings.resolve("=1+1.txt"));
    index(filings.toString());
  }

  @Test
  void jsonHasWhatTheFilingsSay() throws IOException {
    indexHostile();
    JsonNode report = json("--all");
    assertThat(column(report, "risks", "caption")).containsAll(HOSTILE);
    assertThat(column(report, "changes", "caption")).containsAnyElementsOf(HOSTILE);
    assertThat(column(report, "filings", "company")).containsOnly(MARKUP, FORMULA);
    assertThat(column(report, "filings", "path"))
        .anyMatch(path -> path.endsWith("2022 \"quoted\" <img src=x onerror=alert(1)>.txt"));
  }

  @Test
  void aPageShowsMarkupOfFilingsAsText() throws IOException {
    indexHostile();
    String html = Files.readString(written("report.html", "--all"));
    Document page = Jsoup.parse(html);
    assertThat(page.select("img, iframe, object, embed, link, base, form, [src], [srcset]"))
        .isEmpty();
    assertThat(page.select("[href]")).allMatch(link -> link.attr("href").startsWith("#"));
    assertThat(page.getAllElements())
        .allMatch(
            element ->
                element.attributes().asList().stream()
                    .noneMatch(attribute -> attribute.getKey().startsWith("on")));
    assertThat(page.select("script")).noneMatch(script -> script.data().contains("alert"));
    assertThat(page.select("b")).noneMatch(bold -> bold.text().equals("Sons"));
    assertThat(html).contains("default-src 'none'");
    // Not all of them are listed, but those that changed are, and they all did.
    assertThat(page.body().text()).contains(HOSTILE).contains(MARKUP).contains(FORMULA);
  }

  @Test
  void markdownShowsMarkupOfFilingsAsText() throws IOException {
    indexHostile();
    String markdown = Files.readString(written("report.md", "--all"));
    assertThat(markdown).doesNotContainPattern("(?<!\\\\)<[a-zA-Z/!]");
    assertThat(markdown).doesNotContainPattern("(?<!\\\\)\\]\\(http");
    assertThat(markdown.replaceAll("\\\\(?=[\\p{Punct}])", "")).contains(HOSTILE).contains(MARKUP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"risks", "changes", "quotes", "filings", "panel", "companies"})
  void noCellOfCsvIsRunAsAFormula(String table) throws IOException {
    indexHostile();
    List<String> cells = new ArrayList<>();
    csv(written("table.csv", "--all", "--table", table)).forEach(row -> row.forEach(cells::add));
    assertThat(cells).noneMatch(cell -> cell.matches("(?s)\\s*[=+@-].*"));
    assertThat(cells).contains(MARKUP);
    // Only one of the companies has a filing before, and its risks are the longer ones.
    if (!table.equals("changes") && !table.equals("quotes")) {
      assertThat(cells).contains("'" + FORMULA);
    }
    if (table.equals("risks")) {
      for (String caption : HOSTILE) {
        assertThat(cells).contains(caption.matches("[=+@-].*") ? "'" + caption : caption);
      }
    }
  }

  private static List<CSVRecord> csv(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return CSVFormat.RFC4180.parse(reader).getRecords();
    }
  }

  @Test
  void noCellOfAWorkbookIsAFormulaOrALink() throws IOException {
    indexHostile();
    List<String> texts = new ArrayList<>();
    try (XSSFWorkbook workbook = workbook(written("report.xlsx", "--all"))) {
      for (Sheet sheet : workbook) {
        assertThat(sheet.getHyperlinkList()).as("links of %s", sheet.getSheetName()).isEmpty();
        for (Row row : sheet) {
          for (Cell cell : row) {
            assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
            if (cell.getCellType() == CellType.STRING) {
              texts.add(cell.getStringCellValue());
            }
          }
        }
      }
      assertThat(cells(workbook, "risks", "Caption")).containsAll(HOSTILE);
    }
    assertThat(texts).contains(MARKUP, FORMULA).contains(HOSTILE.toArray(String[]::new));
  }

  private static XSSFWorkbook workbook(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new XSSFWorkbook(in);
    }
  }

  private static List<String> cells(XSSFWorkbook workbook, String table, String column) {
    Sheet sheet = workbook.getSheet(table);
    for (Cell head : sheet.getRow(0)) {
      if (head.getStringCellValue().equals(column)) {
        return Stream.iterate(1, i -> i <= sheet.getLastRowNum(), i -> i + 1)
            .map(i -> sheet.getRow(i).getCell(head.getColumnIndex()).getStringCellValue())
            .toList();
      }
    }
    throw new AssertionError("no column " + column);
  }

  @Test
  void theTerminalIsSentNoControlCharacters() throws IOException {
    Path file =
        InventedSubmission.number(1)
            .risk("Red &#27;[31m ink may run \u001b[2J out.", "We print with it \u0007 daily.")
            .risk("Our pier may fall.", "It is old, and no one insures it against storms.")
            .write(folder.resolve("control.txt"));
    CommandRun run = report(file.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f\\x7f]");
    CommandRun quotes = report(file.toString(), "--format", "csv", "--table", "quotes");
    assertThat(quotes.out()).contains("ink may run");
  }

  // -------------------------------------------------------------------------- the same twice

  @Test
  void theSameFilingsAndDateGiveTheSameBytes() throws IOException {
    List<String> endings = List.of("xlsx", "html", "md", "csv", "json", "txt");
    index(BUNDLED);
    for (String ending : endings) {
      written("first." + ending, "--all");
    }
    // Another index of the same filings, made later.
    index = folder.resolve("again").resolve("index").toString();
    Files.createDirectories(Path.of(index).getParent());
    index(BUNDLED);
    for (String ending : endings) {
      assertThat(written("second." + ending, "--all"))
          .as(ending)
          .isNotEmptyFile()
          .hasSameBinaryContentAs(folder.resolve("first." + ending));
    }
  }

  @Test
  void csvAndWorkbooksHoldTheTablesOfTheJson() throws IOException {
    index(BUNDLED);
    JsonNode report = json("--all");
    try (XSSFWorkbook workbook = workbook(written("report.xlsx", "--all"))) {
      for (Map.Entry<String, JsonNode> table : report.properties()) {
        String id = table.getKey();
        if (!table.getValue().isArray() || List.of("notes", "figures", "sources").contains(id)) {
          continue;
        }
        List<CSVRecord> csv = csv(written("table.csv", "--all", "--table", id));
        List<String> columns = new ArrayList<>();
        table.getValue().get(0).fieldNames().forEachRemaining(columns::add);
        assertThat(csv.getFirst().toList()).as(id).isEqualTo(columns);
        assertThat(csv).as(id).hasSize(table.getValue().size() + 1);
        assertThat(workbook.getSheet(id).getLastRowNum()).as(id).isEqualTo(table.getValue().size());
      }
    }
  }

  @Test
  void theTableOfATextFileIsThatOfTheTerminal() throws IOException {
    CommandRun run = report(IMAGING, "--date", "2026-01-31");
    assertThat(run.out())
        .startsWith("Risk factors of Ostrellan Imaging, Inc., 10-K, 2022-06-30\n")
        .contains("19 risks");
    assertThat(Files.readString(written("report.txt", IMAGING))).isEqualTo(run.out());
  }

  @Test
  void theDateIsTheOneThatIsGiven() throws IOException {
    assertThat(json(IMAGING, "--date", "2026-01-31").get("date").asText()).isEqualTo("2026-01-31");
    assertThat(Files.readString(written("report.html", IMAGING))).contains("2026-01-31");
    assertThat(Files.readString(written("report.md", IMAGING))).contains("2026-01-31");
  }

  // ------------------------------------------------------------------------------ wrong usage

  private void assertRefused(int code, String message, String... args) {
    CommandRun run = report(args);
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.err()).contains(message);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithARequest() {
    index(MARKETS, IMAGING);
    assertRefused(
        ExitCode.USAGE, "name a filing, or choose filings from the index; choose by --company");
    assertRefused(ExitCode.USAGE, "cannot be combined with named filings", IMAGING, "--all");
    assertRefused(
        ExitCode.USAGE, "cannot be combined with named filings", IMAGING, "--company", "x");
    assertRefused(ExitCode.USAGE, "give --before with one FILING", "--all", "--before", IMAGING);
    assertRefused(
        ExitCode.USAGE, "give --before with one FILING", IMAGING, MARKETS, "--before", CANDLES);
    assertRefused(
        ExitCode.USAGE,
        "--format takes table, html, markdown, csv, json or xlsx, not pdf",
        IMAGING,
        "--format",
        "pdf");
    String pdf = folder.resolve("report.pdf").toString();
    assertRefused(
        ExitCode.USAGE,
        "--output must end in .txt, .html, .md, .csv, .json or .xlsx, not " + pdf,
        IMAGING,
        "--output",
        pdf);
    assertThat(Path.of(pdf)).doesNotExist();
    assertRefused(ExitCode.USAGE, "xlsx needs an output file", IMAGING, "--format", "xlsx");
    assertRefused(
        ExitCode.USAGE,
        "--date takes a date such as 2024-06-30, not 2024-13-01",
        IMAGING,
        "--date",
        "2024-13-01");
    assertRefused(ExitCode.NOTHING_DONE, "no filing in the index matches", "--company", "nobody");
    assertRefused(ExitCode.NOTHING_DONE, "no filing 0009900001-99-000031", "0009900001-99-000031");
  }

  @Test
  void saysThatPeersOrAnIndexAreNotThere() {
    assertRefused(ExitCode.NOTHING_DONE, "no index in " + index, "--all");
    assertRefused(ExitCode.NOTHING_DONE, "no index in " + index, IMAGING, "--peers", "nobody");
    index(MARKETS, IMAGING);
    assertThat(report(IMAGING, "--peers", "nobody").err()).contains("company nobody in " + index);
    assertThat(report(IMAGING, "--peers", "sic:99*").err())
        .contains("peer sic:99*: no other company of industry 99* in " + index);
  }

  @Test
  void listsTheTablesThatThereAre() {
    CommandRun run = report(IMAGING, "--table", "nope");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .contains("--table", "no table nope")
        .contains("categories", "families", "named", "quotes", "filings", "panel", "risks")
        .doesNotContain("peers", "changes");
  }

  @Test
  void theTablesThatItListsAreThoseOfTheManual() throws IOException {
    String manual = Files.readString(Path.of("docs", "reports.md"));
    String listed = report(IMAGING, "--table", "nope").err().strip().replaceFirst(".* has ", "");
    assertThat(listed.split(", ")).allMatch(id -> manual.contains("`" + id + "`"));
  }

  @Test
  void neverOverwritesAFilingThatItReads() throws IOException {
    Path file = Files.copy(Path.of(IMAGING), folder.resolve("filing.html"));
    assertRefused(
        ExitCode.USAGE,
        "is an input of this command",
        file.toString(),
        "--output",
        file.toString());
    assertThat(file).hasSameBinaryContentAs(Path.of(IMAGING));
  }

  // ------------------------------------------------------------------------------------ peers

  private List<String> companies(String peers) throws IOException {
    return column(json(MARKETS, "--peers", peers), "companies", "filing");
  }

  @Test
  void findsPeersByNameTickerKeyFileAndAccessionNumber() throws IOException {
    index(BUNDLED);
    String markets = "0009900002-08-000009";
    // Of the three annual reports the one of 2022 is nearest to the year 2008.
    String imaging = ExtractedFiling.read(List.of(IMAGING)).getFirst().id();
    assertThat(companies("ostrellan")).containsExactlyInAnyOrder(markets, imaging);
    assertThat(companies("OSLN")).containsExactlyInAnyOrder(markets, imaging);
    assertThat(companies("osln")).containsExactlyInAnyOrder(markets, imaging);
    assertThat(companies("9900001")).containsExactlyInAnyOrder(markets, imaging);
    assertThat(companies("0009900001")).containsExactlyInAnyOrder(markets, imaging);
    assertThat(companies("0009900001-23-000031"))
        .containsExactlyInAnyOrder(markets, "0009900001-23-000031");
    assertThat(companies(IMAGING + ",0009900101-00-000017"))
        .containsExactlyInAnyOrder(markets, imaging, "0009900101-00-000017");
    assertThat(companies("sic:35*")).containsExactlyInAnyOrder(markets, "0009900101-00-000017");
  }

  @Test
  void anUndatedFilingIsNotTheNearestInTime() throws IOException {
    index(BUNDLED);
    // The prospectus of 2002 states no date; those of 2003 and 2004 do.
    assertThat(companies("verrowave")).contains("0009900102-04-000034");
  }

  @Test
  void peersOfTheIndustryAreItsOtherCompanies() throws IOException {
    Path filings = folder.resolve("filings");
    for (int i = 1; i <= 4; i++) {
      Path file =
          InventedSubmission.number(i)
              .of("GROCER " + i)
              .cik(String.valueOf(i))
              .risk("Frost may spoil our crops.", "A frost in May would leave little to sell.")
              .risk("Our pier may fall.", "It is old, and no one insures it against storms.")
              .write(filings.resolve(i + ".txt"));
      String code = i == 4 ? "RADIO [4812]" : "GROCERY [5411]";
      Files.writeString(
          file,
          Files.readString(file)
              .replace(
                  "CENTRAL INDEX KEY:",
                  "STANDARD INDUSTRIAL CLASSIFICATION:\t" + code + "\n\t\tCENTRAL INDEX KEY:"));
    }
    index(filings.toString());
    String filing = "0009900102-23-000001";
    JsonNode report = json(filing, "--peers", "sic");
    assertThat(column(report, "companies", "company"))
        .containsExactlyInAnyOrder("GROCER 1", "GROCER 2", "GROCER 3");
    assertThat(column(report, "filings", "filing")).containsExactly(filing);
    assertThat(column(json(filing, "--peers", "sic:48*"), "companies", "company"))
        .containsExactlyInAnyOrder("GROCER 1", "GROCER 4");
  }

  // ----------------------------------------------------------------- filings that do not count

  @Test
  void listsAFilingWithoutRisksWithItsStatus() throws IOException {
    JsonNode report = json(CANDLES);
    assertThat(column(report, "without", "status")).containsExactly("not-required");
    assertThat(column(report, "without", "path")).containsExactly(CANDLES);
    assertThat(column(report, "without", "evidence").getFirst())
        .startsWith("We are a smaller reporting company");
    assertThat(report.path("filings")).isEmpty();
    assertThat(report(CANDLES).out()).contains("WEXMOOR CANDLE WORKS").contains("1 not-required");
    for (String ending : List.of("html", "md", "csv")) {
      assertThat(Files.readString(written("report." + ending, CANDLES)))
          .as(ending)
          .contains("not-required");
    }
    assertThat(written("report.xlsx", CANDLES)).isNotEmptyFile();
  }

  @Test
  void givesTheRightReasonWhyBoilerplateIsNotMeasured() throws IOException {
    assertThat(column(json(IMAGING), "sources", "value"))
        .anyMatch(value -> value.contains("at least four companies"));
    assertThat(column(json(CANDLES), "sources", "value"))
        .as("one filing is not too many to read")
        .noneMatch(value -> value.contains("300"));
  }

  private Path copyOfImaging() throws IOException {
    // Another file: its bytes differ, and so does its digest.
    return Files.writeString(
        folder.resolve("copy.htm"), Files.readString(Path.of(IMAGING)) + "<!-- copy -->\n");
  }

  @Test
  void listsACopyAndDoesNotCountIt() throws IOException {
    index(IMAGING, copyOfImaging().toString());
    JsonNode report = json("--all");
    assertThat(column(report, "filings", "risks")).containsExactly("19");
    assertThat(report.get("risks")).hasSize(19);
    assertThat(column(report, "without", "status")).containsExactly("copy");
    assertThat(Stream.of("filings", "without").flatMap(t -> column(report, t, "path").stream()))
        .containsExactlyInAnyOrder(IMAGING, copyOfImaging().toString());
  }

  @Test
  void aCopyIsNeitherQuotedNorCountedWithWhatIsNamed() throws IOException {
    index(IMAGING, copyOfImaging().toString());
    JsonNode report = json("--all");
    assertThat(column(report, "quotes", "filing"))
        .doesNotContainAnyElementsOf(column(report, "without", "filing"));
    assertThat(column(report, "named", "risks")).isEqualTo(column(json(IMAGING), "named", "risks"));
  }

  @Test
  void listsACopyAmongFilesThatAreNamed() throws IOException {
    JsonNode report = json(IMAGING, copyOfImaging().toString());
    assertThat(report.get("risks")).hasSize(19);
    assertThat(column(report, "without", "status")).containsExactly("copy");
  }

  @Test
  void headsWithTheNewRisksThatItLists() throws IOException {
    Path index = folder.resolve("index");
    Path filings = folder.resolve("filings");
    for (int i = 0; i < 4; i++) {
      InventedSubmission s =
          InventedSubmission.number(i)
              .year(2020 + i / 2)
              .form(i % 2 == 0 ? "10-K" : "10-Q")
              .risk("Frost may spoil our harvest.", "A frost would leave us with little to sell.");
      if (i == 3) {
        s.risk("A new tariff may cost us much.", "We send half of our apples over the border.");
      }
      s.write(filings.resolve(i + ".txt"));
    }
    CommandRun.of("index", filings.toString(), "--index", index.toString());
    CommandRun run = CommandRun.of("report", "--all", "--index", index.toString());
    assertThat(run.out())
        .containsPattern("0 new risks · 0 dropped risks · 1\\s+new in 10-Qs")
        .contains("new (1 risk)");
  }

  @Test
  void saysWhatIsComparedOverYears() throws IOException {
    Path index = folder.resolve("index");
    Path filings = folder.resolve("filings");
    write(filings, 1, "9900601", 2012);
    write(filings, 2, "9900601", 2020);
    write(filings, 3, "9900602", 2011);
    CommandRun.of("index", filings.toString(), "--index", index.toString());
    CommandRun run =
        CommandRun.of(
            "report",
            "--cik",
            "9900601",
            "--year",
            "2019",
            "--peers",
            "9900602",
            "--index",
            index.toString());
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("1 compared with a filing more than 15 months older")
        .contains("Peers whose filing is more than 15 months apart: KESTWICK");
    assertThat(CommandRun.of("measures", "--index", index.toString()).err())
        .contains("warning: 1 of 1 pair more than 15 months apart, up to 8.0 years");
  }

  @Test
  void goesOnWithoutAPeerThatNothingGoesBy() throws IOException {
    Path index = folder.resolve("index");
    Path filings = folder.resolve("filings");
    write(filings, 1, "9900601", 2020);
    write(filings, 2, "9900602", 2020);
    CommandRun.of("index", filings.toString(), "--index", index.toString());
    CommandRun run =
        CommandRun.of(
            "report",
            "--cik",
            "9900601",
            "--peers",
            "nosuch,9900602",
            "--format",
            "markdown",
            "--index",
            index.toString());
    assertThat(run.code()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.err())
        .startsWith("caveat report: peer nosuch: no file, filing or other company");
    assertThat(run.out()).contains("## Compared with peers").contains("Peers not found: nosuch");
    CommandRun none = CommandRun.of("report", "--peers", "nosuch", "--index", index.toString());
    assertThat(none.code()).isEqualTo(ExitCode.NOTHING_DONE);
  }

  private static void write(Path filings, int number, String cik, int year) throws IOException {
    InventedSubmission.number(number)
        .cik(cik)
        .of("KESTWICK " + cik)
        .year(year)
        .risk("Frost may spoil harvest " + number + ".", "It would leave us with little to sell.")
        .write(filings.resolve(number + ".txt"));
  }
}
