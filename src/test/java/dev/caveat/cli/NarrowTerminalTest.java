package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NarrowTerminalTest {
  private static final Terminal NARROW = new Terminal(false, false, 60);

  @TempDir Path folder;
  private String filing = "";

  @BeforeEach
  void write() throws IOException {
    filing =
        InventedSubmission.number(1)
            .of("KESTWICK FARM MARKETS AND ORCHARDS OF THE UPPER VALLEY INC")
            .risk(
                "Frost in May may spoil our crops, and then we would have little to sell in any of"
                    + " the months that follow.",
                "A frost in May would leave us with little to sell.")
            .write(folder.resolve("one.txt"))
            .toString();
  }

  @Test
  void cutsTheCompanyAndKeepsTheNumberThatNamesTheRisk() {
    String index = folder.resolve("index").toString();
    assertThat(CommandRun.of("index", "--index", index, filing).code()).isZero();
    CommandRun run = CommandRun.on(NARROW, "", "search", "--index", index, "frost");
    assertThat(run.out().lines().findFirst().orElse(""))
        .startsWith("  1. KESTWICK FARM ")
        .endsWith("… · 10-K · 2022 · 0009900102-23-000001#1")
        .hasSizeLessThanOrEqualTo(60);
  }

  @Test
  void wrapsAnOutlineWithAHangingIndent() {
    CommandRun run = CommandRun.on(NARROW, "", "extract", "--outline", filing);
    assertThat(run.out().lines().skip(1))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
    assertThat(run.out())
        .contains("    1  Frost in May may spoil our crops, and then we would\n       have little");
  }
}
