package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A filing as {@code caveat extract} prints it. */
record ExtractedFiling(JsonNode json, String id, List<ExtractedFiling.Risk> risks) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,'’][\\p{L}\\p{N}]+)*");

  /** Each filing once: an accession number that is met again is the same filing. */
  static List<ExtractedFiling> read(List<String> paths) throws IOException {
    CommandRun run =
        CommandRun.of(Stream.concat(Stream.of("extract"), paths.stream()).toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    Map<String, ExtractedFiling> filings = new LinkedHashMap<>();
    for (String line : run.out().lines().toList()) {
      ExtractedFiling filing = of(new ObjectMapper().readTree(line));
      filings.putIfAbsent(filing.id, filing);
    }
    return List.copyOf(filings.values());
  }

  private static ExtractedFiling of(JsonNode json) throws IOException {
    String accession = text(json, "accession");
    String id = accession == null ? digest(Path.of(json.get("path").asText())) : accession;
    return new ExtractedFiling(json, id, risks(json, id));
  }

  private static List<Risk> risks(JsonNode json, String id) {
    List<Risk> risks = new ArrayList<>();
    json.path("risks").forEach(risk -> risks.add(Risk.of(id, risk)));
    return List.copyOf(risks);
  }

  /** One of which the categories may be changed. */
  ExtractedFiling copy() {
    JsonNode copy = json.deepCopy();
    return new ExtractedFiling(copy, id, risks(copy, id));
  }

  private static String digest(Path file) throws IOException {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(hash).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static @Nullable String text(JsonNode json, String field) {
    return json.path(field).isTextual() ? json.get(field).asText() : null;
  }

  static List<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(word -> word.group().toLowerCase(Locale.ROOT).replace('’', '\''))
        .toList();
  }

  @Nullable String fact(String field) {
    return text(json, field);
  }

  String path() {
    return json.get("path").asText();
  }

  String company() {
    return Objects.requireNonNull(fact("company"));
  }

  @Nullable String form() {
    return fact("form");
  }

  /** The period reported on; of a prospectus, which has none, the day it was filed. */
  @Nullable String date() {
    String period = fact("period");
    return period == null ? fact("filed") : period;
  }

  /** As the report names a filing in its cells. */
  String title() {
    return String.join(
        ", ", Stream.of(company(), form(), date()).filter(Objects::nonNull).toList());
  }

  boolean isPresent() {
    return "present".equals(fact("status"));
  }

  Risk risk(int ordinal) {
    Risk risk = risks.get(ordinal - 1);
    assertThat(risk.ordinal()).isEqualTo(ordinal);
    return risk;
  }

  @Override
  public String toString() {
    return title() + " (" + id + ")";
  }

  /** A risk with what it names. */
  record Risk(String filing, JsonNode json, int words) {
    static Risk of(String filing, JsonNode json) {
      return new Risk(filing, json, ExtractedFiling.words(json.get("text").asText()).size());
    }

    int ordinal() {
      return json.get("ordinal").asInt();
    }

    /** As reports name a single risk. */
    String name() {
      return filing + "#" + ordinal();
    }

    String text() {
      return json.get("text").asText();
    }

    String caption() {
      return json.get("heading").asText();
    }

    String category() {
      String category = ExtractedFiling.text(json, "category");
      return category == null ? "other" : category;
    }

    /** Gives it another category, with the score that a report shows: to four places. */
    void keep(String category, double score) {
      ((ObjectNode) json).put("category", category);
      ((ObjectNode) json)
          .putArray("categories")
          .addObject()
          .put("id", category)
          .put("score", Math.round(score * 10_000) / 10_000.0);
    }

    /** Scores by category, the highest first. */
    Map<String, Double> scores() {
      Map<String, Double> scores = new LinkedHashMap<>();
      json.path("categories")
          .forEach(c -> scores.put(c.get("id").asText(), c.get("score").asDouble()));
      return scores;
    }

    List<List<String>> sentences() {
      return elements("sentences").stream()
          .map(span -> text().substring(span.get(0).asInt(), span.get(1).asInt()))
          .map(ExtractedFiling::words)
          .toList();
    }

    List<Thing> things() {
      return elements("entities").stream().map(Thing::new).toList();
    }

    private List<JsonNode> elements(String field) {
      List<JsonNode> elements = new ArrayList<>();
      json.path(field).forEach(elements::add);
      return elements;
    }
  }

  /** A regulator, date, amount, percentage or law that a risk names. */
  record Thing(JsonNode json) {
    String type() {
      return json.get("type").asText();
    }

    String text() {
      return json.get("text").asText();
    }

    /** What two ways to write one thing share; what has no value is its own words. */
    String identity() {
      JsonNode value = json.path("value");
      if (value.isTextual()) {
        return value.asText();
      }
      if (value.has("amount")) {
        return value.get("currency").asText() + " " + value.get("amount").asText();
      }
      return value.has("id") ? value.get("id").asText() : text().toLowerCase(Locale.ROOT);
    }

    /** A regulator's full name where it is known, and what the filing says otherwise. */
    String name() {
      JsonNode name = json.path("value").path("name");
      return name.isTextual() ? name.asText() : text();
    }
  }
}
