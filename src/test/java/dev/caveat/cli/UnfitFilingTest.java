package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A filing that no index can hold is named, and all others are indexed. */
class UnfitFilingTest {
  private static final String LONG = "K".repeat(40_000);

  @TempDir Path folder;

  @Disabled("not met yet since outlines are told by fitted evidence (0.2.0)")
  @Test
  void namesFilingsWithFactsBeyondAllMeasureAndIndexesTheRest() throws IOException {
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
    assertThat(run.out()).startsWith("2 filings indexed with 2 risks").contains("4 failed");
    assertThat(run.err())
        .contains("form.txt: its form type has 40,003 characters; an index takes 2,000")
        .contains("name.txt: its company name has 40,008 characters; an index takes 2,000")
        .contains("nameless.txt: its company name has")
        .contains(": its path has")
        .doesNotContain("internal error");
    assertThat(index(filings).out()).startsWith("0 filings indexed").contains("2 unchanged");
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

  private static InventedSubmission submission(int number) {
    return InventedSubmission.number(number)
        .risk("Frost may spoil our harvest.", "A frost would leave us with little to sell.");
  }
}
