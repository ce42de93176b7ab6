package dev.caveat.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.compare.Change;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.model.Filing;
import dev.caveat.model.FilingFacts;
import dev.caveat.segment.LayoutTrial.Container;
import dev.caveat.segment.LayoutTrial.Cut;
import dev.caveat.segment.LayoutTrial.Furniture;
import org.junit.jupiter.api.Test;

/** One text in another container, or on other pages, is the same text. */
final class SameTextElsewhereTest {
  /** A head on fewer pages could as well be a line that occurs twice. */
  private static final int FEWEST_PAGES = Bounds.whole("page-head-pages");

  private static boolean hasManyHeads(LayoutTrial trial) {
    String document = FilingRenderer.render(trial).document();
    return document.split("Annual Review", -1).length > FEWEST_PAGES;
  }

  private static Side read(LayoutTrial trial) {
    Filing filing = LayoutTrialReport.read(trial, FilingRenderer.render(trial).document());
    return new Side("rendered", FilingFacts.UNKNOWN, Segmenter.segment(filing).section().risks());
  }

  private static void assertUnchanged(LayoutTrial one, LayoutTrial other) {
    Side old = read(one);
    assertThat(old.risks()).hasSizeGreaterThan(2);
    assertThat(Comparison.of(old, read(other)).changes())
        .as(one + " and " + other)
        .extracting(Change::kind)
        .containsOnly(Change.Kind.UNCHANGED);
  }

  @Test
  void nothingChangesInAnotherContainer() {
    for (long seed = 1; seed <= 12; seed++) {
      LayoutTrial plain = LayoutTrial.plain(seed);
      assertUnchanged(plain, plain.with(Container.SUBMISSION));
      assertUnchanged(plain, plain.with(Container.PARAGRAPHS));
      assertUnchanged(plain.with(Container.WORD), plain.with(Container.FONT_TAGS));
    }
  }

  @Test
  void nothingChangesOnOtherPages() {
    for (long seed = 1; seed <= 12; seed++) {
      LayoutTrial plain = LayoutTrial.plain(seed);
      assertUnchanged(plain, plain.with(Cut.SENTENCE));
      LayoutTrial headed = plain.with(Furniture.RUNNING_HEAD);
      if (hasManyHeads(headed)) {
        assertUnchanged(plain.with(Furniture.NONE), headed);
      }
      assertUnchanged(plain.with(Cut.SENTENCE).with(Furniture.OF), plain.with(Furniture.RULE));
    }
  }
}
