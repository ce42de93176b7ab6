package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.error.CaveatException;
import dev.caveat.index.RiskIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class InterruptedIndexRunTest {
  /** More than are committed at once. */
  private static final int FILINGS = 260;

  @TempDir Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void keepsWhatIsThereWhenItIsToldToEnd() throws Exception {
    Path filings = folder.resolve("filings");
    for (int i = 0; i < FILINGS; i++) {
      InventedSubmission.number(i)
          .risk("Frost may spoil crop " + i + ".", "A frost would leave us with little to sell.")
          .write(filings.resolve(i + ".txt"));
    }
    Path index = folder.resolve("index");
    Path err = folder.resolve("err");
    Process process = start(index, err, filings.toString(), "-"); // waits for its input for ever
    awaitCommit(index);
    process.toHandle().destroy(); // leaves its input open
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
    try (RiskIndex kept = RiskIndex.open(index)) {
      assertThat(Files.readString(err))
          .endsWith(
              "caveat index: interrupted; "
                  + kept.filingCount()
                  + " filings in the index; run the same command again to resume\n");
      assertThat(kept.filingCount()).isEqualTo(FILINGS);
    }
  }

  private static void awaitCommit(Path index) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (count(index) < 250 && System.nanoTime() < end) {
      Thread.sleep(100);
    }
    Thread.sleep(1000); // the few filings after the commit
  }

  private static int count(Path index) {
    try (RiskIndex reader = RiskIndex.open(index)) {
      return reader.filingCount();
    } catch (IOException | CaveatException e) {
      return 0; // not begun yet
    }
  }

  private static Process start(Path index, Path err, String... paths) throws IOException {
    var command = new java.util.ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("dev.caveat.cli.Main");
    command.add("index");
    command.add("--index");
    command.add(index.toString());
    command.addAll(java.util.List.of(paths));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(err.toFile())
        .start();
  }
}
