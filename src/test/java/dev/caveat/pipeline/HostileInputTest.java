package dev.caveat.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.Seeds;
import dev.caveat.classify.CategoryModel;
import dev.caveat.ingest.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One folder of what may go wrong, and a good filing among it. */
final class HostileInputTest {
  private static final Limits LIMITS = new Limits(4 << 20, 64 << 20, 1000);

  @TempDir private Path folder;

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, String> run() {
    Map<String, String> out = new TreeMap<>();
    Extraction.defaults()
        .withTagger(CategoryModel.bundled())
        .withLimits(LIMITS)
        .inOrder(
            List.of(folder.toString()),
            outcome -> {
              String name = folder.relativize(Path.of(outcome.path().split("!")[0])).toString();
              out.put(
                  name,
                  switch (outcome) {
                    case Outcome.Extracted e -> e.disclosure().section().status().id();
                    case Outcome.Failed f -> "failed: " + f.reason();
                    case Outcome.Known k -> "known";
                    case Outcome.PassedOver p -> "passed over";
                  });
            });
    return out;
  }

  @Test
  void everyInputEndsAsAStatusOrANamedFailureAndTheRestGoesOn() throws IOException {
    byte[] noise = new byte[200_000];
    new Random(Seeds.or(7)).nextBytes(noise);
    String good =
        Files.readString(Path.of("corpora", "filings", "ostrellan-imaging_10-K_2023.txt"));
    write("empty.txt", "");
    write("noise.txt", noise);
    write("deep.htm", "<html>" + "<div><b><table><tr><td>".repeat(20_000) + "text");
    write("brackets.htm", "<".repeat(300_000));
    write("blanks.txt", "Item 1A. Risk Factors\n\n" + " . ".repeat(300_000));
    write("rows.htm", "<table>" + "<tr><td>a<td>b".repeat(50_000) + "</table>");
    write("large.txt", "word ".repeat(1_000_000));
    write("cut.txt", good.substring(0, good.length() / 2));
    write("good.txt", good);
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    try (OutputStream out = Files.newOutputStream(folder.resolve("bomb.zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("zeros.txt"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 100; i++) {
        zip.write(zeros);
      }
    }
    Map<String, String> ended = run();
    assertThat(ended)
        .hasSize(11)
        .containsEntry("good.txt", "present")
        .containsEntry("cut.txt", "present")
        .containsEntry("deep.htm", "absent")
        .containsEntry("brackets.htm", "absent")
        .containsEntry("rows.htm", "absent");
    assertThat(ended.get("empty.txt")).contains("failed", "empty");
    assertThat(ended.get("noise.txt")).contains("failed", "binary");
    assertThat(ended.get("large.txt")).contains("failed", "larger than");
    assertThat(ended.get("bomb.zip")).contains("failed", "unpacks to more");
    assertThat(ended.get("loop")).contains("failed", "link");
    assertThat(ended).containsKey("blanks.txt");
  }
}
