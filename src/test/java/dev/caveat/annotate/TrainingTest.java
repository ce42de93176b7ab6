package dev.caveat.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caveat.model.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingTest {
  @TempDir private Path folder;

  private Path corpus() throws IOException {
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    for (String name : List.of("a.txt", "b.txt")) {
      StringBuilder text = new StringBuilder("# a remark\n");
      for (int i = 0; i < 40; i++) {
        text.append("The <START:regulator> Soap Board of Ward ")
            .append(i % 7)
            .append(" <END> wrote to us.\n");
        text.append("Brandt Inc. and Dr. Lund sold soap in year ")
            .append(i)
            .append(".\nOur Board met.\n\n");
      }
      Files.writeString(corpus.resolve(name), text);
    }
    return corpus;
  }

  @Test
  void trainingTwiceGivesTheSameBytes() throws IOException {
    LocalDate date = LocalDate.of(2026, 1, 1);
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    for (Path models : List.of(one, two)) {
      SentenceTrainer.train(List.of(corpus()), models, date, Map.of());
      NameTrainer.train(corpus(), models, date, Map.of());
    }
    for (String file :
        List.of("sentences.bin", "regulators.bin", "sentences.md", "regulators.md")) {
      assertThat(one.resolve(file)).as(file).hasSameBinaryContentAs(two.resolve(file));
    }
  }

  @Test
  void readsTagsAndLeavesNaturalText() throws IOException {
    AnnotatedCorpus.Sentence s =
        AnnotatedCorpus.sentence(
            "On <START:date> May 3, 2009 <END> , the <START:regulator> FDA <END> (the “ <START:regulator> Agency <END> ”) wrote.",
            "x:1");
    assertThat(s.text()).isEqualTo("On May 3, 2009, the FDA (the “Agency”) wrote.");
    for (Entity e : s.entities()) {
      assertThat(s.text().substring(e.start(), e.end())).isEqualTo(e.text());
    }
  }

  @Test
  void namesTheFileAndLineOfABadTag() throws IOException {
    Path corpus = Files.createDirectories(folder.resolve("bad"));
    Files.writeString(corpus.resolve("c.txt"), "Fine.\nThe <START:planet> Mars <END> is far.\n");
    assertThatThrownBy(() -> AnnotatedCorpus.read(corpus))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("c.txt:2")
        .hasMessageContaining("planet");
    Files.writeString(corpus.resolve("c.txt"), "The <START:date> May is far.\n");
    assertThatThrownBy(() -> AnnotatedCorpus.read(corpus)).hasMessageContaining("without <END>");
  }
}
