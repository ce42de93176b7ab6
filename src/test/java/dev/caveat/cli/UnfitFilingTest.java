package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fact that no filer states is refused; a filing that no index can hold is named. */
class UnfitFilingTest {
  private static final String LONG = "K".repeat(40_000);

  @TempDir Path folder;

  @Test
  void refusesFactsBeyondAllMeasureAndNamesTheFilingThatNoIndexCanHold() throws IOException {
    Path filings = folder.resolve("filings");
    submission(1).write(filings.resolve("a.txt"));
    submission(2).form("10-" + LONG).write(filings.resolve("form.txt"));
    submission(3).of("COMPANY " + LONG).write(filings.resolve("name.txt"));
    submission(4).of("COMPANY " + LONG).cik("none").write(filings.resolve("nameless.txt"));
    try (OutputStream out = Files.newOutputStream(filings.resolve("path.zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(LONG + ".txt"));
      Path other = submission(5).write(folder.resolve("other.txt"));
      zip.write(Files.readAllBytes(other));
    }
    submission(6).write(filings.resolve("z.txt"));
    CommandRun run = index(filings);
    assertThat(run.code()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.out()).startsWith("5 filings indexed with 5 risks").contains("1 failed");
    assertThat(run.err()).contains(": its path has").doesNotContain("internal error");
    assertThat(doubtful("form.txt"))
        .contains("the form in the header was rejected: it is 40,003 characters long")
        .doesNotContain("KKK");
    assertThat(doubtful("name.txt"))
        .contains("the company in the header was rejected: it is 40,008 characters long")
        .doesNotContain("KKK");
    assertThat(doubtful("nameless.txt"))
        .contains("the company in the header was rejected: it is 40,008 characters long")
        .doesNotContain("KKK");
    assertThat(index(filings).out()).startsWith("0 filings indexed").contains("5 unchanged");
  }

  @Test
  void anEntryNeverTakesThePlaceOfAFileOrOfAnotherEntry() throws IOException {
    Path filings = folder.resolve("filings");
    submission(1).write(filings.resolve("real.txt"));
    try (OutputStream out = Files.newOutputStream(filings.resolve("zz.zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("../real.txt"));
      zip.write(Files.readAllBytes(submission(2).write(folder.resolve("other.txt"))));
      zip.putNextEntry(new ZipEntry("x/../a.txt"));
      zip.write(Files.readAllBytes(submission(3).write(folder.resolve("other.txt"))));
      zip.putNextEntry(new ZipEntry("a.txt"));
      zip.write(Files.readAllBytes(submission(4).write(folder.resolve("other.txt"))));
    }
    assertThat(index(filings).out()).startsWith("4 filings indexed");
    assertThat(index(filings).out()).contains("4 unchanged");
    CommandRun status = CommandRun.of("status", "--index", folder.resolve("index").toString());
    assertThat(status.out()).startsWith("4 filings, 4 risks");
  }

  private CommandRun index(Path filings) {
    return CommandRun.of(
        "index", "--index", folder.resolve("index").toString(), filings.toString());
  }

  /** What is told of a file as doubtful. */
  private String doubtful(String file) {
    return CommandRun.of(
            "status",
            "--doubtful",
            "--format",
            "json",
            "--index",
            folder.resolve("index").toString())
        .out()
        .lines()
        .filter(line -> line.contains("/" + file + "\""))
        .collect(Collectors.joining("\n"));
  }

  private static InventedSubmission submission(int number) {
    return InventedSubmission.number(number)
        .risk("Frost may spoil our harvest.", "A frost would leave us with little to sell.");
  }
}
