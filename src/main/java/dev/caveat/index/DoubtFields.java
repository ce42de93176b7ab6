package dev.caveat.index;

import static dev.caveat.index.IndexSchema.CONFIDENCE;
import static dev.caveat.index.IndexSchema.DOUBTFUL;
import static dev.caveat.index.IndexSchema.WARNING;
import static dev.caveat.index.IndexSchema.WARNING_CODE;

import dev.caveat.model.Doubt;
import dev.caveat.model.Warning;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** The doubt of a filing as fields, on its own document and on those of its risks. */
final class DoubtFields {
  private DoubtFields() {}

  static void add(Document d, Doubt doubt) {
    Double confidence = doubt.confidence();
    if (confidence != null) {
      d.add(new DoubleDocValuesField(CONFIDENCE, confidence));
      d.add(new StoredField(CONFIDENCE, confidence));
    }
    d.add(new StringField(DOUBTFUL, value(doubt.isDoubtful()), Field.Store.NO));
    for (Warning w : doubt.warnings()) {
      d.add(new StringField(WARNING_CODE, w.code(), Field.Store.NO));
      d.add(new StoredField(WARNING, w.code() + "\t" + w.message()));
    }
  }

  private static String value(boolean doubtful) {
    return doubtful ? "1" : "0";
  }

  static Doubt read(Document d) {
    IndexableField stored = d.getField(CONFIDENCE);
    Number confidence = stored == null ? null : stored.numericValue();
    List<Warning> warnings = new ArrayList<>();
    for (String warning : d.getValues(WARNING)) {
      int tab = warning.indexOf('\t');
      warnings.add(new Warning(warning.substring(0, tab), warning.substring(tab + 1)));
    }
    return new Doubt(confidence(confidence), warnings);
  }

  private static @Nullable Double confidence(@Nullable Number stored) {
    return stored == null ? null : (Double) stored.doubleValue();
  }

  /** Matches the documents of filings that are doubtful, or of those that are not. */
  static Query query(boolean doubtful) {
    return new TermQuery(new Term(DOUBTFUL, value(doubtful)));
  }

  /** The filing with the lowest confidence first; those without a confidence last. */
  static Sort worstFirst() {
    SortField confidence = new SortField(CONFIDENCE, SortField.Type.DOUBLE);
    confidence.setMissingValue(Double.MAX_VALUE);
    return new Sort(confidence, new SortField(IndexSchema.FILING_KEY, SortField.Type.STRING));
  }
}
