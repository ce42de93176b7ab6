package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caveat.index.InventedFiling;
import dev.caveat.json.FilingJson;
import dev.caveat.json.Json;
import dev.caveat.model.Explanation;
import dev.caveat.model.Explanation.Ranked;
import dev.caveat.model.Explanation.Signal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a filing got its answer, for people and programs. */
class ExplanationTest {
  private static final Explanation INVENTED =
      new Explanation(
          List.of(
              new Ranked(
                  "Item 1A. Risk Factors",
                  "item heading, block 41",
                  7.5,
                  List.of(
                      new Signal("item-number", 1, 4),
                      new Signal("prose-follows", 0.875, 4),
                      new Signal("loudness", 0, 1),
                      new Signal("place", 0.3, 0)),
                  true),
              new Ranked(
                  "Risk Factors … 12",
                  "contents line, block 7",
                  -1.25,
                  List.of(
                      new Signal("place", 0.01, 0),
                      new Signal("item-number", 0, 4),
                      new Signal("prose-follows", 0.1875, 4),
                      new Signal("page-number-follows", 1, -2)),
                  false)),
          List.of(new Ranked("bold captions", "26 captions, 4 groups", 3, List.of(), true)),
          List.of(new Signal("margin", 8.75, 0.2)));

  @TempDir Path folder;

  @Test
  void peopleSeeWhatWonByHowMuchAndByWhatMost() {
    assertThat(ExplanationTable.of(INVENTED, 100))
        .isEqualTo(
            """
              sections: candidates for the start of the section
              *    7.50  Item 1A. Risk Factors (item heading, block 41)
                       item-number                     1.000 ×  +4.000 =  +4.000
                       prose-follows                   0.875 ×  +4.000 =  +3.500
                       loudness                        0.000 ×  +1.000 =  +0.000
                       place                           0.300 ×  +0.000 =  +0.000
                  -1.25  Risk Factors … 12 (contents line, block 7)
                       page-number-follows             1.000 ×  -2.000 =  -2.000
                       prose-follows                   0.188 ×  +4.000 =  +0.750
                       place                           0.010 ×  +0.000 =  +0.000
                +8.75 against “Risk Factors … 12”, mostly from item-number +4.00, prose-follows +2.75,
                page-number-follows +2.00

              outlines: candidate outlines of its text
              *    3.00  bold captions (26 captions, 4 groups)

              confidence: contributions
                       margin                          8.750 ×  +0.200 =  +1.750

            """);
  }

  @Test
  void programsGetItAsAField() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Json.write(out, FilingJson.of(InventedFiling.number(1).build(), false, INVENTED));
    JsonNode told = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    JsonNode explanation = told.get("explanation");
    assertThat(explanation.at("/sections/0/title").asText()).isEqualTo("Item 1A. Risk Factors");
    assertThat(explanation.at("/sections/0/chosen").asBoolean()).isTrue();
    assertThat(explanation.at("/sections/1/signals/3/weight").asDouble()).isEqualTo(-2);
    assertThat(explanation.at("/outlines/0/what").asText()).isEqualTo("26 captions, 4 groups");
    assertThat(explanation.at("/confidence/0/name").asText()).isEqualTo("margin");
  }

  @Test
  void extractExplainsForReadingOrInJson() throws IOException {
    String file = InventedSubmission.number(1).form("4").write(folder.resolve("4.txt")).toString();
    CommandRun run = CommandRun.of("extract", file, "--explain");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .containsSubsequence(
            file, "absent: form 4 has no risk factors", "no alternatives were considered");
    JsonNode told =
        new ObjectMapper()
            .readTree(CommandRun.of("extract", file, "--explain", "--format", "json").out());
    assertThat(told.at("/explanation/sections").isArray()).isTrue();
    assertThat(new ObjectMapper().readTree(CommandRun.of("extract", file).out()).has("explanation"))
        .isFalse();
    assertThat(CommandRun.of("extract", file, "--format", "table").out())
        .isEqualTo(CommandRun.of("extract", file, "--outline").out());
    assertThat(CommandRun.of("extract", file, "--outline", "--format", "json").code())
        .isEqualTo(ExitCode.USAGE);
  }
}
