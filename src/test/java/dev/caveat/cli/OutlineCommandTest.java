package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person corrects how a filing was parted into risks. */
class OutlineCommandTest {
  private static final String HARVEST = "A late harvest may empty our shelves.";
  private static final String STORM = "A storm may close the coast road.";

  @TempDir Path folder;
  private Path index = Path.of("");
  private Path filing = Path.of("");
  private String id = "";

  @BeforeEach
  void index() throws IOException {
    index = folder.resolve("index");
    InventedSubmission submission =
        InventedSubmission.number(1)
            .risk(HARVEST, "Nine farms supply us with apples, and all of them stand in one valley.")
            .risk(
                STORM,
                "Our stores lie along it, so that no customer reaches them by any other way.")
            .risk("Rents may rise.", "We rent each store for three years, from one family.");
    id = submission.accession();
    filing = submission.write(folder.resolve("filings/1.txt"));
    assertThat(run("index", filing.toString()).code()).isZero();
  }

  private CommandRun run(String... args) {
    return with("", args);
  }

  private CommandRun with(String input, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--index", index.toString()));
    return CommandRun.on(Terminal.NONE, input, all.toArray(String[]::new));
  }

  private static JsonNode json(CommandRun run) throws IOException {
    assertThat(run.code()).as(run.err()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  private List<String> captions() throws IOException {
    List<String> captions = new ArrayList<>();
    json(run("show", id, "--format", "json"))
        .get("risks")
        .forEach(r -> captions.add(r.get("group") + " " + r.get("heading").asText()));
    return captions;
  }

  private String outline() {
    CommandRun run = run("outline", id);
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }

  private CommandRun apply(String edited) {
    return with(edited, "outline", id, "--apply", "-");
  }

  @Test
  void writesALineForEachBlockOfTheSectionAndSomeAround() {
    assertThat(outline())
        .startsWith(
            "# KESTWICK FARM MARKETS · 10-K · 2022-12-31 · " + filing + "\n# present: Item 1A.")
        .contains("caveat outline " + id + " --apply THIS-FILE --index " + index)
        .endsWith(
            """
            document 1
            -          FORM 10-K
            -          Item 1. Business
            -          We sell what farms grow, in nine stores that stand along the coast road.
            heading    Item 1A. Risk Factors
            caption    A late harvest may empty our shelves.
            body       Nine farms supply us with apples, and all of them stand in one valley.
            caption    A storm may close the coast road.
            body       Our stores lie along it, so that no customer reaches them by any other …
            caption    Rents may rise.
            body       We rent each store for three years, from one family.
            -          Item 1B. Unresolved Staff Comments
            -          None.
            -          Item 2. Properties
            -          We rent our stores.
            """);
  }

  @Test
  void aCorrectionWinsAndOutlivesTheIndexAndCanBeTakenBack() throws IOException {
    List<String> found = captions();
    String edited =
        outline()
            .replace("caption    A late", "group      A late")
            .replace("body       Nine farms", "run-in 6   Nine farms");
    CommandRun applied = apply(edited);
    assertThat(applied.code()).as(applied.err()).isZero();
    assertThat(applied.out()).isEqualTo(id + ": 3 risks, was 3 risks\n");
    List<String> corrected =
        List.of(
            "[\"" + HARVEST + "\"] Nine farms supply us with apples,",
            "[\"" + HARVEST + "\"] " + STORM,
            "[\"" + HARVEST + "\"] Rents may rise.");
    assertThat(captions()).isEqualTo(corrected);
    assertThat(outline()).contains("group      A late").contains("run-in 6   Nine farms");

    assertThat(run("index", filing.toString()).out()).contains("0 filings indexed", "1 unchanged");
    delete(index);
    assertThat(run("index", filing.toString()).out()).contains("1 filing indexed with 3 risks");
    assertThat(captions()).isEqualTo(corrected);
    JsonNode read = json(run("extract", "--no-annotate", filing.toString()));
    assertThat(read.at("/method").asText()).isEqualTo("corrected");
    assertThat(read.at("/evidence").asText()).isEqualTo("Item 1A. Risk Factors");
    assertThat(read.at("/confidence").asDouble()).isEqualTo(1);
    assertThat(read.at("/risks/0/text").asText())
        .isEqualTo("Nine farms supply us with apples,\n\nand all of them stand in one valley.");
    assertThat(CommandRun.of("extract", "--no-annotate", filing.toString()).out())
        .doesNotContain("corrected");

    assertThat(run("outline", "--list").out())
        .isEqualTo(id + "  3 risks  KESTWICK FARM MARKETS · 10-K · 2022-12-31 · " + filing + "\n");
    Path export = folder.resolve("export.tsv");
    assertThat(run("outline", "--export", export.toString()).code()).isZero();
    assertThat(Files.readString(export))
        .contains(id + "\t1\trun-in\t6\tNine farms supply us with apples, and all");
    assertThat(run("outline", id, "--reset").out()).contains(": 3 risks, was 3 risks");
    assertThat(captions()).isEqualTo(found);
    assertThat(run("outline", "--list").out()).isEmpty();
    assertThat(run("outline", id, "--reset").err()).contains("has no corrected outline");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Test
  void aRiskWithoutCaptionGoesOnAndClosingWordsAreOfNone() throws IOException {
    String edited =
        outline()
            .replace("caption    A late", "risk       A late")
            .replace("caption    A storm", "more       A storm")
            .replace("body       We rent each", "closing    We rent each");
    assertThat(apply(edited).out()).contains("2 risks, was 3 risks");
    JsonNode risks = json(run("extract", "--no-annotate", filing.toString())).get("risks");
    assertThat(risks.at("/0/heading").asText()).isEqualTo(HARVEST);
    assertThat(risks.at("/0/text").asText())
        .isEqualTo(
            HARVEST
                + "\n\nNine farms supply us with apples, and all of them stand in one valley. "
                + STORM
                + "\n\nOur stores lie along it, so that no customer reaches them by any other way.");
    assertThat(risks.at("/1/text").asText()).isEqualTo("Rents may rise.");
  }

  @Test
  void aPersonMaySetASectionWhereNoneWasFound() throws IOException {
    Path other =
        InventedSubmission.number(2).risk(HARVEST, "It may.").write(folder.resolve("2.txt"));
    Files.writeString(other, Files.readString(other).replace("Item 1A. Risk Factors", "Weather"));
    run("index", other.toString());
    CommandRun written = run("outline", other.toString());
    assertThat(written.err()).contains("no section was found, so every block is listed");
    String edited =
        written
            .out()
            .replace("-          Weather", "heading    Weather")
            .replace("-          A late", "caption    A late")
            .replace("-          It may.", "body       It may.");
    CommandRun applied = with(edited, "outline", other.toString(), "--apply", "-");
    assertThat(applied.out()).contains(": 1 risk, was absent");
    assertThat(
            json(run("extract", "--no-annotate", other.toString())).at("/section/heading").asText())
        .isEqualTo("Weather");
  }

  @Test
  void aPersonMaySayThatThereIsNoSection() throws IOException {
    String edited = outline().replaceAll("(?m)^(heading|caption|body) {2,}", "-          ");
    assertThat(apply(edited).out()).isEqualTo(id + ": absent, was 3 risks\n");
    JsonNode read = json(run("extract", "--no-annotate", filing.toString()));
    assertThat(read.at("/status").asText()).isEqualTo("absent");
    assertThat(read.at("/evidence").asText()).isEqualTo("outlined by hand");
    assertThat(run("outline", "--list").out()).contains(id + "  absent");
  }

  @Test
  void whatAFilingSaysInPlaceOfRisksStaysWhereAnOutlineHasNoSection() throws IOException {
    String file = "corpora/filings/wexmoor-candle-works_10-K_2012.htm";
    String unedited = run("outline", file).out();
    CommandRun applied = with(unedited, "outline", file, "--apply", "-");
    assertThat(applied.out()).endsWith(": not-required\n");
    assertThat(applied.err()).contains("not indexed yet; saved in");
    JsonNode read = json(run("extract", "--no-annotate", file));
    assertThat(read.at("/status").asText()).isEqualTo("not-required");
    assertThat(read.at("/evidence").asText()).startsWith("We are a smaller reporting company");
  }

  @Test
  void namesEveryWrongLineWithWhatIsExpectedAndChangesNothing() throws IOException {
    Path edited = folder.resolve("edited.txt");
    String text =
        """
        # remark
        document 1
        subgroup   FORM 10-K
        headng     Item 1A. Risk Factors
        run-in     A late harvest may empty our shelves.
        caption    A storm may close the coast road.
        heading    Rents may rise.
        body
        """;
    Files.writeString(edited, text);
    List<String> found = captions();
    CommandRun run = run("outline", id, "--apply", edited.toString());
    assertThat(run.code()).isEqualTo(ExitCode.NOTHING_DONE);
    assertThat(run.err().lines())
        .containsExactly(
            "caveat outline: " + edited + ":4: " + expected("headng     Item 1A. Risk Factors"),
            "caveat outline: "
                + edited
                + ":5: expected run-in and the number of words in the caption, such as run-in 9",
            "caveat outline: " + edited + ":8: " + expected("body"),
            "caveat outline: " + edited + ":3: a subgroup needs a group above it",
            "caveat outline: "
                + edited
                + ":7: a heading must come before all other blocks of the section");
    assertThat(captions()).isEqualTo(found);
    assertThat(folder.resolve("index.outlines.tsv")).doesNotExist();
  }

  private static String expected(String line) {
    return "expected -, heading, group, subgroup, caption, run-in N, risk, body, more or closing, then"
        + " the first words of the block, not “"
        + TextWrap.cut(line, 40)
        + "”";
  }

  @Test
  void refusesWordsThatAreNotInTheFilingAndOutlinesThatSayNothing() {
    CommandRun run = apply(outline().replace("caption    A storm", "caption    Three storms"));
    assertThat(run.code()).isEqualTo(ExitCode.NOTHING_DONE);
    assertThat(run.err())
        .matches(
            "caveat outline: standard input:\\d+: no block of the filing starts with “Three storms may"
                + " close the coast road.” here; expected the words and the order that 'caveat"
                + " outline' wrote\n");
    assertThat(apply("").err())
        .contains("standard input:1: expected “document N”")
        .contains("standard input:1: expected a line for each block");
    assertThat(apply(outline().replace("caption ", "body    ")).err())
        .contains("no line starts a risk");
    assertThat(apply("more x\ncaption y").err()).contains("'more' needs a block");
  }

  @Test
  void aFileThatIsGoneIsNamedWithTheNextStep() throws IOException {
    String edited = outline();
    Files.delete(filing);
    CommandRun run = apply(edited);
    assertThat(run.code()).isEqualTo(ExitCode.NOTHING_DONE);
    assertThat(run.err())
        .isEqualTo(
            "caveat outline: the file "
                + filing
                + ", from which "
                + id
                + " was indexed, is gone; restore it, or index the filing from its new location, and"
                + " try again\n");
  }

  @Test
  void keepsLabelsAndNamesThoseWhoseRiskIsGone() throws IOException {
    run("label", id + "#2", "business-disruption");
    run("label", id + "#3", "tax");
    CommandRun applied = apply(outline().replace("caption    Rents", "body       Rents"));
    assertThat(applied.err()).contains("label that matches no risk: " + id + "#3 tax");
    assertThat(run("show", id + "#2").out()).contains("by your label");
    assertThat(
            json(run("search", "--category", "business-disruption", "--format", "json"))
                .get("total"))
        .hasToString("1");
  }

  @Test
  void aCorrectionThatWasSavedWithoutTheIndexIsTakenUpByTheNextRun() throws IOException {
    apply(outline().replace("caption    Rents", "body       Rents"));
    Path kept = folder.resolve("index.outlines.tsv");
    String saved = Files.readString(kept);
    run("outline", id, "--reset");
    assertThat(captions()).hasSize(3);
    Files.writeString(kept, saved);
    assertThat(run("index", filing.toString()).out()).contains("1 filing indexed with 2 risks");
    assertThat(captions()).hasSize(2);
    Files.writeString(kept, saved.replace("\tcaption\t", "\tcapton\t"));
    assertThat(run("index", filing.toString()).err())
        .contains(kept + ":")
        .contains("expected \"filing<TAB>document<TAB>role<TAB>");
  }

  @Test
  void aCorrectionOfWhichPartsAreGoneMakesTheFilingDoubtful() throws IOException {
    apply(outline());
    Files.writeString(
        filing,
        Files.readString(filing).replace(STORM, "The coast road may be closed by a storm."));
    assertThat(run("index", filing.toString()).out()).contains("1 filing to review");
    assertThat(run("status", "--doubtful").out())
        .contains(
            "1 of 13 blocks of its corrected outline are no longer in the filing; the first is the")
        .contains("caption “" + STORM + "”");
    assertThat(captions()).hasSize(2);
    Files.writeString(
        filing,
        InventedSubmission.number(1).risk("Wolves may come.", "They did.").year(2023).text());
    run("index", filing.toString());
    assertThat(run("status", "--doubtful", "--format", "json").out())
        .contains("\"correction-lost\"");
    assertThat(captions()).containsExactly("[] Wolves may come.");
  }

  @Test
  void readsAnEntryOfAnArchiveAgain() throws IOException {
    Path zip = folder.resolve("filings.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int i = 1; i <= 3; i++) {
        out.putNextEntry(new ZipEntry(i + ".txt"));
        String text =
            InventedSubmission.number(i + 10)
                .of("ARCHIVED " + i)
                .risk("Hail may fall " + i + " times.", "It did.")
                .risk("Snow may fall.", "It did too.")
                .text();
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    run("index", zip.toString());
    String name = String.format(Locale.ROOT, "0009900102-23-%06d", 12);
    String outline = run("outline", name).out();
    assertThat(outline).contains("Hail may fall 2 times.").doesNotContain("1 times");
    CommandRun applied =
        with(
            outline.replace("caption    Snow", "body       Snow"), "outline", name, "--apply", "-");
    assertThat(applied.out()).as(applied.err()).isEqualTo(name + ": 1 risk, was 2 risks\n");
    assertThat(CommandRun.of("outline", zip.toString(), "--index", "nowhere").err())
        .contains("contains 3 filings; give the name of one as it is indexed");
  }

  @Test
  void saysHowItIsCalled() {
    assertThat(run("outline").err()).contains("give a FILING, --list or --export");
    assertThat(run("outline", id, "--list").err()).contains("take no FILING");
    assertThat(run("outline", id, "--apply", "x", "--reset").code()).isEqualTo(ExitCode.USAGE);
    assertThat(run("outline", id, "--document", "7").err()).contains("has no document 7");
    assertThat(run("outline", "nowhere.htm").err()).contains("no filing nowhere.htm in");
    assertThat(run("outline", "--export", "-").err()).contains("there are no corrected outlines");
    assertThat(CommandRun.of("outline", "nowhere.htm", "--index", "nowhere").err())
        .contains("there is no file nowhere.htm, and no index in nowhere");
  }
}
