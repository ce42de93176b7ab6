package dev.caveat.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caveat.compare.Comparison.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bundled filings' changes from year to year against what their author wrote down. */
final class InventedPairsTest {
  private static final Path FOLDER = Path.of("corpora", "pairs");

  /** A change without what is measured of it. */
  private record Told(String kind, List<Integer> old, List<Integer> now) {}

  private static List<Integer> numbers(JsonNode numbers) {
    List<Integer> list = new ArrayList<>();
    numbers.forEach(n -> list.add(n.asInt()));
    return list;
  }

  private static Side side(Map<String, Side> filings, JsonNode name) {
    return Objects.requireNonNull(filings.get(name.asText()), name.asText());
  }

  private static Set<String> links(List<Told> changes) {
    Set<String> links = new HashSet<>();
    changes.forEach(c -> c.old().forEach(o -> c.now().forEach(n -> links.add(o + "-" + n))));
    return links;
  }

  @Test
  void linksEveryRiskAsItsAuthorDidAndTellsMostKinds() throws IOException {
    Map<String, Side> filings =
        ReadFilings.in(ReadFilings.BUNDLED).stream()
            .collect(
                Collectors.toMap(
                    s -> Path.of(s.path()).getFileName().toString(), Function.identity()));
    int changes = 0;
    int right = 0;
    List<Path> pairs;
    try (Stream<Path> files = Files.list(FOLDER)) {
      pairs = files.sorted().toList();
    }
    assertThat(pairs).hasSizeGreaterThanOrEqualTo(8);
    for (Path pair : pairs) {
      JsonNode json = new ObjectMapper().readTree(pair.toFile());
      List<Told> wanted = new ArrayList<>();
      for (JsonNode c : json.get("changes")) {
        wanted.add(new Told(c.get("kind").asText(), numbers(c.get("old")), numbers(c.get("new"))));
      }
      List<Told> found =
          Comparison.of(side(filings, json.get("old")), side(filings, json.get("new")))
              .changes()
              .stream()
              .map(c -> new Told(c.kind().id(), c.before(), c.after()))
              .toList();
      assertThat(links(found)).as(pair.toString()).isEqualTo(links(wanted));
      changes += wanted.size();
      right += (int) wanted.stream().filter(found::contains).count();
    }
    assertThat((double) right / changes).as("kinds told").isGreaterThanOrEqualTo(0.85);
  }
}
