package dev.caveat.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelCardTest {
  @TempDir Path folder;

  @Test
  void theHashGoesByNamesAndBytesOfTrainingFilesAlone() throws IOException {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Files.writeString(corpus.resolve("b.txt"), "second");
    Files.writeString(corpus.resolve("a.tsv"), "first");
    String before = ModelCard.hash(List.of(corpus));
    Files.writeString(corpus.resolve("README.md"), "about it");
    assertThat(ModelCard.files(corpus))
        .extracting(f -> f.getFileName().toString())
        .containsExactly("a.tsv", "b.txt");
    assertThat(ModelCard.hash(List.of(corpus))).isEqualTo(before).matches("[0-9a-f]{64}");
    Files.writeString(corpus.resolve("b.txt"), "changed");
    assertThat(ModelCard.hash(List.of(corpus))).isNotEqualTo(before);
  }

  @Test
  void tellsWhatAModelIsMadeOfInTheOrderOfNames() throws IOException {
    Path corpus = Files.writeString(folder.resolve("c.txt"), "text");
    Path card = folder.resolve("m.md");
    new ModelCard(
            "m.bin", List.of(corpus), Map.of("b", "2", "a", "1"), Map.of("F1", "0.9"), "More.\n")
        .write(card, LocalDate.of(2024, 2, 29));
    assertThat(card)
        .hasContent(
            "# m.bin\n\nTrained 2024-02-29 on `"
                + corpus
                + "`, whose files hash to `"
                + ModelCard.hash(List.of(corpus))
                + "` (SHA-256).\n\n| Parameter | Value |\n| --- | --- |\n| a | 1 |\n| b | 2 |\n"
                + "\n| Figure | Value |\n| --- | --- |\n| F1 | 0.9 |\n\nMore.\n");
  }

  @Test
  void aModelIsNamedByTwelveDigitsOfItsHash() {
    assertThat(ModelFile.name("abc".getBytes(StandardCharsets.US_ASCII))).isEqualTo("ba7816bf8f01");
  }
}
