package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caveat.index.RiskIndexWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCommandTest {
  private static final Terminal SCREEN = new Terminal(true, true, 80);

  @TempDir Path folder;
  private Path filings;
  private String index;

  @BeforeEach
  void write() throws IOException {
    filings = Files.createDirectory(folder.resolve("filings"));
    index = folder.resolve("index").toString();
    InventedSubmission.number(1)
        .risk("Frost may spoil our crops.", "A frost in May would leave us with little to sell.")
        .risk("We have one supplier of jars.", "Our jars come from a single supplier in Pellam.")
        .write(filings.resolve("one.txt"));
    InventedSubmission.number(2)
        .of("OSTRELLAN IMAGING")
        .year(2022)
        .risk("Tariffs raise what lenses cost us.", "A tariff of 12.5% on lenses took effect.")
        .write(filings.resolve("sub/two.txt"));
  }

  @Test
  void indexesAFolderAndGoesOnWhereItWasCutShort() {
    CommandRun first = index(filings.toString());
    assertThat(first.code()).isZero();
    assertThat(first.out()).startsWith("2 filings indexed with 3 risks, 0 unchanged");
    assertThat(first.err()).isEmpty();
    CommandRun again = index(filings.toString());
    assertThat(again.code()).isZero();
    assertThat(again.out()).startsWith("0 filings indexed with 0 risks, 2 unchanged");
  }

  @Test
  void namesWhatFailedAndGoesOn() throws IOException {
    Files.write(filings.resolve("broken.zip"), new byte[] {80, 75, 3, 4, 9, 9});
    CommandRun run = index(filings.toString(), folder.resolve("none.htm").toString());
    assertThat(run.code()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.err()).contains("failed: ").contains("none.htm").contains("broken.zip");
    assertThat(run.out()).contains("2 filings indexed").contains("2 failed");
  }

  @Test
  void answersThreeWhereNothingCouldBeDone() throws IOException {
    assertThat(index(folder.resolve("none.htm").toString()).code())
        .isEqualTo(ExitCode.NOTHING_DONE);
    Path empty = Files.createDirectory(folder.resolve("empty"));
    CommandRun run = index(empty.toString());
    assertThat(run.code()).isEqualTo(ExitCode.NOTHING_DONE);
    assertThat(run.err()).contains("no filing under");
  }

  @Test
  void leavesNoEmptyIndexBehind() throws IOException {
    assertThat(index(folder.resolve("none.htm").toString()).code())
        .isEqualTo(ExitCode.NOTHING_DONE);
    assertThat(Path.of(index)).doesNotExist();
    index(filings.toString());
    run("remove", "--index", index, "--form", "10-K");
    index(folder.resolve("none.htm").toString());
    assertThat(run("status", "--index", index).out()).startsWith("0 filings, 0 risks");
  }

  @Test
  void countsOneThingInTheSingular() {
    CommandRun run = index(filings.resolve("sub").toString());
    assertThat(run.out()).startsWith("1 filing indexed with 1 risk, 0 unchanged, 0 duplicates");
    assertThat(run("status", "--index", index).out()).startsWith("1 filing, 1 risk in ");
  }

  @Test
  void removesAPathHoweverItIsWritten() {
    index(filings.toString());
    Path roundabout = filings.resolve("..").resolve(".").resolve("filings").resolve("one.txt");
    assertThat(run("remove", "--index", index, roundabout.toString()).code()).isZero();
    Path here = Path.of("").toAbsolutePath();
    String relative = "./" + here.relativize(filings.resolve("sub/two.txt"));
    assertThat(run("remove", "--index", index, relative).code()).isZero();
  }

  @Test
  void namesDuplicatesWhicheverComesFirst() throws IOException {
    Path copy =
        InventedSubmission.number(1).risk("Other bytes.", "Quite so.").write(folder.resolve("a/1"));
    CommandRun run = index(filings.toString(), copy.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .isEqualTo("duplicate: " + filings.resolve("one.txt") + ": same filing as " + copy + "\n");
    CommandRun again = index(filings.toString());
    assertThat(again.err()).isEqualTo(run.err());
    assertThat(search("frost").out()).contains("Nothing found");
  }

  @Test
  void findsACopyAgainWhenTheFileThatHidItHoldsAnotherFiling() throws IOException {
    Path hidden =
        InventedSubmission.number(1)
            .risk("This is a copy of a risk.", "Frost may come in May and spoil all that we grow.")
            .write(folder.resolve("z"));
    index(filings.toString(), hidden.toString());
    InventedSubmission.number(7)
        .risk("Our bees may leave us.", "Without bees no apple grows, and without apples no cider.")
        .write(filings.resolve("one.txt"));
    CommandRun run = index(hidden.toString(), filings.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run("status", "--index", index).out()).startsWith("3 filings, 3 risks");
    assertThat(search("copy").out()).contains("a copy of a risk");
  }

  @Test
  void refusesAnIndexAmongTheFilings() {
    String inside = filings.resolve("index").toString();
    refuses(ExitCode.USAGE, "lies inside", "index", "--index", inside, filings.toString());
    String hidden = filings.resolve(".caveat").toString();
    assertThat(run("index", "--index", hidden, filings.toString()).code()).isZero();
  }

  @Test
  void showsABarOnlyOnATerminal() {
    CommandRun run = CommandRun.on(SCREEN, "", "index", "--index", index, filings.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("Indexing");
  }

  @Test
  void removesByNameAndByFilter() {
    index(filings.toString());
    CommandRun dry = run("remove", "--index", index, "--year", "2021", "--dry-run");
    assertThat(dry.out()).startsWith("would remove 0009900102-22-000002 ");
    assertThat(run("remove", "--index", index, "0009900102-22-000002").code()).isZero();
    CommandRun gone = run("remove", "--index", index, "0009900102-22-000002");
    assertThat(gone.code()).isEqualTo(ExitCode.NOTHING_DONE);
    assertThat(gone.err()).contains("filing not found: 0009900102-22-000002");
    String one = filings.resolve("one.txt").toString();
    CommandRun some = run("remove", "--index", index, one, "nothing");
    assertThat(some.code()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run("remove", "--index", index).code()).isEqualTo(ExitCode.USAGE);
    assertThat(run("status", "--index", index).out()).startsWith("0 filings, 0 risks");
  }

  @Test
  void showsWhatIsIndexed() throws IOException {
    Files.writeString(filings.resolve("memo.txt"), "A memo with no section of risks at all.\n");
    index(filings.toString());
    CommandRun table = run("status", "--index", index);
    assertThat(table.out())
        .contains("filings, 3 risks", "Status", "present", "10-K", "2021", "Without risks");
    JsonNode json =
        new ObjectMapper().readTree(run("status", "--index", index, "--format", "json").out());
    assertThat(json.at("/byForm/10-K").asInt()).isEqualTo(2);
    assertThat(json.at("/byStatus/present").asInt()).isEqualTo(2);
    assertThat(json.at("/withoutRisks/0/path").asText()).endsWith("memo.txt");
    assertThat(json.at("/withoutRisks/0/evidence").asText()).isNotBlank();
  }

  @Test
  void findsRisksForPeople() {
    index(filings.toString());
    CommandRun run = search("jar", "supplier");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("KESTWICK FARM MARKETS · 10-K · 2022 · 0009900102-23-000001#2")
        .contains("We have one supplier of jars.")
        .contains("1 of 1 match");
    CommandRun colored =
        CommandRun.on(SCREEN, "", "search", "--index", index, "supplier", "--facets");
    assertThat(colored.out()).contains("\u001b[1;33msupplier\u001b[0m").contains("form");
    assertThat(colored.out().lines())
        .allSatisfy(line -> assertThat(TextWrap.columns(line)).isLessThanOrEqualTo(80));
  }

  @Test
  void findsRisksForPrograms() throws IOException {
    index(filings.toString());
    JsonNode json = new ObjectMapper().readTree(search("lenses", "--format", "json").out());
    assertThat(json.at("/total").asInt()).isEqualTo(1);
    JsonNode hit = json.at("/hits/0");
    assertThat(hit.at("/filing/company").asText()).isEqualTo("OSTRELLAN IMAGING");
    assertThat(hit.at("/filing/status").asText()).isEqualTo("present");
    assertThat(hit.at("/heading").asText()).isEqualTo("Tariffs raise what lenses cost us.");
    assertThat(hit.at("/highlights/0").asText()).contains("<em>lenses</em>");
    assertThat(json.at("/facets/form/10-K").asInt()).isEqualTo(1);
    assertThat(search("lenses", "--format", "trec").out())
        .startsWith("1 Q0 0009900102-22-000002#1 1 ");
  }

  @Test
  void runsTopicsAndNamesTheBadOnes() throws IOException {
    index(filings.toString());
    Path topics =
        Files.writeString(
            folder.resolve("topics.tsv"), "t1\tfrost\nt2\tknown-item\ttariff lenses\nt3\t\"open\n");
    CommandRun run = search("--topics", topics.toString(), "--hits", "5");
    assertThat(run.code()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.err()).contains("line 3: a quote is not closed");
    String second = run.out().lines().toList().get(1);
    JsonNode json = new ObjectMapper().readTree(second);
    assertThat(json.at("/id").asText()).isEqualTo("t2");
    assertThat(json.at("/hits/0/path").asText()).endsWith("two.txt");
    assertThat(json.at("/hits/0/accession").asText()).isEqualTo("0009900102-22-000002");
    assertThat(json.at("/hits/0/ordinal").asInt()).isEqualTo(1);
    CommandRun piped =
        CommandRun.on(
            Terminal.NONE,
            "x\tjars\n",
            "search",
            "--index",
            index,
            "--topics",
            "-",
            "--format",
            "trec");
    assertThat(piped.out()).startsWith("x Q0 0009900102-23-000001#2 1 ");
  }

  @Test
  void offersASpellingAndNextSteps() {
    index(filings.toString());
    assertThat(search("suplier").out()).startsWith("Did you mean: supplier\n");
    CommandRun nothing = search("\"frost on tuesday\"", "--form", "10-K");
    assertThat(nothing.code()).isZero();
    assertThat(nothing.out())
        .contains("Nothing found", "removing the quotes", "fewer filters", "caveat status");
  }

  @Test
  void saysInOneLineWhatIsWrong() throws IOException {
    index(filings.toString());
    refuses(ExitCode.USAGE, "a quote is not closed", "search", "--index", index, "\"open");
    refuses(ExitCode.USAGE, "give a QUERY", "search", "--index", index);
    refuses(ExitCode.USAGE, "--hits must be", "search", "--index", index, "x", "--hits", "0");
    refuses(ExitCode.USAGE, "--sort takes", "search", "--index", index, "x", "--sort", "size");
    refuses(ExitCode.USAGE, "--format takes", "search", "--index", index, "x", "--format", "xml");
    refuses(
        ExitCode.USAGE, "--year: expected a year", "search", "--index", index, "x", "--year", "23");
    refuses(ExitCode.USAGE, "--year: expected a year", "status", "--year", "2023-2019");
    refuses(
        ExitCode.USAGE,
        "--from: expected a date",
        "search",
        "--index",
        index,
        "x",
        "--from",
        "May");
    refuses(
        ExitCode.USAGE,
        "--status: expected present",
        "status",
        "--index",
        index,
        "--status",
        "odd");
    refuses(ExitCode.USAGE, "FILING#N", "search", "--index", index, "--more-like", "x");
    refuses(ExitCode.USAGE, "--threads must be", "index", "--threads", "0", "x");
    refuses(ExitCode.NOTHING_DONE, "no index in", "search", "--index", "/nowhere", "x");
    refuses(ExitCode.NOTHING_DONE, "no index in", "status", "--index", "/nowhere");
    refuses(ExitCode.NOTHING_DONE, "no index in", "remove", "--index", "/nowhere", "x");
    refuses(ExitCode.NOTHING_DONE, "file not found", "search", "--index", index, "--topics", "/no");
    refuses(ExitCode.NOTHING_DONE, "not an index", "index", "--index", filings.toString(), "x");
    try (RiskIndexWriter writer = RiskIndexWriter.open(Path.of(index))) {
      assertThat(writer).isNotNull();
      refuses(
          ExitCode.NOTHING_DONE,
          "another process is writing",
          "index",
          "--index",
          index,
          filings.toString());
    }
  }

  private static void refuses(int code, String message, String... args) {
    CommandRun run = run(args);
    assertThat(run.err()).as(String.join(" ", args)).contains(message).hasLineCount(1);
    assertThat(run.code()).as(String.join(" ", args)).isEqualTo(code);
  }

  private CommandRun index(String... paths) {
    String[] args = new String[paths.length + 3];
    args[0] = "index";
    args[1] = "--index";
    args[2] = index;
    System.arraycopy(paths, 0, args, 3, paths.length);
    return run(args);
  }

  private CommandRun search(String... words) {
    String[] args = new String[words.length + 3];
    args[0] = "search";
    args[1] = "--index";
    args[2] = index;
    System.arraycopy(words, 0, args, 3, words.length);
    return run(args);
  }

  private static CommandRun run(String... args) {
    return CommandRun.of(args);
  }
}
