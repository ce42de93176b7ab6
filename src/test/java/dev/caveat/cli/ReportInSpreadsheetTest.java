package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.PaneInformation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Workbooks as people meet them: opened by a spreadsheet program. */
@Tag("slow")
class ReportInSpreadsheetTest {
  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
  private static final String FORMULA = "=A1+B1";
  private static final String COMMAND = "+cmd|' /C calc'!A0 may harm us.";
  private static final String SUM = "@SUM(1) may not add up.";
  private static final String DEGREES = "-2 degrees may spoil our crops.";
  private static final Set<String> DATES = Set.of("period", "filed", "date", "before", "now");

  @TempDir static Path folder;
  private static Path workbook = Path.of("");
  private static JsonNode json = new ObjectMapper().nullNode();

  @BeforeAll
  static void write() throws IOException {
    Path formulas =
        InventedSubmission.number(1)
            .of(FORMULA)
            .risk(COMMAND, "It did on May 4, 2022, for $3 million.")
            .risk(SUM, "We cannot say why.")
            .risk(DEGREES, "A frost left us with little to sell.")
            .write(folder.resolve("formulas.txt"));
    String index = folder.resolve("index").toString();
    run("index", "--index", index, Path.of("corpora", "filings").toString(), formulas.toString());
    workbook = folder.resolve("report.xlsx");
    run("report", "--index", index, "--all", "--output", workbook.toString());
    json =
        new ObjectMapper()
            .readTree(run("report", "--index", index, "--all", "--format", "json").out());
  }

  private static CommandRun run(String... args) {
    CommandRun run = CommandRun.of(args);
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  /** The tables of the JSON by name, in order. */
  private static List<String> tables() {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    names.removeAll(List.of("title", "date", "notes", "figures", "sources"));
    return names;
  }

  @Test
  void hasAFilterAndAFrozenHeadOnEachSheet() throws IOException {
    try (XSSFWorkbook opened = new XSSFWorkbook(Files.newInputStream(workbook))) {
      assertThat(tables()).contains("categories", "changes", "panel", "risks", "without");
      for (String name : tables()) {
        XSSFSheet sheet = opened.getSheet(name);
        PaneInformation pane = sheet.getPaneInformation();
        assertThat(pane.isFreezePane()).as(name).isTrue();
        assertThat(pane.getHorizontalSplitPosition()).as(name).isEqualTo((short) 1);
        CellRangeAddress filter =
            CellRangeAddress.valueOf(sheet.getCTWorksheet().getAutoFilter().getRef());
        assertThat(filter.formatAsString())
            .as(name)
            .isEqualTo(
                new CellRangeAddress(
                        0, json.get(name).size(), 0, json.at("/" + name + "/0").size() - 1)
                    .formatAsString());
      }
    }
  }

  @Test
  void readsTheSameValuesInLibreOffice() throws Exception {
    Document opened = openedByLibreOffice();
    Map<String, List<List<Object>>> sheets = sheets(opened);
    List<List<Object>> about = new ArrayList<>();
    about.add(List.of("Report", json.get("title").asText()));
    about.add(List.of("Date", json.get("date").asText()));
    json.get("notes").forEach(note -> about.add(List.of("Note", note.asText())));
    about.addAll(values(json.get("figures")));
    about.addAll(values(json.get("sources")));
    Map<String, List<List<Object>>> expected = new LinkedHashMap<>();
    expected.put("about", about);
    tables().forEach(name -> expected.put(name, values(json.get(name))));
    assertThat(sheets.keySet()).containsExactlyElementsOf(expected.keySet());
    expected.forEach((name, rows) -> assertThat(sheets.get(name)).as(name).isEqualTo(rows));
    assertThat(elements(opened.getDocumentElement(), TABLE, "table-cell"))
        .extracting(cell -> cell.getAttributeNS(OFFICE, "value-type"))
        .as("shares are shown as such")
        .contains("percentage");
  }

  @Test
  void keepsTextsThatBeginLikeFormulas() throws IOException {
    try (XSSFWorkbook opened = new XSSFWorkbook(Files.newInputStream(workbook))) {
      List<String> texts = new ArrayList<>();
      for (Row row : opened.getSheet("risks")) {
        row.forEach(
            cell -> {
              if (cell.getCellType() == CellType.STRING) {
                texts.add(cell.getStringCellValue());
              }
            });
      }
      assertThat(texts).contains(FORMULA, COMMAND, SUM, DEGREES);
    }
  }

  @Test
  void hasARowARisk() throws IOException {
    int risks = json.get("filings").findValues("risks").stream().mapToInt(JsonNode::asInt).sum();
    try (XSSFWorkbook opened = new XSSFWorkbook(Files.newInputStream(workbook))) {
      assertThat(opened.getSheet("risks").getLastRowNum()).isEqualTo(risks).isGreaterThan(200);
    }
  }

  /** What the cells of a table are to hold: numbers, dates and texts; nothing is an empty text. */
  private static List<List<Object>> values(JsonNode table) {
    List<List<Object>> rows = new ArrayList<>();
    for (JsonNode object : table) {
      List<Object> row = new ArrayList<>();
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        JsonNode value = field.getValue();
        if (value.isNumber()) {
          row.add(value.doubleValue());
        } else if (DATES.contains(field.getKey()) && !value.isNull()) {
          row.add(LocalDate.parse(value.asText()));
        } else {
          row.add(value.isNull() ? "" : value.asText());
        }
      }
      trim(row);
      rows.add(row);
    }
    return rows;
  }

