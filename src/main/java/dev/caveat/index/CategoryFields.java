package dev.caveat.index;

import static dev.caveat.index.IndexSchema.*;

import dev.caveat.model.Classification;
import dev.caveat.model.Classification.Reason;
import dev.caveat.model.Classification.Score;
import dev.caveat.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.util.BytesRef;

/** The categories of a risk as fields of its document, and back. */
final class CategoryFields {
  private CategoryFields() {}

  /** Adds the fields of a classification, if there is one. */
  static void add(Document document, Classification classification, Taxonomy taxonomy) {
    if (classification.isEmpty()) {
      return;
    }
    String primary = classification.category();
    document.add(new StringField(CATEGORY, primary, Field.Store.NO));
    document.add(new SortedDocValuesField(CATEGORY, new BytesRef(primary)));
    document.add(new SortedSetDocValuesFacetField(CATEGORY, primary));
    document.add(new SortedSetDocValuesFacetField(FAMILY, taxonomy.family(primary)));
    classification.categories().stream()
        .skip(1)
        .forEach(
            s -> document.add(new StringField(FURTHER_CATEGORY, s.category(), Field.Store.NO)));
    for (Score s : classification.scores()) {
      document.add(new StoredField(CATEGORY_SCORE, s.category() + "\t" + s.score()));
    }
    for (Reason r : classification.because()) {
      document.add(new StoredField(CATEGORY_REASON, r.weight() + "\t" + r.text()));
    }
    classification
        .decided()
        .forEach(id -> document.add(new StringField(DECIDED, id, Field.Store.YES)));
  }

  /** Reads what {@link #add} stored. */
  static Classification read(Document document) {
    List<Score> scores = new ArrayList<>();
    for (String stored : document.getValues(CATEGORY_SCORE)) {
      int tab = stored.indexOf('\t');
      scores.add(
          new Score(stored.substring(0, tab), Double.parseDouble(stored.substring(tab + 1))));
    }
    List<Reason> because = new ArrayList<>();
    for (String stored : document.getValues(CATEGORY_REASON)) {
      int tab = stored.indexOf('\t');
      because.add(
          new Reason(stored.substring(tab + 1), Double.parseDouble(stored.substring(0, tab))));
    }
    return new Classification(scores, because, List.of(document.getValues(DECIDED)));
  }
}
