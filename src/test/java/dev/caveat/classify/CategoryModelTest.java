package dev.caveat.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.Seeds;
import dev.caveat.model.Classification;
import dev.caveat.model.Classification.Reason;
import dev.caveat.model.Classification.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryModelTest {
  private static final CategoryModel MODEL = CategoryModel.bundled();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "supply-chain | We buy our lasers from a sole supplier, and a shortage would halt us.",
        "listing | Our common stock may be delisted from Nasdaq if its bid price stays low.",
        "cyber-privacy | A breach of our information systems could expose customers' data.",
        "intellectual-property | We may be unable to protect our patents and trade secrets.",
        "tax | If we fail to qualify as a REIT we will pay tax as a corporation.",
        "workforce | We depend on key personnel and may fail to hire and retain engineers.",
        "indebtedness | Covenants of our credit agreement restrict us and we may default.",
        "product-approval | Our clinical trials may fail and the FDA may refuse approval.",
        "competition | We face intense competition from larger rivals that cut prices.",
        "ownership-control | Our founder holds a majority of the votes and controls the board.",
      })
  void tellsWhatIsPlain(String category, String caption) {
    assertThat(MODEL.classify(caption, "").category()).isEqualTo(category);
  }

  @Test
  void readsNoFurtherIntoALongBodyThanItsOpening() {
    String caption = "We may lose our licences to broadcast.";
    String body = "The commission renews each licence for eight years and may refuse. ".repeat(20);
    Classification one = MODEL.classify(caption, body);
    assertThat(MODEL.classify(caption, body + "Our stock may be delisted. ".repeat(500)))
        .isEqualTo(one);
  }

  @Test
  void whateverTheTextScoresAreInOrderAndReasonsStandInIt() {
    Random random = new Random(Seeds.or(11));
    String[] words =
        ("suppliers delisted covenant hackers patent trial tariff drought goodwill the of and"
                + " § 10 ✓ ünïcode — 2008 ,. \n\n \u0000 ' FDA union dividend lawsuit cloud")
            .split(" ");
    for (int i = 0; i < 400; i++) {
      String caption = words(random, words, random.nextInt(12));
      String body = words(random, words, random.nextInt(60));
      Classification told = MODEL.classify(caption, body);
      assertThat(told.scores()).hasSizeBetween(1, 3);
      assertThat(told.scores().stream().map(Score::category)).doesNotHaveDuplicates();
      double sum = 0;
      for (Score s : told.scores()) {
        assertThat(MODEL.taxonomy().holds(s.category())).isTrue();
        assertThat(s.score()).isBetween(0.0, told.scores().getFirst().score());
        sum += s.score();
      }
      assertThat(sum).isLessThanOrEqualTo(1.01);
      for (Reason r : told.because()) {
        assertThat(caption + "\n" + body).contains(r.text());
        assertThat(r.weight()).isPositive();
      }
      assertThat(told.because())
          .isSortedAccordingTo((a, b) -> Double.compare(b.weight(), a.weight()));
    }
  }

  private static String words(Random random, String[] words, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(words[random.nextInt(words.length)]).append(' ');
    }
    return text.toString().strip();
  }

  @Test
  void manyThreadsGetTheAnswersOfOne() throws Exception {
    List<String> captions = new ArrayList<>();
    Random random = new Random(Seeds.or(3));
    String[] words = "suppliers delisted covenant hackers patent trial tariff union tax".split(" ");
    for (int i = 0; i < 300; i++) {
      captions.add(words(random, words, 5));
    }
    List<Classification> alone = captions.stream().map(c -> MODEL.classify(c, "")).toList();
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Callable<Classification>> tasks = new ArrayList<>();
      captions.forEach(c -> tasks.add(() -> MODEL.classify(c, "")));
      List<Classification> together = new ArrayList<>();
      for (Future<Classification> f : pool.invokeAll(tasks)) {
        together.add(f.get());
      }
      assertThat(together).isEqualTo(alone);
    }
  }
}