  private static Document openedByLibreOffice() throws Exception {
    Path flat = converted(workbook);
    if (!Files.exists(flat)) {
      Path plain = Files.writeString(folder.resolve("plain.csv"), "1,2\n");
      assumeTrue(Files.exists(converted(plain)), "a LibreOffice without Calc");
    }
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(flat.toFile());
  }

  /** The file that is there after LibreOffice has opened a table and written it down as XML. */
  private static Path converted(Path table) throws IOException, InterruptedException {
    Process office;
    try {
      office =
          new ProcessBuilder(
                  "soffice",
                  "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                  "--headless",
                  "--convert-to",
                  "fods",
                  "--outdir",
                  folder.toString(),
                  table.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
    } catch (IOException e) {
      return Assumptions.abort("no LibreOffice here");
    }
    boolean ended = office.waitFor(2, TimeUnit.MINUTES);
    office.destroyForcibly();
    assertThat(ended).isTrue();
    return folder.resolve(table.getFileName().toString().replaceFirst("\\.[a-z]+$", ".fods"));
  }

  /** The rows of each sheet that hold anything, without the titles of columns. */
  private static Map<String, List<List<Object>>> sheets(Document opened) {
    Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
    for (Element sheet : elements(opened.getDocumentElement(), TABLE, "table")) {
      String name = sheet.getAttributeNS(TABLE, "name");
      List<List<Object>> rows = new ArrayList<>();
      for (Element line : elements(sheet, TABLE, "table-row")) {
        List<Object> row = new ArrayList<>();
        for (Element cell : elements(line, TABLE, "table-cell")) {
          row.addAll(Collections.nCopies(times(cell, "number-columns-repeated"), value(cell)));
        }
        trim(row);
        if (!row.isEmpty()) {
          rows.addAll(Collections.nCopies(times(line, "number-rows-repeated"), row));
        }
      }
      sheets.put(name, name.equals("about") ? rows : rows.subList(1, rows.size()));
    }
    return sheets;
  }

  private static int times(Element repeated, String attribute) {
    String times = repeated.getAttributeNS(TABLE, attribute);
    return times.isEmpty() ? 1 : Integer.parseInt(times);
  }

  /** Empty cells at the end of a row are as good as none. */
  private static void trim(List<Object> row) {
    while (!row.isEmpty() && row.getLast().equals("")) {
      row.removeLast();
    }
  }

  private static List<Element> elements(Element in, String namespace, String name) {
    NodeList found = in.getElementsByTagNameNS(namespace, name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static Object value(Element cell) {
    assertThat(cell.hasAttributeNS(TABLE, "formula")).as(cell.getTextContent()).isFalse();
    return switch (cell.getAttributeNS(OFFICE, "value-type")) {
      case "float", "percentage" -> Double.valueOf(cell.getAttributeNS(OFFICE, "value"));
      case "date" -> LocalDate.parse(cell.getAttributeNS(OFFICE, "date-value"));
      default -> text(cell);
    };
  }

  /** A paragraph a line. */
  private static String text(Element cell) {
    return elements(cell, TEXT, "p").stream()
        .map(Element::getTextContent)
        .collect(Collectors.joining("\n"));
  }
}
