package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
  @TempDir Path folder;
  private String index = "";

  @BeforeEach
  void index() throws IOException {
    index = folder.resolve("index").toString();
    Path filings = Files.createDirectory(folder.resolve("filings"));
    for (int i = 1; i <= 3; i++) {
      String form = i == 1 ? "S-1" : i == 2 ? "10-K" : "8-K";
      InventedSubmission.number(i).form(form).write(filings.resolve(i + ".txt"));
    }
    CommandRun run = CommandRun.of("index", "--index", index, filings.toString());
    assertThat(run.code()).as(run.err()).isZero();
  }

  @Test
  void listsFilingsWithoutRisksByFormAndLeavesOutFormsThatNeverCarryAny() {
    CommandRun run = CommandRun.of("status", "--index", index);
    String without = run.out().substring(run.out().indexOf("Without risks"));
    assertThat(without)
        .containsSubsequence("2.txt", "10-K, ", "1.txt", "S-1, ")
        .doesNotContain("3.txt")
        .endsWith(
            "  not shown: 1 filing of forms that never carry risk factors (--all lists them)\n");
  }

  @Test
  void listsThoseFormsTooWhereAllIsAskedFor() {
    String all = CommandRun.of("status", "--index", index, "--all").out();
    assertThat(all).containsSubsequence("2.txt", "3.txt", "1.txt").doesNotContain("left out");
  }

  @Test
  void listsAllFilingsWithTheNamesThatCommandsTake() throws IOException {
    String json = CommandRun.of("status", "--index", index, "--filings", "--format", "json").out();
    for (String line : json.lines().toList()) {
      String name = new ObjectMapper().readTree(line).get("filing").asText();
      CommandRun shown = CommandRun.of("show", "--index", index, name);
      assertThat(shown.err()).doesNotContain("no filing");
    }
    assertThat(json.lines()).hasSize(3);
    assertThat(CommandRun.of("status", "--index", index, "--filings").out())
        .startsWith("Filing ")
        .contains("3.txt");
  }

  @Test
  void writesNoLineWhereNoFilingIsListed() {
    String none =
        CommandRun.of(
                "status", "--index", index, "--filings", "--format", "json", "--company", "nobody")
            .out();
    assertThat(none).isEmpty();
  }

  @Test
  void showsTheEvidenceOfAFilingWithoutRisksOnce() {
    CommandRun run = CommandRun.of("search", "--index", index, "--status", "absent", "factors");
    assertThat(run.out()).containsOnlyOnce("form 8-K has no risk factors");
    CommandRun json =
        CommandRun.of("search", "--index", index, "--status", "absent", "8-K", "--format", "json");
    assertThat(json.out()).contains("\"highlights\":[\"form <em>8-K</em> has no risk");
  }
}
