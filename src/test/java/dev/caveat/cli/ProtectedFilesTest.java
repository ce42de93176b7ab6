package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.index.Labels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** No option that names a file to write ever overwrites labels, an index, or what is read. */
class ProtectedFilesTest {
  @TempDir Path folder;
  private Path index = Path.of("");
  private Path filing = Path.of("");
  private String labels = "";

  @BeforeEach
  void indexAndLabel() throws IOException {
    index = folder.resolve("index");
    filing =
        InventedSubmission.number(1)
            .risk("Frost may spoil our harvest.", "A frost would leave us with little to sell.")
            .write(folder.resolve("filings/1.txt"));
    assertThat(on("index", folder.resolve("filings").toString()).code()).isZero();
    assertThat(on("label", InventedSubmission.number(1).accession() + "#1", "tax").code()).isZero();
    labels = Files.readString(Labels.beside(index));
  }

  @Test
  void refusesToWriteOverLabels() throws IOException {
    String file = Labels.beside(index).toString();
    String refusal = file + " holds the labels of the index; choose another file";
    assertRefused(on("label", "--export", file), "--export: " + refusal);
    assertRefused(on("report", "--all", "--output", file), "--output: " + refusal);
    assertRefused(on("measures", "--output", file), "--output: " + refusal);
    assertRefused(on("compare", filing.toString(), filing.toString(), "--output", file), refusal);
    assertThat(Labels.beside(index)).hasContent(labels.strip());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void refusesToWriteOverThemThroughALinkOrAnotherWayToNameThem() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("l.csv"), Labels.beside(index));
    assertRefused(on("report", "--all", "--output", link.toString()), "holds the labels");
    Path round = folder.resolve("filings/../index.labels.tsv");
    assertRefused(on("label", "--export", round.toString()), "holds the labels");
    Path inside = Files.createSymbolicLink(folder.resolve("i"), index);
    assertRefused(
        on("report", "--all", "--output", inside.resolve("new.csv").toString()),
        "is inside the index folder");
    assertThat(Files.readString(Labels.beside(index))).isEqualTo(labels);
  }

  @Test
  void refusesToWriteIntoTheIndexOrOverFilings() throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(index)) {
      files = list.toList();
    }
    for (Path file : files) {
      assertRefused(
          on("report", "--all", "--output", file.toString(), "--format", "csv"),
          "is inside the index folder");
      assertRefused(on("label", "--export", file.toString()), "is inside the index folder");
    }
    assertRefused(
        on("report", "--all", "--output", filing.toString(), "--format", "csv"),
        "is an indexed filing");
    assertRefused(on("label", "--export", filing.toString()), "is an indexed filing");
    assertRefused(
        on("compare", filing.toString(), filing.toString(), "--output", filing.toString()),
        "is an input of this command");
    assertThat(on("status").code()).isZero();
  }

  @Test
  void refusesToWriteOverCorrectedOutlines() throws IOException {
    Path outlines = folder.resolve("index.outlines.tsv");
    Path outline =
        Files.writeString(folder.resolve("o.txt"), on("outline", filing.toString()).out());
    assertThat(on("outline", filing.toString(), "--apply", outline.toString()).code()).isZero();
    String kept = Files.readString(outlines);
    String refusal = outlines + " holds the corrected outlines of the index";
    assertRefused(on("outline", "--export", outlines.toString()), refusal);
    assertRefused(on("label", "--export", outlines.toString()), refusal);
    assertRefused(
        on("report", "--all", "--output", outlines.toString(), "--format", "csv"), refusal);
    assertThat(Files.readString(outlines)).isEqualTo(kept);
  }

  @Test
  void refusesToWriteOverAnArchiveThatFilingsWereReadFrom() throws IOException {
    Path zip = folder.resolve("a.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("e.htm"));
      out.write(InventedSubmission.number(2).text().getBytes(StandardCharsets.UTF_8));
    }
    assertThat(on("index", zip.toString()).code()).isZero();
    assertRefused(
        on("report", "--all", "--format", "csv", "--output", zip.toString()),
        "is an indexed filing");
  }

  @Test
  void writesElsewhere() {
    Path file = folder.resolve("out.tsv");
    assertThat(on("label", "--export", file.toString()).code()).isZero();
    assertThat(file).content().startsWith("tax\t\tFrost may spoil our harvest.\t");
  }

  private static void assertRefused(CommandRun run, String why) {
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(why);
  }

  private CommandRun on(String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.add("--index");
    all.add(index.toString());
    return CommandRun.of(all.toArray(String[]::new));
  }
}
