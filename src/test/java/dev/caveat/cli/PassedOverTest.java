package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassedOverTest {
  @TempDir Path folder;

  @Test
  void saysThatAnEmptyFolderHoldsNoFiling() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    for (CommandRun run : new CommandRun[] {extract(empty), index(empty)}) {
      assertThat(run.code()).isEqualTo(ExitCode.NOTHING_DONE);
      assertThat(run.err()).endsWith(": no filing under " + empty + "\n").hasLineCount(1);
    }
  }

  @Test
  void namesArchivesInsideArchives() throws IOException {
    Path nested = zip("nested.zip", "2022.zip", "2023.tar.gz");
    for (CommandRun run : new CommandRun[] {extract(nested), index(nested)}) {
      assertThat(run.code()).isEqualTo(ExitCode.NOTHING_DONE);
      assertThat(run.err())
          .contains("not read: " + nested + "!2022.zip: an archive inside an archive; unpack it\n")
          .contains("not read: " + nested + "!2023.tar.gz: an archive")
          .contains(": skipped 2 files that are not filings (.gz 1, .zip 1)\n")
          .contains(": no filing under " + nested);
    }
  }

  @Test
  void countsWhatItPassesOverBesideFilings() throws IOException {
    Path filings = Files.createDirectory(folder.resolve("filings"));
    InventedSubmission.number(1)
        .risk("Frost may spoil our crops.", "A frost in May would leave us with little to sell.")
        .write(filings.resolve("one.txt"));
    Files.writeString(filings.resolve("a.csv"), "a,b");
    Files.writeString(filings.resolve("B.CSV"), "a,b");
    Files.writeString(filings.resolve("logo.png"), "x");
    for (CommandRun run : new CommandRun[] {extract(filings), index(filings)}) {
      assertThat(run.code()).isZero();
      assertThat(run.err())
          .endsWith(": skipped 3 files that are not filings (.csv 2, .png 1)\n")
          .hasLineCount(1);
    }
  }

  private CommandRun extract(Path path) {
    return CommandRun.of("extract", path.toString());
  }

  private CommandRun index(Path path) {
    return CommandRun.of("index", "--index", folder.resolve("index").toString(), path.toString());
  }

  private Path zip(String name, String... entries) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
        out.write("PK".getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}
