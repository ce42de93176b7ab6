package dev.caveat.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.caveat.vectors.WordVectors.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordVectorsTest {
  @TempDir Path folder;

  private WordVectors small() throws IOException {
    TreeMap<String, Entry> words = new TreeMap<>();
    words.put("corn", new Entry(1, new float[] {1, 0}));
    words.put("rust", new Entry(3, new float[] {0, 5}));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WordVectors.write(words, out);
    return WordVectors.read(Files.write(folder.resolve("small.bin"), out.toByteArray()));
  }

  @Test
  void theVectorOfATextIsTheWeightedMeanOfItsWordsEachCountedOnce() throws IOException {
    WordVectors vectors = small();
    assertThat(vectors.vector("Corn, corn and RUST."))
        .containsExactly(
            new float[] {(float) Math.sqrt(0.1), (float) Math.sqrt(0.9)}, within(1e-5f));
    assertThat(vectors.size()).isEqualTo(2);
    assertThat(vectors.dimensions()).isEqualTo(2);
  }

  @Test
  void aTextWithoutAKnownWordIsAllZero() throws IOException {
    assertThat(small().vector("我们 § 12")).containsExactly(0, 0);
    assertThat(small().vector("")).containsExactly(0, 0);
  }

  @Test
  void namesTheFileThatIsNoTable() throws IOException {
    Path table = folder.resolve("other.bin");
    Files.write(table, new byte[] {0, 3, 'a', 'b', 'c'});
    assertThatThrownBy(() -> WordVectors.read(table)).hasMessageContaining("other.bin: expected");
    small();
    byte[] whole = Files.readAllBytes(folder.resolve("small.bin"));
    Files.write(table, java.util.Arrays.copyOf(whole, whole.length - 1));
    assertThatThrownBy(() -> WordVectors.read(table)).hasMessageContaining("other.bin: the table");
  }

  @Test
  void bundledWordsOfLikeMeaningLieCloser() {
    WordVectors vectors = WordVectors.bundled();
    assertThat(cosine(vectors, "hackers", "cyberattacks"))
        .isGreaterThan(cosine(vectors, "hackers", "dividends") + 0.2);
    assertThat(cosine(vectors, "earthquake", "hurricane"))
        .isGreaterThan(cosine(vectors, "earthquake", "patent") + 0.2);
  }

  private static double cosine(WordVectors vectors, String left, String right) {
    float[] a = vectors.vector(left);
    float[] b = vectors.vector(right);
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
    }
    return dot;
  }
}
