package dev.caveat.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.Seeds;
import dev.caveat.error.CaveatException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that changes an index at the moment of its commits. What is there then is what
 * some commit made, whole, and no commit that had ended is lost; going on from there ends as an
 * undisturbed run does.
 *
 * <p>{@code -Dcaveat.kills=N} makes N kills, {@code -Dcaveat.seed=S} others.
 */
@Tag("slow")
class KilledCommitTest {
  private static final int KILLS = Integer.getInteger("caveat.kills", 8);
  private static final long SEED = Seeds.or(20261127);

  @TempDir static Path folder;

  /** What the index and the labels hold after each commit. */
  static final List<List<String>> AFTER = new ArrayList<>();

  @BeforeAll
  static void runUndisturbed() throws IOException {
    Path index = folder.resolve("undisturbed");
    AFTER.add(List.of());
    ChangingProcess.run(
        index,
        SEED,
        0,
        what -> {
          if (what.startsWith("end")) {
            AFTER.add(IndexDump.of(index));
          }
        });
    assertThat(IndexDump.of(index)).isEqualTo(AFTER.getLast());
  }

  @Test
  void holdsWhatSomeCommitMadeWholeWheneverItIsKilled() throws Exception {
    Random random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      Path index = folder.resolve("killed" + kill);
      int last = random.nextInt(ChangingProcess.ROUNDS + 1);
      long wait = random.nextLong(12_000_000);
      String when = "seed " + SEED + ", kill " + kill + ", commit " + last + " and " + wait + " ns";
      int ended = killAt(index, last, wait);
      List<String> held = dump(index);
      int state = AFTER.lastIndexOf(held);
      assertThat(state)
          .as(when + ": a state of which no commit is lost")
          .isGreaterThanOrEqualTo(ended);
      if (state > 0) {
        assertThat(IndexVerification.of(index).damages()).as(when).isEmpty();
      }
      ChangingProcess.run(index, SEED, state, what -> {});
      assertThat(IndexDump.of(index)).as(when + ", in the end").isEqualTo(AFTER.getLast());
      try (RiskIndex whole = RiskIndex.open(index)) {
        assertThat(whole.searcher().getIndexReader().hasDeletions()).as(when).isFalse();
      }
    }
  }

  /** Starts the process, kills it a moment after a commit has begun; gives how many had ended. */
  private static int killAt(Path index, int commit, long nanos) throws Exception {
    Process process = start(index);
    int ended = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String until = commit == ChangingProcess.ROUNDS ? "close" : "begin " + commit;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ended += line.startsWith("end") ? 1 : 0;
        if (line.equals(until)) {
          break;
        }
      }
      LockSupport.parkNanos(nanos);
      process.toHandle().destroyForcibly(); // leaves its output open
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ended += line.startsWith("end") ? 1 : 0;
      }
    }
    process.waitFor();
    return ended;
  }

  private static List<String> dump(Path index) throws IOException {
    try {
      return IndexDump.of(index);
    } catch (CaveatException e) {
      assertThat(e).hasMessageContaining("no index in"); // killed before its first commit
      return List.of();
    }
  }

  private static Process start(Path index) throws IOException {
    Path err = folder.resolve("err");
    Files.deleteIfExists(err);
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.caveat.index.ChangingProcess",
            index.toString(),
            Long.toString(SEED),
            "0")
        .redirectError(err.toFile())
        .start();
  }
}
