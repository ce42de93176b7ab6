package dev.caveat.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.Seeds;
import dev.caveat.compare.Change.Kind;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.RiskFactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two thousand risks a side that have nothing to do with one another are told apart. */
class LargeComparisonTest {
  private static final int RISKS = 2_000;

  /** A guard: a table of all pairs of words takes far longer. */
  @Test
  @Timeout(120)
  void comparesForeignRisksWithoutTryingAllPairs() {
    long seed = Seeds.or(1);
    Side old = side(seed);
    Side now = side(seed + 1);
    Comparison comparison = Comparison.of(old, now);
    assertThat(comparison.changes()).filteredOn(c -> c.kind() == Kind.REMOVED).hasSize(RISKS);
    assertThat(comparison.changes()).filteredOn(c -> c.kind() == Kind.ADDED).hasSize(RISKS);
  }

  private static Side side(long seed) {
    Random random = new Random(seed);
    List<RiskFactor> risks = new ArrayList<>();
    for (int i = 1; i <= RISKS; i++) {
      String caption = "We may " + words(random, 6) + " and fail.";
      String body = "We could lose " + words(random, 25) + ".";
      risks.add(new RiskFactor(i, List.of("Group " + i % 7), caption, List.of(body), true));
    }
    return new Side("seed " + seed, FilingFacts.UNKNOWN, risks);
  }

  private static String words(Random random, int n) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < n; i++) {
      words.append(i == 0 ? "" : " ");
      random.ints(7, 'a', 'z' + 1).forEach(words::appendCodePoint);
    }
    return words.toString();
  }
}
