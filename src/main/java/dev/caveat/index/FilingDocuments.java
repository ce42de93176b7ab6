package dev.caveat.index;

import static dev.caveat.index.IndexSchema.*;

import dev.caveat.index.entity.AnnotationBytes;
import dev.caveat.model.Annotation;
import dev.caveat.model.Doubt;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.Passage;
import dev.caveat.model.Provenance;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import dev.caveat.model.RiskSection.Status;
import dev.caveat.words.Words;
import java.io.IOException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Converts a filing to documents and back. */
final class FilingDocuments {
  /** Longer than any in EDGAR, and within the limits of Lucene. */
  private static final int MAX_FACT_LENGTH = 2_000;

  private static final int MAX_PATH_LENGTH = 8_000;

  private FilingDocuments() {}

  /**
   * The documents of a filing: the filing itself first, then its risks in order.
   *
   * @param correction name of the corrected outline it was split by; empty for none
   * @throws UnfitFilingException if a fact or the path is too long
   */
  static List<Document> of(
      RiskDisclosure filing, String location, Tagging tagging, String correction)
      throws IOException {
    check(filing, location);
    List<Document> documents = new ArrayList<>();
    Document whole = filing(filing, location);
    whole.add(new StoredField(MODEL, tagging.model()));
    whole.add(new StoredField(CORRECTION, correction));
    documents.add(facets().build(whole));
    for (RiskFactor risk : filing.section().risks()) {
      Document one = risk(filing, risk);
      CategoryFields.add(one, risk.classification(), tagging.taxonomy());
      documents.add(facets().build(one));
    }
    return documents;
  }

  private static void check(RiskDisclosure filing, String location) {
    FilingFacts facts = filing.facts();
    check("accession number", facts.accession(), MAX_FACT_LENGTH);
    check("CIK", facts.cik(), MAX_FACT_LENGTH);
    check("company name", facts.company(), MAX_FACT_LENGTH);
    check("ticker", facts.ticker(), MAX_FACT_LENGTH);
    check("form type", facts.form(), MAX_FACT_LENGTH);
    check("SIC code", facts.sic(), MAX_FACT_LENGTH);
    check("path", location, MAX_PATH_LENGTH);
  }

  private static void check(String what, @Nullable String value, int longest) {
    if (value != null && value.length() > longest) {
      throw new UnfitFilingException(
          "its %s has %,d characters; the limit is %,d".formatted(what, value.length(), longest));
    }
  }

  private static Document filing(RiskDisclosure filing, String location) {
    Document d = new Document();
    d.add(new StringField(KIND, KIND_FILING, Field.Store.NO));
    d.add(new StringField(LOCATION, location, Field.Store.YES));
    d.add(new StoredField(EVIDENCE, filing.section().evidence()));
    d.add(new StoredField(METHOD, filing.section().method()));
    d.add(new StoredField(RISKS, filing.section().risks().size()));
    if (filing.document() != null) {
      d.add(new StoredField(EXHIBIT, filing.document()));
    }
    if (filing.section() instanceof RiskSection.Present present) {
      for (Passage p : Passage.outside(present.text(), present.risks())) {
        d.add(new StoredField(PASSAGE, p.kind() + "\t" + p.before() + "\t" + p.text()));
      }
    }
    addFacts(d, filing);
    if (filing.section().status() != Status.PRESENT) {
      addText(d, BODY, filing.section().evidence());
      addFound(d, filing.facts());
    }
    return d;
  }

  private static Document risk(RiskDisclosure filing, RiskFactor risk) throws IOException {
    Document d = new Document();
    d.add(new StringField(KIND, KIND_RISK, Field.Store.NO));
    d.add(new IntPoint(ORDINAL, risk.ordinal()));
    d.add(new NumericDocValuesField(ORDINAL, risk.ordinal()));
    d.add(new StoredField(ORDINAL, risk.ordinal()));
    d.add(new StoredField(CAPTIONED, risk.captioned() ? 1 : 0));
    d.add(new NumericDocValuesField(WORDS, Words.count(risk.text())));
    d.add(new NumericDocValuesField(SPECIFICS, risk.annotation().entities().size()));
    addStoredText(d, HEADING, risk.heading());
    risk.group().forEach(g -> addStoredText(d, GROUP, g));
    risk.paragraphs().forEach(p -> addStoredText(d, BODY, p));
    EntityFields.add(d, risk.annotation());
    if (!risk.provenance().equals(Provenance.NONE)) {
      d.add(new StoredField(PROVENANCE, ProvenanceBytes.encode(risk.provenance())));
    }
    addFacts(d, filing);
    addFound(d, filing.facts());
    return d;
  }

