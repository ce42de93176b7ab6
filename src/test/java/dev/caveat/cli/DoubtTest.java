package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caveat.Caveat;
import dev.caveat.classify.CategoryModel;
import dev.caveat.index.InventedFiling;
import dev.caveat.index.RiskIndexWriter;
import dev.caveat.index.Tagging;
import dev.caveat.model.Warning;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filings that a person should look at, wherever something rests on them. */
class DoubtTest {
  private static final String WORST = "0000007001-23-000003";
  private static final String ODD = "0000007001-23-000002";
  private static final Warning ONE_RISK = new Warning("one-risk-only", "only one risk was found");
  private static final Warning LONG =
      new Warning("long-risk", "a risk has 9,000 words, so captions may be missed");

  @TempDir Path folder;
  private Path index = Path.of("");

  @BeforeEach
  void write() throws IOException {
    index = folder.resolve("index");
    try (RiskIndexWriter writer = RiskIndexWriter.open(index)) {
      writer.add(
          InventedFiling.number(1)
              .filed("2021-03-01")
              .risk("Kilns may crack.", "They are old.")
              .doubt(0.98)
              .build());
      writer.add(
          InventedFiling.number(2)
              .filed("2022-03-01")
              .risk("Kilns may crack.", "They are older now.")
              .doubt(0.9, LONG)
              .build());
      writer.add(
          InventedFiling.number(3)
              .filed("2023-03-01")
              .risk("Kilns may crack.", "Two cracked.")
              .in("EX-13 (annual.htm)")
              .doubt(0.3199, ONE_RISK)
              .build());
    }
  }

