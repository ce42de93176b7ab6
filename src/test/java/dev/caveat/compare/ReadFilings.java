package dev.caveat.compare;

import dev.caveat.classify.CategoryModel;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.pipeline.Extraction;
import dev.caveat.pipeline.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Filings with risks, read from a folder once for all tests. */
final class ReadFilings {
  static final Path BUNDLED = Path.of("corpora", "filings");
  static final Path REAL = Path.of("..", "shared", "filings");

  private static final Map<Path, List<Side>> READ = new ConcurrentHashMap<>();

  private ReadFilings() {}

  static List<Side> in(Path folder) {
    return READ.computeIfAbsent(folder, ReadFilings::read);
  }

  private static List<Side> read(Path folder) {
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
    return List.copyOf(sides);
  }
}
