package dev.caveat.profile;

import dev.caveat.classify.CategoryModel;
import dev.caveat.index.RiskIndexWriter;
import dev.caveat.index.Tagging;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.pipeline.Extraction;
import dev.caveat.pipeline.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes a large index for timing: the filings with risks in a folder, so many times over, each time
 * as those of another company.
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/cp.txt
 * java -cp target/test-classes:target/classes:$(cat target/cp.txt) \
 *     dev.caveat.profile.LargeIndex FOLDER-OF-FILINGS TIMES INDEX
 * CAVEAT_JAVA_OPTS=-Xmx256m /usr/bin/time -v ./caveat report --all --index INDEX --output all.html
 * </pre>
 */
public final class LargeIndex {
  private static final int YEARS = 10;

  private LargeIndex() {}

  /** Writes the index. */
  public static void main(String[] args) throws IOException {
    CategoryModel model = CategoryModel.bundled();
    List<RiskDisclosure> filings = new ArrayList<>();
    Extraction.defaults()
        .withTagger(model)
        .inOrder(
            List.of(args[0]),
            outcome -> {
              if (outcome instanceof Outcome.Extracted e
                  && !e.disclosure().section().risks().isEmpty()) {
                filings.add(e.disclosure());
              }
            });
    try (RiskIndexWriter writer =
        RiskIndexWriter.open(Path.of(args[2]), new Tagging(model.taxonomy(), model.name()))) {
      int times = Integer.parseInt(args[1]);
      for (int i = 0; i < times; i++) {
        for (int j = 0; j < filings.size(); j++) {
          writer.add(copy(filings.get(j), i, j));
        }
        System.err.printf("\r%d of %d", i + 1, times);
      }
    }
    System.err.printf(Locale.ROOT, "%n%d filings a time%n", filings.size());
  }

  private static RiskDisclosure copy(RiskDisclosure filing, int time, int place) {
    FilingFacts f = filing.facts();
    String company = Integer.toString(1_000_000 + time * 1_000 + place / YEARS);
    LocalDate period = LocalDate.of(2015 + place % YEARS, 12, 31);
    FilingFacts facts =
        new FilingFacts(
            String.format(Locale.ROOT, "%010d-%02d-%06d", 1 + time, place % 100, place),
            company,
            "Company " + company,
            null,
            "10-K",
            period.plusMonths(2),
            period,
            orElse(f.sic(), "3571"));
    String path = "copies/" + time + "/" + place + ".htm";
    String sha256 = String.format(Locale.ROOT, "%032d%032d", time, place);
    return new RiskDisclosure(
        path, sha256, facts, filing.section(), null, filing.confidence(), filing.warnings());
  }

  private static String orElse(@Nullable String value, String other) {
    return value == null ? other : value;
  }
}
