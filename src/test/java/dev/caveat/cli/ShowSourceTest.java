package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code show --source} prints what stands in the file that was indexed. */
class ShowSourceTest {
  private static final String AS_FILED =
      "Frost may spoil our crops &amp; fruit.</b></p>\n<p>It did in <i>May</i>&#160;2003, at a cost of"
          + " $2&nbsp;million.";

  @TempDir Path folder;
  private Path filing = Path.of("");
  private String accession = "";

  @BeforeEach
  void writeFiling() throws IOException {
    InventedSubmission submission =
        InventedSubmission.number(1)
            .of("Brennick Jetmark Inc")
            .risk(
                "Frost may spoil our crops &amp; fruit.",
                "It did in <i>May</i>&#160;2003, at a cost of $2&nbsp;million.")
            .risk("Our one road may flood.", "Nothing would reach our stores for weeks.")
            .risk("We may lose our lease.", "We could find no other store along the coast.");
    filing = submission.write(folder.resolve("filings").resolve("one.txt"));
    accession = submission.accession();
  }

  private String index(Path path) {
    String index = folder.resolve("index").toString();
    CommandRun run = CommandRun.of("index", "--index", index, path.toString());
    assertThat(run.code()).as(run.err()).isZero();
    return index;
  }

  private CommandRun show(String index, String... more) {
    String[] args = new String[4 + more.length];
    System.arraycopy(new String[] {"show", "--index", index, accession + "#1"}, 0, args, 0, 4);
    System.arraycopy(more, 0, args, 4, more.length);
    return CommandRun.of(args);
  }

  @Test
  void printsARiskWithItsMarkup() {
    CommandRun run = show(index(filing), "--source");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().strip()).isEqualTo(AS_FILED);
  }

  @Test
  void readsAnEntryOfAnArchive() throws IOException {
    Path archive = folder.resolve("filings.zip");
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("2003/one.txt"));
      zip.write(Files.readAllBytes(filing));
    }
    CommandRun run = show(index(archive), "--source");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().strip()).isEqualTo(AS_FILED);
  }

  @Test
  void saysWhatToDoWhereTheFileHasChanged() throws IOException {
    String index = index(filing);
    Files.writeString(filing, Files.readString(filing).replace("crops", "plums"));
    CommandRun run = show(index, "--source");
    assertThat(run.code()).isEqualTo(ExitCode.NOTHING_DONE);
    assertThat(run.err()).contains("has changed since it was indexed; run 'caveat index");
  }

  @Test
  void saysWhatToDoWhereTheFileIsGone() throws IOException {
    String index = index(filing);
    Files.delete(filing);
    CommandRun run = show(index, "--source");
    assertThat(run.code()).isEqualTo(ExitCode.NOTHING_DONE);
    assertThat(run.err()).contains("one.txt, from which").contains("is gone; restore it");
  }

  @Test
  void givesTheSamePlacesInJsonAsExtract() throws IOException {
    JsonNode shown = new ObjectMapper().readTree(show(index(filing), "--format", "json").out());
    CommandRun run = CommandRun.of("extract", filing.toString());
    JsonNode extracted = new ObjectMapper().readTree(run.out()).get("risks").get(0);
    for (String name : new String[] {"source", "fragment", "sentenceSources", "entities"}) {
      assertThat(shown.get(name)).as(name).isNotNull().isEqualTo(extracted.get(name));
    }
    assertThat(shown.get("fragment").textValue())
        .isEqualTo(":~:text=Frost%20may%20spoil%20our%20crops,a%20cost%20of%20%242%20million.");
    assertThat(shown.get("entities").get(0).get("text").textValue()).isEqualTo("May 2003");
    JsonNode place = shown.get("entities").get(0).get("source");
    String raw = Files.readString(filing);
    String text = raw.substring(raw.indexOf("<TEXT>") + 6);
    assertThat(text.substring(place.get("start").intValue(), place.get("end").intValue()))
        .isEqualTo("May</i>&#160;2003");
  }
}
