package dev.caveat.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caveat.Seeds;
import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.model.Entity.Type;
import dev.caveat.model.Entity.Value;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskSection;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RiskIndexWriterTest {
  @TempDir Path folder;

  @Test
  void storesAFilingWithItsRisksInOrder() throws IOException {
    RiskDisclosure filing = filing(1).risk("First", "One.", "Two.").risk("Second").build();
    add(filing);
    try (RiskIndex index = RiskIndex.open(folder)) {
      assertThat(index.filingCount()).isEqualTo(1);
      assertThat(index.riskCount()).isEqualTo(2);
      assertThat(index.risks(filing.id())).isEqualTo(filing.section().risks());
      IndexedFiling stored = index.named(filing.id()).getFirst();
      assertThat(stored.facts()).isEqualTo(filing.facts());
      assertThat(stored.risks()).isEqualTo(2);
    }
  }

  @Test
  void storesSentencesAndEntitiesWithTheirValues() throws IOException {
    RiskDisclosure filing =
        filing(1)
            .risk("The SEC may fine us.", "The SEC fined us $1.60 million on March 31, 2003.")
            .regulator("SEC", "us-sec", "Securities and Exchange Commission")
            .money("$1.60 million", "1.60E+6", "USD")
            .date("March 31, 2003", "2003-03-31")
            .risk("Rates", "Under Rule 144 we paid 12.50% to the Agency, the Agency said.")
            .law("Rule 144")
            .names(Type.PERCENT, "12.50%", new Value.Percentage(new BigDecimal("12.50")))
            .names(Type.REGULATOR, "Agency", null)
            .risk("Nothing is marked here.")
            .build();
    add(filing);
    try (RiskIndex index = RiskIndex.open(folder)) {
      assertThat(index.risks(filing.id())).isEqualTo(filing.section().risks());
    }
  }

  @Test
  void keepsAFilingWithoutRisksWithItsEvidence() throws IOException {
    add(filing(1).without(new RiskSection.NotRequired("Not required.", "sentence")).build());
    try (RiskIndex index = RiskIndex.open(folder)) {
      IndexedFiling stored = all(index).getFirst();
      assertThat(stored.status()).isEqualTo(RiskSection.Status.NOT_REQUIRED);
      assertThat(stored.evidence()).isEqualTo("Not required.");
      assertThat(stored.method()).isEqualTo("sentence");
    }
  }

  @Test
  void replacesAFilingThatIsAddedAgainWhole() throws IOException {
    add(filing(1).risk("Old one").risk("Old two").build());
    Addition again = add(filing(1).bytes(99).risk("New").build());
    assertThat(again).isInstanceOf(Addition.Stored.class);
    try (RiskIndex index = RiskIndex.open(folder)) {
      assertThat(index.filingCount()).isEqualTo(1);
      assertThat(index.risks("0000007001-23-000001"))
          .extracting(r -> r.heading())
          .containsExactly("New");
    }
  }

  @Test
  void countsOnlyWhatIsThereWhileReplacedRisksAreNotMergedAwayYet() throws IOException {
    try (RiskIndexWriter writer = RiskIndexWriter.open(folder)) {
      writer.add(food(1, "10-K").build());
      writer.add(food(2, "10-Q").build());
      for (int i = 3; i < 30; i++) {
        writer.add(filing(i).risk("Frost").build());
      }
      writer.commit();
      writer.add(food(1, "10-K").bytes(99).build());
      writer.remove("0000007001-23-000002");
      writer.commit();
      try (RiskIndex index = RiskIndex.open(folder)) {
        assertThat(index.searcher().getIndexReader().hasDeletions()).isTrue();
        List<RiskNumbers> numbers = new ArrayList<>();
        index.numbers(FilingFilter.none(), numbers::add);
        assertThat(numbers)
            .extracting(RiskNumbers::filing)
            .hasSize(28)
            .containsOnlyOnce("0000007001-23-000001")
            .doesNotContain("0000007001-23-000002");
        assertThat(index.names(FilingFilter.none(), 9, (filing, ordinal) -> null))
            .extracting(NameCount::risks)
            .containsExactly(1);
        assertThat(index.forms()).containsExactly("10-K");
        assertThat(index.regulators().byId().get("us-fda"))
            .isEqualTo(new RegulatorDirectory.Regulator("us-fda", "Food", 1));
      }
    }
    try (RiskIndex index = RiskIndex.open(folder)) {
      assertThat(index.searcher().getIndexReader().hasDeletions()).isFalse();
    }
  }

  private static InventedFiling food(int number, String form) {
    return filing(number)
        .form(form)
        .risk("Recalls", "The FDA may order one.")
        .regulator("FDA", "us-fda", "Food");
  }

  @Test
  void leavesAFilingWithTheSameBytesAlone() throws IOException {
    add(filing(1).risk("One").build());
    assertThat(add(filing(1).risk("One").build())).isInstanceOf(Addition.Unchanged.class);
    try (RiskIndexWriter writer = RiskIndexWriter.open(folder)) {
      assertThat(writer.holds("filings/1.htm", String.format("%064x", 1))).isTrue();
      assertThat(writer.holds("./filings/../filings/1.htm", String.format("%064x", 1))).isTrue();
      assertThat(writer.holds("filings/1.htm", String.format("%064x", 2))).isFalse();
      assertThat(writer.holds("filings/2.htm", String.format("%064x", 1))).isFalse();
    }
  }

  @Test
  void keepsOfTwoCopiesTheOneWhosePathSortsFirst() throws IOException {
    RiskDisclosure first = filing(1).at("a.htm").bytes(1).risk("From a").build();
    RiskDisclosure second = filing(1).at("b.htm").bytes(2).risk("From b").build();
    assertThat(add(first)).isEqualTo(new Addition.Stored(first.id(), null, null));
    assertThat(add(second)).isEqualTo(new Addition.Duplicate(first.id(), "a.htm", null));
    List<String> forwards = dump(folder);
    Path other = Files.createDirectory(folder.resolve("other"));
    add(other, second);
    assertThat(add(other, first)).isEqualTo(new Addition.Stored(first.id(), "b.htm", null));
    assertThat(dump(other)).isEqualTo(forwards);
  }

  @Test
  void givesTheSameIndexWhateverTheOrderOfThreads() throws Exception {
    List<RiskDisclosure> filings = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      filings.add(filing(i % 40).at("p" + (i * 37 % 120)).bytes(i).risk("Risk " + i).build());
    }
    List<String> expected = null;
    long first = Seeds.or(0);
    for (long seed = first; seed < first + 3; seed++) {
      Collections.shuffle(filings, new Random(seed));
      Path at = folder.resolve("run" + seed);
      addAll(at, filings);
      List<String> dump = dump(at);
      assertThat(dump).hasSize(80);
      expected = expected == null ? dump : expected;
      assertThat(dump).isEqualTo(expected);
    }
  }

  private static void addAll(Path at, List<RiskDisclosure> filings) throws Exception {
    try (RiskIndexWriter writer = RiskIndexWriter.open(at);
        ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Future<Addition>> waiting = new ArrayList<>();
      filings.forEach(f -> waiting.add(pool.submit(() -> writer.add(f))));
      for (Future<Addition> f : waiting) {
        f.get();
      }
    }
  }

  @Test
  void letsGoOfAFilingWhoseFileHoldsACopyOfAnotherByNow() throws IOException {
    RiskDisclosure old = filing(1).at("b.htm").risk("Old").build();
    RiskDisclosure kept = filing(2).at("a.htm").bytes(2).risk("Kept").build();
    add(old);
    add(kept);
    assertThat(add(filing(2).at("b.htm").bytes(3).risk("Copy").build()))
        .isEqualTo(new Addition.Duplicate(kept.id(), "a.htm", old.id()));
    try (RiskIndex index = RiskIndex.open(folder)) {
      assertThat(all(index)).extracting(IndexedFiling::id).containsExactly(kept.id());
    }
  }

  @Test
  void letsGoOfAFilingWhoseFileHoldsAnotherByNow() throws IOException {
    RiskDisclosure old = filing(1).at("a.htm").risk("Old").build();
    add(old);
    Addition added = add(filing(2).at("a.htm").risk("New").build());
    assertThat(added).isEqualTo(new Addition.Stored("0000007001-23-000002", null, old.id()));
    try (RiskIndex index = RiskIndex.open(folder)) {
      assertThat(all(index)).extracting(IndexedFiling::id).containsExactly("0000007001-23-000002");
    }
  }

  @Test
  void removesAFilingAndItsRisks() throws IOException {
    add(filing(1).risk("One").build());
    add(filing(2).risk("Two").build());
    try (RiskIndexWriter writer = RiskIndexWriter.open(folder)) {
      assertThat(writer.remove("0000007001-23-000001")).isTrue();
      assertThat(writer.remove("0000007001-23-000001")).isFalse();
    }
    try (RiskIndex index = RiskIndex.open(folder)) {
      assertThat(index.filingCount()).isEqualTo(1);
      assertThat(index.riskCount()).isEqualTo(1);
    }
  }

  @Test
  void findsAFilingByAccessionPathAndHash() throws IOException {
    add(filing(171).risk("One").build());
    try (RiskIndex index = RiskIndex.open(folder)) {
      assertThat(index.named("0000007001-23-000171")).hasSize(1);
      assertThat(index.named("filings/171.htm")).hasSize(1);
      assertThat(index.named(Path.of("filings/171.htm").toAbsolutePath().toString())).hasSize(1);
      assertThat(index.named("0".repeat(62))).hasSize(1);
      assertThat(index.named("00000")).isEmpty();
      assertThat(index.named("elsewhere")).isEmpty();
    }
  }

  /** An error of an index, with a code, the folder as data and some words. */
  private void fails(ErrorCode code, String words, ThrowingCallable what) {
    assertThatThrownBy(what)
        .hasMessageContaining(words)
        .isInstanceOfSatisfying(
            CaveatException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.data().get("index")).startsWith(folder.toString());
            });
  }

  @Test
  void saysThatThereIsNoIndex() {
    fails(ErrorCode.NO_INDEX, "no index in", () -> RiskIndex.open(folder.resolve("none")));
    fails(ErrorCode.NO_INDEX, "no index in", () -> RiskIndex.open(folder));
  }

  @Test
  void refusesASecondWriter() throws IOException {
    try (RiskIndexWriter writer = RiskIndexWriter.open(folder)) {
      assertThat(writer).isNotNull();
      fails(
          ErrorCode.INDEX_IN_USE, "another process is writing", () -> RiskIndexWriter.open(folder));
    }
  }

  @Test
  void refusesAnIndexOfAnotherSchemaVersion() throws IOException {
    lucene(Map.of(IndexSchema.VERSION_KEY, "999"));
    String words =
        "was written with schema version 999; this version of Caveat needs schema version "
            + IndexSchema.VERSION;
    fails(ErrorCode.OTHER_SCHEMA, words, () -> RiskIndex.open(folder));
    fails(ErrorCode.OTHER_SCHEMA, words, () -> RiskIndexWriter.open(folder));
  }

  @Test
  void refusesAnIndexOfAnotherProgram() throws IOException {
    lucene(Map.of());
    fails(ErrorCode.NOT_AN_INDEX, "did not write", () -> RiskIndex.open(folder));
  }

  @Test
  void refusesAFolderOfOtherThings() throws IOException {
    Files.writeString(folder.resolve("thesis.doc"), "precious");
    fails(ErrorCode.NOT_AN_INDEX, "not an index", () -> RiskIndexWriter.open(folder));
    fails(
        ErrorCode.NOT_AN_INDEX,
        "is a file",
        () -> RiskIndexWriter.open(folder.resolve("thesis.doc")));
  }

  @Test
  void saysThatAnIndexIsDamaged() throws IOException {
    add(filing(1).risk("One").build());
    try (var files = Files.list(folder)) {
      for (Path f : files.filter(f -> f.toString().endsWith(".cfs")).toList()) {
        Files.write(f, new byte[10]);
      }
    }
    fails(ErrorCode.DAMAGED_INDEX, "is damaged", () -> RiskIndex.open(folder));
  }

  private void lucene(Map<String, String> data) throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
  }

  private static InventedFiling filing(int number) {
    return InventedFiling.number(number);
  }

  private Addition add(RiskDisclosure filing) throws IOException {
    return add(folder, filing);
  }

  private static Addition add(Path at, RiskDisclosure filing) throws IOException {
    try (RiskIndexWriter writer = RiskIndexWriter.open(at)) {
      return writer.add(filing);
    }
  }

  private static List<IndexedFiling> all(RiskIndex index) throws IOException {
    List<IndexedFiling> all = new ArrayList<>();
    index.filings(FilingFilter.none(), all::add);
    return all;
  }

  private static List<String> dump(Path at) throws IOException {
    return IndexDump.of(at);
  }
}
