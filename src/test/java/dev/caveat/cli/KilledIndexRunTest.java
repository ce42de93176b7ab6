package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.Seeds;
import dev.caveat.index.IndexDump;
import dev.caveat.index.IndexVerification;
import dev.caveat.index.RiskIndex;
import dev.caveat.library.CommittingRun;
import dev.caveat.profile.SectionLengths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills real processes that change an index which holds filings already, most of them when they
 * have committed others, runs them again, and expects the index of a run that nobody disturbed.
 *
 * <p>{@code -Dcaveat.kills=N} makes N kills a test, {@code -Dcaveat.seed=S} others.
 */
@Tag("slow")
class KilledIndexRunTest {
  private static final int KILLS = Integer.getInteger("caveat.kills", 4);
  private static final long SEED = Seeds.or(20261121);
  private static final int HELD = 80;
  private static final int FILINGS = 240;
  private static final int FILINGS_BETWEEN_COMMITS = 20;

  @TempDir static Path folder;
  static Path filings;
  static Path held;
  static List<String> expected = List.of();

  @BeforeAll
  static void indexUndisturbed() throws IOException {
    filings = folder.resolve("filings");
    held = folder.resolve("held");
    write(0, HELD);
    run("index", held, filings.toString());
    write(HELD, FILINGS);
    Path index = copy("undisturbed");
    run("index", index, filings.toString());
    expected = IndexDump.of(index);
    assertThat(expected)
        .hasSizeGreaterThan(FILINGS)
        .anyMatch(line -> line.contains(SectionLengths.CODE));
  }

  /**
   * Every tenth is a copy of another filing in another file, with other bytes; sections differ in
   * length from one year to the next, which only a look at the whole index tells.
   */
  private static void write(int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      int number = i % 10 == 9 ? (i * 31) % FILINGS / 10 * 10 : i;
      InventedSubmission s =
          InventedSubmission.number(number).cik("99" + number % 40).year(2000 + number / 40);
      for (int r = 0; r < 1 + i % 4; r++) {
        s.risk("Risk " + r + " of file " + i + ".", "Plot " + i * r + " may fail. ".repeat(300));
      }
      s.write(filings.resolve("d" + i % 7 + "/f" + i + ".txt"));
    }
  }

  @Test
  void indexingEndsAsAnUndisturbedRunWheneverItIsKilled() throws Exception {
    Random random = new Random(SEED);
    int behind = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Path index = copy("indexing" + kill);
      int commits = 1 + random.nextInt((FILINGS - HELD) / FILINGS_BETWEEN_COMMITS);
      long before = generation(index);
      Process process =
          start(
              CommittingRun.class,
              index.toString(),
              Integer.toString(FILINGS_BETWEEN_COMMITS),
              filings.toString());
      String when = killBehind(process, index, commits, random.nextLong(60_000_000), kill);
      behind += generation(index) > before + 1 ? 1 : 0; // the first is made at opening
      assertThat(IndexVerification.of(index).damages()).as(when).isEmpty();
      run("index", index, filings.toString());
      assertThat(IndexDump.of(index)).as(when).isEqualTo(expected);
      assertThat(hasDeletions(index)).as(when).isFalse();
    }
    assertThat(behind).as("killed behind a commit of filings").isGreaterThan(KILLS / 2);
  }

  @Test
  void removalIsDoneWholeOrNotAtAllWheneverItIsKilled() throws Exception {
    Random random = new Random(SEED);
    String[] remove =
        IntStream.range(0, HELD)
            .filter(i -> i % 5 == 0)
            .mapToObj(i -> InventedSubmission.number(i).year(2000 + i / 40).accession())
            .toArray(String[]::new);
    Path removed = copy("removed");
    run("remove", removed, remove);
    List<String> old = IndexDump.of(held);
    List<String> now = IndexDump.of(removed);
    assertThat(now).hasSizeLessThan(old.size());
    for (int kill = 0; kill < KILLS; kill++) {
      Path index = copy("removal" + kill);
      Process process = start(Main.class, command("remove", index, remove));
      int commits = 1 + random.nextInt(2);
      String when = killBehind(process, index, commits, random.nextLong(90_000_000), kill);
      assertThat(IndexDump.of(index)).as(when).isIn(old, now);
      assertThat(hasDeletions(index)).as(when).isFalse();
      CommandRun.of(command("remove", index, remove));
      assertThat(IndexDump.of(index)).as(when).isEqualTo(now);
    }
  }

  /** Kills a process some time after it made so many commits, where it is still there. */
  private static String killBehind(Process process, Path index, int commits, long nanos, int number)
      throws Exception {
    long wanted = generation(index) + commits;
    while (process.isAlive() && generation(index) < wanted) {
      LockSupport.parkNanos(200_000);
    }
    LockSupport.parkNanos(nanos);
    process.destroyForcibly().waitFor();
    return "seed " + SEED + ", kill " + number + ", commit " + commits + " and " + nanos + " ns";
  }

  /** How many commits an index has had. */
  private static long generation(Path index) {
    String[] files = index.toFile().list((f, name) -> name.startsWith("segments_"));
    return files == null
        ? 0
        : Arrays.stream(files).mapToLong(f -> Long.parseLong(f.substring(9), 36)).max().orElse(0);
  }

  private static boolean hasDeletions(Path index) throws IOException {
    try (RiskIndex reader = RiskIndex.open(index)) {
      return reader.searcher().getIndexReader().hasDeletions();
    }
  }

  private static Path copy(String name) throws IOException {
    Path copy = Files.createDirectory(folder.resolve(name));
    try (Stream<Path> files = Files.list(held)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  private static void run(String command, Path index, String... arguments) {
    CommandRun run = CommandRun.of(command(command, index, arguments));
    assertThat(run.code()).as(run.err()).isZero();
  }

  private static String[] command(String command, Path index, String... arguments) {
    return Stream.concat(Stream.of(command, "--index", index.toString()), Arrays.stream(arguments))
        .toArray(String[]::new);
  }

  private static Process start(Class<?> main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
