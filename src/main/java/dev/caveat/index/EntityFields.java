package dev.caveat.index;

import static dev.caveat.index.IndexSchema.*;

import dev.caveat.index.entity.AnnotationBytes;
import dev.caveat.index.entity.DateSpan;
import dev.caveat.model.Annotation;
import dev.caveat.model.Entity;
import dev.caveat.model.Entity.Value;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.util.BytesRef;

/**
 * What a risk names, as fields of its document. Each value is indexed once however often it is
 * named; a date that does not exist in the calendar is only stored.
 */
final class EntityFields {
  /** No name is longer; a term may have at most 32 kB. */
  private static final int MAX_NAME_LENGTH = 1_000;

  private final Document document;
  private final Set<List<Object>> seen = new HashSet<>();

  private EntityFields(Document document) {
    this.document = document;
  }

  /** Adds the fields of an annotation, if it has entities or sentences. */
  static void add(Document document, Annotation annotation) throws IOException {
    if (annotation.equals(Annotation.NONE)) {
      return;
    }
    document.add(new StoredField(ANNOTATION, AnnotationBytes.encode(annotation)));
    EntityFields fields = new EntityFields(document);
    annotation.entities().forEach(fields::add);
  }

  private void add(Entity entity) {
    addName(entity);
    if (entity.type() == Entity.Type.LAW) {
      addLaw(entity.text());
    }
    switch (entity.value()) {
      case null -> {}
      case Value.Body b -> addRegulator(b, entity.text());
      case Value.Period p -> DateSpan.of(p.iso()).ifPresent(this::addDate);
      case Value.Amount a -> addAmount(a);
      case Value.Percentage p -> {}
      case Value.Law l -> addLaw(l);
    }
  }

  private void addName(Entity entity) {
    String name = entity.name();
    String value =
        switch (entity.value()) {
          case null -> name.toLowerCase(Locale.ROOT);
          case Value.Body b -> b.id();
          case Value.Period p -> p.iso();
          case Value.Amount a -> a.currency() + " " + a.amount().toPlainString();
          case Value.Percentage p -> p.percent().toPlainString();
          case Value.Law l -> l.id();
        };
    if (value.length() <= MAX_NAME_LENGTH && first(NAMED, List.of(entity.type(), value))) {
      String term = entity.type().id() + "\t" + value + "\t" + name;
      document.add(new SortedSetDocValuesField(NAMED, new BytesRef(term)));
    }
  }

  private void addLaw(String name) {
    if (first(LAW, name)) {
      document.add(new TextField(LAW, name, Field.Store.NO));
    }
  }

  /** A law is also found by its full name and its citation, whatever the filing calls it. */
  private void addLaw(Value.Law law) {
    addLaw(law.name());
    if (law.citation() != null) {
      addLaw(law.citation());
    }
  }

  private void addRegulator(Value.Body regulator, String text) {
    if (first(REGULATOR, regulator.id())) {
      document.add(new StringField(REGULATOR, regulator.id(), Field.Store.NO));
      document.add(new SortedSetDocValuesFacetField(REGULATOR, regulator.id()));
    }
    addTerm(REGULATOR_NAME, RegulatorDirectory.term(regulator.id(), regulator.name()));
    addTerm(
        REGULATOR_ALIAS, RegulatorDirectory.term(regulator.id(), text.toLowerCase(Locale.ROOT)));
  }

  private void addTerm(String field, String term) {
    if (first(field, term)) {
      document.add(new StringField(field, term, Field.Store.NO));
    }
  }

  private void addDate(DateSpan span) {
    String field = dates(span.axis());
    if (first(field, span)) {
      document.add(new IntRange(field, new int[] {span.first()}, new int[] {span.last()}));
    }
  }

  private void addAmount(Value.Amount amount) {
    double value = amount.amount().doubleValue();
    int currency = currency(amount.currency());
    if (first(MONEY, List.of(currency, value))) {
      document.add(new DoublePoint(MONEY, currency, value));
    }
  }

  /** Whether the value is new to a field. */
  private boolean first(String field, Object value) {
    return seen.add(List.of(field, value));
  }
}
