package dev.caveat.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caveat.table.MalformedTableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaxonomyTest {
  private static final String TWO = "version\t7\nsky\train\tRain\tWater falls.\nsky\tsun\n";

  @TempDir Path folder;

  @Test
  void theBundledOneHasTwentyEightCategoriesInSevenFamilies() {
    Taxonomy taxonomy = Taxonomy.bundled();
    assertThat(taxonomy.categories()).hasSize(28);
    assertThat(taxonomy.families()).hasSize(7);
    assertThat(taxonomy.ids()).hasSize(29).contains("listing", "supply-chain").endsWith("other");
    assertThat(taxonomy.categories()).allSatisfy(c -> assertThat(c.definition()).isNotBlank());
  }

  @Test
  void survivesBeingWrittenAndRead() throws IOException {
    Taxonomy bundled = Taxonomy.bundled();
    assertThat(Taxonomy.parse(bundled.text(), "x")).isEqualTo(bundled).hasSameHashCodeAs(bundled);
    assertThat(Taxonomy.parse(TWO, "x")).isNotEqualTo(bundled);
  }

  @Test
  void knowsCategoriesByIdAndNameInAnyCase() throws IOException {
    Taxonomy taxonomy = Taxonomy.parse(TWO, "x");
    assertThat(taxonomy.id("RAIN")).contains("rain");
    assertThat(Taxonomy.bundled().id("Supply Chain")).contains("supply-chain");
    assertThat(taxonomy.id("snow")).isEmpty();
    assertThat(taxonomy.family("sun")).isEqualTo("sky");
    assertThat(taxonomy.family("other")).isEqualTo("other");
    assertThat(taxonomy.name("sun")).isEqualTo("sun");
    assertThat(taxonomy.version()).isEqualTo("7");
  }

  @Test
  void namesFileAndLineOfWhatIsWrong() throws IOException {
    assertBad("version\t1\nsky\train\nsky\train\n", ":3:", "rain is listed twice");
    assertBad("version\t1\nsky\train\nsky\tBright Sun\n", ":3:", "Bright Sun");
    assertBad("version\t1\nsky\n", ":2:", "one field");
    assertBad("version\t1\nsky\train\nsky\tother\n", ":3:", "other");
    assertBad("sky\train\nsky\tsun\n", "version");
    assertBad("version\t1\nsky\train\n", "at least two categories");
    Path binary = folder.resolve("binary.tsv");
    Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 1, 2});
    assertThatThrownBy(() -> Taxonomy.read(binary)).hasMessageContaining("UTF-8");
  }

  private void assertBad(String text, String... expected) throws IOException {
    Path file = folder.resolve("mine.tsv");
    Files.writeString(file, text, StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Taxonomy.read(file))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("mine.tsv")
        .hasMessageContainingAll(expected);
  }
}
