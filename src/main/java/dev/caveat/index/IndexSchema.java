package dev.caveat.index;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.index.analysis.RiskAnalyzers;
import dev.caveat.index.entity.DateSpan;
import dev.caveat.taxonomy.Taxonomy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.FacetsConfig.DrillDownTermsIndexing;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the index, how they are analyzed, and the version of all this.
 *
 * <p>{@link #VERSION} goes up by one whenever a field, an analyzer or a word list changes what is
 * written: an index with another version is refused and must be rebuilt.
 */
public final class IndexSchema {
  /** The version of fields and analysis. */
  public static final int VERSION = 6;

  /** Key of the version in the index's commit data. */
  static final String VERSION_KEY = "caveat.schema";

  /** Key of the taxonomy of the index's categories in its commit data. */
  static final String TAXONOMY_KEY = "caveat.taxonomy";

  /** Where it stands in its commit data that the filings were reviewed as they are now. */
  static final String REVIEWED_KEY = "caveat.reviewed";

  /** Caption of a risk, in words. */
  public static final String HEADING = "heading";

  /** Body of a risk, in words, one value per paragraph; the evidence of a filing without risks. */
  public static final String BODY = "body";

  /** Group headings above a risk, in words. */
  public static final String GROUP = "group";

  /** Text of a section outside its risks: kind, ordinal of the risk after it, text; stored. */
  static final String PASSAGE = "passage";

  /** Name of the company as stated, in words as written. */
  public static final String COMPANY = "company";

  /** The fields that are searched, in no particular order. */
  public static final List<String> TEXT = List.of(HEADING, BODY, GROUP);

  /** Filing date, or else end of period, as a sortable number of days since 1970. */
  public static final String DATE = "date";

  /** The key that represents a company in {@code --latest} and {@code --collapse}: sortable. */
  public static final String COMPANY_KEY = "companyKey";

  /** Sortable key of the filing. */
  public static final String FILING_KEY = "filingKey";

  /** The facets, in the order of output. */
  public static final List<String> FACETS =
      List.of("category", "family", "form", "company", "year", "regulator");

  static final String ID = "id";
  static final String KIND = "kind";
  static final String KIND_FILING = "filing";
  static final String KIND_RISK = "risk";
  static final String PATH = "path";
  static final String LOCATION = "location";
  static final String SHA256 = "sha256";
  static final String STATUS = "status";
  static final String EVIDENCE = "evidence";
  static final String METHOD = "method";

  /** A warning's code and message, stored. */
  static final String WARNING = "warning";

  /** Codes of a filing's warnings. */
  static final String WARNING_CODE = "warningCode";

  /** The confidence, from 0 to 1: stored, and sortable. */
  static final String CONFIDENCE = "confidence";

  /** Whether a person should check the filing: 1 or 0. */
  static final String DOUBTFUL = "doubtful";

  /** The exhibit that contains the section. */
  static final String EXHIBIT = "exhibit";

  /** Name of the corrected outline that the filing was split by. */
  static final String CORRECTION = "correction";

  static final String RISKS = "risks";
  static final String ACCESSION = "accession";
  static final String CIK = "cik";
  static final String TICKER = "ticker";

  /** Form type, and its facet dimension. */
  public static final String FORM = "form";

  static final String FILED = "filed";
  static final String PERIOD = "period";
  static final String SIC = "sic";
  static final String FISCAL_YEAR = "fiscalYear";
  static final String FISCAL_YEAR_END = "fiscalYearEnd";

  /** Year that a filing reports on or was filed in, and its facet dimension. */
  public static final String YEAR = "year";

  /** Place of a risk in its filing: sortable. */
  public static final String ORDINAL = "ordinal";

  static final String CAPTIONED = "captioned";

  /** How many words a risk has, countable. */
  static final String WORDS = "words";

  /** How many regulators, dates, amounts, percentages and laws a risk names, countable. */
  static final String SPECIFICS = "specifics";

  /** What a risk names, countable: type, value and text, each value once. */
  static final String NAMED = "named";

  /** Id of a risk's primary category, and its facet dimension. */
  public static final String CATEGORY = "category";

  /** The facet dimension of the families of primary categories. */
  public static final String FAMILY = "family";

  /** Ids of a risk's other categories. */
  static final String FURTHER_CATEGORY = "furtherCategory";

  /** A category and its score by the model, stored. */
  static final String CATEGORY_SCORE = "categoryScore";

  /** A piece of text that supported the category, and its weight, stored. */
  static final String CATEGORY_REASON = "categoryReason";

  /** Ids of the categories set by hand, the primary first. */
  static final String DECIDED = "decided";

  /** Name of the model that tagged a filing's risks. */
  static final String MODEL = "model";

  /** Id of a regulator that a risk names, and its facet dimension. */
  public static final String REGULATOR = "regulator";

  /** Id and full name of a regulator. */
  static final String REGULATOR_NAME = "regulatorName";

  /** Id of a regulator and what a risk calls it, in lowercase. */
  static final String REGULATOR_ALIAS = "regulatorAlias";

  /** Names of laws, in words as written. */
  static final String LAW = "law";

  /** Currency and amount, two dimensions of one point, so that they are matched together. */
  static final String MONEY = "money";

  /** Sentences and entities of a risk, stored. */
  static final String ANNOTATION = "annotation";

  /** The place of a risk in the filing as filed, stored. */
  static final String PROVENANCE = "provenance";

  private static final String DAYS = "days";
  private static final String FISCAL_QUARTERS = "fiscalQuarters";

  /** Whether a document is what a search finds: a risk, or a filing without any. */
  static final String SEARCHABLE = "found";

  private static final Analyzer ANALYZER =
      new PerFieldAnalyzerWrapper(
          RiskAnalyzers.exact(),
          TEXT.stream().collect(Collectors.toMap(f -> f, f -> RiskAnalyzers.words())));
  private static final FacetsConfig FACETS_CONFIG = facetsConfig();

  private IndexSchema() {}

  /**
   * The field next to a text field that contains its text as written.
   *
   * @param field one of {@link #TEXT}
   */
  public static String exact(String field) {
    return field + ".exact";
  }

  /** The analyzer of all fields, safe for use by many threads. */
  public static Analyzer analyzer() {
    return ANALYZER;
  }

  /** How facets are written and read. */
  public static FacetsConfig facets() {
    return FACETS_CONFIG;
  }

  /** A risk may name several regulators; facets are counted here and filtered by other fields. */
  private static FacetsConfig facetsConfig() {
    FacetsConfig config = new FacetsConfig();
    config.setMultiValued(REGULATOR, true);
    FACETS.forEach(f -> config.setDrillDownTermsIndexing(f, DrillDownTermsIndexing.NONE));
    return config;
  }

  /** The field of dates on one axis, as ranges. */
  static String dates(DateSpan.Axis axis) {
    return switch (axis) {
      case CALENDAR -> DAYS;
      case FISCAL -> FISCAL_QUARTERS;
    };
  }

  /**
   * A currency as a number.
   *
   * @param code ISO 4217
   */
  static int currency(String code) {
    int number = 0;
    for (int i = 0; i < code.length(); i++) {
      number = number << 5 | code.charAt(i) & 31;
    }
    return number;
  }

  static Map<String, String> commitData(Taxonomy taxonomy, boolean reviewed) {
    return Map.of(
        VERSION_KEY,
        Integer.toString(VERSION),
        TAXONOMY_KEY,
        taxonomy.text(),
        REVIEWED_KEY,
        Boolean.toString(reviewed));
  }

  /** The taxonomy of an index that passed {@link #check}. */
  static Taxonomy taxonomy(Directory directory) throws IOException {
    String text = SegmentInfos.readLatestCommit(directory).getUserData().get(TAXONOMY_KEY);
    return Taxonomy.parse(Objects.requireNonNull(text, TAXONOMY_KEY), "the index's taxonomy");
  }

  /**
   * Rejects anything that is not an index of this version.
   *
   * @throws CaveatException naming both versions
   */
  static void check(Directory directory, Path path) throws IOException {
    String found;
    try {
      found = SegmentInfos.readLatestCommit(directory).getUserData().get(VERSION_KEY);
    } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
      throw otherVersion(path, "a different release of Lucene", e);
    }
    if (found == null) {
      throw new CaveatException(
          ErrorCode.NOT_AN_INDEX,
          path + " holds a Lucene index that Caveat did not write",
          Map.of("index", path.toString()));
    }
    if (!found.equals(Integer.toString(VERSION))) {
      throw otherVersion(path, "schema version " + found, null);
    }
  }

  private static CaveatException otherVersion(Path path, String found, @Nullable Exception cause) {
    String needed = "schema version " + VERSION;
    return new CaveatException(
        ErrorCode.OTHER_SCHEMA,
        "the index in "
            + path
            + " was written with "
            + found
            + "; this version of Caveat needs "
            + needed,
        Map.of("index", path.toString(), "found", found, "needed", needed),
        cause);
  }

  static boolean exists(Directory directory) throws IOException {
    return DirectoryReader.indexExists(directory);
  }
}
