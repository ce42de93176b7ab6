package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caveat.index.InventedFiling;
import dev.caveat.index.RiskIndexWriter;
import dev.caveat.json.FilingJson;
import dev.caveat.json.Json;
import dev.caveat.model.Entity.Type;
import dev.caveat.model.Entity.Value;
import dev.caveat.model.RiskSection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {
  private static final String ONE = "0000007001-23-000001";
  private static final String TWO = "0000007001-23-000002";

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    try (RiskIndexWriter writer = RiskIndexWriter.open(folder)) {
      writer.add(marked().build());
      writer.add(
          InventedFiling.number(2)
              .bytes(0xabcdef)
              .without(new RiskSection.NotRequired("We need not say.", "sentence"))
              .build());
    }
  }

  private static InventedFiling marked() {
    return InventedFiling.number(1)
        .risk("Frost may spoil our crops.", "A frost in May would leave us little.", "Or none.")
        .risk(
            "The SEC may fine us.",
            "It fined us $1.6 million on March 31, 2003, or 12% of sales in 2002.",
            "Rule 144 may bind us.")
        .regulator("SEC", "us-sec", "Securities and Exchange Commission")
        .money("$1.6 million", "1600000", "USD")
        .date("March 31, 2003", "2003-03-31")
        .names(Type.PERCENT, "12%", new Value.Percentage(new BigDecimal("12")))
        .date("2002", "2002")
        .law("Rule 144");
  }

  @Test
  void printsARiskWithItsFactsSentencesAndValues() {
    CommandRun run = show(Terminal.NONE, ONE + "#2");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            Brennick Jetmark Inc · 10-K · 2023 · 0000007001-23-000001#2
            filings/1.htm
            present · filed 2023-03-01 · period to 2023-01-01 · CIK 7001 · TICK7001 · SIC 3571

                 Risks of Our Business

              1  The SEC [us-sec] may fine us.

              2  It fined us $1.6 million [1600000 USD] on March 31, 2003 [2003-03-31], or 12% of sales in 2002.

              3  Rule 144 may bind us.

            3 sentences, regulator 1, date 2, money 1, percent 1, law 1
            us-sec: Securities and Exchange Commission

            """);
  }

  @Test
  void colorsEntitiesByTypeOnATerminal() {
    CommandRun run = show(new Terminal(true, false, 60), ONE + "#2");
    assertThat(run.out())
        .contains("\u001b[1;35mSEC\u001b[0m \u001b[2m[us-sec]\u001b[0m")
        .contains("\u001b[1;32m$1.6 million\u001b[0m \u001b[2m[1600000 USD]\u001b[0m")
        .contains("\u001b[1;34mlaw\u001b[0m 1");
    assertThat(run.out().lines())
        .filteredOn(line -> line.startsWith("\u001b[2m  "))
        .allSatisfy(line -> assertThat(TextWrap.columns(line)).isLessThanOrEqualTo(60));
  }

  @Test
  void printsParagraphsWhereNothingWasMarked() {
    assertThat(show(Terminal.NONE, ONE + "#1").out())
        .contains(
            "     Frost may spoil our crops.\n\n     A frost in May would leave us little.\n\n")
        .contains("no sentences or entities");
  }

  @Test
  void writesARiskForPrograms() throws IOException {
    CommandRun run = show(Terminal.NONE, ONE + "#2", "--format", "json");
    JsonNode risk = new ObjectMapper().readTree(run.out());
    assertThat(risk.at("/filing/accession").asText()).isEqualTo(ONE);
    assertThat(risk.at("/ordinal").asInt()).isEqualTo(2);
    assertThat(risk.at("/group/0").asText()).isEqualTo("Risks of Our Business");
    assertThat(risk.at("/sentences").toString()).isEqualTo("[[0,20],[22,90],[92,113]]");
    String text = risk.at("/text").asText();
    for (JsonNode entity : risk.at("/entities")) {
      assertThat(text.substring(entity.get("start").asInt(), entity.get("end").asInt()))
          .isEqualTo(entity.get("text").asText());
    }
    assertThat(risk.at("/entities").toString())
        .contains("{\"type\":\"regulator\",\"start\":4,\"end\":7,\"text\":\"SEC\",")
        .contains("\"value\":{\"id\":\"us-sec\",\"name\":\"Securities and Exchange Commission\"}")
        .contains("\"value\":{\"amount\":\"1600000\",\"currency\":\"USD\"}")
        .contains("\"value\":\"2003-03-31\"", "\"value\":\"12\"")
        .contains("\"text\":\"Rule 144\",\"value\":null");
  }

  @Test
  void leavesOutInJsonWhatWasNotMarked() throws IOException {
    CommandRun run = show(Terminal.NONE, ONE + "#1", "--format", "json");
    JsonNode risk = new ObjectMapper().readTree(run.out());
    assertThat(risk.has("sentences")).isFalse();
    assertThat(risk.has("entities")).isFalse();
  }

  @Test
  void listsCaptionsOfAFilingByAnyOfItsNames() throws IOException {
    String outline = show(Terminal.NONE, ONE).out();
    assertThat(outline)
        .contains("    1  Frost may spoil our crops.\n    2  The SEC may fine us.\n");
    assertThat(show(Terminal.NONE, "filings/1.htm").out()).isEqualTo(outline);
    assertThat(show(Terminal.NONE, TWO).out()).contains("not-required: We need not say.");
    JsonNode json = new ObjectMapper().readTree(show(Terminal.NONE, ONE, "--format", "json").out());
    assertThat(json.at("/id").asText()).isEqualTo(ONE);
    assertThat(json.at("/risks/1/heading").asText()).isEqualTo("The SEC may fine us.");
  }

  @Test
  void showsSeveralAndNamesThoseItCannotFind() {
    CommandRun run = show(Terminal.NONE, ONE + "#1", "nowhere#1", ONE + "#2");
    assertThat(run.code()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.out()).contains("Frost may", "may fine us");
    assertThat(run.err())
        .isEqualTo(
            "caveat show: no filing nowhere in "
                + folder
                + "; 'caveat status --filings --index "
                + folder
                + "' lists their names\n");
  }

  @Test
  void saysWhatIsWrongAndTheWayOut() {
    fails("has risks #1 to #2, but no #3; 'caveat show " + ONE + "' lists them", ONE + "#3");
    fails("no #x", ONE + "#x");
    fails("has no risks; its status is not-required", TWO + "#1");
    fails("matches 2 filings; add more of the name, or use one of " + ONE + ", " + TWO, "000000#1");
    assertThat(show(Terminal.NONE, ONE, "--format", "trec").code()).isEqualTo(ExitCode.USAGE);
    assertThat(CommandRun.of("show").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void searchTakesFiltersAndWritesWhatRisksName() throws IOException {
    CommandRun json = search("--regulator", "sec", "--money", ">= 1m USD", "--format", "json");
    JsonNode result = new ObjectMapper().readTree(json.out());
    assertThat(result.at("/hits/0/entities").toString())
        .isEqualTo("{\"regulator\":1,\"date\":2,\"money\":1,\"percent\":1,\"law\":1}");
    assertThat(result.at("/facets/regulator/us-sec").asInt()).isEqualTo(1);
    assertThat(result.at("/regulators/us-sec").asText())
        .isEqualTo("Securities and Exchange Commission");
    assertThat(search("--date", "2003-03", "--law", "rule 144", "--facets").out())
        .contains("regulator: us-sec (Securities and Exchange Commission) 1");
    assertThat(search("--date", "1999").out()).contains("Nothing found", "wider --money or --date");
  }

  @Test
  void searchSaysHowFiltersAreWritten() {
    refuses("--money: write an amount as", "--money", "much");
    refuses("--date: write a date as", "--date", "May");
    refuses("did you mean us-sec", "--regulator", "seec");
  }

  @Test
  void extractWritesSentencesAndEntitiesUnlessToldNotTo() throws IOException {
    assertThat(extracted(true).at("/risks/1/entities").size()).isEqualTo(6);
    assertThat(extracted(true).at("/risks/1/sentences").size()).isEqualTo(3);
    assertThat(extracted(false).at("/risks/1").has("entities")).isFalse();
    assertThat(extracted(false).at("/risks/1").has("sentences")).isFalse();
  }

  private static JsonNode extracted(boolean annotated) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Json.write(out, FilingJson.of(marked().build(), annotated, null));
    return new ObjectMapper().readTree(out.toByteArray());
  }

  private void refuses(String message, String... args) {
    CommandRun run = search(args);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(message).hasLineCount(1);
  }

  private void fails(String message, String name) {
    CommandRun run = show(Terminal.NONE, name);
    assertThat(run.code()).isEqualTo(ExitCode.NOTHING_DONE);
    assertThat(run.err()).contains(message).hasLineCount(1);
  }

  private CommandRun search(String... args) {
    return run(Terminal.NONE, "search", args);
  }

  private CommandRun show(Terminal terminal, String... args) {
    return run(terminal, "show", args);
  }

  private CommandRun run(Terminal terminal, String command, String... args) {
    List<String> all = new ArrayList<>(List.of(command, "--index", folder.toString()));
    all.addAll(List.of(args));
    return CommandRun.on(terminal, "", all.toArray(String[]::new));
  }
}
