package dev.caveat.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.compare.Change.Kind;
import dev.caveat.compare.Comparison.Side;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.RiskFactor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComparisonTest {
  private static final String FIRE = "A fire in our only kiln would stop our work.";
  private static final String FIRE_BODY =
      "We fire all bricks in one kiln in Dorrow. A fire, a flood or a strike there would stop our"
          + " work for months, and our insurance may not cover the loss.";
  private static final String STAFF = "We depend on a few people who are hard to replace.";
  private static final String STAFF_BODY =
      "Our founder and four masters of the kiln know the recipes. None of them has a contract that"
          + " lasts beyond 2011, and rivals seek to hire them.";
  private static final String RULES = "New limits on dust may raise our costs.";
  private static final String RULES_BODY =
      "The county has proposed limits on dust that our present filters do not meet. To buy others"
          + " would cost us about $2 million.";

  private static Side side(String... captionsAndBodies) {
    List<RiskFactor> risks = new ArrayList<>();
    for (int i = 0; i < captionsAndBodies.length; i += 2) {
      risks.add(
          new RiskFactor(
              risks.size() + 1,
              List.of(),
              captionsAndBodies[i],
              List.of(captionsAndBodies[i + 1]),
              true));
    }
    return new Side("made up", FilingFacts.UNKNOWN, risks);
  }

  private static List<Change> changes(Side old, Side now) {
    Comparison comparison = Comparison.of(old, now);
    assertEachRiskOnce(comparison);
    return comparison.changes();
  }

  static void assertEachRiskOnce(Comparison comparison) {
    List<Integer> old = comparison.changes().stream().flatMap(c -> c.before().stream()).toList();
    List<Integer> now = comparison.changes().stream().flatMap(c -> c.after().stream()).toList();
    assertThat(old)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, comparison.before().risks().size()).boxed().toList());
    assertThat(now)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, comparison.after().risks().size()).boxed().toList());
  }

  private static Change same(Kind kind, int ordinal, double similarity) {
    return new Change(kind, List.of(ordinal), List.of(ordinal), similarity, false);
  }

  @Test
  void tellsWhatCameAndWhatWent() {
    assertThat(
            changes(
                side(FIRE, FIRE_BODY, STAFF, STAFF_BODY), side(FIRE, FIRE_BODY, RULES, RULES_BODY)))
        .containsExactly(
            same(Kind.UNCHANGED, 1, 1),
            new Change(Kind.REMOVED, List.of(2), List.of(), 0, false),
            new Change(Kind.ADDED, List.of(), List.of(2), 0, false));
  }

  @Test
  void callsANewYearCosmetic() {
    List<Change> changes =
        changes(side(STAFF, STAFF_BODY), side(STAFF, STAFF_BODY.replace("2011", "2012")));
    assertThat(changes).extracting(Change::kind).containsExactly(Kind.COSMETIC);
    assertThat(changes.getFirst().similarity()).isBetween(0.9, 1.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          our insurance may not cover the loss | our insurance may cover the loss
          We fire all bricks in one kiln       | We do not fire all bricks in one kiln
          flood or a strike there would stop   | flood or a strike there have stopped
          in one kiln in Dorrow                | in one kiln in Pellam
          our insurance may not cover          | our insurance may not fully and effectively cover
          cover the loss.                      | cover the loss, as in 2023.
          fire all bricks in one kiln          | fire all 40 bricks in one kiln
          """)
  void callsNoChangeCosmeticThatTurnsTheSense(String before, String after) {
    String body = FIRE_BODY + " " + STAFF_BODY + " " + RULES_BODY;
    assertThat(body).contains(before);
    assertThat(changes(side(FIRE, body), side(FIRE, body.replace(before, after))))
        .extracting(Change::kind)
        .containsExactly(after.contains("fully") ? Kind.COSMETIC : Kind.MODIFIED);
  }

  @Test
  void callsYearsCosmeticThatWereRolledForwardInAList() {
    String body = FIRE_BODY + " " + STAFF_BODY + " It burnt in fiscal 2010 and 2009.";
    assertThat(
            changes(side(FIRE, body), side(FIRE, body.replace("2010 and 2009", "2011 and 2010"))))
        .extracting(Change::kind)
        .containsExactly(Kind.COSMETIC);
  }

  @Test
  void saysThatAFilingIsComparedWithItself() {
    Side one = side(FIRE, FIRE_BODY);
    assertThat(Comparison.of(one, one).notes()).containsExactly("Both sides are the same filing.");
    Side copy = new Side("a copy", FilingFacts.UNKNOWN, one.risks());
    assertThat(Comparison.of(one, copy).notes())
        .containsExactly("Both sides have the same text, word for word.");
    assertThat(Comparison.of(one, side(STAFF, STAFF_BODY)).notes()).isEmpty();
  }

  @Test
  void callsOtherQuotesAndBlanksUnchanged() {
    assertThat(
            changes(
                side("The kiln’s age", "It is “old” and  may fail."),
                side("The kiln's age", "It is \"old\" and may fail.")))
        .containsExactly(same(Kind.UNCHANGED, 1, 1));
  }

  @Test
  void callsANewSentenceModified() {
    assertThat(
            changes(
                side(STAFF, STAFF_BODY),
                side(STAFF, STAFF_BODY + " Two of them left last spring.")))
        .extracting(Change::kind)
        .containsExactly(Kind.MODIFIED);
  }

  @Test
  void followsARiskWithANewCaption() {
    assertThat(
            changes(
                side(FIRE, FIRE_BODY, STAFF, STAFF_BODY),
                side(FIRE, FIRE_BODY, "The loss of key staff could harm us.", STAFF_BODY)))
        .extracting(Change::kind)
        .containsExactly(Kind.UNCHANGED, Kind.MODIFIED);
  }

  @Test
  void followsARiskWithANewBody() {
    assertThat(
            changes(
                side(FIRE, FIRE_BODY, STAFF, STAFF_BODY),
                side(FIRE, FIRE_BODY, STAFF, "Mrs. Ardle leads sales. Few could take her place.")))
        .extracting(Change::kind)
        .containsExactly(Kind.UNCHANGED, Kind.MODIFIED);
  }

  @Test
  void seesASplitAndAMerger() {
    Side apart = side(FIRE, FIRE_BODY, STAFF, STAFF_BODY, RULES, RULES_BODY);
    Side together = side(FIRE, FIRE_BODY + " " + STAFF + " " + STAFF_BODY, RULES, RULES_BODY);
    assertThat(changes(together, apart).getFirst())
        .satisfies(c -> assertThat(c.kind()).isEqualTo(Kind.SPLIT))
        .satisfies(c -> assertThat(c.after()).containsExactly(1, 2));
    assertThat(changes(apart, together).getFirst())
        .satisfies(c -> assertThat(c.kind()).isEqualTo(Kind.MERGED))
        .satisfies(c -> assertThat(c.before()).containsExactly(1, 2));
  }

  @Test
  void saysWhichRisksMoved() {
    List<Change> changes =
        changes(
            side(FIRE, FIRE_BODY, STAFF, STAFF_BODY, RULES, RULES_BODY),
            side(RULES, RULES_BODY, FIRE, FIRE_BODY, STAFF, STAFF_BODY));
    assertThat(changes).extracting(Change::kind).containsOnly(Kind.UNCHANGED);
    assertThat(changes).extracting(Change::moved).containsExactly(true, false, false);
  }

  @Test
  void pairsTextsThatStandTwiceInOrder() {
    Side twice = side(FIRE, FIRE_BODY, FIRE, FIRE_BODY, STAFF, STAFF_BODY);
    assertThat(changes(twice, twice))
        .containsExactly(
            same(Kind.UNCHANGED, 1, 1), same(Kind.UNCHANGED, 2, 1), same(Kind.UNCHANGED, 3, 1));
  }

  @Test
  void comparesWithNothing() {
    assertThat(changes(side(), side(FIRE, FIRE_BODY)))
        .extracting(Change::kind)
        .containsExactly(Kind.ADDED);
    assertThat(changes(side(FIRE, FIRE_BODY), side()))
        .extracting(Change::kind)
        .containsExactly(Kind.REMOVED);
    assertThat(changes(side(), side())).isEmpty();
  }

  @Test
  void comparesMoreRisksThanAnyFilingHas() {
    String[] old = new String[6_000];
    String[] now = new String[6_000];
    for (int i = 0; i < old.length; i += 2) {
      old[i] = "Risk number " + i + " may harm kiln " + (i * 7919) % 10_007;
      now[i] = "Risk number " + i + " could harm kiln " + (i * 7919) % 10_007;
      old[i + 1] = "It stands in yard " + i + ".";
      now[i + 1] = "It stands in the yard " + i + " still.";
    }
    assertThat(changes(side(old), side(now))).hasSizeGreaterThanOrEqualTo(3_000);
  }
}
