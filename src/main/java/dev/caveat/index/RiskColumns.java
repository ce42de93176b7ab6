package dev.caveat.index;

import dev.caveat.model.Entity;
import dev.caveat.taxonomy.Taxonomy;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Counts risks from columns of values, without reading a text. */
final class RiskColumns {
  /** The currency whose amounts come first; amounts in others cannot be compared with them. */
  private static final String FIRST_CURRENCY = "USD ";

  private final IndexSearcher searcher;
  private final Query risks;

  /**
   * Over some risks.
   *
   * @param risks matches them
   */
  RiskColumns(IndexSearcher searcher, Query risks) {
    this.searcher = searcher;
    this.risks = risks;
  }

  /** Takes a document of a segment. */
  private interface Visitor {
    void take(int document) throws IOException;
  }

  /** Makes what visits a segment. */
  private interface Segments {
    Visitor in(LeafReaderContext leaf) throws IOException;
  }

  private void visit(Segments segments) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(risks), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        Visitor visitor = segments.in(leaf);
        Bits live = leaf.reader().getLiveDocs();
        DocIdSetIterator each = scorer.iterator();
        for (int d = each.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = each.nextDoc()) {
          if (live == null || live.get(d)) {
            visitor.take(d);
          }
        }
      }
    }
  }

  /** Passes the numbers of each risk on; those of a filing come together and in order. */
  void numbers(Consumer<RiskNumbers> sink) throws IOException {
    visit(
        leaf -> {
          SortedDocValues filings = DocValues.getSorted(leaf.reader(), IndexSchema.FILING_KEY);
          SortedDocValues categories = DocValues.getSorted(leaf.reader(), IndexSchema.CATEGORY);
          NumericDocValues ordinals = DocValues.getNumeric(leaf.reader(), IndexSchema.ORDINAL);
          NumericDocValues words = DocValues.getNumeric(leaf.reader(), IndexSchema.WORDS);
          NumericDocValues specifics = DocValues.getNumeric(leaf.reader(), IndexSchema.SPECIFICS);
          return d ->
              sink.accept(
                  new RiskNumbers(
                      text(filings, d, ""),
                      number(ordinals, d),
                      text(categories, d, Taxonomy.OTHER),
                      number(words, d),
                      number(specifics, d)));
        });
  }

  private static String text(SortedDocValues column, int document, String none) throws IOException {
    return column.advanceExact(document)
        ? column.lookupOrd(column.ordValue()).utf8ToString()
        : none;
  }

  private static int number(NumericDocValues column, int document) throws IOException {
    return column.advanceExact(document) ? (int) column.longValue() : 0;
  }

  /** A thing named by risks of a category: their number, and the first of them by key and place. */
  private static final class Count {
    private int risks;
    private long first = Long.MAX_VALUE;
    private String text = "";
  }

  /** What is named. */
  private record Thing(Entity.Type type, String value) {}

  /**
   * What the risks of each category name most, in order of category and type; for amounts the
   * largest, those in US dollars first.
   *
   * @param most the largest number for each category and type
   * @param others returns the category of a risk if it differs from that of the index, otherwise
   *     null
   */
  List<NameCount> names(int most, BiFunction<String, Integer, @Nullable String> others)
      throws IOException {
    IndexReader reader = searcher.getIndexReader();
    SortedSetDocValues names = MultiDocValues.getSortedSetValues(reader, IndexSchema.NAMED);
    SortedDocValues categories = MultiDocValues.getSortedValues(reader, IndexSchema.CATEGORY);
    SortedDocValues filings = MultiDocValues.getSortedValues(reader, IndexSchema.FILING_KEY);
    NumericDocValues ordinals = MultiDocValues.getNumericValues(reader, IndexSchema.ORDINAL);
    if (names == null || filings == null || ordinals == null) {
      return List.of();
    }
    // Counted by term number; the terms themselves are looked up once each.
    Map<String, Map<Long, Count>> counts = new HashMap<>();
    visit(
        leaf ->
            d -> {
              int document = leaf.docBase + d;
              if (names.advanceExact(document) && filings.advanceExact(document)) {
                int ordinal = number(ordinals, document);
                long place = (long) filings.ordValue() << Integer.SIZE | ordinal;
                String filing = filings.lookupOrd(filings.ordValue()).utf8ToString();
                String other = others.apply(filing, ordinal);
                String category =
                    other != null || categories == null
                        ? Objects.requireNonNullElse(other, Taxonomy.OTHER)
                        : text(categories, document, Taxonomy.OTHER);
                count(names, place, counts.computeIfAbsent(category, c -> new HashMap<>()));
              }
            });
    Map<String, Map<Thing, Count>> byCategory = new TreeMap<>();
    for (Map.Entry<String, Map<Long, Count>> c : counts.entrySet()) {
      Map<Thing, Count> things = byCategory.computeIfAbsent(c.getKey(), k -> new HashMap<>());
      for (Map.Entry<Long, Count> n : new TreeMap<>(c.getValue()).entrySet()) {
        add(things, names.lookupOrd(n.getKey()).utf8ToString(), n.getValue());
      }
    }
    List<NameCount> all = new ArrayList<>();
    for (Map.Entry<String, Map<Thing, Count>> c : byCategory.entrySet()) {
      for (Entity.Type type : Entity.Type.values()) {
        all.addAll(first(most, c.getKey(), type, c.getValue(), filings));
      }
    }
    return all;
  }

  private static void count(SortedSetDocValues names, long place, Map<Long, Count> counts)
      throws IOException {
    for (int i = names.docValueCount(); i > 0; i--) {
      Count count = counts.computeIfAbsent(names.nextOrd(), n -> new Count());
      count.risks++;
      count.first = Math.min(count.first, place);
    }
  }

  /** Adds up the spellings of one thing; a risk has only one of them. */
  private static void add(Map<Thing, Count> things, String term, Count count) {
    String[] parts = term.split("\t", 3);
    Thing thing = new Thing(Entity.Type.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]);
    Count sum = things.computeIfAbsent(thing, t -> new Count());
    sum.text = sum.risks < count.risks ? parts[2] : sum.text;
    sum.risks += count.risks;
    sum.first = Math.min(sum.first, count.first);
  }

  private static List<NameCount> first(
      int most,
      String category,
      Entity.Type type,
      Map<Thing, Count> things,
      SortedDocValues filings)
      throws IOException {
    List<Map.Entry<Thing, Count>> own =
        things.entrySet().stream()
            .filter(e -> e.getKey().type() == type)
            .sorted(order(type))
            .toList();
    List<NameCount> first = new ArrayList<>();
    for (Map.Entry<Thing, Count> e : own.subList(0, Math.min(most, own.size()))) {
      Count count = e.getValue();
      first.add(
          new NameCount(
              category,
              type,
              e.getKey().value(),
              count.text,
              count.risks,
              own.size(),
              filings.lookupOrd((int) (count.first >> Integer.SIZE)).utf8ToString(),
              (int) count.first));
    }
    return first;
  }

  private static Comparator<Map.Entry<Thing, Count>> order(Entity.Type type) {
    Comparator<Map.Entry<Thing, Count>> most =
        Comparator.comparingInt((Map.Entry<Thing, Count> e) -> e.getValue().risks)
            .reversed()
            .thenComparing(e -> e.getKey().value());
    return type != Entity.Type.MONEY
        ? most
        : Comparator.comparing(
                (Map.Entry<Thing, Count> e) -> !e.getKey().value().startsWith(FIRST_CURRENCY))
            .thenComparing((Map.Entry<Thing, Count> e) -> amount(e.getKey().value()).negate())
            .thenComparing(most);
  }

  private static BigDecimal amount(String value) {
    String number = value.substring(value.indexOf(' ') + 1);
    return number.matches("\\d+(\\.\\d+)?") ? new BigDecimal(number) : BigDecimal.ZERO;
  }
}
