package dev.caveat.index;

import static dev.caveat.index.IndexSchema.*;

import dev.caveat.index.entity.AnnotationBytes;
import dev.caveat.index.entity.DateSpan;
import dev.caveat.model.Annotation;
import dev.caveat.model.Entity;
import dev.caveat.model.Entity.Value;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;

/**
 * What a risk names, as fields of its document. Each value is indexed once however often it is
 * named; a date whose value no calendar has is stored only.
 */
final class EntityFields {
  private final Document document;
  private final Set<Object> seen = new LinkedHashSet<>();

  private EntityFields(Document document) {
    this.document = document;
  }

  /** Adds the fields of an annotation; none where nothing is marked. */
  static void add(Document document, Annotation annotation) throws IOException {
    if (annotation.equals(Annotation.NONE)) {
      return;
    }
    document.add(new StoredField(ANNOTATION, AnnotationBytes.encode(annotation)));
    EntityFields fields = new EntityFields(document);
    annotation.entities().forEach(fields::add);
  }

  private void add(Entity entity) {
    if (entity.type() == Entity.Type.LAW) {
      addLaw(entity.text());
      return;
    }
    switch (entity.value()) {
      case null -> {}
      case Value.Body b -> addRegulator(b, entity.text());
      case Value.Period p -> DateSpan.of(p.iso()).ifPresent(this::addDate);
      case Value.Amount a -> addAmount(a);
      case Value.Percentage p -> {}
    }
  }

  private void addLaw(String name) {
    if (seen.add(name)) {
      document.add(new TextField(LAW, name, Field.Store.NO));
    }
  }

  private void addRegulator(Value.Body regulator, String text) {
    if (seen.add(regulator)) {
      addTerm(REGULATOR_NAME, RegulatorDirectory.term(regulator.id(), regulator.name()));
      if (seen.add(REGULATOR + regulator.id())) {
        addTerm(REGULATOR, regulator.id());
        document.add(new SortedSetDocValuesFacetField(REGULATOR, regulator.id()));
      }
    }
    String alias = RegulatorDirectory.term(regulator.id(), text.toLowerCase(Locale.ROOT));
    if (seen.add(alias)) {
      addTerm(REGULATOR_ALIAS, alias);
    }
  }

  private void addTerm(String field, String term) {
    document.add(new StringField(field, term, Field.Store.NO));
  }

  private void addDate(DateSpan span) {
    if (seen.add(span)) {
      document.add(new IntRange(dates(span.axis()), new int[] {span.first()}, ends(span)));
    }
  }

  private static int[] ends(DateSpan span) {
    return new int[] {span.last()};
  }

  private void addAmount(Value.Amount amount) {
    double value = amount.amount().doubleValue();
    int currency = currency(amount.currency());
    if (seen.add(currency + " " + value)) {
      document.add(new DoublePoint(MONEY, currency, value));
    }
  }
}
