package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds search to its figures on hand-judged topics over real filings, through the command line.
 * Skipped where these are not at hand.
 */
class SearchGoldTest {
  private static final Path SHARED = Path.of("..", "shared");
  private static final Path GOLD = SHARED.resolve("gold/search");

  @TempDir Path folder;

  /** Sums over the topics of one kind. */
  private static final class Figures {
    int topics;
    double reciprocalRank;
    double ndcg;
    double recall;
  }

  @Test
  void findsWhatJudgesFound() throws IOException {
    assumeTrue(Files.isRegularFile(GOLD.resolve("topics.tsv")), "no gold topics");
    Map<String, Map<String, Integer>> relevant = relevant();
    Map<String, Figures> figures = new HashMap<>();
    Map<String, String> kinds = new HashMap<>();
    for (String line : Files.readAllLines(GOLD.resolve("topics.tsv"))) {
      String[] topic = line.split("\t");
      kinds.put(topic[0], topic[1]);
    }
    for (JsonNode topic : run()) {
      String id = topic.get("id").asText();
      Figures f = figures.computeIfAbsent(kinds.get(id), k -> new Figures());
      add(f, hits(topic), relevant.getOrDefault(id, Map.of()));
    }
    Figures known = Objects.requireNonNull(figures.get("known-item"));
    Figures topical = Objects.requireNonNull(figures.get("topical"));
    Figures exact = Objects.requireNonNull(figures.get("exact"));
    assertThat(known.reciprocalRank / known.topics).as("MRR@10").isGreaterThan(0.88);
    assertThat(topical.ndcg / topical.topics).as("nDCG@10").isGreaterThan(0.80);
    // Found in all ten topics; in two filings a paragraph is taken for the caption of its risk.
    assertThat(exact.recall / exact.topics).as("recall@100").isGreaterThanOrEqualTo(0.89);
  }

  private List<JsonNode> run() throws IOException {
    String index = folder.resolve("index").toString();
    List<String> args = new ArrayList<>(List.of("index", "--index", index));
    TreeSet<String> files = new TreeSet<>();
    for (String line : Files.readAllLines(GOLD.resolve("qrels.tsv"))) {
      files.add(SHARED.resolve("filings").resolve(line.split("\t")[1]).toString());
    }
    args.addAll(files);
    assertThat(CommandRun.of(args.toArray(String[]::new)).code()).isZero();
    String topics = GOLD.resolve("topics.tsv").toString();
    CommandRun search =
        CommandRun.of("search", "--index", index, "--topics", topics, "--hits", "100");
    assertThat(search.code()).as(search.err()).isZero();
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : search.out().lines().toList()) {
      lines.add(json.readTree(line));
    }
    return lines;
  }

  private static Map<String, Map<String, Integer>> relevant() throws IOException {
    Map<String, Map<String, Integer>> relevant = new HashMap<>();
    for (String line : Files.readAllLines(GOLD.resolve("qrels.tsv"))) {
      String[] c = line.split("\t");
      relevant
          .computeIfAbsent(c[0], k -> new HashMap<>())
          .put(c[1] + " " + norm(c[3]), Integer.valueOf(c[2]));
    }
    return relevant;
  }

  private static List<String> hits(JsonNode topic) {
    List<String> hits = new ArrayList<>();
    for (JsonNode hit : topic.get("hits")) {
      Path file = Path.of(hit.get("path").asText()).getFileName();
      hits.add(file + " " + norm(hit.get("heading").asText()));
    }
    return hits;
  }

  private static String norm(String heading) {
    String letters = heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
    return letters.substring(0, Math.min(60, letters.length()));
  }

  private static void add(Figures f, List<String> hits, Map<String, Integer> relevant) {
    int first = 0;
    double gained = 0;
    for (int i = 0; i < Math.min(10, hits.size()); i++) {
      Integer grade = relevant.get(hits.get(i));
      if (grade != null) {
        first = first == 0 ? i + 1 : first;
        gained += gain(grade, i);
      }
    }
    List<Integer> best = new ArrayList<>(relevant.values());
    best.sort(Collections.reverseOrder());
    double most = 0;
    for (int i = 0; i < Math.min(10, best.size()); i++) {
      most += gain(best.get(i), i);
    }
    f.topics++;
    f.reciprocalRank += first == 0 ? 0 : 1.0 / first;
    f.ndcg += gained / most;
    f.recall +=
        relevant.keySet().stream().filter(hits::contains).count() / (double) relevant.size();
  }

  private static double gain(int grade, int place) {
    return (Math.pow(2, grade) - 1) / (Math.log(place + 2) / Math.log(2));
  }
}
