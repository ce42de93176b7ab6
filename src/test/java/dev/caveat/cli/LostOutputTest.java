package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Output that nobody takes: a full disk is an error in one line, a closed pipe ends quietly. */
class LostOutputTest {
  private static final String FULL = "No space left on device";

  @TempDir Path folder;
  private Path filings;
  private String index = "";

  @BeforeEach
  void write() throws IOException {
    filings = Files.createDirectory(folder.resolve("filings"));
    index = folder.resolve("index").toString();
    for (int i = 1; i < 40; i++) {
      InventedSubmission.number(i)
          .risk("Frost may spoil crop " + i + ".", "A frost would leave little. ".repeat(100))
          .write(filings.resolve(i + ".txt"));
    }
    assertThat(CommandRun.of("index", "--index", index, filings.toString()).code()).isZero();
  }

  @Test
  void saysInOneLineThatTheDiskIsFull() {
    for (List<String> command : commands()) {
      CommandRun run = onto(FULL, 0, command);
      assertThat(run.code()).as(command.toString()).isEqualTo(ExitCode.NOTHING_DONE);
      assertThat(run.err())
          .as(command.toString())
          .contains("caveat", ": cannot write the output: " + FULL)
          .hasLineCount(1);
    }
  }

  @Test
  void saysThatTheDiskIsFullWhenItFillsUpOnTheWay() {
    CommandRun run = onto(FULL, 70_000, List.of("extract", filings.toString()));
    assertThat(run.code()).isEqualTo(ExitCode.NOTHING_DONE);
    assertThat(run.err()).isEqualTo("caveat extract: cannot write the output: " + FULL + "\n");
  }

  @Test
  void endsQuietlyWhenTheReaderHasGone() {
    for (List<String> command : commands()) {
      CommandRun run = onto("Broken pipe", 10, command);
      assertThat(run.code()).as(command.toString()).isEqualTo(ExitCode.PIPE_CLOSED);
      assertThat(run.err()).as(command.toString()).isEmpty();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void tellsThoseApartInARealProcess() throws Exception {
    Process full = start(new File("/dev/full"), "extract", filings.toString());
    assertThat(full.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(full.exitValue()).isEqualTo(ExitCode.NOTHING_DONE);
    assertThat(text(full.getErrorStream())).contains("cannot write the output").hasLineCount(1);
    Process piped = start(null, "extract", filings.toString());
    piped.getInputStream().close();
    assertThat(piped.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(piped.exitValue()).isEqualTo(ExitCode.PIPE_CLOSED);
    assertThat(text(piped.getErrorStream())).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void tellsWhichIndexCannotBeWritten() throws Exception {
    CommandRun.of("index", "--index", index, filings.toString());
    Process process =
        new ProcessBuilder(
                "bash",
                "-c",
                "ulimit -f 0; exec \"$@\"",
                "bash",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.caveat.cli.Main",
                "remove",
                "--year",
                "2022",
                "--index",
                index)
            .start();
    String err = text(process.getErrorStream());
    assertThat(process.waitFor()).isEqualTo(ExitCode.NOTHING_DONE);
    assertThat(err).contains("cannot write to the index in " + index + ": File too large");
    assertThat(CommandRun.of("verify", "--index", index).code()).isZero();
  }

  private List<List<String>> commands() {
    String path = filings.toString();
    return List.of(
        List.of("--help"),
        List.of("help", "search"),
        List.of("search", "--help"),
        List.of("--version"),
        List.of("generate-completion"),
        List.of("extract", path),
        List.of("extract", "--outline", path),
        List.of("index", "--index", index, path),
        List.of("status", "--index", index),
        List.of("status", "--index", index, "--format", "json"),
        List.of("search", "--index", index, "frost"),
        List.of("search", "--index", index, "frost", "--format", "json"),
        List.of("search", "--index", index, "frost", "--format", "trec"),
        List.of("remove", "--index", index, "--year", "2022", "--dry-run"));
  }

  /** Runs onto a device that fails after so many bytes. */
  private static CommandRun onto(String failure, int room, List<String> command) {
    WatchedOutput out = new WatchedOutput(new Device(failure, room));
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.watched(
            command.toArray(String[]::new),
            out,
            new Streams(
                InputStream.nullInputStream(),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Terminal.NONE));
    return new CommandRun(code, "", err.toString(StandardCharsets.UTF_8));
  }

  private static final class Device extends OutputStream {
    private final String failure;
    private int room;

    Device(String failure, int room) {
      this.failure = failure;
      this.room = room;
    }

    @Override
    public void write(int b) throws IOException {
      if (room-- <= 0) {
        throw new IOException(failure);
      }
    }
  }

  private static Process start(@org.jspecify.annotations.Nullable File out, String... args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.caveat.cli.Main"));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    if (out != null) {
      builder.redirectOutput(out);
    }
    return builder.start();
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
