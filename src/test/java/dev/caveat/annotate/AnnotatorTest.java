package dev.caveat.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.model.Annotation;
import dev.caveat.model.Entity;
import dev.caveat.model.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnnotatorTest {
  private static final Annotator ANNOTATOR = Annotator.bundled();

  private static List<String> sentences(String text) {
    return ANNOTATOR.annotate(text).sentences().stream().map(s -> s.of(text)).toList();
  }

  private static List<String> found(Entity.Type type, String text) {
    return ANNOTATOR.annotate(text).entities().stream()
        .filter(e -> e.type() == type)
        .map(Entity::text)
        .toList();
  }

  private static Entity.@Nullable Value value(Entity.Type type, String text) {
    List<Entity> entities =
        ANNOTATOR.annotate(text).entities().stream().filter(e -> e.type() == type).toList();
    assertThat(entities).as(text).isNotEmpty();
    return entities.get(0).value();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We sell soap in the U.S. market.|It is seasonal.",
        "Brandt Corp. makes our kettles.|We have no other maker.",
        "See Rule 4310(c)(2)(B).|It asks for equity of $2.5 million.",
        "Item 1A of our report, No. 4 of the series, says more.|Read it.",
        "The case is Pelham v. Marrow Inc., No. 04-1187.|We have appealed.",
        "He said “no.”|We went on.",
        "Makers (e.g. Lund & Co.) are larger.|Some, i.e. those in Asia, are cheaper.",
        "Seasonality.|We sell most in winter.",
        "iLume makes our lamps.|eTollo sells them.",
      })
  void partsSentencesWhereAReaderWould(String parts) {
    List<String> expected = List.of(parts.split("\\|"));
    assertThat(sentences(String.join(" ", expected))).isEqualTo(expected);
  }

  @Test
  void endsSentencesAtLineBreaks() {
    assertThat(sentences("Our mill\n\n• floods;\n• fires"))
        .containsExactly("Our mill", "• floods;", "• fires");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We paid $1.6 million.|1600000|USD",
        "We paid €1,100,000 last year.|1100000|EUR",
        "It cost US$500,000.|500000|USD",
        "A fee of C$2.5 billion is due.|2500000000|CAD",
        "They owe RMB 300 thousand.|300000|CNY",
        "We owe 12 million euros.|12000000|EUR",
        "We paid $.05 a share.|0.05|USD",
        "We paid 25 cents a share.|0.25|USD",
        "It was ₹640 crore.|6400000000|INR",
      })
  void valuesAmountsExactly(String text, String amount, String currency) {
    assertThat(value(Entity.Type.MONEY, text))
        .isEqualTo(new Entity.Value.Amount(new BigDecimal(amount), currency));
  }

  @Test
  void givesBothEndsOfARangeItsScale() {
    String text = "We expect to spend $1.0 to $1.5 billion on mills.";
    assertThat(found(Entity.Type.MONEY, text)).containsExactly("$1.0", "$1.5 billion");
    assertThat(value(Entity.Type.MONEY, text))
        .isEqualTo(new Entity.Value.Amount(new BigDecimal("1000000000"), "USD"));
  }

  @Test
  void givesNoValueWhereTheCurrencyIsNotCertain() {
    assertThat(value(Entity.Type.MONEY, "They fined us ¥3 million.")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "On March 31, 2003 we closed.|2003-03-31",
        "On 31 March 2003 we closed.|2003-03-31",
        "In September 2021 we closed.|2021-09",
        "We closed in 2002.|2002",
        "In fiscal 2023 we lost money.|FY2023",
        "In the first quarter of 2024 we lost money.|2024-Q1",
        "In the second quarter of fiscal 2011 we lost money.|FY2011-Q2",
        "In the second half of 2007 we lost money.|2007-H2",
      })
  void valuesDatesAndPeriods(String text, String iso) {
    assertThat(value(Entity.Type.DATE, text)).isEqualTo(new Entity.Value.Period(iso));
  }

  @Test
  void marksEachYearOfAList() {
    assertThat(
            found(
                Entity.Type.DATE, "The fiscal years ended March 31, 2003, 2002 and 2001 were bad."))
        .containsExactly("March 31, 2003", "2002", "2001");
  }

  @Test
  void takesNoNumberOfAnotherKindForADate() {
    assertThat(
            found(
                Entity.Type.DATE,
                "We have 2,012 employees, 2000 stores and Windows 2000, and may march on."))
        .isEmpty();
  }

  @Test
  void givesNoValueToADayThatDoesNotExist() {
    assertThat(value(Entity.Type.DATE, "On February 31, 2003 we closed.")).isNull();
  }

  @Test
  void marksPercentagesWithTheirSign() {
    assertThat(
            found(
                Entity.Type.PERCENT,
                "Sales fell 5 to 10% and costs rose 10.5 percent, or 66 2/3% of plan."))
        .containsExactly("5", "10%", "10.5 percent", "66 2/3%");
  }

  @Test
  void marksActsRulesAndSections() {
    assertThat(
            found(
                Entity.Type.LAW,
                "Section 404 of the Sarbanes-Oxley Act of 2002, Rule 144 and Marketplace Rule 4310(c)(4) apply, as does the GDPR."))
        .containsExactly(
            "Section 404",
            "Sarbanes-Oxley Act of 2002",
            "Rule 144",
            "Marketplace Rule 4310(c)(4)",
            "GDPR");
  }

  @Test
  void namesKnownRegulatorsWhateverTheyAreCalled() {
    String text = "The U.S. Securities and Exchange Commission wrote; the SEC fined us.";
    assertThat(found(Entity.Type.REGULATOR, text))
        .containsExactly("U.S. Securities and Exchange Commission", "SEC");
    List<Entity> both = ANNOTATOR.annotate(text).entities();
    assertThat(both).extracting(Entity::value).containsOnly(both.get(0).value());
    assertThat(both.get(0).value())
        .isEqualTo(new Entity.Value.Body("us-sec", "U.S. Securities and Exchange Commission"));
  }

  @Test
  void followsAShortNameThroughTheTextsOfAFiling() {
    List<Annotation> marks =
        ANNOTATOR.annotateAll(
            List.of(
                "The Public Service Commission of Wisconsin (the “WPSC”) wrote to us.",
                "If the WPSC rules against us, we lose."));
    assertThat(marks.get(1).entities()).extracting(Entity::text).containsExactly("WPSC");
  }

  @Test
  void takesNoCourtCustomerOrCommitteeForARegulator() {
    assertThat(
            found(
                Entity.Type.REGULATOR,
                "Congress, the Supreme Court, our Board of Directors and the Department of Defense were told."))
        .isEmpty();
  }

  @Test
  void takesAnExchangeForARegulatorOnlyWhereItSetsRules() {
    assertThat(found(Entity.Type.REGULATOR, "Our shares trade on the NYSE.")).isEmpty();
    assertThat(found(Entity.Type.REGULATOR, "The NYSE listing standards ask for more."))
        .containsExactly("NYSE");
  }

  @Test
  void findsABodyThatNobodyListed() {
    String text = "The Qarvian Ministry of Soap and Candles revoked our license on May 3, 2009.";
    assertThat(found(Entity.Type.REGULATOR, text))
        .containsExactly("Qarvian Ministry of Soap and Candles");
  }

  @Test
  void givesEveryThreadTheSameAnswer() {
    String text =
        "On May 3, 2009 the FDA fined Brandt Corp. $2 million under Section 303. We paid. The U.S. Department of Justice did nothing.";
    Annotation expected = ANNOTATOR.annotate(text);
    assertThat(
            IntStream.range(0, 200).parallel().mapToObj(i -> ANNOTATOR.annotate(text)).distinct())
        .containsExactly(expected);
  }

  @Test
  void marksNothingInNothing() {
    assertThat(ANNOTATOR.annotate("")).isEqualTo(Annotation.NONE);
    assertThat(ANNOTATOR.annotate(" \n\t\n")).isEqualTo(Annotation.NONE);
    assertThat(ANNOTATOR.annotate("(").sentences()).hasSize(1);
  }

  @Test
  void keepsSpansApartAndInsideSentences() {
    String text =
        "Under SEC Rule 10b-5 of 1942, the SEC fined us $5 million (5% of sales) in fiscal 2003. "
            .repeat(3);
    Annotation a = ANNOTATOR.annotate(text);
    int last = 0;
    for (Entity e : a.entities()) {
      assertThat(e.start()).isGreaterThanOrEqualTo(last);
      assertThat(e.text()).isEqualTo(text.substring(e.start(), e.end()));
      assertThat(a.sentences()).anyMatch((Span s) -> s.start() <= e.start() && e.end() <= s.end());
      last = e.end();
    }
  }
}
