package dev.caveat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.Seeds;
import dev.caveat.index.Labels;
import dev.caveat.index.RiskIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An index that went through additions, replacements, removals, labels and merges answers every
 * command as one does that was built fresh from what remains.
 */
class ChangedIndexTest {
  private static final int FILINGS = 200;
  private static final int ROUNDS = 4;
  private static final List<String> CATEGORIES = List.of("tax", "supply-chain", "cyber-privacy");
  private static final List<String> FORMS = List.of("10-K", "10-Q", "10-K/A", "20-F");
  private static final List<String> CROPS = List.of("apple", "barley", "cherry", "quince");

  @TempDir Path folder;

  private Random random = new Random();
  private Path index = Path.of("");
  private Path filings = Path.of("");

  /** Accessions by number of the filing. */
  private final Map<Integer, String> there = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(longs = {20261127, 14})
  void answersAsOneBuiltFreshFromWhatRemains(long seed) throws IOException {
    random = new Random(Seeds.or(seed));
    index = Files.createDirectories(folder.resolve("changed")).resolve("index");
    filings = folder.resolve("filings");
    for (int i = 0; i < FILINGS; i++) {
      write(i);
      if (i % 50 == 49) {
        index();
      }
    }
    try (RiskIndex several = RiskIndex.open(index)) {
      assertThat(several.searcher().getIndexReader().leaves()).hasSizeGreaterThan(2);
    }
    for (int round = 0; round < ROUNDS; round++) {
      change(round);
    }
    compare("seed " + seed);
  }

  private void change(int round) throws IOException {
    for (int i = 0; i < 20; i++) {
      write(random.nextInt(FILINGS + 20 * round)); // replaces most of them, adds some
    }
    index();
    List<String> removed = new ArrayList<>(List.of("remove"));
    for (int i = 0; i < 8; i++) {
      int number = any();
      Files.delete(file(number));
      removed.add(accession(number));
      there.remove(number);
    }
    run(removed.toArray(String[]::new));
    for (String category : CATEGORIES) {
      run("label", accession(any()) + "#1", accession(any()) + "#1", category);
    }
  }

  private int any() {
    List<Integer> numbers = new ArrayList<>(there.keySet());
    return numbers.get(random.nextInt(numbers.size()));
  }

  private String accession(int number) {
    return Objects.requireNonNull(there.get(number));
  }

  private void write(int number) throws IOException {
    InventedSubmission filing =
        InventedSubmission.number(number)
            .of("GROWER " + number % 30 + " CORP")
            .cik(Integer.toString(9_900_500 + number % 30))
            .form(FORMS.get(random.nextInt(10) < 7 ? 0 : random.nextInt(FORMS.size())))
            .year(2010 + number / 30);
    int risks = 1 + random.nextInt(3);
    for (int r = 0; r < risks; r++) {
      String crop = CROPS.get(random.nextInt(CROPS.size()));
      filing.risk(
          "Frost may spoil our " + crop + " harvest number " + random.nextInt(9) + ".",
          "A frost in March 2021 cost us $1."
              + random.nextInt(9)
              + " million, and the Food and Drug Administration may object to the "
              + crop
              + " juice we sell"
              + " to shops".repeat(random.nextInt(4))
              + ".");
    }
    filing.write(file(number));
    there.put(number, filing.accession());
  }

  private Path file(int number) {
    return filings.resolve(number + ".txt");
  }

  private void index() {
    run("index", filings.toString());
  }

  private void run(String... command) {
    CommandRun run = on(index, command);
    assertThat(run.code()).as(String.join(" ", command) + ": " + run.err()).isZero();
  }

  private static CommandRun on(Path index, String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.add("--index");
    all.add(index.toString());
    return CommandRun.of(all.toArray(String[]::new));
  }

  private void compare(String when) throws IOException {
    Path fresh = Files.createDirectories(folder.resolve("fresh")).resolve("index");
    Files.copy(Labels.beside(index), Labels.beside(fresh));
    assertThat(on(fresh, "index", filings.toString()).code()).isZero();
    for (List<String> command : commands()) {
      assertThat(answer(index, command))
          .as(when + ": " + command)
          .isEqualTo(answer(fresh, command));
    }
    assertThat(answer(index, List.of("status"))).contains(there.size() + " filings");
    delete(fresh);
  }

  private static void delete(Path index) throws IOException {
    try (Stream<Path> files = Files.list(index)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(index);
    Files.delete(Labels.beside(index));
  }

  private List<List<String>> commands() {
    String some = accession(any());
    String other = accession(any());
    return List.of(
        List.of("status"),
        List.of("status", "--format", "json"),
        List.of("status", "--filings"),
        List.of("search", "frost harvest", "--hits", "1000", "--format", "json"),
        List.of("search", "quince OR shops", "--hits", "50", "--format", "json", "--facets"),
        List.of("search", "\"food and drug\"", "--hits", "1000", "--format", "trec"),
        List.of("search", "ch*", "--sort", "date", "--hits", "1000", "--format", "json"),
        List.of("search", "barley", "--latest", "--hits", "1000", "--format", "json"),
        List.of("search", "cherry", "--collapse", "--hits", "30", "--format", "json"),
        List.of("search", "--more-like", some + "#1", "--hits", "1000", "--format", "json"),
        List.of("search", "aple harvset", "--format", "json"),
        List.of("search", "frost", "--regulator", "fda", "--facets", "--format", "json"),
        List.of("search", "frost", "--category", "tax", "--format", "json"),
        List.of("search", "frost", "--form", "8-K"),
        List.of("search", "frost", "--regulator", "no such body"),
        List.of("report", "--all", "--date", "2026-01-01", "--format", "json"),
        List.of("report", "--all", "--date", "2026-01-01", "--format", "csv"),
        List.of("report", "--cik", "9900503", "--date", "2026-01-01", "--format", "markdown"),
        List.of("report", some, "--peers", other, "--date", "2026-01-01", "--format", "json"),
        List.of("measures", "--all"),
        List.of("compare", some, other, "--format", "json"),
        List.of("show", some, "--format", "json"),
        List.of("label", "--list"));
  }

  private static String answer(Path index, List<String> command) {
    CommandRun run = on(index, command.toArray(String[]::new));
    return (run.code() + "\n" + run.out() + run.err())
        .replace(index.toString(), "INDEX")
        .replaceAll("\"took\":[0-9.]+|in \\d+ ms", "");
  }
}
