package dev.caveat.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.caveat.Seeds;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class MeasuresTest {
  private static final Offset<Double> EXACT = within(1e-9);

  @Test
  void areThoseOfThePaper() {
    Measures m = Measures.of("we expect demand to rise", "we expect weak demand to fall");
    // Words in common: we, expect, demand, to; 5 and 6 words, 7 distinct ones.
    assertThat(m.cosine()).isEqualTo(4 / Math.sqrt(5.0 * 6.0), EXACT);
    assertThat(m.jaccard()).isEqualTo(4 / 7.0, EXACT);
    // Deleted: rise; inserted: weak, fall.
    assertThat(m.minEdit()).isEqualTo(1 - 3 / 11.0, EXACT);
    // Added: weak; changed: rise to fall.
    assertThat(m.simple()).isEqualTo(1 - 2 / 5.5, EXACT);
  }

  @Test
  void countWordsAsOftenAsTheyStand() {
    Measures m = Measures.of("risk risk gain", "risk gain gain");
    assertThat(m.cosine()).isEqualTo(4 / 5.0, EXACT);
    assertThat(m.jaccard()).isEqualTo(1, EXACT);
  }

  @Test
  void areOneForEqualTextsAndForNone() {
    Measures all = new Measures(1, 1, 1, 1);
    assertThat(Measures.of("", "")).isEqualTo(all);
    assertThat(Measures.of("A fire may stop us.", "a FIRE may stop us")).isEqualTo(all);
  }

  @Test
  void areNoughtForTextsThatShareNothing() {
    Measures m = Measures.of("fire", "water and ice");
    assertThat(m.cosine()).isZero();
    assertThat(m.jaccard()).isZero();
    assertThat(m.minEdit()).isZero();
    assertThat(Measures.of("fire", "")).isEqualTo(new Measures(0, 0, 0, -1));
  }

  @Test
  void findTheFewestEditsAsATableOfAllPrefixesDoes() {
    Random random = new Random(Seeds.or(3));
    for (int round = 0; round < 200; round++) {
      List<String> old = words(random, random.nextInt(150));
      List<String> now = words(random, random.nextInt(150));
      int both = old.size() + now.size();
      double expected = both == 0 ? 1 : 2.0 * common(old, now) / both;
      assertThat(Measures.minEdit(old, now)).isEqualTo(expected, EXACT);
    }
  }

  private static List<String> words(Random random, int count) {
    return random.ints(count, 0, 12).mapToObj(i -> "w" + i).toList();
  }

  private static int common(List<String> old, List<String> now) {
    int[][] length = new int[old.size() + 1][now.size() + 1];
    for (int i = 1; i <= old.size(); i++) {
      for (int j = 1; j <= now.size(); j++) {
        length[i][j] =
            old.get(i - 1).equals(now.get(j - 1))
                ? length[i - 1][j - 1] + 1
                : Math.max(length[i - 1][j], length[i][j - 1]);
      }
    }
    return length[old.size()][now.size()];
  }
}