  private static void addStoredText(Document d, String field, String text) {
    d.add(new StoredField(field, text));
    addText(d, field, text);
  }

  private static void addText(Document d, String field, String text) {
    d.add(new TextField(field, text, Field.Store.NO));
    d.add(new TextField(exact(field), text, Field.Store.NO));
  }

  private static void addFacts(Document d, RiskDisclosure filing) {
    FilingFacts facts = filing.facts();
    d.add(new StringField(ID, filing.id(), Field.Store.YES));
    d.add(new SortedDocValuesField(FILING_KEY, new BytesRef(filing.id())));
    d.add(new StringField(PATH, filing.path(), Field.Store.YES));
    d.add(new StringField(SHA256, filing.sha256(), Field.Store.YES));
    d.add(new StringField(STATUS, filing.section().status().id(), Field.Store.YES));
    addKeyword(d, ACCESSION, facts.accession());
    addKeyword(d, CIK, facts.cik());
    addKeyword(d, TICKER, facts.ticker());
    addKeyword(d, FORM, facts.form());
    addKeyword(d, SIC, facts.sic());
    addCompany(d, facts);
    addDates(d, facts);
    DoubtFields.add(d, filing.doubt());
  }

  private static void addCompany(Document d, FilingFacts facts) {
    if (facts.company() != null && !facts.company().isBlank()) {
      d.add(new TextField(COMPANY, facts.company(), Field.Store.YES));
    }
    String key = companyKey(facts);
    if (key != null) {
      d.add(new SortedDocValuesField(COMPANY_KEY, new BytesRef(key)));
    }
  }

  private static void addDates(Document d, FilingFacts facts) {
    addStored(d, FILED, facts.filed());
    addStored(d, PERIOD, facts.period());
    addStored(d, FISCAL_YEAR, facts.fiscalYear());
    addStored(d, FISCAL_YEAR_END, facts.fiscalYearEnd());
    LocalDate date = facts.filed() != null ? facts.filed() : facts.period();
    if (date != null) {
      d.add(new LongPoint(DATE, date.toEpochDay()));
      d.add(new NumericDocValuesField(DATE, date.toEpochDay()));
    }
    Integer year = year(facts);
    if (year != null) {
      d.add(new IntPoint(YEAR, year));
    }
  }

  private static void addFound(Document d, FilingFacts facts) {
    d.add(new StringField(SEARCHABLE, "1", Field.Store.NO));
    addFacet(d, FORM, facts.form());
    addFacet(d, COMPANY, facts.company());
    Integer year = year(facts);
    addFacet(d, YEAR, year == null ? null : year.toString());
  }

