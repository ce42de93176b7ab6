package dev.caveat.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.compare.Comparison.Side;
import dev.caveat.compare.Layout.Placed;
import dev.caveat.compare.Layout.Role;
import dev.caveat.compare.Redline.Mark;
import dev.caveat.compare.Revision.Matter;
import dev.caveat.model.Annotation;
import dev.caveat.model.Doubt;
import dev.caveat.model.Entity;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.Passage;
import dev.caveat.model.Passage.Kind;
import dev.caveat.model.RiskFactor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RevisionTest {
  private static final String FIRE = "A fire in our only kiln would stop our work.";
  private static final String FIRE_BODY =
      "We fire all bricks in one kiln in Dorrow. A flood or a strike there could stop our work for"
          + " months. Our insurance may not cover the loss of the kiln.";
  private static final String STAFF = "We depend on a few people who are hard to replace.";
  private static final String STAFF_BODY =
      "Our founder and four masters of the kiln know the recipes. Rivals seek to hire them away"
          + " from us.";
  private static final String RULES = "New limits on dust may raise our costs.";
  private static final String RULES_BODY =
      "The county has proposed limits on dust that our present filters do not meet.";
  private static final String MOVED = "Bricks are heavy, and few trucks carry them far.";

  private static Side side(List<Passage> passages, String... captionsAndBodies) {
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
    return new Side("made up", FilingFacts.UNKNOWN, risks, Doubt.NONE, passages);
  }

  private static Revision revision(Side old, Side now) {
    Comparison comparison = Comparison.of(old, now);
    Revision revision = new Revision(comparison);
    for (Change c : comparison.changes()) {
      assertThat(revision.redline(c).before()).isEqualTo(comparison.redline(c).before());
      assertThat(revision.redline(c).after()).isEqualTo(comparison.redline(c).after());
    }
    return revision;
  }

  @Test
  void tellsASentenceThatMovedToAnotherRiskWithBothPlaces() {
    Side old = side(List.of(), FIRE, FIRE_BODY + " " + MOVED, STAFF, STAFF_BODY);
    Side now = side(List.of(), FIRE, FIRE_BODY, STAFF, MOVED + " " + STAFF_BODY);
    Revision revision = revision(old, now);
    assertThat(revision.moves())
        .containsExactly(new Move(MOVED, new Spot(1, null), new Spot(2, null)));
    assertThat(revision.moves().getFirst().places()).isEqualTo("#1 to #2");
    for (Change change : revision.byWeight()) {
      Redline redline = revision.redline(change).forReading();
      assertThat(redline.words(Mark.DELETED) + redline.words(Mark.INSERTED)).isZero();
      assertThat(redline.pieces()).anyMatch(p -> p.mark() != Mark.EQUAL && p.move() != null);
    }
  }

  private static Revision revision(String before, String after) {
    return revision(side(List.of(), FIRE, before), side(List.of(), FIRE, after));
  }

  @Test
  void tellsASentenceThatMovedWithinARisk() {
    Revision revision = revision(MOVED + " " + FIRE_BODY, FIRE_BODY + " " + MOVED);
    assertThat(revision.moves()).extracting(Move::places).containsExactly("within #1");
  }

  @Test
  void callsNoPhraseOfTheTradeMoved() {
    Side old =
        side(
            List.of(),
            FIRE,
            FIRE_BODY + " " + MOVED,
            STAFF,
            STAFF_BODY,
            RULES,
            RULES_BODY + " " + MOVED);
    Side now =
        side(
            List.of(),
            FIRE,
            FIRE_BODY,
            STAFF,
            STAFF_BODY + " " + MOVED,
            RULES,
            RULES_BODY + " " + MOVED);
    assertThat(revision(old, now).moves()).isEmpty();
  }

  @Test
  void tellsAnEditMadeInManyPlacesOnceWithItsPlaces() {
    Side old =
        side(
            List.of(), FIRE, FIRE_BODY, STAFF, STAFF_BODY, RULES, RULES_BODY + " The kiln is old.");
    String[] texts = {FIRE, FIRE_BODY, STAFF, STAFF_BODY, RULES, RULES_BODY + " The kiln is old."};
    String[] renamed =
        Arrays.stream(texts).map(t -> t.replace("kiln", "furnace")).toArray(String[]::new);
    Revision revision = revision(old, side(List.of(), renamed));
    assertThat(revision.repeated()).hasSize(1);
    assertThat(revision.repeated().getFirst().before()).isEqualTo("kiln");
    assertThat(revision.repeated().getFirst().after()).isEqualTo("furnace");
    assertThat(revision.repeated().getFirst().spots())
        .extracting(Spot::name)
        .containsExactly("#1", "#2", "#3");
    assertThat(revision.byWeight()).allMatch(c -> revision.weight(c).words() == 0);
  }

  @Test
  void putsNewTopicsAndWhatHasHappenedFirstAndThenTheMostWords() {
    Side old = side(List.of(), FIRE, FIRE_BODY, STAFF, STAFF_BODY, RULES, RULES_BODY);
    Side now =
        side(
            List.of(),
            RULES,
            RULES_BODY + " We would have to buy others, and to stop our work until they are built.",
            STAFF,
            STAFF_BODY + " Some may leave.",
            FIRE,
            FIRE_BODY.replace("could stop", "has stopped"),
            "Our pier may fall.",
            "It is old, and no one insures it.");
    Revision revision = revision(old, now);
    assertThat(revision.byWeight())
        .extracting(c -> c.after().getFirst())
        .containsExactly(4, 3, 1, 2);
    assertThat(revision.byWeight())
        .extracting(c -> revision.weight(c).matter())
        .containsExactly(Matter.NEW_TOPIC, Matter.HAPPENED, Matter.WORDING, Matter.WORDING);
  }

  @Test
  void seesThatWhatMayHappenHasHappenedBesideIt() {
    assertThat(Wording.happened(Redline.of("A strike could harm us.", "A strike has harmed us.")))
        .isTrue();
    assertThat(
            Wording.happened(
                Redline.of(
                    "A strike could harm us.", "A strike has in the past and could harm us.")))
        .isTrue();
    assertThat(Wording.happened(Redline.of("A strike could harm us.", "A flood could harm us.")))
        .isFalse();
    assertThat(
            Wording.happened(
                Redline.of("A strike could harm us.", "A strike could harm us. We have a kiln.")))
        .isFalse();
  }

  private static Side annotated(String body, Entity... entities) {
    RiskFactor risk = new RiskFactor(1, List.of(), FIRE, List.of(body), true);
    return new Side(
        "made up",
        FilingFacts.UNKNOWN,
        List.of(risk.withAnnotation(new Annotation(List.of(), List.of(entities)))));
  }

  @Test
  void listsSentencesWithNewNamesAmountsAndSubjectsInRisksThatWereThereBefore() {
    String more =
        " In 2023 the Morl Dust Board fined us $4 million for a leak of chlorine and ammonia.";
    String text = FIRE + "\n\n" + FIRE_BODY + more;
    int at = text.indexOf("$4 million");
    Entity fine =
        new Entity(
            Entity.Type.MONEY,
            at,
            at + 10,
            "$4 million",
            new Entity.Value.Amount(new BigDecimal("4000000"), "USD"));
    Revision revision = revision(annotated(FIRE_BODY), annotated(FIRE_BODY + more, fine));
    assertThat(revision.news())
        .containsExactly(
            new News(
                1,
                more.strip(),
                List.of("Morl Dust Board"),
                List.of("$4 million"),
                List.of("fined", "leak", "chlorine", "ammonia")));
    assertThat(revision(FIRE_BODY, FIRE_BODY.replace("months", "our months")).news()).isEmpty();
  }

  @Test
  void readsTheWholeSectionInOneOrder() {
    Passage was = new Passage(Kind.INTRODUCTION, "Read all of this with care before you buy.", 1);
    Passage is = new Passage(Kind.INTRODUCTION, "Other risks than these may come to matter.", 1);
    Passage group = new Passage(Kind.GROUP, "Our kiln", 1);
    Passage end = new Passage(Kind.CLOSING, "We need not bring this up to date.", 4);
    Side old =
        side(List.of(was, group, end), FIRE, FIRE_BODY, STAFF, STAFF_BODY, RULES, RULES_BODY);
    Side now =
        side(
            List.of(is, group, new Passage(Kind.CLOSING, end.text(), 3)),
            RULES,
            RULES_BODY,
            STAFF,
            STAFF_BODY);
    Revision revision = revision(old, now);
    assertThat(revision.passages())
        .containsExactly(
            new PassageChange(was, is),
            new PassageChange(group, group),
            new PassageChange(end, new Passage(Kind.CLOSING, end.text(), 3)));
    assertThat(revision.layout().placed())
        .extracting(Placed::role)
        .contains(Role.AWAY, Role.HERE, Role.IN_PLACE);
    assertThat(text(revision, Mark.INSERTED, Role.HERE)).isEqualTo(old.section());
    assertThat(text(revision, Mark.DELETED, Role.AWAY)).isEqualTo(now.section());
  }

  /** What is read of the layout without one mark and one role. */
  private static String text(Revision revision, Mark mark, Role role) {
    List<String> texts = new ArrayList<>();
    for (Placed placed : revision.layout().placed()) {
      StringBuilder text = new StringBuilder();
      if (placed.role() != role) {
        revision.pieces(placed).stream()
            .filter(p -> p.mark() != mark)
            .forEach(p -> text.append(p.text()));
      }
      texts.add(text.toString());
    }
    texts.removeIf(String::isEmpty);
    return String.join("\n\n", texts);
  }
}