  private CommandRun run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--index", index.toString()));
    CommandRun run = CommandRun.of(all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void statusCountsThemAndListsTheWorstFirstWithReasonsAndNextStep() throws IOException {
    assertThat(run("status").out())
        .contains("2 filings to review: caveat status --doubtful --index " + index);
    assertThat(json(run("status", "--format", "json").out()).get("doubtful").asInt()).isEqualTo(2);
    assertThat(run("status", "--doubtful").out())
        .startsWith("2 filings to review in " + index)
        .containsSubsequence(
            "Brennick Jetmark Inc · 10-K · 2023-01-01 · " + WORST,
            "present; only one risk was found; confidence 0.31",
            "caveat outline " + WORST + " --index " + index,
            ODD,
            "a risk has 9,000 words, so captions may be missed; confidence 0.90");
  }

  @Test
  void statusListsThemForProgramsOneALine() throws IOException {
    List<String> lines = run("status", "--doubtful", "--format", "json").out().lines().toList();
    assertThat(lines).hasSize(2);
    JsonNode worst = json(lines.getFirst());
    assertThat(worst.get("id").asText()).isEqualTo(WORST);
    assertThat(worst.get("confidence").asDouble()).isEqualTo(0.319);
    assertThat(worst.at("/warnings/0/code").asText()).isEqualTo("one-risk-only");
    assertThat(worst.at("/warnings/0/message").asText()).isEqualTo("only one risk was found");
    assertThat(worst.get("document").asText()).isEqualTo("EX-13 (annual.htm)");
    assertThat(worst.get("next").asText()).startsWith("caveat outline " + WORST);
    assertThat(run("status", "--doubtful", "--year", "2020").out())
        .isEqualTo("no filings to review in " + index + "\n");
  }

  @Test
  void aHitCarriesTheDoubtOfItsFiling() throws IOException {
    JsonNode found =
        json(run("search", "kilns", "--sort", "date", "--format", "json").out()).get("hits");
    assertThat(found.at("/0/filing/confidence").asDouble()).isEqualTo(0.319);
    assertThat(found.at("/0/filing/warnings/0/code").asText()).isEqualTo("one-risk-only");
    assertThat(found.at("/2/filing/confidence").asDouble()).isEqualTo(0.98);
    assertThat(found.at("/2/filing/warnings").size()).isZero();
    assertThat(run("search", "kilns").out())
        .contains("doubtful filing: only one risk was found; confidence 0.31")
        .containsOnlyOnce("confidence 0.90")
        .doesNotContain("confidence 0.98");
  }

  @Test
  void filtersChooseDoubtfulFilingsOrTheOthers() throws IOException {
    assertThat(json(run("search", "kilns", "--doubtful", "--format", "json").out()).get("total"))
        .hasToString("2");
    assertThat(json(run("search", "kilns", "--sure", "--format", "json").out()).get("total"))
        .hasToString("1");
    assertThat(run("status", "--sure").out()).startsWith("1 filing, 1 risk");
    CommandRun both = CommandRun.of("search", "--doubtful", "--sure", "--index", index.toString());
    assertThat(both.code()).isEqualTo(ExitCode.USAGE);
    assertThat(both.err()).contains("use --doubtful or --sure, not both");
  }

  @Test
  void aComparisonSaysThatASideIsDoubtfulInEveryFormat() throws IOException {
    String note =
        "The new side is doubtful, so check it before you rely on this comparison: only one risk was found;"
            + " confidence 0.31.";
    String was =
        "The old side is doubtful, so check it before you rely on this comparison: a risk has 9,000";
    for (String format : List.of("table", "markdown", "html", "json")) {
      String text = run("compare", ODD, WORST, "--format", format).out().replaceAll("\\s+", " ");
      assertThat(text).as(format).contains(note.substring(0, 40)).contains(was.substring(0, 40));
    }
    JsonNode json = json(run("compare", ODD, WORST, "--format", "json").out());
    assertThat(json.get("notes").toString()).contains(note).contains(was);
    assertThat(json.at("/new/confidence").asDouble()).isEqualTo(0.319);
    assertThat(json.at("/old/warnings/0/code").asText()).isEqualTo("long-risk");
    Path word = folder.resolve("redline.docx");
    run("compare", ODD, WORST, "--output", word.toString());
    try (ZipFile zip = new ZipFile(word.toFile());
        InputStream document = zip.getInputStream(zip.getEntry("word/document.xml"))) {
      assertThat(new String(document.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .contains(note);
    }
  }

  @Test
  void aReportSaysWhichFilingsItRestsOnAreDoubtfulInEveryFormat() throws IOException {
    String first =
        "2 of 3 filings behind this report are doubtful; check them before you rely on the"
            + " figures.";
    String worst =
        "Brennick Jetmark Inc, 10-K, 2023-01-01 ("
            + WORST
            + "): only one risk was found; confidence 0.31.";
    JsonNode notes = json(run("report", "--all", "--format", "json").out()).get("notes");
    assertThat(notes.get(0).asText()).isEqualTo(first);
    assertThat(notes.get(1).asText()).isEqualTo(worst);
    assertThat(notes.size()).isEqualTo(3);
    assertThat(run("report", "--all", "--format", "html").out()).contains(first).contains(worst);
    assertThat(run("report", "--all", "--format", "markdown").out()).contains("> " + first);
    assertThat(run("report", "--all").out().replaceAll("\\s+", " ")).contains("note: " + first);
    Path workbook = folder.resolve("report.xlsx");
    run("report", "--all", "--output", workbook.toString());
    List<String> about = new ArrayList<>();
    try (XSSFWorkbook read = new XSSFWorkbook(Files.newInputStream(workbook))) {
      for (Row row : read.getSheet("about")) {
        about.add(row.getCell(0).getStringCellValue() + ": " + row.getCell(1).getStringCellValue());
      }
    }
    assertThat(about).contains("Note: " + first, "Note: " + worst);
  }

  @Test
  void aReportOnOneFilingTellsOfTheDoubtfulOneItIsComparedWith() throws IOException {
    JsonNode notes = json(run("report", "0000007001-23-000001", "--format", "json").out());
    assertThat(notes.get("notes")).isEmpty();
    notes = json(run("report", "0000007001-23-000001", "--before", ODD, "--format", "json").out());
    assertThat(notes.at("/notes/0").asText()).startsWith("1 of 2 filings behind this report is");
  }

  @Test
  void showTellsTheDoubtsOfAFiling() throws IOException {
    assertThat(run("show", WORST).out())
        .containsSubsequence(
            "in EX-13 (annual.htm)",
            "confidence: 0.31",
            "warning: only one risk was found (one-risk-only)",
            "1  Kilns may crack.");
    JsonNode risk = json(run("show", WORST + "#1", "--format", "json").out());
    assertThat(risk.at("/filing/warnings/0/code").asText()).isEqualTo("one-risk-only");
  }

  @Test
  void aLabelLeavesDoubtsAsTheyAre() throws IOException {
    run("label", WORST + "#1", "tax");
    JsonNode worst =
        json(
            run("status", "--doubtful", "--format", "json")
                .out()
                .lines()
                .findFirst()
                .orElseThrow());
    assertThat(worst.get("confidence").asDouble()).isEqualTo(0.319);
    assertThat(worst.get("document").asText()).isEqualTo("EX-13 (annual.htm)");
  }

  @Test
  void indexEndsWithTheNumberOfFilingsToLookAt() throws IOException {
    Path cut =
        InventedSubmission.number(1)
            .risk("Hail may fall.", "It did.")
            .write(folder.resolve("cut.txt"));
    String text = Files.readString(cut);
    Files.writeString(cut, text.substring(0, text.indexOf("<p>None.")));
    Path other = folder.resolve("other");
    CommandRun run = CommandRun.of("index", "--index", other.toString(), cut.toString());
    assertThat(run.out())
        .endsWith("1 filing to review: caveat status --doubtful --index " + other + "\n");
    assertThat(CommandRun.of("extract", "--outline", cut.toString()).out())
        .contains("warning: the submission ends before its main document does")
        .contains("(cut-off)");
  }

  @Test
  void aSectionMuchShorterThanTheYearBeforeIsToBeLookedAtOnceBothAreIndexed() throws IOException {
    Path filings = folder.resolve("filings");
    Path other = folder.resolve("other");
    yearly(2020, 9).write(filings.resolve("2020.txt"));
    yearly(2022, 9).write(filings.resolve("2022.txt"));
    assertThat(CommandRun.of("index", "--index", other.toString(), filings.toString()).out())
        .doesNotContain("to review");
    yearly(2021, 2).write(filings.resolve("2021.txt"));
    CommandRun run = CommandRun.of("index", "--index", other.toString(), filings.toString());
    assertThat(run.out()).contains("1 filing to review");
    String listed =
        CommandRun.of("status", "--doubtful", "--format", "json", "--index", other.toString())
            .out();
    assertThat(json(listed).at("/period").asText()).isEqualTo("2020-12-31");
    assertThat(json(listed).at("/warnings/0/code").asText())
        .isEqualTo("length-far-from-filing-before");
    assertThat(json(listed).at("/warnings/0/message").asText())
        .matches(
            "the previous filing \\(0009900102-20-000001, 2019-12-31\\) has [\\d,]+ words of risk"
                + " factors, this one [\\d,]+");

    yearly(2021, 9).write(filings.resolve("2021.txt"));
    run = CommandRun.of("index", "--index", other.toString(), filings.toString());
    assertThat(run.out()).contains("1 filing indexed").doesNotContain("to review");
  }

  @Test
  void aRemovedFilingIsNoLongerWhatTheNextOneIsMeasuredBy() throws IOException {
    Path other = folder.resolve("other");
    for (int year = 2020; year <= 2022; year++) {
      yearly(year, year == 2021 ? 2 : 9).write(folder.resolve("filings/" + year + ".txt"));
    }
    CommandRun.of("index", "--index", other.toString(), folder.resolve("filings").toString());
    assertThat(doubtful(other)).contains("the previous filing (0009900102-20-000001");
    CommandRun.of("remove", yearly(2020, 9).accession(), "--index", other.toString());
    assertThat(doubtful(other)).contains("the previous filing (0009900102-21-000001");
    CommandRun.of("remove", yearly(2021, 2).accession(), "--index", other.toString());
    assertThat(doubtful(other)).isEmpty();
  }

  @Test
  void aRunThatDiedBeforeItComparedFilingsIsMadeGoodByTheNext() throws IOException {
    Path filings = folder.resolve("filings");
    Path other = folder.resolve("other");
    yearly(2020, 9).write(filings.resolve("2020.txt"));
    yearly(2021, 2).write(filings.resolve("2021.txt"));
    CategoryModel model = CategoryModel.bundled();
    try (RiskIndexWriter died =
        RiskIndexWriter.open(other, new Tagging(model.taxonomy(), model.name()))) {
      for (Path file : List.of(filings.resolve("2020.txt"), filings.resolve("2021.txt"))) {
        died.add(Caveat.extract(file));
      }
    }
    assertThat(doubtful(other)).isEmpty();
    CommandRun again = CommandRun.of("index", "--index", other.toString(), filings.toString());
    assertThat(again.out()).contains("2 unchanged");
    assertThat(doubtful(other)).contains("the previous filing (0009900102-20-000001");
  }

  private static String doubtful(Path index) {
    return CommandRun.of("status", "--doubtful", "--format", "json", "--index", index.toString())
        .out();
  }

  private static InventedSubmission yearly(int year, int risks) {
    InventedSubmission filing = InventedSubmission.number(1).year(year);
    for (int i = 1; i <= risks; i++) {
      filing.risk(
          "Storm number " + i + " may close our stores.",
          "When it comes, our stores along the coast lose a day of sales. ".repeat(20));
    }
    return filing;
  }
}
