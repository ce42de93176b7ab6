package dev.caveat.index;

import dev.caveat.taxonomy.Taxonomy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/**
 * Adds up risks filing by filing from columns of numbers, without reading a text. The documents of
 * a filing are written together and stay together, so that one filing at a time is in memory.
 */
final class Tallies {
  private final Consumer<FilingTally> sink;
  private final Map<String, int[]> open = new TreeMap<>();
  private int filing = -1;

  private Tallies(Consumer<FilingTally> sink) {
    this.sink = sink;
  }

  /**
   * Hands over the tally of each filing.
   *
   * @param risks matches the risks that count
   */
  static void of(IndexSearcher searcher, Query risks, Consumer<FilingTally> sink)
      throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(risks), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        new Tallies(sink).segment(leaf, scorer.iterator());
      }
    }
  }

  private void segment(LeafReaderContext leaf, DocIdSetIterator documents) throws IOException {
    SortedDocValues filings = DocValues.getSorted(leaf.reader(), IndexSchema.FILING_KEY);
    SortedDocValues categories = DocValues.getSorted(leaf.reader(), IndexSchema.CATEGORY);
    NumericDocValues words = DocValues.getNumeric(leaf.reader(), IndexSchema.WORDS);
    NumericDocValues specifics = DocValues.getNumeric(leaf.reader(), IndexSchema.SPECIFICS);
    for (int d = documents.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = documents.nextDoc()) {
      filings.advanceExact(d);
      if (filings.ordValue() != filing) {
        close(filings);
        filing = filings.ordValue();
      }
      String category =
          categories.advanceExact(d)
              ? categories.lookupOrd(categories.ordValue()).utf8ToString()
              : Taxonomy.OTHER;
      int[] sums = open.computeIfAbsent(category, c -> new int[3]);
      sums[0]++;
      sums[1] += words.advanceExact(d) ? (int) words.longValue() : 0;
      sums[2] += specifics.advanceExact(d) ? (int) specifics.longValue() : 0;
    }
    close(filings);
  }

  private void close(SortedDocValues filings) throws IOException {
    if (filing < 0) {
      return;
    }
    List<FilingTally.Line> lines = new ArrayList<>();
    open.forEach((c, sums) -> lines.add(new FilingTally.Line(c, sums[0], sums[1], sums[2])));
    sink.accept(new FilingTally(filings.lookupOrd(filing).utf8ToString(), lines));
    open.clear();
  }
}
