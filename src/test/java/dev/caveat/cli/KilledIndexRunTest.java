package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.Seeds;
import dev.caveat.index.IndexDump;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a real indexing process at ten moments, runs it again, and expects the index of a run that
 * nobody disturbed: nothing lost, nothing twice.
 */
@Tag("slow")
class KilledIndexRunTest {
  private static final int FILINGS = 700;
  private static final int MOMENTS = 10;

  @TempDir static Path folder;
  static Path filings;
  static List<String> expected = List.of();
  static long millis;

  @BeforeAll
  static void indexUndisturbed() throws Exception {
    filings = folder.resolve("filings");
    for (int i = 0; i < FILINGS; i++) {
      submission(i).write(filings.resolve("d" + i % 7 + "/f" + i + ".txt"));
    }
    Path index = folder.resolve("undisturbed");
    long start = System.nanoTime();
    Process process = start(index);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    expected = IndexDump.of(index);
  }

  /** Every tenth is a copy of another filing in another file, with other bytes. */
  private static InventedSubmission submission(int i) {
    int number = i % 10 == 9 ? (i * 31) % FILINGS / 10 * 10 : i;
    InventedSubmission s = InventedSubmission.number(number).year(2000 + number % 20);
    for (int r = 0; r < 1 + i % 4; r++) {
      s.risk("Risk " + r + " of file " + i + ".", "The harvest of plot " + i * r + " may fail.");
    }
    return s;
  }

  @Test
  void endsAsAnUndisturbedRunWheneverItIsKilled() throws Exception {
    assertThat(expected).hasSizeGreaterThan(FILINGS);
    Random random = new Random(Seeds.or(20261121));
    long whole = millis;
    int cutShort = 0;
    for (int moment = 0; cutShort < MOMENTS && moment < 3 * MOMENTS; moment++) {
      Path index = folder.resolve("killed" + moment);
      long wait = random.nextLong(whole / 3, whole);
      Process process = start(index);
      long start = System.nanoTime();
      if (process.waitFor(wait, TimeUnit.MILLISECONDS)) {
        // The machine has become faster than it was; later runs are killed earlier.
        whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        continue;
      }
      cutShort++;
      process.destroyForcibly().waitFor();
      CommandRun again = CommandRun.of("index", "--index", index.toString(), filings.toString());
      assertThat(again.code()).as(again.err()).isZero();
      assertThat(IndexDump.of(index)).as("killed after " + wait + " ms").isEqualTo(expected);
    }
    assertThat(cutShort).as("runs that were under way when killed").isEqualTo(MOMENTS);
  }

  private static Process start(Path index) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.caveat.cli.Main",
            "index",
            "--index",
            index.toString(),
            filings.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
