package dev.caveat.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.caveat.Seeds;
import dev.caveat.classify.Calibration.Evidence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final List<String> IDS = List.of("a", "b", "c");

  @Test
  void scoresKeepTheOrderOfProbabilitiesAndAddUpToOne() {
    Random random = new Random(Seeds.or(7));
    for (int i = 0; i < 200; i++) {
      double[] p = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
      double[] s =
          new Calibration(Math.pow(2, random.nextInt(-2, 4)), 0.5, 0.5, Map.of())
              .scores(byWords(p));
      assertThat(Arrays.stream(s).sum()).isCloseTo(1, within(1e-9));
      assertThat(Calibration.first(s)).isEqualTo(Calibration.first(p));
    }
  }

  private static final double[] SILENT = {0.2, 0.2, 0.2};

  /** Words speak and the others say nothing. */
  private static Evidence byWords(double... probabilities) {
    return new Evidence(probabilities, SILENT, SILENT);
  }

  @Test
  void neighborsDecideWhereWordsAreInDoubt() {
    Calibration half = new Calibration(1, 0.5, 0, Map.of());
    double[] scores =
        half.scores(
            new Evidence(new double[] {0.5, 0.5, 0}, new double[] {0.09, 0.81, 0.1}, SILENT));
    assertThat(scores).containsExactly(new double[] {0.25, 0.75, 0}, within(1e-9));
  }

  @Test
  void meaningDecidesWhereWordsAndNeighborsAreInDoubt() {
    Calibration half = new Calibration(1, 0.5, 0.5, Map.of());
    double[] scores =
        half.scores(
            new Evidence(new double[] {0.5, 0.5, 0}, SILENT, new double[] {0.81, 0.09, 0.1}));
    assertThat(scores).containsExactly(new double[] {0.75, 0.25, 0}, within(1e-9));
  }

  @Test
  void hearsNeighborsAndMeaningOnlyWhereTheyKnowMoreThanTheWords() {
    List<Example> examples = new ArrayList<>();
    List<double[]> words = new ArrayList<>();
    List<double[]> wise = new ArrayList<>();
    List<double[]> foolish = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      String category = IDS.get(i % 3);
      examples.add(new Example("x", category, List.of(), "", ""));
      double[] unsure = {0.3, 0.3, 0.3};
      unsure[(i + i / 30) % 3] = 0.4;
      words.add(unsure);
      wise.add(shares(i % 3));
      foolish.add(shares((i + i / 3) % 3));
    }
    Calibration byNeighbors = learn(examples, words, wise, foolish);
    assertThat(byNeighbors.neighbors()).isGreaterThan(1);
    assertThat(byNeighbors.meaning()).isLessThan(0.2);
    Calibration byMeaning = learn(examples, words, foolish, wise);
    assertThat(byMeaning.neighbors()).isLessThan(0.2);
    assertThat(byMeaning.meaning()).isGreaterThan(1);
  }

  private static Calibration learn(
      List<Example> examples,
      List<double[]> words,
      List<double[]> neighbors,
      List<double[]> meaning) {
    List<Evidence> evidence =
        IntStream.range(0, examples.size())
            .mapToObj(i -> new Evidence(words.get(i), neighbors.get(i), meaning.get(i)))
            .toList();
    return Calibration.learn(IDS, examples, evidence);
  }

  private static double[] shares(int most) {
    double[] shares = {0.1, 0.1, 0.1};
    shares[most] = 0.8;
    return shares;
  }

  @Test
  void makesTimidProbabilitiesBoldAndBoldOnesTimid() {
    assertThat(powerWhereRight(0.9, new double[] {0.4, 0.3, 0.3})).isGreaterThan(4);
    assertThat(powerWhereRight(0.5, new double[] {0.98, 0.01, 0.01})).isLessThan(0.5);
  }

  private static double powerWhereRight(double share, double[] probabilities) {
    List<Example> examples = new ArrayList<>();
    List<Evidence> told = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      examples.add(new Example("x", i < share * 100 ? "a" : "b", List.of(), "", ""));
      told.add(byWords(probabilities));
    }
    return Calibration.learn(IDS, examples, told).words();
  }

  @Test
  void takesASecondCategoryFromWhereItIsMoreOftenRightThanNot() {
    List<Example> examples = new ArrayList<>();
    List<Evidence> told = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      boolean both = i % 3 == 0;
      List<String> also = both ? List.of("b") : List.of();
      examples.add(new Example("x", i % 5 == 0 ? "c" : "a", also, "", ""));
      told.add(both ? byWords(0.6, 0.38, 0.02) : byWords(0.8, 0.12, 0.08));
    }
    Calibration calibration = Calibration.learn(IDS, examples, told);
    double[] both = calibration.scores(byWords(0.6, 0.38, 0.02));
    double[] one = calibration.scores(byWords(0.8, 0.12, 0.08));
    assertThat(calibration.counts("b", both[1])).isTrue();
    assertThat(calibration.counts("b", one[1])).isFalse();
  }

  @Test
  void survivesBeingWrittenAndRead() throws IOException {
    Calibration one = new Calibration(1.75, 0.4, 0.2, Map.of("a", 0.25, "b", 0.3));
    assertThat(Calibration.parse(one.text())).isEqualTo(one);
    assertThatThrownBy(() -> Calibration.parse("words\tmuch\n")).hasMessageContaining("much");
    assertThatThrownBy(() -> Calibration.parse("words\t1\n"))
        .hasMessageContaining("each of the powers");
  }
}
