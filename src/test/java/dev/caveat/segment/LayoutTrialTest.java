package dev.caveat.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * What the segmenter reaches on rendered filings; {@link LayoutTrialReport} shows what it misses.
 */
final class LayoutTrialTest {
  private static final long SEED = 20;

  private static void assertFigures(List<LayoutTrial> trials, int exact, int perfect, int groups) {
    List<LayoutTrialReport.Score> scores = trials.stream().map(LayoutTrialReport::score).toList();
    assertThat(count(scores, s -> s.exact())).as("exact sections").isGreaterThanOrEqualTo(exact);
    assertThat(count(scores, s -> s.f1() == 1))
        .as("filings with every risk")
        .isGreaterThanOrEqualTo(perfect);
    assertThat(count(scores, s -> s.groupF1() == 1))
        .as("filings with every group")
        .isGreaterThanOrEqualTo(groups);
  }

  private static long count(
      List<LayoutTrialReport.Score> scores, Predicate<LayoutTrialReport.Score> is) {
    return scores.stream().filter(is).count();
  }

  @Test
  void readsLayoutsThatDifferInOneThingFromAPlainFiling() {
    List<LayoutTrial> trials = LayoutTrial.oneAtATime(SEED);
    assertThat(trials).hasSize(159);
    assertFigures(trials, 119, 114, 114);
  }

  @Test
  void readsLayoutsThatDifferInManyThings() {
    assertFigures(LayoutTrial.random(100, SEED), 93, 80, 85);
  }

  @Test
  void readsWhatStandsInPlaceOfRisksInAnyLayout() {
    List<StatusTrial> trials = StatusTrial.all(4, SEED);
    long right = trials.stream().filter(StatusTrial::isRight).count();
    assertThat(trials).hasSize(164);
    assertThat(right).isGreaterThanOrEqualTo(151);
  }
}