  private static void addFacet(Document d, String dimension, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      d.add(new SortedSetDocValuesFacetField(dimension, value));
    }
  }

  /** A blank fact counts as null. */
  private static void addKeyword(Document d, String field, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      d.add(new StringField(field, value.toLowerCase(Locale.ROOT), Field.Store.NO));
      d.add(new StoredField(field, value));
    }
  }

  private static void addStored(Document d, String field, @Nullable Object value) {
    if (value != null) {
      d.add(new StoredField(field, value.toString()));
    }
  }

  /** The year a filing reports on, or else was filed in. */
  static @Nullable Integer year(FilingFacts facts) {
    LocalDate date = facts.period() != null ? facts.period() : facts.filed();
    return date == null ? null : date.getYear();
  }

  /**
   * The key that represents a company; null if neither its Central Index Key nor its name is known.
   */
  static @Nullable String companyKey(FilingFacts facts) {
    if (facts.cik() != null) {
      return facts.cik();
    }
    return facts.company() == null ? null : facts.company().toLowerCase(Locale.ROOT);
  }

  static FilingFacts facts(Document d) {
    return new FilingFacts(
        d.get(ACCESSION),
        d.get(CIK),
        d.get(COMPANY),
        d.get(TICKER),
        d.get(FORM),
        date(d, FILED),
        date(d, PERIOD),
        d.get(SIC),
        parsed(d, FISCAL_YEAR, Integer::valueOf),
        parsed(d, FISCAL_YEAR_END, MonthDay::parse));
  }

  static IndexedFiling filing(Document d) {
    FilingFacts facts = facts(d);
    return new IndexedFiling(
        stored(d, ID),
        stored(d, PATH),
        stored(d, SHA256),
        facts,
        year(facts),
        status(d),
        stored(d, EVIDENCE),
        stored(d, METHOD),
        d.get(EXHIBIT),
        DoubtFields.read(d),
        number(d, RISKS),
        stored(d, MODEL));
  }

  /**
   * A filing as it was before it was indexed, except for what only typesetting put into its
   * section: bullets, and spaces other than single ones between words.
   *
   * @param documents of one filing: the filing itself first, then its risks in order
   */
  static RiskDisclosure disclosure(List<Document> documents) throws IOException {
    Document d = documents.getFirst();
    List<RiskFactor> risks = new ArrayList<>();
    for (Document risk : documents.subList(1, documents.size())) {
      risks.add(risk(risk));
    }
    String evidence = stored(d, EVIDENCE);
    String method = stored(d, METHOD);
    RiskSection section =
        switch (status(d)) {
          case PRESENT ->
              new RiskSection.Present(
                  evidence, method, evidence, Passage.together(passages(d), risks), risks, null);
          case NO_MATERIAL_CHANGES -> new RiskSection.NoMaterialChanges(evidence, method);
          case NOT_REQUIRED -> new RiskSection.NotRequired(evidence, method);
          case INCORPORATED -> new RiskSection.Incorporated(evidence, method);
          case ABSENT -> new RiskSection.Absent(evidence, method);
        };
    Doubt doubt = DoubtFields.read(d);
    return new RiskDisclosure(
        stored(d, PATH),
        stored(d, SHA256),
        facts(d),
        section,
        d.get(EXHIBIT),
        doubt.confidence(),
        doubt.warnings());
  }

  /** The text of the section outside its risks, in order. */
  private static List<Passage> passages(Document d) {
    List<Passage> passages = new ArrayList<>();
    for (String stored : d.getValues(PASSAGE)) {
      String[] parts = stored.split("\t", 3);
      passages.add(
          new Passage(Passage.Kind.valueOf(parts[0]), parts[2], Integer.parseInt(parts[1])));
    }
    return passages;
  }

  static RiskFactor risk(Document d) throws IOException {
    RiskFactor risk =
        new RiskFactor(
            number(d, ORDINAL),
            List.of(d.getValues(GROUP)),
            stored(d, HEADING),
            List.of(d.getValues(BODY)),
            number(d, CAPTIONED) == 1);
    BytesRef marked = d.getBinaryValue(ANNOTATION);
    Annotation annotation =
        marked == null ? Annotation.NONE : AnnotationBytes.decode(marked, risk.text());
    BytesRef place = d.getBinaryValue(PROVENANCE);
    Provenance provenance = place == null ? Provenance.NONE : ProvenanceBytes.decode(place);
    return risk.withAnnotation(annotation)
        .withClassification(CategoryFields.read(d))
        .withProvenance(provenance);
  }

  static Status status(Document d) {
    return Objects.requireNonNull(Status.of(stored(d, STATUS)));
  }

  static String stored(Document d, String field) {
    return Objects.requireNonNull(d.get(field), field);
  }

  private static int number(Document d, String field) {
    IndexableField value = Objects.requireNonNull(d.getField(field), field);
    return Objects.requireNonNull(value.numericValue(), field).intValue();
  }

  private static @Nullable LocalDate date(Document d, String field) {
    return parsed(d, field, LocalDate::parse);
  }

  private static <T> @Nullable T parsed(Document d, String field, Function<String, T> parser) {
    String value = d.get(field);
    return value == null ? null : parser.apply(value);
  }
}
