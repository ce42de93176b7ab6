package dev.caveat.compare;

import dev.caveat.classify.CategoryModel;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.pipeline.Extraction;
import dev.caveat.pipeline.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Filings with risks, read from a folder once for each test class. */
final class ReadFilings {
  static final Path BUNDLED = Path.of("corpora", "filings");
  static final Path REAL = Path.of("..", "shared", "filings");

  private ReadFilings() {}

  static List<Side> in(Path folder) {
    List<Side> sides = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      Extraction.defaults()
          .withTagger(CategoryModel.bundled())
          .inOrder(
              List.of(folder.toString()),
              outcome -> {
                if (outcome instanceof Outcome.Extracted e
                    && !e.disclosure().section().risks().isEmpty()) {
                  sides.add(Side.of(e.disclosure()));
                }
              });
    }
    return sides;
  }
}
