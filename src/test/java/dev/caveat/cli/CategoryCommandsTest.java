package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caveat.index.InventedFiling;
import dev.caveat.index.RiskIndexWriter;
import dev.caveat.index.Tagging;
import dev.caveat.model.Classification;
import dev.caveat.model.Classification.Reason;
import dev.caveat.model.Classification.Score;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import dev.caveat.taxonomy.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Categories in the index and on the command line: filters, counts, labels, models. */
class CategoryCommandsTest {
  private static final String FILING = "0000007001-23-000001";
  private static final Tagging TAGGING = new Tagging(Taxonomy.bundled(), "m1");

  @TempDir Path folder;
  private Path index = Path.of("");

  @BeforeEach
  void write() throws IOException {
    index = folder.resolve("index");
    write(filing());
  }

  private void write(RiskDisclosure filing) throws IOException {
    try (RiskIndexWriter writer = RiskIndexWriter.open(index, TAGGING)) {
      writer.add(filing);
    }
  }

  private static RiskDisclosure filing() {
    return tagged(
        InventedFiling.number(1)
            .risk("One mill makes our flour.", "It may burn.")
            .risk("Tariffs may raise the price of kilns.", "They did in 2018.")
            .build(),
        List.of(List.of("supply-chain", "business-disruption"), List.of("international")));
  }

  private static RiskDisclosure tagged(RiskDisclosure filing, List<List<String>> categories) {
    RiskSection.Present section = (RiskSection.Present) filing.section();
    List<RiskFactor> risks = new ArrayList<>();
    for (RiskFactor risk : section.risks()) {
      List<Score> scores = new ArrayList<>();
      for (String id : categories.get(risks.size())) {
        scores.add(new Score(id, scores.isEmpty() ? 0.8 : 0.15));
      }
      Reason reason = new Reason(risk.heading().split(" ")[0], 2.5);
      risks.add(risk.withClassification(new Classification(scores, List.of(reason))));
    }
    return filing.withSection(section.withRisks(risks));
  }

