package dev.caveat.search.query;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/**
 * The entry point of the query language. Immutable; safe for use by many threads.
 *
 * @see <a href="https://doi.org/10.1561/1500000019">Robertson and Zaragoza, The Probabilistic
 *     Relevance Framework: BM25 and Beyond (2009)</a>, the basis of the ranking
 */
public final class QueryLanguage {
  private final WordRanking ranking;
  private final Weights weights;

  /** The language with these weights and the bundled thesaurus. */
  public QueryLanguage(Weights weights) {
    this.weights = weights;
    this.ranking = new WordRanking(Thesaurus.bundled(), weights);
  }

  /** How a term's frequency and a text's length count; must be set on the searcher. */
  public Similarity similarity() {
    return new BM25Similarity(weights.k1(), weights.b());
  }

  /**
   * Parses a query.
   *
   * @param text in the query language
   * @param reader the index it will run on, to estimate its cost
   * @throws QuerySyntaxException if it cannot be understood or would cost too much
   */
  public Query query(String text, IndexReader reader) {
    return new QueryTranslator(ranking, reader).translate(QueryReader.read(text));
  }
}
