package dev.caveat.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.model.Passage.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PassageTest {
  private static RiskFactor risk(int ordinal, String group, String caption, String... body) {
    return new RiskFactor(
        ordinal, group.isEmpty() ? List.of() : List.of(group), caption, List.of(body), true);
  }

  private static final List<RiskFactor> RISKS =
      List.of(
          risk(1, "Our orchard", "Frost may spoil our crops.", "It often does."),
          risk(2, "Our orchard", "Our pier may fall.", "It is old.", "No one insures it."),
          risk(3, "Our shares", "Few people trade our shares.", "They may be hard to sell."));

  private static final String SECTION =
      """
      Read all of this before you buy.

      We have left out what we do not know.

      Our orchard

      • Frost may spoil
      our crops. It often does.

      A note on piers.

      Our pier may fall.

      It is old.

      No one insures it.

      Our\tshares

      Few people trade our shares.

      They may be hard to sell.

      We need not bring this up to date.""";

  @Test
  void tellsWhatASectionSaysOutsideItsRisks() {
    assertThat(Passage.outside(SECTION, RISKS))
        .containsExactly(
            new Passage(
                Kind.INTRODUCTION,
                "Read all of this before you buy.\n\nWe have left out what we do not know.",
                1),
            new Passage(Kind.GROUP, "Our orchard", 1),
            new Passage(Kind.BETWEEN, "A note on piers.", 2),
            new Passage(Kind.GROUP, "Our\tshares", 3),
            new Passage(Kind.CLOSING, "We need not bring this up to date.", 4));
  }

  @Test
  void findsARiskBehindASummaryThatHasItsCaption() {
    String section = "Our pier may fall.\n\n" + SECTION;
    assertThat(Passage.outside(section, RISKS).getFirst().text()).startsWith("Our pier may fall.");
    assertThat(Passage.outside(section, RISKS)).hasSize(5);
  }

  @Test
  void makesTheSectionAgain() {
    String again = Passage.together(Passage.outside(SECTION, RISKS), RISKS);
    assertThat(again.replaceAll("\\s+", "")).isEqualTo(SECTION.replaceAll("[\\s•]+", ""));
    assertThat(Passage.outside(again, RISKS)).isEqualTo(Passage.outside(SECTION, RISKS));
  }

  @Test
  void knowsTheGroupsAloneWhereTheSectionIsNotKnown() {
    assertThat(Passage.outside("", RISKS))
        .containsExactly(
            new Passage(Kind.GROUP, "Our orchard", 1), new Passage(Kind.GROUP, "Our shares", 3));
    assertThat(Passage.outside("", List.of())).isEmpty();
  }
}
