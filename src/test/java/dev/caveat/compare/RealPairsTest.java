package dev.caveat.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caveat.compare.Change.Kind;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.compare.FilingSeries.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Comparisons of real filings, and of those bundled where real ones are not at hand. */
final class RealPairsTest {
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
      Comparison comparison = Comparison.of(pair.old(), pair.now());
      ComparisonTest.assertEachRiskOnce(comparison);
      for (Change change : comparison.changes()) {
        Redline redline = comparison.redline(change);
        assertThat(redline.before()).isEqualTo(text(pair.old(), change.old()));
        assertThat(redline.after()).isEqualTo(text(pair.now(), change.now()));
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
    assumeTrue(Files.isDirectory(GOLD), "no labelled pairs here");
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
                    c.old().forEach(o -> c.now().forEach(n -> found.add((o - 1) + "-" + (n - 1)))));
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
}
