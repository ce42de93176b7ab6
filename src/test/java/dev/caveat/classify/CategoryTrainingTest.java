package dev.caveat.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caveat.model.Classification;
import dev.caveat.table.MalformedTableException;
import dev.caveat.taxonomy.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CategoryTrainingTest {
  private static final String TAXONOMY =
      "version\tfarm 1\nfield\tweather\tWeather\nfield\tpests\tPests\nmarket\tprices\tPrices\n";

  @TempDir Path folder;
  private Taxonomy taxonomy = Taxonomy.bundled();

  @BeforeEach
  void read() throws IOException {
    taxonomy = Taxonomy.parse(TAXONOMY, "farm");
  }

  /** Two batches with the same matter in other words. */
  private Path corpus() throws IOException {
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    for (int batch = 1; batch <= 2; batch++) {
      StringBuilder out = new StringBuilder("# a remark\n");
      for (int i = 0; i < 12; i++) {
        out.append("weather\t\tFrost and hail may spoil crop ").append(i);
        out.append("\tLate frost in spring kills blossom. Hail did so in year ").append(i);
        out.append(".\npests\tweather\tBeetles may eat crop ").append(i);
        out.append("\tBeetles and moths breed when rain is scarce in year ").append(i);
        out.append(".\nprices\t\tGrain may become cheap again, as in season ").append(i);
        out.append("\tA glut of grain lowers what the elevator pays in season ").append(i);
        out.append(".\n");
      }
      Files.writeString(corpus.resolve("batch-" + batch + ".tsv"), out);
    }
    return corpus;
  }

  private Path train(String name) throws IOException {
    Path models = folder.resolve(name);
    new CategoryTrainer(taxonomy)
        .train(corpus(), models, LocalDate.of(2026, 1, 1), Map.of("on our own", "0.9"));
    return models;
  }

  @Test
  void trainingTwiceGivesTheSameBytes() throws IOException {
    Path one = train("one");
    Path two = train("two");
    for (String file : List.of("categories.bin", "categories.md")) {
      assertThat(one.resolve(file)).as(file).hasSameBinaryContentAs(two.resolve(file));
    }
    assertThat(one.resolve("categories.md"))
        .content()
        .contains("2026-01-01", "on our own", "| weather", "taxonomy", "farm 1", "SHA-256");
  }

  @Test
  void aModelReadBackTellsTheSameCategoriesOfItsOwnTaxonomy() throws IOException {
    CategoryModel model = CategoryModel.read(train("models").resolve("categories.bin"));
    assertThat(model.taxonomy()).isEqualTo(taxonomy);
    Classification frost = model.classify("Late frost may spoil our blossom.", "");
    assertThat(frost.category()).isEqualTo("weather");
    assertThat(frost.because()).isNotEmpty();
    assertThat(model.classify("Moths", "Beetles may breed.").category()).isEqualTo("pests");
    assertThat(model.name()).hasSize(12);
  }

  @Test
  void aTextWithoutAKnownWordIsOther() throws IOException {
    CategoryModel model = CategoryModel.read(train("models").resolve("categories.bin"));
    for (String text : List.of("", "Xylophone zephyr.", "我们可能亏损。", "12 § 34 %")) {
      Classification told = model.classify(text, text);
      assertThat(told.category()).as(text).isEqualTo("other");
      assertThat(told.because()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyTrainerLearnsWhatIsPlain(CategoryTrainer.Algorithm algorithm) throws IOException {
    List<Example> examples = CategoryCorpus.read(corpus(), taxonomy);
    CategoryEvaluation evaluation =
        new CategoryTrainer(taxonomy, algorithm).train(examples).evaluation();
    assertThat(evaluation.accuracy()).isGreaterThan(0.6);
    assertThat(evaluation.judgments()).hasSize(examples.size());
  }

  @Test
  void theCurveGrowsByWholeBatches() throws IOException {
    List<Example> examples = CategoryCorpus.read(corpus(), taxonomy);
    assertThat(new CategoryTrainer(taxonomy).curve(examples))
        .singleElement()
        .satisfies(s -> assertThat(s.examples()).isEqualTo(36));
  }

  @Test
  void namesFileAndLineOfABadRow() throws IOException {
    assertBad("weather\t\tFrost\tIt froze.\nsnow\t\tSnow\tIt snowed.\n", ":2:", "snow", "weather");
    assertBad("weather\tfog\tFrost\tIt froze.\n", ":1:", "fog");
    assertBad("# fine\nweather\tFrost\tIt froze.\n", ":2:", "3 fields");
    assertBad("weather\t\t\t \n", ":1:", "neither");
    assertBad("# nothing\n", "expected rows");
  }

  @Test
  void namesACategoryWithoutExamples() throws IOException {
    assertBad("weather\t\tA\tB\nweather\t\tC\tD\nprices\t\tE\tF\nprices\t\tG\tH\n", "pests");
  }

  private void assertBad(String text, String... expected) throws IOException {
    Path file = folder.resolve("bad.tsv");
    Files.writeString(file, text);
    assertThatThrownBy(() -> CategoryCorpus.read(file, taxonomy))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("bad.tsv")
        .hasMessageContainingAll(expected);
  }

  @Test
  void refusesWhatIsNoModel() throws IOException {
    Path file = folder.resolve("no.bin");
    Files.writeString(file, "this is text");
    assertThatThrownBy(() -> CategoryModel.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no.bin")
        .hasMessageContaining("train categories");
    assertThatThrownBy(() -> CategoryModel.read(Path.of("models", "sentences.bin")))
        .hasMessageContaining("sentences.bin");
  }
}
