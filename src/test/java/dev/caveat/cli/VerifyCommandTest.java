package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.caveat.Seeds;
import dev.caveat.index.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
  private static final int DAMAGES = 150;

  @TempDir Path folder;
  private Path index = Path.of("");

  @BeforeEach
  void index() throws IOException {
    index = folder.resolve("index");
    for (int i = 0; i < 8; i++) {
      Path file = folder.resolve("filings/" + i + ".txt");
      InventedSubmission.number(i)
          .risk("Frost may spoil crop " + i + ".", "A frost would leave us with little to sell.")
          .write(file);
      if (i % 4 == 3) { // a segment each
        run("index", folder.resolve("filings").toString());
      }
    }
  }

  @Test
  void saysThatAllIsAsWritten() {
    CommandRun run = run("verify");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsPattern("^\\d+ files of 0\\.\\d MB read in .*index: ")
        .endsWith("intact, 8 filings and 8 risks whole\n");
  }

  @Test
  void findsEveryChangedByteCutAndMissingFile() throws IOException {
    List<Path> files = files();
    long first = Seeds.or(0);
    for (int damage = 0; damage < DAMAGES; damage++) {
      long seed = first + damage;
      Random random = new Random(seed);
      Path file = files.get(damage % files.size());
      byte[] whole = Files.readAllBytes(file);
      if (whole.length == 0) {
        continue;
      }
      switch (damage % 7) {
        case 0 -> Files.delete(file);
        case 1 -> Files.write(file, Arrays.copyOf(whole, random.nextInt(whole.length)));
        default -> {
          byte[] flipped = whole.clone();
          flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
          Files.write(file, flipped);
        }
      }
      CommandRun run = run("verify");
      String when = "seed " + seed + ", " + file.getFileName() + ": " + run.out() + run.err();
      assertThat(run.code()).as(when).isNotZero();
      if (run.code() == ExitCode.SOME_FAILED) {
        assertThat(run.out()).as(when).contains("damaged: ").contains("run 'caveat index' on");
      } else { // the list of segments is gone, or says that another release wrote it
        assertThat(file.getFileName().toString()).as(when).startsWith("segments_");
      }
      Files.write(file, whole);
    }
    assertThat(run("verify").code()).isZero();
  }

  @Test
  void namesTheFile() throws IOException {
    Path file =
        files().stream().filter(f -> f.toString().endsWith(".cfs")).findFirst().orElseThrow();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThat(run("verify").out())
        .contains(
            "damaged: " + file.getFileName() + ": its checksum is wrong, or it is truncated\n");
  }

  @Test
  void namesALabelThatIsNoneAndLeavesTheIndexAlone() throws IOException {
    Files.writeString(Labels.beside(index), "what is this?\n");
    CommandRun run = run("verify");
    assertThat(run.code()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.out())
        .contains("damaged: " + Labels.beside(index) + ": ")
        .contains("To do: fix that line of the labels")
        .doesNotContain("delete the folder");
  }

  @Test
  void namesAnOutlineThatIsNoneAndLeavesTheIndexAlone() throws IOException {
    Path outlines = folder.resolve("index.outlines.tsv");
    Files.writeString(outlines, "what is this?\n");
    CommandRun run = run("verify");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.out())
        .contains("damaged: " + outlines + ": ")
        .contains("To do: fix that line of the outlines")
        .doesNotContain("delete the folder");
  }

  @Test
  void namesALabelWhoseCategoryTheIndexDoesNotKnow() throws IOException {
    String filing = InventedSubmission.number(1).accession();
    assertThat(run("label", filing + "#1", "tax").code()).isZero();
    Path labels = Labels.beside(index);
    assertThat(run("verify").code()).isZero();
    Files.writeString(labels, Files.readString(labels).replace("\ttax\t", "\ttex\t"));
    CommandRun run = run("verify");
    assertThat(run.code()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.out())
        .contains("damaged: " + labels + ": " + filing + "#1: no category tex")
        .contains("To do: fix that line of the labels");
  }

  @Test
  void otherCommandsPointToItWhereAnIndexIsDamaged() throws IOException {
    for (Path file : files()) {
      if (Files.size(file) > 0 && !file.getFileName().toString().startsWith("segments")) {
        Files.write(file, new byte[20], StandardOpenOption.TRUNCATE_EXISTING);
      }
    }
    for (String command : List.of("status", "remove x", "search frost", "report --all")) {
      CommandRun run = run(command.split(" "));
      assertThat(run.code()).isEqualTo(ExitCode.NOTHING_DONE);
      assertThat(run.err()).as(command).contains("'caveat verify --index " + index + "'");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void saysThatAndWhatMayNotBeRead() throws IOException {
    Files.setPosixFilePermissions(index, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(index), "this user may read everything");
    CommandRun run = run("status");
    Files.setPosixFilePermissions(index, PosixFilePermissions.fromString("rwx------"));
    assertThat(run.err()).isEqualTo("caveat status: permission denied: " + index + "\n");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> list = Files.list(index)) {
      return list.sorted().toList();
    }
  }

  private CommandRun run(String... command) {
    String[] all = Arrays.copyOf(command, command.length + 2);
    all[command.length] = "--index";
    all[command.length + 1] = index.toString();
    return CommandRun.of(all);
  }
}