  private CommandRun run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--index", index.toString()));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static JsonNode json(CommandRun run) throws IOException {
    assertThat(run.code()).as(run.err()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  private int total(String... options) throws IOException {
    List<String> args = new ArrayList<>(List.of("search", "--format", "json"));
    args.addAll(List.of(options));
    return json(run(args.toArray(String[]::new))).get("total").asInt();
  }

  @Test
  void findsRisksByCategoryAndFamily() throws IOException {
    assertThat(total("--category", "supply-chain")).isEqualTo(1);
    assertThat(total("--category", "Supply Chain,international")).isEqualTo(2);
    assertThat(total("--category", "business-disruption")).isZero();
    assertThat(total("--category", "business-disruption", "--further")).isEqualTo(1);
    assertThat(total("--family", "macro-geopolitical")).isEqualTo(1);
    assertThat(total("--family", "operations", "tariffs")).isZero();
  }

  @Test
  void countsCategoriesAndFamiliesAndGivesEachHitItsOwn() throws IOException {
    JsonNode found = json(run("search", "flour", "--format", "json"));
    assertThat(found.at("/hits/0/category").asText()).isEqualTo("supply-chain");
    assertThat(found.at("/facets/category/supply-chain").asInt()).isEqualTo(1);
    assertThat(found.at("/facets/family/operations").asInt()).isEqualTo(1);
    assertThat(run("search", "flour").out()).contains("[supply-chain] Risks of Our Business");
    assertThat(run("status").out()).contains("Risks by category").contains("international");
  }

  @Test
  void tellsWhatAMistypedCategoryMayMean() {
    CommandRun run = run("search", "--category", "suply-chain");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("suply-chain").contains("did you mean supply-chain?");
    assertThat(run("search", "--family", "zebra").err()).contains("macro-geopolitical");
    assertThat(run("search", "mill", "--further").err()).contains("--category");
    assertThat(run("search", "category:tax").err()).contains("--category");
  }

  @Test
  void showsCategoriesWithTheirScoresAndReasons() throws IOException {
    assertThat(run("show", FILING + "#1").out())
        .contains("Supply chain (supply-chain) 0.80, also Business disruption")
        .contains("because of “One”");
    JsonNode risk = json(run("show", FILING + "#1", "--format", "json"));
    assertThat(risk.at("/text").asText()).startsWith("One mill");
  }

  @Test
  void aLabelWinsOverTheModelAndCanBeTakenBack() throws IOException {
    CommandRun label = run("label", FILING + "#1", "tax", "--also", "listing");
    assertThat(label.code()).as(label.err()).isZero();
    assertThat(label.out()).contains("tax by your label, was supply-chain");
    assertThat(total("--category", "tax")).isEqualTo(1);
    assertThat(total("--category", "listing", "--further")).isEqualTo(1);
    assertThat(total("--category", "supply-chain")).isZero();
    assertThat(run("show", FILING + "#1").out())
        .contains("Tax (tax), also Listing and trading market (listing) by your label")
        .contains("the model says Supply chain (supply-chain) 0.80");
    assertThat(total("--category", "international")).isEqualTo(1);

    assertThat(run("label", FILING + "#1", "--remove").out()).contains("supply-chain by the model");
    assertThat(total("--category", "tax")).isZero();
    assertThat(total("--category", "supply-chain")).isEqualTo(1);
    assertThat(run("label", "--list").out()).isEmpty();
  }

  @Test
  void aLabelOutlivesTheIndexAndFindsItsRiskByItsWords() throws IOException {
    run("label", FILING + "#2", "conduct-compliance");
    delete(index);
    write(
        tagged(
            InventedFiling.number(1)
                .risk("A new one stands first.", "So all are counted otherwise.")
                .risk("One mill makes our flour.", "It may burn.")
                .risk("Tariffs may raise the price of kilns.", "They did in  2018.")
                .build(),
            List.of(List.of("listing"), List.of("supply-chain"), List.of("international"))));
    JsonNode found = json(run("search", "--category", "conduct-compliance", "--format", "json"));
    assertThat(found.get("total").asInt()).isEqualTo(1);
    assertThat(found.at("/hits/0/ordinal").asInt()).isEqualTo(3);
  }

  @Test
  void aLabelWhoseRiskIsGoneIsKeptAndNamed() throws IOException {
    run("label", FILING + "#2", "conduct-compliance");
    try (RiskIndexWriter writer =
        RiskIndexWriter.open(index, new Tagging(Taxonomy.bundled(), "m2"))) {
      writer.add(
          tagged(
              InventedFiling.number(1).risk("One mill makes our flour.", "It may burn.").build(),
              List.of(List.of("supply-chain"))));
      assertThat(writer.lostLabels())
          .singleElement()
          .satisfies(l -> assertThat(l.ordinal()).isEqualTo(2));
    }
    assertThat(run("label", "--list").out()).contains("#2 conduct-compliance Tariffs");
  }

  @Test
  void labelsChangedByHandAreFollowedWhenTheIndexIsNextWrittenTo() throws IOException {
    run("label", FILING + "#1", "tax");
    Path table = folder.resolve("index.labels.tsv");
    Files.writeString(table, Files.readString(table).replace("\ttax\t", "\tlitigation\t"));
    try (RiskIndexWriter writer = RiskIndexWriter.open(index)) {
      writer.followLabels();
    }
    assertThat(total("--category", "litigation")).isEqualTo(1);
    Files.delete(table);
    try (RiskIndexWriter writer = RiskIndexWriter.open(index)) {
      writer.followLabels();
    }
    assertThat(total("--category", "litigation")).isZero();
    assertThat(total("--category", "supply-chain")).isEqualTo(1);
    Files.writeString(table, "0000007001-23-000001\tone\ttax\t\tA\tB\n");
    assertThat(run("label", "--list").err()).contains("index.labels.tsv:1:").contains("ordinal");
  }

  @Test
  void exportedLabelsAreTrainingData() throws IOException {
    run("label", FILING + "#1", FILING + "#2", "Litigation");
    Path export = folder.resolve("mine.tsv");
    assertThat(run("label", "--export", export.toString()).code()).isZero();
    assertThat(export)
        .content()
        .isEqualTo(
            "litigation\t\tOne mill makes our flour.\tIt may burn.\n"
                + "litigation\t\tTariffs may raise the price of kilns.\tThey did in 2018.\n");
    CommandRun judged = CommandRun.of("evaluate", "categories", "--test", export.toString());
    assertThat(judged.code()).as(judged.err()).isZero();
    assertThat(judged.out()).contains("risks: 2").contains("| litigation");
    assertThat(run("label", "--export", "-").out()).isEqualTo(Files.readString(export));
  }

  @Test
  void saysHowToCallLabel() {
    assertThat(run("label", FILING + "#1").err()).contains("then a category");
    assertThat(run("label", FILING + "#1", "litigatoin").err())
        .contains("did you mean litigation?");
    assertThat(run("label", FILING, "tax").err()).contains("FILING#N");
    assertThat(run("label", FILING + "#9", "tax").err()).contains("#1 to #2");
    assertThat(run("label", "--remove").code()).isEqualTo(ExitCode.USAGE);
    assertThat(run("label", "--list", "x").code()).isEqualTo(ExitCode.USAGE);
    assertThat(run("label", "--export", "-").err()).contains("no labels");
  }

  @Test
  void anIndexKeepsToOneTaxonomy() throws IOException {
    Taxonomy other = Taxonomy.parse("version\t1\nsky\train\nsky\tsun\n", "sky");
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> RiskIndexWriter.open(index, new Tagging(other, "m2"))))
        .hasMessageContaining("taxonomy 1 of 28 categories")
        .hasMessageContaining("taxonomy 1 of 2 categories");
    assertThat(total("--category", "supply-chain")).isEqualTo(1);
  }

  @Test
  void anotherModelTagsAgainWhatIsIndexed() throws IOException {
    RiskDisclosure filing = filing();
    try (RiskIndexWriter same = RiskIndexWriter.open(index, TAGGING)) {
      assertThat(same.holds(filing.path(), filing.sha256())).isTrue();
    }
    try (RiskIndexWriter next =
        RiskIndexWriter.open(index, new Tagging(Taxonomy.bundled(), "m2"))) {
      assertThat(next.holds(filing.path(), filing.sha256())).isFalse();
      next.add(filing);
      assertThat(next.holds(filing.path(), filing.sha256())).isTrue();
    }
  }

  @Test
  void classifiesJsonLinesByTheContractAndNamesBadOnes() throws IOException {
    String input =
        """
        {"id": "a", "heading": "We rely on one supplier.", "text": "We rely on one supplier.\\n\\nIts plant may burn."}
        nonsense
        {"id": "b", "text": "Our stock may be delisted from Nasdaq."}
        """;
    CommandRun run = CommandRun.on(Terminal.NONE, input, "classify");
    assertThat(run.code()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.err()).contains("caveat classify: line 2");
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(2);
    JsonNode first = new ObjectMapper().readTree(lines.getFirst());
    assertThat(first.fieldNames())
        .toIterable()
        .startsWith("id", "category", "categories", "because");
    assertThat(first.get("category").asText()).isEqualTo("supply-chain");
    assertThat(first.at("/categories/0/id").asText()).isEqualTo("supply-chain");
    assertThat(first.at("/categories/0/score").asDouble()).isBetween(0.1, 1.0);
    assertThat(first.at("/because/0/text").asText()).containsIgnoringCase("suppl");
    assertThat(first.get("readsLike").asText()).containsIgnoringCase("suppl");
    assertThat(new ObjectMapper().readTree(lines.get(1)).get("category").asText())
        .isEqualTo("listing");
  }

  @Test
  void classifiesAPlainFileAndRefusesAModelThatIsNone() throws IOException {
    Path risk = folder.resolve("risk.txt");
    Files.writeString(risk, "Hackers may breach our systems.\n\nThey did in 2020.\n");
    CommandRun run = CommandRun.of("classify", risk.toString());
    assertThat(json(run).get("category").asText()).isEqualTo("cyber-privacy");
    CommandRun bad = CommandRun.of("classify", "--model", risk.toString(), risk.toString());
    assertThat(bad.code()).isEqualTo(ExitCode.NOTHING_DONE);
    assertThat(bad.err()).contains("risk.txt").contains("train categories");
    assertThat(CommandRun.of("classify", "--model", "/none.bin", risk.toString()).err())
        .contains("cannot read /none.bin");
  }

  @Test
  void aTaxonomyOfOnesOwnGoesFromTrainingToSearch() throws IOException {
    Path taxonomy = folder.resolve("farm.tsv");
    Files.writeString(taxonomy, "version\t1\nfield\tweather\nfield\tpests\n");
    Path corpus = folder.resolve("farm-corpus.tsv");
    StringBuilder examples = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      examples.append("weather\t\tFrost may spoil crop ").append(i).append("\tIt froze in May.\n");
      examples.append("pests\t\tBeetles may eat crop ").append(i).append("\tThey breed fast.\n");
    }
    Files.writeString(corpus, examples);
    String models = folder.resolve("mine").toString();
    CommandRun trained =
        CommandRun.of(
            "train",
            "categories",
            "--taxonomy",
            taxonomy.toString(),
            "--corpus",
            corpus.toString(),
            "--models",
            models);
    assertThat(trained.code()).as(trained.err()).isZero();
    assertThat(trained.out()).contains("accuracy, by cross-validation over batches: 1.000");

    index = folder.resolve("farm-index");
    Path filings = folder.resolve("filings");
    InventedSubmission.number(1)
        .risk("Frost may spoil our crops.", "It froze in May, and little was left.")
        .risk("Beetles may eat our crops.", "They breed fast in dry years.")
        .write(filings.resolve("farm.txt"));
    CommandRun indexed = run("index", "--model", models + "/categories.bin", filings.toString());
    assertThat(indexed.code()).as(indexed.err()).isZero();
    assertThat(total("--category", "weather")).isEqualTo(1);
    assertThat(run("search", "--category", "supply-chain").err()).contains("weather, pests, other");
    assertThat(run("index", filings.toString()).err()).contains("taxonomy");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
