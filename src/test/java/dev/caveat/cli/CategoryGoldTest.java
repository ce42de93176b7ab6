package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Holds the model to its figures on real risks labeled by hand, through the command line. Skipped
 * where these are not at hand.
 */
class CategoryGoldTest {
  private static final Path GOLD = Path.of("..", "shared", "gold");

  @Test
  void tellsWhatLabellersTold() throws IOException {
    assumeTrue(Files.isRegularFile(GOLD.resolve("categories.tsv")), "no gold categories");
    Map<String, JsonNode> told = told();
    List<Boolean> sure = new ArrayList<>();
    int right = 0;
    int lenient = 0;
    int all = 0;
    for (String line : Files.readAllLines(GOLD.resolve("categories.tsv"))) {
      List<String> label = Arrays.asList(line.split("\t"));
      if (label.getFirst().equals("id")) {
        continue;
      }
      JsonNode risk = Objects.requireNonNull(told.get(label.getFirst()));
      String category = risk.get("category").asText();
      boolean same = category.equals(label.get(1));
      right += same ? 1 : 0;
      lenient += label.subList(1, label.size()).contains(category) ? 1 : 0;
      all++;
      if (risk.at("/categories/0/score").asDouble() >= 0.8) {
        sure.add(same);
      }
    }
    assertThat((double) right / all).as("accuracy").isGreaterThanOrEqualTo(0.78);
    assertThat((double) lenient / all).as("lenient accuracy").isGreaterThanOrEqualTo(0.88);
    assertThat((double) sure.stream().filter(s -> s).count() / sure.size())
        .as("accuracy of tags scored 0.8 or more")
        .isGreaterThanOrEqualTo(0.85);
    assertThat(sure).hasSizeGreaterThan(all / 2);
  }

  private static Map<String, JsonNode> told() throws IOException {
    String risks = Files.readString(GOLD.resolve("categories.jsonl"));
    CommandRun run = CommandRun.on(Terminal.NONE, risks, "classify");
    assertThat(run.code()).as(run.err()).isZero();
    Map<String, JsonNode> told = new HashMap<>();
    for (String line : run.out().lines().toList()) {
      JsonNode risk = new ObjectMapper().readTree(line);
      told.put(risk.get("id").asText(), risk);
    }
    return told;
  }
}
