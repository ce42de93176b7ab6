package dev.caveat.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.model.Block;
import dev.caveat.model.Style;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class ParagraphsTest {
  private static Block block(String text, Block.Kind kind) {
    return new Block(text, kind, Style.PLAIN, text.length(), false, 0, false, false, 0, 0);
  }

  @Test
  void putsTheRowsOfATableInOneParagraph() {
    List<Block> blocks =
        List.of(
            block("Soap by the bar:", Block.Kind.PARAGRAPH),
            block("lye\t2", Block.Kind.TABLE_ROW),
            block("oil\t3", Block.Kind.TABLE_ROW),
            block("Sales fell.", Block.Kind.PARAGRAPH));
    assertThat(Paragraphs.of(blocks))
        .containsExactly("Soap by the bar:", "lye\t2\noil\t3", "Sales fell.");
  }

  @Test
  @Timeout(10)
  void joinsTheRowsOfALongTableInLinearTime() {
    Block row = block("a row of figures\t1,000".repeat(5), Block.Kind.TABLE_ROW);
    List<Block> blocks = new ArrayList<>(Collections.nCopies(200_000, row));
    assertThat(Paragraphs.of(blocks)).hasSize(1);
  }
}
