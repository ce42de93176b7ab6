package dev.caveat.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caveat.compare.Change.Kind;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.compare.FilingSeries.Pair;
import dev.caveat.model.RiskFactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Comparisons of real filings, and of those bundled where real ones are not at hand. */
final class RealPairsTest {
  private static final Path CATEGORIES = Path.of("..", "shared", "gold");
  private static final Path GOLD = Path.of("..", "shared", "gold", "align");

  private static List<Side> filings = List.of();

  @BeforeAll
  static void read() {
    filings = ReadFilings.in(ReadFilings.REAL);
    if (filings.isEmpty()) {
      filings = ReadFilings.in(ReadFilings.BUNDLED);
    }
  }

  @Test
  void redlinesOfConsecutiveFilingsGiveBackBothTexts() {
    List<Pair<Side>> pairs =
        FilingSeries.of(filings, Side::facts).stream().flatMap(s -> s.pairs().stream()).toList();
    assertThat(pairs).hasSizeGreaterThanOrEqualTo(4);
    for (Pair<Side> pair : pairs) {
      Comparison comparison = Comparison.of(pair.before(), pair.after());
      ComparisonTest.assertEachRiskOnce(comparison);
      for (Change change : comparison.changes()) {
        Redline redline = comparison.redline(change);
        assertThat(redline.before()).isEqualTo(text(pair.before(), change.before()));
        assertThat(redline.after()).isEqualTo(text(pair.after(), change.after()));
      }
    }
  }

  private static String text(Side side, List<Integer> ordinals) {
    return String.join("\n\n", ordinals.stream().map(o -> side.risk(o).text()).toList());
  }

  @Test
  void nothingChangesBetweenAFilingAndItself() {
    for (Side side : filings) {
      Comparison comparison = Comparison.of(side, side);
      assertThat(comparison.changes())
          .as(side.path())
          .allSatisfy(c -> assertThat(c.kind()).isEqualTo(Kind.UNCHANGED))
          .allSatisfy(c -> assertThat(c.moved()).isFalse());
      assertThat(comparison.measures()).isEqualTo(new Measures(1, 1, 1, 1));
    }
  }

  @Test
  void linksWhatALabellerLinked() throws IOException {
    assumeTrue(Files.isDirectory(GOLD), "no labeled pairs here");
    try (Stream<Path> files = Files.list(GOLD)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        JsonNode gold = new ObjectMapper().readTree(file.toFile());
        Comparison comparison =
            Comparison.of(side(gold.at("/old/path")), side(gold.at("/new/path")));
        Set<String> wanted = new HashSet<>();
        for (JsonNode link : gold.get("links")) {
          link.get("old").forEach(o -> link.get("new").forEach(n -> wanted.add(o + "-" + n)));
        }
        Set<String> found = new HashSet<>();
        comparison
            .changes()
            .forEach(
                c ->
                    c.before()
                        .forEach(o -> c.after().forEach(n -> found.add((o - 1) + "-" + (n - 1)))));
        Set<String> right = new HashSet<>(wanted);
        right.retainAll(found);
        double f1 = 2.0 * right.size() / (wanted.size() + found.size());
        assertThat(f1).as("link F1 of " + file).isGreaterThanOrEqualTo(0.97);
      }
    }
  }

  private static Side side(JsonNode path) {
    return filings.stream()
        .filter(s -> s.path().endsWith("/" + path.asText()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(path + " is not among the filings"));
  }

  /** Prints in how many links of all consecutive filings the category differs, before and after. */
  @Test
  void keepsCategoriesOverAllConsecutiveFilingsAtHardlyAnyCostInAccuracy() throws IOException {
    Map<String, String> gold = categories();
    Map<String, int[]> drift = new TreeMap<>();
    int[] right = new int[3];
    List<Pair<Side>> pairs = FilingSeries.pairs(filings, Side::facts);
    for (Pair<Side> pair : pairs) {
      Comparison kept = Comparison.of(pair.before(), pair.after());
      Comparison raw = new Comparison(pair.before(), pair.after(), kept.changes());
      for (Change c : kept.changes()) {
        if (c.before().size() != 1 || c.after().size() != 1) {
          continue;
        }
        String kind = c.kind().id() + (c.similarity() >= KeptCategories.ALIKE ? "" : ", unlike");
        if (c.kind() == Kind.MODIFIED && c.similarity() >= KeptCategories.ALIKE) {
          boolean same = caption(raw, c, false).equals(caption(raw, c, true));
          kind += same ? ", same caption" : ", new caption";
        }
        int[] counts = drift.computeIfAbsent(kind, k -> new int[3]);
        counts[0]++;
        counts[1] += differs(raw, c) ? 1 : 0;
        counts[2] += differs(kept, c) ? 1 : 0;
        for (boolean after : new boolean[] {false, true}) {
          String wanted = gold.get(dense(risk(raw, c, after).heading()));
          if (wanted != null) {
            right[0]++;
            right[1] += wanted.equals(raw.category(c, after)) ? 1 : 0;
            right[2] += wanted.equals(kept.category(c, after)) ? 1 : 0;
          }
        }
        if (c.similarity() >= KeptCategories.ALIKE) {
          assertThat(kept.category(c, true)).isEqualTo(kept.category(c, false));
        }
      }
    }
    System.out.printf("categories over %d pairs: links, differing before, after%n", pairs.size());
    drift.forEach((k, n) -> System.out.printf("  %-24s %5d %4d %4d%n", k, n[0], n[1], n[2]));
    System.out.printf("  on gold: %d, right before %d, after %d%n", right[0], right[1], right[2]);
    // A gold risk counts once for each year it stands in: one risk more or less is two or three
    // here.
    assertThat(right[2]).isGreaterThanOrEqualTo(right[1] - right[0] / 50);
  }

  private static boolean differs(Comparison comparison, Change c) {
    return !Objects.equals(comparison.category(c, false), comparison.category(c, true));
  }

  private static RiskFactor risk(Comparison comparison, Change c, boolean after) {
    return after
        ? comparison.after().risk(c.after().getFirst())
        : comparison.before().risk(c.before().getFirst());
  }

  private static String caption(Comparison comparison, Change c, boolean after) {
    return PlainText.of(risk(comparison, c, after).heading());
  }

  private static String dense(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
  }

  /** Categories by caption, of the gold where it is here. */
  private static Map<String, String> categories() throws IOException {
    Map<String, String> gold = new HashMap<>();
    if (Files.isDirectory(CATEGORIES)) {
      Map<String, String> primary = new HashMap<>();
      for (String line : Files.readAllLines(CATEGORIES.resolve("categories.tsv"))) {
        String[] cells = line.split("\t");
        if (cells.length > 1) {
          primary.put(cells[0], cells[1]);
        }
      }
      ObjectMapper mapper = new ObjectMapper();
      for (String line : Files.readAllLines(CATEGORIES.resolve("categories.jsonl"))) {
        JsonNode json = mapper.readTree(line);
        String category = primary.get(json.get("id").asText());
        if (category != null) {
          gold.put(dense(json.get("heading").asText()), category);
        }
      }
    }
    return gold;
  }
}
