package dev.caveat.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  private static final String FROST = "Frost may spoil our crops.";
  private static final String RIVALS = "We may lose buyers to <b>larger</b> rivals.";
  private static final String FINE = "The SEC may fine us for what we <i>did</i> in 2019.";

  @TempDir Path folder;
  @TempDir Path elsewhere;
  private Path old = Path.of("");
  private Path now = Path.of("");

  @BeforeEach
  void write() throws IOException {
    old =
        InventedSubmission.number(1)
            .year(2022)
            .risk(FROST, "A frost in May would leave us with little to sell until the next year.")
            .risk(RIVALS, "Two chains of stores opened near ours, and both sell below cost.")
            .risk("Our pier may fall.", "It is old, and no one insures it against storms.")
            .write(folder.resolve("old.txt"));
    now =
        InventedSubmission.number(2)
            .year(2023)
            .risk(
                FROST, "A frost in April would leave us with nothing to sell until the next year.")
            .risk(RIVALS, "Two chains of stores opened near ours, and both sell below cost.")
            .risk(
                FINE,
                "It asked us on May 4, 2022 for &lt;script&gt;alert(1)&lt;/script&gt; papers.")
            .write(folder.resolve("new.txt"));
  }

  private CommandRun compare(String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "compare";
    args[1] = old.toString();
    args[2] = now.toString();
    System.arraycopy(more, 0, args, 3, more.length);
    return CommandRun.of(args);
  }

  private String written(String name, String... more) throws IOException {
    Path file = folder.resolve(name);
    String[] args = new String[more.length + 2];
    args[0] = "--output";
    args[1] = file.toString();
    System.arraycopy(more, 0, args, 2, more.length);
    CommandRun run = compare(args);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("written to " + file + "\n");
    return Files.readString(file);
  }

  @Test
  void printsWhatBecameOfEachRisk() {
    CommandRun run = compare();
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith(
            """
            - KESTWICK FARM MARKETS, 10-K, 2021-12-31
            + KESTWICK FARM MARKETS, 10-K, 2022-12-31

            changes:         1 unchanged, 1 modified, 1 added, 1 removed;""")
        .contains("\n\nmodified   #1 → #1  similarity 0.90")
        .contains("A frost in [-May-]{+April+} would leave us with [-little-]{+nothing+} to sell")
        .contains("unchanged  #2 → #2")
        .contains("added      new #3")
        .contains("removed    was #3")
        .doesNotContain("note:");
  }

  @Test
  void printsTheContractsJson() throws IOException {
    JsonNode json = new ObjectMapper().readTree(compare("--format", "json").out());
    assertThat(json.at("/old/risks")).hasSize(3);
    assertThat(json.at("/new/risks/2/ordinal").asInt()).isEqualTo(3);
    assertThat(json.at("/measures/cosine").asDouble()).isBetween(0.3, 0.99);
    assertThat(json.at("/changes/0/kind").asText()).isEqualTo("modified");
    assertThat(json.at("/changes/0/old/0").asInt()).isEqualTo(1);
    assertThat(json.at("/changes/0/moved").asBoolean()).isFalse();
    JsonNode added = json.at("/changes").get(json.at("/changes").size() - 1);
    assertThat(added.get("kind").asText()).isEqualTo("added");
    assertThat(added.at("/old")).isEmpty();
    assertThat(added.at("/category/old").isNull()).isTrue();
    assertThat(added.at("/category/new").asText()).isNotEmpty();
    assertThat(added.at("/entities/added").findValuesAsText("text"))
        .contains("SEC", "May 4, 2022", "2019");
  }

  @Test
  void findsNothingChangedBetweenAFilingAndItself() {
    CommandRun run = CommandRun.of("compare", old.toString(), old.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("measures:        cosine 1.000, Jaccard 1.000, minimum edit 1.000, simple 1.000")
        .contains("changes:         3 unchanged; 0 words added, 0 removed")
        .contains("note:            Both sides are the same filing.");
  }

  @Test
  void showsTheWholeSectionInEveryFormat() throws IOException {
    InventedSubmission.number(1)
        .year(2022)
        .passage("Read all of this with care before you buy our shares.")
        .risk(FROST, "A frost in May would leave us with little to sell until the next year.")
        .risk(RIVALS, "Two chains of stores opened near ours, and both sell below cost.")
        .write(old);
    InventedSubmission.number(2)
        .year(2023)
        .passage("Other risks than these may come to matter, and we may not know of them yet.")
        .risk(FROST, "A frost in May would leave us with little to sell until the next year.")
        .risk(RIVALS, "Two chains of stores opened near ours, and both sell below cost.")
        .write(now);
    assertThat(written("whole.html"))
        .contains("introduction, modified")
        .containsPattern("<del>[^<]*with care before you buy[^<]*</del>")
        .containsPattern("<ins>[^<]*we may not know of them yet[^<]*</ins>");
    assertThat(written("whole.md")).contains("*introduction, modified*", "we may not know");
    assertThat(compare().out()).contains("introduction, modified", "[-Read all of this");
    JsonNode json = new ObjectMapper().readTree(compare("--format", "json").out());
    assertThat(json.at("/passages/0/kind").asText()).isEqualTo("introduction");
    assertThat(json.at("/passages/0/redline/0/0").asText()).isEqualTo("deleted");
    String index = elsewhere.resolve("whole").toString();
    CommandRun.of("index", "--index", index, old.toString(), now.toString());
    CommandRun indexed =
        CommandRun.of("compare", "--index", index, "0009900102-22-000001", "0009900102-23-000002");
    assertThat(indexed.out()).as(indexed.err()).isEqualTo(compare().out());
  }

  @Test
  void tellsWhatMovedWhatIsNewAndWhatMattersMost() throws IOException {
    String heavy = "Apples are heavy, and few trucks carry them far from here.";
    InventedSubmission.number(1)
        .year(2022)
        .risk(FROST, heavy + " A frost in May could leave us with little to sell for a year.")
        .risk(RIVALS, "Two chains of stores opened near ours, and both sell below cost to win.")
        .write(old);
    InventedSubmission.number(2)
        .year(2023)
        .risk(FROST, "A frost in May has left us with little to sell for a year.")
        .risk(
            RIVALS,
            heavy
                + " Two chains of stores opened near ours, and both sell below cost to win. In May"
                + " the Orchard Guild of Pellam fined us for a leak of ammonia and chlorine.")
        .write(now);
    String table = compare("--by-weight").out();
    assertThat(table)
        .contains("sentences that moved:\n     #1 to #2: " + heavy)
        .contains("new in existing risks:\n     #2: Orchard Guild of Pellam")
        .contains("has happened")
        .contains("(moved from #1)");
    assertThat(written("moved.html"))
        .contains("[moved to #2]", "[moved from #1]", "Orchard Guild of Pellam, fined");
    JsonNode json = new ObjectMapper().readTree(compare("--format", "json").out());
    assertThat(json.at("/moves/0/text").asText()).isEqualTo(heavy);
    assertThat(json.at("/moves/0/old/ordinal").asInt()).isEqualTo(1);
    assertThat(json.at("/moves/0/new/ordinal").asInt()).isEqualTo(2);
    assertThat(json.at("/news/0/names/0").asText()).isEqualTo("Orchard Guild of Pellam");
    assertThat(json.at("/changes/0/weight/matter").asText()).isEqualTo("happened");
    assertThat(json.at("/changes/0/weight/rank").asInt()).isEqualTo(1);
    assertThat(json.at("/repeated")).isEmpty();
  }

  @Test
  void namesNoMoreGoesByWhatIsNamedAndNotByHowItIsWritten() throws IOException {
    InventedSubmission.number(1)
        .year(2022)
        .risk(FINE, "The Securities and Exchange Commission asked us for papers. The FDA did too.")
        .write(old);
    InventedSubmission.number(2)
        .year(2023)
        .risk(FINE, "It asked us for many more papers than anyone here has ever kept.")
        .write(now);
    assertThat(compare().out())
        .contains("no longer named:")
        .doesNotContainPattern("no longer named:[^\n]*Securities and Exchange");
  }

  @Test
  void takesACompanyAndTwoYearsOrAnAccessionNumberOfAFilesNameAlone() throws IOException {
    String index = elsewhere.resolve("index").toString();
    Path amended =
        InventedSubmission.number(3)
            .year(2023)
            .form("10-K/A")
            .risk(FROST, "A frost in June would leave us with little to sell.")
            .write(folder.resolve("amended.txt"));
    Path bare =
        Files.writeString(
            folder.resolve("report_0009900777-23-000004_main.htm"),
            "<html><body><p><b>Item 1A. Risk Factors</b></p><p><b>Rain may harm us.</b></p><p>It"
                + " rains for weeks each spring, and no one then comes to our stores.</p><p><b>Item"
                + " 1B. Unresolved Staff Comments</b></p><p>None.</p></body></html>");
    CommandRun indexed =
        CommandRun.of(
            "index",
            "--index",
            index,
            old.toString(),
            now.toString(),
            amended.toString(),
            bare.toString());
    assertThat(indexed.code()).as(indexed.err()).isZero();
    CommandRun years =
        CommandRun.of("compare", "--index", index, "kestwick farm markets", "2021", "2022");
    assertThat(years.out()).as(years.err()).isEqualTo(compare().out());
    CommandRun quoted = CommandRun.of("compare", "--index", index, "9900102 2021", now.toString());
    assertThat(quoted.out()).as(quoted.err()).isEqualTo(compare().out());
    CommandRun digits =
        CommandRun.of("compare", "--index", index, "000990077723000004", bare.toString());
    assertThat(digits.code()).as(digits.err()).isZero();
    assertThat(digits.out()).contains("1 unchanged");
    assertThat(CommandRun.of("compare", "--index", index, "kestwick", "2021", "x").err())
        .contains("a company and two years: caveat compare AAPL 2023 2024");
    assertThat(CommandRun.of("compare", "--index", index, "kestwick", "2011", "2012").err())
        .contains("no filing kestwick 2011 in");
  }

  @Test
  void writesAPageInWhichAFilingsMarkupIsText() throws IOException {
    String page = written("redline.html");
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert")
        .contains("A frost in <del>May</del><ins>April</ins> would leave us")
        .contains("default-src 'none'")
        .doesNotContain("http://", "https://");
    assertThat(written("again.html")).isEqualTo(page);
  }

  @Test
  void writesMarkdownInWhichAFilingsMarkupIsText() throws IOException {
    assertThat(written("redline.md"))
        .contains("A frost in ~~May~~**April** would leave us")
        .contains("\\<script\\>")
        .contains("## Frost may spoil our crops.");
  }

  @Test
  void writesTheSameTableToAFile() throws IOException {
    assertThat(written("redline.txt")).isEqualTo(compare().out());
  }

  @Test
  void comparesFilingsOfAnIndexAndFilesAlike() {
    String index = elsewhere.resolve("index").toString();
    assertThat(CommandRun.of("index", "--index", index, old.toString()).code()).isZero();
    CommandRun mixed =
        CommandRun.of("compare", "--index", index, "0009900102-22-000001", now.toString());
    assertThat(mixed.code()).as(mixed.err()).isZero();
    assertThat(mixed.out()).isEqualTo(compare().out());
  }

  @Test
  void saysWhyItCannotCompare() throws IOException {
    CommandRun unknown = compare("--format", "pdf");
    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err())
        .contains("--format takes table, json, markdown, html or docx, not pdf");
    assertThat(compare("--output", "redline.pdf").err())
        .contains("--output must end in .txt, .json, .md, .html or .docx, not redline.pdf");
    assertThat(compare("--format", "docx").err()).contains("docx needs an output file");
    Path empty = Files.writeString(folder.resolve("empty.txt"), "Nothing is told here.");
    CommandRun none = CommandRun.of("compare", empty.toString(), now.toString());
    assertThat(none.code()).isEqualTo(ExitCode.NOTHING_DONE);
    assertThat(none.err()).contains("empty.txt has no risks to compare; its status is absent");
    assertThat(CommandRun.of("compare", folder.toString(), now.toString()).err())
        .contains("is a folder; name one filing in it");
    assertThat(CommandRun.of("compare", "--index", folder.resolve("x").toString(), "a", "b").err())
        .contains("there is no file a, and no index in");
    assertThat(compare("--date", "2024-13-01").err())
        .contains("--date takes a date such as 2024-06-30, not 2024-13-01");
    assertThat(compare("--output", folder.resolve("no").resolve("x.html").toString()).err())
        .contains("folder " + folder.resolve("no"));
  }

  @Test
  void neverOverwritesAFilingThatItReads() throws IOException {
    String before = Files.readString(old);
    CommandRun run = compare("--output", old.toString());
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("is an input of this command; choose another file");
    assertThat(Files.readString(old)).isEqualTo(before);
  }

  @Test
  void readsAFilingFromStandardInputOrAnArchive() throws IOException {
    Path zip = elsewhere.resolve("old.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("old.txt"));
      out.write(Files.readAllBytes(old));
    }
    CommandRun archive = CommandRun.of("compare", zip.toString(), now.toString());
    assertThat(archive.out()).as(archive.err()).isEqualTo(compare().out());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new String[] {"compare", "-", now.toString()},
            Files.newInputStream(old),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));
    assertThat(code).as(err.toString(UTF_8)).isZero();
    assertThat(out.toString(UTF_8)).isEqualTo(compare().out());
  }

  @Test
  void warnsOfSidesThatAreNotOneAfterTheOther() throws IOException {
    CommandRun reversed = CommandRun.of("compare", now.toString(), old.toString());
    assertThat(reversed.out())
        .contains("note:            The filing on the old side is the later one.");
    Path other =
        InventedSubmission.number(4)
            .of("Morl Tin Works")
            .cik("7755")
            .form("10-Q")
            .year(2024)
            .risk(FROST, "A frost in April would leave us with nothing to sell.")
            .write(folder.resolve("other.txt"));
    assertThat(CommandRun.of("compare", now.toString(), other.toString()).out())
        .contains("Two companies:", "A 10-Q only has to report what changed");
  }

  @Test
  void measuresEachFilingAgainstTheOneBefore() throws IOException {
    String index = elsewhere.resolve("index").toString();
    InventedSubmission.number(3)
        .of("=HYPERLINK(0)")
        .year(2024)
        .risk(FROST, "A frost in April would leave us with nothing to sell until the next year.")
        .write(folder.resolve("later.txt"));
    assertThat(CommandRun.of("index", "--index", index, folder.toString()).code()).isZero();
    CommandRun csv = CommandRun.of("measures", "--index", index);
    assertThat(csv.err())
        .isEqualTo(
            "2 pairs; without a pair: 0 filings without risks, 1 with no previous filing, 0"
                + " with unknown company, form or date\n");
    List<String> lines = csv.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("cik,company,form,oldAccession,newAccession,");
    assertThat(lines.get(1))
        .startsWith("9900102,KESTWICK FARM MARKETS,10-K,0009900102-22-000001,0009900102-23-000002")
        .contains(",2021-12-31,2022-12-31,2022-03-01,2023-03-01,365,3,3,1,0,1,0,0,1,1,");
    assertThat(lines.get(2)).startsWith("9900102,'=HYPERLINK(0),10-K,");
    CommandRun changes =
        CommandRun.of(
            "measures", "--index", index, "--risks", "--format", "json", "--year", "2022");
    assertThat(changes.out().lines()).hasSize(4);
    JsonNode first = new ObjectMapper().readTree(changes.out().lines().findFirst().orElseThrow());
    assertThat(first.get("kind").asText()).isEqualTo("modified");
    assertThat(first.get("old").asText()).isEqualTo("1");
  }
}
