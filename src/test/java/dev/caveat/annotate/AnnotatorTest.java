package dev.caveat.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.caveat.model.Annotation;
import dev.caveat.model.Entity;
import dev.caveat.model.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnnotatorTest {
  private static final Annotator ANNOTATOR = Annotator.bundled();

  private static List<String> sentences(String text) {
    return ANNOTATOR.annotate(text).sentences().stream().map(s -> s.of(text)).toList();
  }

  private static List<Entity> entities(String text) {
    return ANNOTATOR.annotate(text).entities();
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

  @Test
  @Timeout(5)
  void partsSentencesBesideARunOfMarksInTimeLinearInItsLength() {
    String run = ".\"".repeat(100_000) + "b";
    assertThat(sentences("We sell soap. It is " + run + " here. It floats. We sell kettles."))
        .containsExactly(
            "We sell soap.", "It is " + run + " here.", "It floats.", "We sell kettles.");
  }

  @Test
  @Timeout(20)
  void looksOnceWhetherALongSentenceThatNamesManyActsIsACaption() {
    String named = "the “Soap Act” (the “".repeat(40_000);
    assertThat(Annotator.bundled().annotate("We may fail. " + named).entities()).isNotEmpty();
  }

  @Test
  @Timeout(20)
  void takesNoLongListForTheNameOfALaw() {
    String list = "Alder, ".repeat(60_000);
    assertThat(
            Annotator.bundled()
                .annotate("Under the " + list + "and Beech Act we may fail.")
                .entities())
        .allSatisfy(e -> assertThat(e.end() - e.start()).isLessThan(700));
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
        "We owe $2.5MM to banks.|2500000|USD",
        "We owe £2.3m to banks.|2300000|GBP",
        "We owe US$1.5m to banks.|1500000|USD",
        "We owe €450k to banks.|450000|EUR",
        "We owe $3bn to banks.|3000000000|USD",
        "A loan of MXN$125 million is due.|125000000|MXN",
        "A loan of AR$20 million is due.|20000000|ARS",
        "A loan of COP$3 billion is due.|3000000000|COP",
        "A $2 million loan is due.|2000000|USD",
        "We lost $(12.5) million.|-12500000|USD",
        "We lost ($3.4) million.|-3400000|USD",
        "We owe one hundred fifty thousand dollars.|150000|USD",
        "We owe one million five hundred thousand dollars.|1500000|USD",
        "We owe Two Hundred Thousand U.S. Dollars.|200000|USD",
        "We paid 1,5 million euros.|1500000|EUR",
        "We paid €1.234,50 for it.|1234.5|EUR",
      })
  void valuesAmountsExactly(String text, String amount, String currency) {
    assertThat(value(Entity.Type.MONEY, text))
        .isEqualTo(new Entity.Value.Amount(new BigDecimal(amount), currency));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cash from operations was ($612,340) that year.|-612340|USD",
        "We lost ($1,500) on it.|-1500|USD",
        "We had income of $20, compared to ($2.50) before.|20|USD",
        "A result of (€3.4) million is bad.|-3400000|EUR",
        "A result of US$(5.0) million is bad.|-5000000|USD",
        "A result of (U.S.$7) million is bad.|-7000000|USD",
        "We sold a kettle ($25) to a friend.|25|USD",
        "We had losses (about $5.2 million) on it.|5200000|USD",
        "Sales fell by a tenth ($5.2 million) last year.|5200000|USD",
      })
  void takesABracketForAMinusOnlyWhereTheAmountItselfMustStand(
      String text, String amount, String currency) {
    assertThat(value(Entity.Type.MONEY, text))
        .isEqualTo(new Entity.Value.Amount(new BigDecimal(amount), currency));
  }

  @Test
  void marksANegativeAmountWithItsBrackets() {
    assertThat(found(Entity.Type.MONEY, "Cash was ($1,500), compared to ($2,600) before."))
        .containsExactly("($1,500)", "($2,600)");
  }

  @Test
  void givesBothEndsOfARangeItsScale() {
    String text = "We expect to spend $1.0 to $1.5 billion on mills.";
    assertThat(found(Entity.Type.MONEY, text)).containsExactly("$1.0", "$1.5 billion");
    assertThat(value(Entity.Type.MONEY, text))
        .isEqualTo(new Entity.Value.Amount(new BigDecimal("1000000000"), "USD"));
  }

  @Test
  void marksTheUpperEndOfARangeWithoutASign() {
    String text = "We expect to spend $50 to 60 million, or €1.5-2.0 million.";
    assertThat(entities(text).stream().map(Entity::value))
        .containsExactly(
            new Entity.Value.Amount(new BigDecimal("50000000"), "USD"),
            new Entity.Value.Amount(new BigDecimal("60000000"), "USD"),
            new Entity.Value.Amount(new BigDecimal("1500000"), "EUR"),
            new Entity.Value.Amount(new BigDecimal("2000000"), "EUR"));
  }

  @Test
  void givesNoValueToABrokenFigureButMarksItWhole() {
    assertThat(found(Entity.Type.MONEY, "Net income must be $500,00 or more."))
        .containsExactly("$500,00");
    assertThat(value(Entity.Type.MONEY, "Net income must be $500,00 or more.")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A rise of 100 basis points hurts.|100 basis points|1",
        "A rise of 50 bps hurts.|50 bps|0.5",
        "A fee of one-half of one percent is due.|one-half of one percent|0.5",
        "A fee of 3/8 of 1% is due.|3/8 of 1%|0.375",
        "We pay one hundred thirty five percent of it.|one hundred thirty five percent|135",
      })
  void valuesBasisPointsAndFractionsAsPercentages(String text, String span, String percent) {
    assertThat(found(Entity.Type.PERCENT, text)).containsExactly(span);
    assertThat(value(Entity.Type.PERCENT, text))
        .isEqualTo(new Entity.Value.Percentage(new BigDecimal(percent)));
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
        "In Q3’24 we lost money.|2024-Q3",
        "In 4Q24 we lost money.|2024-Q4",
        "In 1H24 we lost money.|2024-H1",
        "In 2025Q1 we lost money.|2025-Q1",
        "In Q2 FY23 we lost money.|FY2023-Q2",
        "On 12-31-2024 we closed.|2024-12-31",
        "On 31.12.2024 we closed.|2024-12-31",
        "On 2024/12/31 we closed.|2024-12-31",
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
  void countsTheYearsOfAFiscalListAsFiscal() {
    assertThat(entities("Fiscal years 2023, 2022 and 2021 were good, and 2020 was not."))
        .extracting(Entity::value)
        .containsExactly(
            new Entity.Value.Period("FY2023"),
            new Entity.Value.Period("FY2022"),
            new Entity.Value.Period("FY2021"),
            new Entity.Value.Period("2020"));
  }

  @Test
  void takesAQuarterForTheFiscalYearsWhereTheFilingSaysThatItIsAnother() {
    String quarter = "We lost money in the first quarter of 2024.";
    String year = "Our fiscal year ends on the last Saturday of September.";
    assertThat(value(Entity.Type.DATE, quarter)).isEqualTo(new Entity.Value.Period("2024-Q1"));
    assertThat(ANNOTATOR.annotateAll(List.of(quarter, year)).get(0).entities())
        .extracting(Entity::value)
        .containsExactly(new Entity.Value.Period("FY2024-Q1"));
  }

  @Test
  void takesNoNumberOfAnotherKindForADate() {
    assertThat(
            found(
                Entity.Type.DATE,
                "We have 2,012 employees, 2000 stores, H100 chips and Windows 2000, and may march on."))
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Sarbanes-Oxley Act of 2002 applies.|Sarbanes-Oxley Act of 2002|sarbanes-oxley-act-2002|PUBL:107-204",
        "SOX applies.|SOX|sarbanes-oxley-act-2002|PUBL:107-204",
        "The U.S. Foreign Corrupt Practices Act of 1977 applies.|U.S. Foreign Corrupt Practices Act of 1977|foreign-corrupt-practices-act-1977|PUBL:95-213",
        "The Jumpstart Our Business Startups Act applies.|Jumpstart Our Business Startups Act|jobs-act-2012|PUBL:112-106",
        "The 2017 Tax Cuts and Jobs Act applies.|2017 Tax Cuts and Jobs Act|tax-cuts-and-jobs-act-2017|PUBL:115-97",
        "HIPAA applies to us.|HIPAA|hipaa-1996|PUBL:104-191",
        "The GDPR applies.|GDPR|gdpr-2016|EU:2016/679",
        "Costs rose under the IRA, and more.|IRA|inflation-reduction-act-2022|PUBL:117-169",
        "The statute, 42 U.S.C. § 1320a-7b(b), applies.|42 U.S.C. § 1320a-7b(b)|USC:42:1320a-7b|USC:42:1320a-7b",
        "See 31 U.S.C. §§ 3729-3733 for more.|31 U.S.C. §§ 3729-3733|USC:31:3729-3733|USC:31:3729-3733",
        "See 17 CFR 229.105 for more.|17 CFR 229.105|CFR:17:229.105|CFR:17:229.105",
        "See Pub. L. No. 111-148 for more.|Pub. L. No. 111-148|PUBL:111-148|PUBL:111-148",
        "See P.L. 116-136 for more.|P.L. 116-136|PUBL:116-136|PUBL:116-136",
        "See Regulation (EU) 2017/1129 for more.|Regulation (EU) 2017/1129|EU:2017/1129|EU:2017/1129",
        "Marketplace Rule 4310(c)(4) applies.|Marketplace Rule 4310(c)(4)|NASDAQ:4310(c)(4)|NASDAQ:4310(c)(4)",
        "Rule 10b5-1 applies.|Rule 10b5-1|CFR:17:240.10b5-1|CFR:17:240.10b5-1",
        "The Quandary Kelp Harvest Act of 1988 applies.|Quandary Kelp Harvest Act of 1988|quandary-kelp-harvest-act-of-1988|",
      })
  void valuesLawsByNameAcronymAndCitation(
      String text, String span, String id, @Nullable String citation) {
    List<Entity> laws = entities(text);
    assertThat(laws).extracting(Entity::text).containsExactly(span);
    assertThat(laws.get(0).value())
        .isInstanceOfSatisfying(
            Entity.Value.Law.class,
            law -> {
              assertThat(law.id()).isEqualTo(id);
              assertThat(law.citation()).isEqualTo(citation);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "See Section 404 of the Sarbanes-Oxley Act.|sarbanes-oxley-act-2002:404",
        "See section 10(b) of the Exchange Act.|securities-exchange-act-1934:10(b)",
        "See Section 382 of the Internal Revenue Code.|USC:26:382",
        "See Item 105 of Regulation S-K.|CFR:17:229.105",
        "See Rule 405 under the Securities Act.|CFR:17:230.405",
        "See Rule 405 of Regulation S-T.|CFR:17:232.405",
      })
  void valuesASectionByTheActItBelongsTo(String text, String id) {
    assertThat(value(Entity.Type.LAW, text))
        .isInstanceOfSatisfying(Entity.Value.Law.class, law -> assertThat(law.id()).isEqualTo(id));
  }

  @Test
  void knowsASectionAgainThatWasNamedWithItsAct() {
    List<Annotation> marks =
        ANNOTATOR.annotateAll(
            List.of(
                "Section 404 of the Sarbanes-Oxley Act asks for more.", "Section 404 is costly."));
    assertThat(marks.get(1).entities().get(0).value())
        .isEqualTo(marks.get(0).entities().get(0).value());
  }

  @Test
  void marksListsOfSectionsWhole() {
    assertThat(
            found(
                Entity.Type.LAW,
                "Sections 13(d) and 16, Section 13 or 15(d) and Rules 13a-15(e) and 15d-15(e) of the Exchange Act, 42 U.S.C. § 1395nn and 15 U.S.C. § 78u-4(b)(2)(A) apply."))
        .containsExactly(
            "Sections 13(d) and 16",
            "Section 13 or 15(d)",
            "Rules 13a-15(e) and 15d-15(e)",
            "Exchange Act",
            "42 U.S.C. § 1395nn",
            "15 U.S.C. § 78u-4(b)(2)(A)");
  }

  @Test
  void findsAnActByItsStructure() {
    assertThat(
            found(
                Entity.Type.LAW,
                "The Lorna B. Ashby Chemical Safety for the 21st Century Act, the Modernization of Soap Regulation Act of 2022, the 2020 Lamp Act and the Soap Workers’ Compensation Act apply. We also heed the Measures for the Administration of Lamp Imports wherever we sell any lamps."))
        .containsExactly(
            "Lorna B. Ashby Chemical Safety for the 21st Century Act",
            "Modernization of Soap Regulation Act of 2022",
            "2020 Lamp Act",
            "Soap Workers’ Compensation Act",
            "Measures for the Administration of Lamp Imports");
    assertThat(
            found(
                Entity.Type.LAW,
                "The Uniform Commercial Code, the Uniform Partnership Act and the Uniform Regulation of Pawnshops Act apply."))
        .containsExactly(
            "Uniform Commercial Code",
            "Uniform Partnership Act",
            "Uniform Regulation of Pawnshops Act");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subject to Section 4.2 hereof, the Holder may sell.",
        "We may end it under Section 7 of the Credit Agreement.",
        "The Trustee may wait. (Indenture, Section 608).",
        "As used in this Section 8, a lamp is a light.",
        "He has a degree from Brandt Law School.",
        "We have adopted a Code of Business Conduct.",
        "Governing Law. This lease is made in Ohio.",
        "Lund Lamps Is Subject to Extensive Governmental Regulation",
        "We Are Subject to Many Risks Related to Contracts and Related Procurement Regulations",
      })
  void takesNoContractSchoolOrCaptionForALaw(String text) {
    assertThat(found(Entity.Type.LAW, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Public Service Commission of Wisconsin (the “WPSC”) wrote. The WPSC may sue.|WPSC|us-wi-psc",
        "The Ohio Public Utilities Commission (“OPUC”) wrote. The OPUC may sue.|OPUC|us-oh-puc",
        "The California Public Utilities Commission (“CPUC”) wrote. The CPUC may sue.|CPUC|us-ca-puc",
        "The California Consumer Privacy Act (the “CCPA”) binds us. Fines under the CCPA are high.|CCPA|ccpa-2018",
        "The Sarbanes-Oxley Act (the “Reform Act”) binds us. Fines under the Reform Act are high.|Reform Act|sarbanes-oxley-act-2002",
      })
  void takesAShortNameForWhatTheFilingDefines(String text, String alias, String id) {
    List<Entity> named = entities(text).stream().filter(e -> e.text().equals(alias)).toList();
    assertThat(named).isNotEmpty();
    assertThat(named)
        .allSatisfy(
            e ->
                assertThat(
                        e.value() instanceof Entity.Value.Body b
                            ? b.id()
                            : e.value() instanceof Entity.Value.Law l ? l.id() : null)
                    .isEqualTo(id));
  }

  @Test
  void takesAShortNameOfSomethingElseForNothing() {
    assertThat(
            entities(
                "We sell soap in the European Economic Area, or EEA. Data leave the EEA. Our Fast Test Center (“FTC”) is new; the FTC is large."))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The World Health Organization (which named the disease QVX-27) met. QVX-27 spread.",
        "The World Health Organization (a friend of the QVRZ) met. The QVRZ is old.",
        "The World Health Organization named the novel lampox virus (“QVX-27”). QVX-27 spread.",
      })
  void takesNoAcronymInABracketThatSaysMoreForTheBodyInFront(String text) {
    assertThat(entities(text))
        .extracting(Entity::text, Entity::value)
        .containsExactly(
            tuple(
                "World Health Organization",
                new Entity.Value.Body("xx-who", "World Health Organization")));
  }

  @Test
  void keepsWhatAKnownNameMeansInABracketThatDefinesNothing() {
    assertThat(
            entities(
                "The Securities and Exchange Commission (and the Federal Reserve Board) met. The Federal Reserve Board wrote."))
        .extracting(AnnotatorTest::id)
        .containsExactly("us-sec", "us-fed", "us-fed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We make application-specific integrated circuits (“ASICs”). The ASIC is a part.",
        "We make application-specific integrated circuits, or ASICs. The ASIC is a part.",
        "Each ASIC (application-specific integrated circuit) is dear. The ASIC is a part.",
        "We buy ASICs. The ASIC is dear.",
        "The ASIC miners are dear, and the ASIC chips fail.",
      })
  void takesAnAcronymOfThingsForNoBody(String text) {
    assertThat(found(Entity.Type.REGULATOR, text)).isEmpty();
  }

  @Test
  void takesAnAcronymForTheBodyThatTheFilingDefinesEvenWhereItIsAThingElsewhere() {
    assertThat(
            entities(
                "The Australian Securities and Investments Commission (“ASIC”) licensed us. ASIC may fine us."))
        .extracting(AnnotatorTest::id)
        .containsExactly("au-asic", "au-asic", "au-asic");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Bipartisan Budget Act of 2015 (“BBA 2015”) changed it. We heed BBA 2015.|BBA 2015|bipartisan-budget-act-2015",
        "We heed the BBA 2018.|BBA 2018|bipartisan-budget-act-2018",
        "We heed the CCPA of 2018.|CCPA of 2018|ccpa-2018",
        "We heed the HIPAA of 1998.|HIPAA of 1998|",
        "The Kelp Lamp Act of 2015 (“KLA”) binds us. The KLA 2018 does, too.|KLA 2018|",
        "The WEEE Directive binds us.|WEEE Directive|weee",
        "The RoHS Directive binds us.|RoHS Directive|rohs",
        "Directive 2012/19/EU (the “WEEE Directive”) binds us.|WEEE Directive|EU:2012/19",
        "The WEEE Directive (2002/96/EC) binds us.|2002/96/EC|EU:2002/96",
        "We heed the European Directive 95/46/EC.|European Directive 95/46/EC|EU:95/46",
        "We heed the Personal Data Protection Act of Qarvia.|Personal Data Protection Act|personal-data-protection-act",
        "The 2008 Farm Bill binds us.|2008 Farm Bill|farm-bill-2008",
        "The U.K. Data Protection Act binds us.|U.K. Data Protection Act|uk-data-protection-act",
        "The UK Data Protection Act 2018 binds us.|UK Data Protection Act 2018|uk-data-protection-act-2018",
        "See “Notes—Limits on Lamps Under Florida Kelp Act” for more.|Florida Kelp Act|florida-kelp-act",
        "We heed the PUHCA 2005.|PUHCA 2005|public-utility-holding-company-act-2005",
      })
  void givesNoLawTheValueOfAnotherVersion(String text, String name, @Nullable String id) {
    List<Entity> named = entities(text).stream().filter(e -> e.text().equals(name)).toList();
    assertThat(named).isNotEmpty().allSatisfy(e -> assertThat(id(e)).isEqualTo(id));
    assertThat(found(Entity.Type.DATE, text)).isEmpty();
  }

  @Test
  void givesAnExchangeItsValueHoweverItIsWritten() {
    assertThat(entities("The rules of NASDAQ and the rules of Nasdaq bind us."))
        .extracting(AnnotatorTest::id)
        .containsExactly("us-nasdaq", "us-nasdaq");
  }

  private static @Nullable String id(Entity e) {
    Entity.@Nullable Value value = e.value();
    return value instanceof Entity.Value.Body b
        ? b.id()
        : value instanceof Entity.Value.Law l ? l.id() : null;
  }

  @Test
  void givesNoValueToAnAcronymOfSeveralMeanings() {
    assertThat(value(Entity.Type.REGULATOR, "If the ASIC and the FTC object, we lose.")).isNull();
  }

  @Test
  void leavesAPartOfAnActApartFromItsName() {
    assertThat(found(Entity.Type.LAW, "Regulation C of the Securities Act of 1933 applies."))
        .containsExactly("Regulation C", "Securities Act of 1933");
  }

  @Test
  void knowsTheCommissionAgain() {
    String text =
        "The Public Service Commission of Wisconsin wrote to us. The Commission may fine us.";
    List<Entity> both = entities(text);
    assertThat(both).hasSize(2);
    assertThat(both.get(1).value()).isEqualTo(both.get(0).value());
    assertThat(
            value(
                Entity.Type.REGULATOR,
                "We filed a registration statement with the Commission under the Securities Act."))
        .isEqualTo(new Entity.Value.Body("us-sec", "U.S. Securities and Exchange Commission"));
  }

  @Test
  void takesNoSecurityOrBankForARegulator() {
    assertThat(
            found(
                Entity.Type.REGULATOR,
                "We hold U.S. Treasury securities at the Bank of New York Mellon and sell lamps to the Missile Defense Agency (MDA)."))
        .isEmpty();
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
    assertThat(marks.get(1).entities().get(0).value())
        .isEqualTo(new Entity.Value.Body("us-wi-psc", "Public Service Commission of Wisconsin"));
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
