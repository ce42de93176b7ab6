package dev.caveat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caveat.compare.Change;
import dev.caveat.compare.Comparison;
import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.index.FilingFilter;
import dev.caveat.library.IndexRun;
import dev.caveat.library.ReportRequest;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskFactor;
import dev.caveat.report.Report;
import dev.caveat.search.Hit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library as its users meet it. */
final class FrontDoorTest {
  private static final Path FILINGS = Path.of("corpora/filings");
  private static final Path BEFORE = FILINGS.resolve("ostrellan-imaging_10-K_2022.htm");
  private static final Path AFTER = FILINGS.resolve("ostrellan-imaging_10-K_2024.htm");

  @TempDir Path folder;

  @Test
  void extractsAFileWithCategoriesAndEntities() throws IOException {
    RiskDisclosure filing = Caveat.extract(AFTER);
    assertThat(filing.facts().form()).isEqualTo("10-K");
    assertThat(filing.section().risks()).isNotEmpty();
    RiskFactor first = filing.section().risks().getFirst();
    assertThat(first.classification().category()).isNotEmpty();
    assertThat(first.annotation().sentences()).isNotEmpty();
  }

  @Test
  void extractsAStreamAsItDoesTheFile() throws IOException {
    try (InputStream in = Files.newInputStream(AFTER)) {
      RiskDisclosure filing = Caveat.extract(AFTER.toString(), in);
      assertThat(filing).isEqualTo(Caveat.extract(AFTER));
    }
  }

  @Test
  void comparesTwoFiles() throws IOException {
    Comparison changes = Caveat.compare(BEFORE, AFTER);
    assertThat(changes.changes()).extracting(Change::kind).contains(Change.Kind.MODIFIED);
  }

  @Test
  void indexesSearchesComparesReportsAndLabels() throws IOException {
    Set<String> done = ConcurrentHashMap.newKeySet();
    try (Library library = Caveat.open(folder.resolve("index"))) {
      IndexRun run = library.index(List.of(BEFORE, AFTER), input -> done.add(input.path()));
      assertThat(run.indexed()).isEqualTo(2);
      assertThat(done).containsExactlyInAnyOrder(BEFORE.toString(), AFTER.toString());
      List<Hit> hits = library.search("suppliers").hits();
      assertThat(hits).isNotEmpty();
      String name = hits.getFirst().risk().id() + "#" + hits.getFirst().risk().ordinal();
      assertThat(library.risk(name).heading()).isEqualTo(hits.getFirst().risk().heading());
      Comparison changes = library.compare("Ostrellan 2022", "Ostrellan 2024");
      assertThat(changes.after().facts().fiscalYear()).isEqualTo(2024);
      Report report =
          library.report(ReportRequest.about("Ostrellan 2024"), new ArrayList<String>()::add);
      assertThat(report.sections()).isNotEmpty();
      assertThat(library.pairs(FilingFilter.none()).pairs()).hasSize(1);
      RiskFactor labeled = library.label(name, List.of("litigation"));
      assertThat(labeled.classification().category()).isEqualTo("litigation");
      assertThat(library.risk(name).risk()).isEqualTo(labeled);
      assertThat(library.status(FilingFilter.none()).filings()).isEqualTo(2);
    }
  }

  @Test
  void seesWhatWasIndexedAfterItWasOpened() throws IOException {
    try (Library reader = Caveat.open(folder.resolve("index"));
        Library writer = Caveat.open(folder.resolve("index"))) {
      writer.index(List.of(BEFORE), path -> {});
      assertThat(reader.status(FilingFilter.none()).filings()).isEqualTo(1);
      writer.index(List.of(AFTER), path -> {});
      assertThat(reader.status(FilingFilter.none()).filings()).isEqualTo(2);
    }
  }

  @Test
  void tellsByACodeThatThereIsNoIndex() throws IOException {
    Path missing = folder.resolve("nowhere");
    try (Library library = Caveat.open(missing)) {
      assertThatThrownBy(() -> library.search("tariffs"))
          .isInstanceOfSatisfying(
              CaveatException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.NO_INDEX);
                assertThat(e.code().id()).isEqualTo("no-index");
                assertThat(e.data()).containsEntry("index", missing.toString());
              });
    }
    assertThat(missing).doesNotExist();
  }

  @Test
  void tellsByACodeThatAFilingIsDamaged() throws IOException {
    Path damaged = folder.resolve("10-k.htm");
    Files.write(damaged, "\u007fELF\u0001\u0000\u0000".repeat(90).getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Caveat.extract(damaged))
        .isInstanceOfSatisfying(
            CaveatException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNREADABLE));
    assertThatThrownBy(() -> Caveat.extract(folder.resolve("none.htm")))
        .isInstanceOfSatisfying(
            CaveatException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }

  @Test
  void tellsByACodeThatAQueryOrANameIsWrong() throws IOException {
    try (Library library = Caveat.open(folder.resolve("index"))) {
      library.index(List.of(AFTER), path -> {});
      assertThatThrownBy(() -> library.search("(tariffs"))
          .isInstanceOfSatisfying(
              CaveatException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_QUERY));
      assertThatThrownBy(() -> library.filing("Nobody 2024"))
          .isInstanceOfSatisfying(
              CaveatException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
      assertThatThrownBy(() -> library.risk("Ostrellan 2024#999"))
          .isInstanceOfSatisfying(
              CaveatException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
  }

  @Test
  void theExampleOfTheReadmeIsTheOneThatCompiles() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int start = readme.indexOf("```java\n") + "```java\n".length();
    String example = readme.substring(start, readme.indexOf("```", start));
    Path compiled = Path.of("src/test/java/dev/caveat/example/ReadmeExample.java");
    assertThat(Files.readString(compiled).replace("\n    ", "\n")).contains("\n" + example);
  }
}
