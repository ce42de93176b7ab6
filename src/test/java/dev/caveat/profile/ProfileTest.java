package dev.caveat.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.index.FilingFilter;
import dev.caveat.index.InventedFiling;
import dev.caveat.index.RiskIndex;
import dev.caveat.index.RiskIndexWriter;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import dev.caveat.model.Warning;
import dev.caveat.report.DataTable;
import dev.caveat.report.Report;
import dev.caveat.report.Report.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures over filings of a real index. */
final class ProfileTest {
  private static final String FROST = "Frost may spoil our crops.";

  @TempDir Path folder;

  @Test
  void aReportCountsRisksByCategoryAndWhatCameAndWent() throws IOException {
    RiskDisclosure before =
        InventedFiling.number(1)
            .filed("2022-03-01")
            .risk(FROST, "A frost in May killed half of the trees on our hill.")
            .risk("Our pier may fall.", "Worms eat the old posts below the water line.")
            .build();
    RiskDisclosure now =
        InventedFiling.number(2)
            .filed("2023-03-01")
            .risk(FROST, "A frost in May killed half of the trees on our hill.")
            .risk("A new tax may be levied.", "The county plans a tax on cider of five cents.")
            .build();
    try (RiskIndex index = index(before, now)) {
      Report report = report(index, now.id());
      assertThat(report.title())
          .isEqualTo("Risk factors of Brennick Jetmark Inc, 10-K, 2023-01-01");
      assertThat(report.figures())
          .contains(
              new Fact("risks", "2"), new Fact("new risks", "1"), new Fact("dropped risks", "1"));
      DataTable categories = report.section("categories").orElseThrow().table();
      assertThat(value(categories, "tax", "risks")).isEqualTo(1);
      assertThat(value(categories, "tax", "shareOfRisks")).isEqualTo(0.5);
      assertThat(value(categories, "tax", "added")).isEqualTo(1);
    }
  }

  @Test
  void theFilingBeforeIsTheCompanysLastOneWithRisks() throws IOException {
    RiskDisclosure first = InventedFiling.number(1).filed("2021-03-01").risk(FROST, "x").build();
    RiskDisclosure without =
        InventedFiling.number(2)
            .filed("2022-03-01")
            .without(new RiskSection.Absent("no section", "none"))
            .build();
    RiskDisclosure foreign =
        InventedFiling.number(3)
            .of("Kestwick", "7003")
            .filed("2022-04-01")
            .risk(FROST, "x")
            .build();
    RiskDisclosure last = InventedFiling.number(4).filed("2023-03-01").risk(FROST, "x").build();
    try (RiskIndex index = index(first, without, foreign, last)) {
      List<FilingProfile> all = Tally.profilesOf(index, FilingFilter.none());
      assertThat(all).hasSize(4);
      Map<String, FilingProfile> before = Predecessors.of(index, all);
      assertThat(before).containsOnlyKeys(last.id());
      assertThat(Objects.requireNonNull(before.get(last.id())).id()).isEqualTo(first.id());
    }
  }

  @Test
  void aSectionFarShorterThanTheOneBeforeIsTold() throws IOException {
    String words = "The harvest of this orchard may fail once more. ";
    RiskDisclosure before =
        InventedFiling.number(1).filed("2022-03-01").risk(FROST, words.repeat(200)).build();
    RiskDisclosure same =
        InventedFiling.number(2).filed("2023-03-01").risk(FROST, words.repeat(190)).build();
    RiskDisclosure shorter =
        InventedFiling.number(3).filed("2024-03-01").risk(FROST, words.repeat(50)).build();
    try (RiskIndex index = index(before, same, shorter)) {
      Map<String, Optional<Warning>> changes = SectionLengths.changes(index);
      assertThat(changes).containsOnlyKeys(shorter.id());
      Warning warning = Objects.requireNonNull(changes.get(shorter.id())).orElseThrow();
      assertThat(warning.code()).isEqualTo(SectionLengths.CODE);
      assertThat(warning.message()).contains("has 1,715 words", "this one 455");
    }
  }

  @Test
  void boilerplateIsWhatMostFilingsOfAReferenceShare() {
    String common = "We face intense competition in all our markets.";
    List<List<RiskFactor>> reference =
        Stream.of("kilns", "piers", "wells", "barns")
            .map(own -> List.of(risk(common, "Our " + own + " stand on sand by the sea.")))
            .toList();
    Boilerplate boilerplate = Boilerplate.of(reference.stream(), reference.size());
    assertThat(boilerplate.isMeasurable()).isTrue();
    assertThat(boilerplate.words(risk(common, "Nobody else makes such long ropes."))).isEqualTo(8);
    assertThat(boilerplate.words(risk("Nobody else makes such long ropes.", "Nor ours."))).isZero();
    assertThat(Boilerplate.of(reference.stream().limit(3), 3).isMeasurable()).isFalse();
  }

  /** With a sentence a paragraph. */
  private static RiskFactor risk(String heading, String paragraph) {
    return InventedFiling.number(1)
        .risk(heading, paragraph)
        .law(heading)
        .build()
        .section()
        .risks()
        .getFirst();
  }

  /** In which risks of a tax are labeled so. */
  private RiskIndex index(RiskDisclosure... filings) throws IOException {
    try (RiskIndexWriter writer = RiskIndexWriter.open(folder)) {
      for (RiskDisclosure filing : filings) {
        writer.add(filing);
        for (RiskFactor risk : filing.section().risks()) {
          if (risk.heading().contains("tax")) {
            writer.label(filing.id(), risk.ordinal(), List.of("tax"));
          }
        }
      }
    }
    return RiskIndex.open(folder);
  }

  private static Report report(RiskIndex index, String id) throws IOException {
    FilingFilter one = FilingFilter.builder().ids(List.of(id)).build();
    ReportScope scope =
        new ReportScope(one, List.of(), null, 300, LocalDate.of(2024, 1, 1), List.of());
    return ReportBuilder.of(index, index, scope, texts -> () -> {});
  }

  private static @Nullable Object value(DataTable table, String category, String column) {
    return table.rows().stream()
        .filter(r -> category.equals(r.get(table.column("category"))))
        .findFirst()
        .orElseThrow()
        .get(table.column(column));
  }
}
