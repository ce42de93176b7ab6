package dev.caveat.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caveat.classify.CategoryModel;
import dev.caveat.model.Annotation;
import dev.caveat.model.Entity;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskFactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real filings and what was labeled in them by hand, where those are present. */
final class RealFilingsTest {
  private static final Path FILINGS = Path.of("..", "shared", "filings");
  private static final Path GOLD = Path.of("..", "shared", "gold", "sections");
  private static final Map<String, RiskDisclosure> READ = new HashMap<>();

  @BeforeAll
  static void read() {
    assumeTrue(Files.isDirectory(FILINGS) && Files.isDirectory(GOLD), "no real filings here");
    Extraction.defaults()
        .withTagger(CategoryModel.bundled())
        .inOrder(
            List.of(FILINGS.toString()),
            outcome -> {
              assertThat(outcome).isNotInstanceOf(Outcome.Failed.class);
              if (outcome instanceof Outcome.Extracted e) {
                READ.put(Path.of(e.path()).getFileName().toString(), e.disclosure());
              }
            });
  }

  @Test
  void hasTheStatusAndNumberOfRisksThatWereLabelled() throws IOException {
    int filings = 0;
    int right = 0;
    int risks = 0;
    int missed = 0;
    try (Stream<Path> files = Files.list(GOLD)) {
      for (Path file : files.sorted().toList()) {
        JsonNode gold = new ObjectMapper().readTree(file.toFile());
        RiskDisclosure found = READ.get(gold.get("path").asText());
        filings++;
        right += accepts(gold, found) ? 1 : 0;
        int expected = 0;
        for (JsonNode item : gold.withArray("items")) {
          expected +=
              item.get("kind").asText().equals("risk") && !item.path("sub").asBoolean() ? 1 : 0;
        }
        risks += expected;
        missed += Math.abs(expected - (found == null ? 0 : found.section().risks().size()));
      }
    }
    assertThat(right).isGreaterThanOrEqualTo((int) Math.ceil(filings * 0.98));
    assertThat(missed).isLessThanOrEqualTo(risks * 3 / 100);
  }

  private static boolean accepts(
      JsonNode gold, @org.jspecify.annotations.Nullable RiskDisclosure found) {
    if (found == null) {
      return false;
    }
    String status = found.section().status().id();
    for (JsonNode accepted : gold.withArray("accept")) {
      if (accepted.asText().equals(status)) {
        return true;
      }
    }
    return gold.get("status").asText().equals(status);
  }

  @Test
  void marksLieInTheirTextInOrderAndInsideOneSentence() {
    int entities = 0;
    for (RiskDisclosure filing : READ.values()) {
      for (RiskFactor risk : filing.section().risks()) {
        entities += check(risk.text(), risk.annotation());
      }
    }
    assertThat(entities).isGreaterThan(1_000);
  }

  private static int check(String text, Annotation marks) {
    int last = 0;
    for (var sentence : marks.sentences()) {
      assertThat(sentence.start()).isGreaterThanOrEqualTo(last);
      assertThat(sentence.of(text)).isNotBlank().isEqualTo(sentence.of(text).strip());
      last = sentence.end();
    }
    last = 0;
    for (Entity e : marks.entities()) {
      assertThat(e.start()).isGreaterThanOrEqualTo(last);
      assertThat(e.text()).isEqualTo(text.substring(e.start(), e.end()));
      assertThat(marks.sentences()).anyMatch(s -> s.start() <= e.start() && e.end() <= s.end());
      last = e.end();
    }
    return marks.entities().size();
  }
}
