package dev.caveat.search;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.index.IndexSchema;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.RiskIndex;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/** Finds risks that share the characteristic words of a given one. */
final class MoreLike {
  private static final int MAX_TERMS = 40;
  private static final int MIN_RISKS = 2;
  private static final int MAX_TEXT = 20_000;

  private final RiskIndex index;

  MoreLike(RiskIndex index) {
    this.index = index;
  }

  /**
   * Finds the others, not the risk itself.
   *
   * @throws CaveatException if the index does not have the risk
   */
  Query query(RiskReference like) throws IOException {
    IndexedFiling filing = filing(like);
    int document =
        index.document(filing.id(), like.ordinal()).orElseThrow(() -> noSuchRisk(filing, like));
    return new BooleanQuery.Builder()
        .add(moreLikeThis().like(document), Occur.MUST)
        .add(index.only(filing.id(), like.ordinal()), Occur.MUST_NOT)
        .build();
  }

  /** Finds risks like a text, of which at most the first {@value #MAX_TEXT} characters count. */
  Query query(String text) throws IOException {
    String read = text.substring(0, Math.min(text.length(), MAX_TEXT));
    return moreLikeThis().like(IndexSchema.BODY, new StringReader(read));
  }

  private MoreLikeThis moreLikeThis() throws IOException {
    MoreLikeThis more = new MoreLikeThis(index.searcher().getIndexReader());
    more.setAnalyzer(IndexSchema.analyzer());
    more.setFieldNames(new String[] {IndexSchema.HEADING, IndexSchema.BODY});
    more.setMinTermFreq(1);
    more.setMinDocFreq(MIN_RISKS);
    more.setMaxQueryTerms(MAX_TERMS);
    more.setBoost(true);
    return more;
  }

  private IndexedFiling filing(RiskReference like) throws IOException {
    List<IndexedFiling> named = index.named(like.filing());
    if (named.size() == 1) {
      return named.getFirst();
    }
    String name = like.filing();
    throw named.isEmpty()
        ? new CaveatException(
            ErrorCode.NOT_FOUND,
            "the index has no filing " + name,
            Map.of("kind", "filing", "name", name))
        : new CaveatException(
            ErrorCode.AMBIGUOUS,
            name + " matches " + named.size() + " filings; add more of the name",
            Map.of("name", name));
  }

  private static CaveatException noSuchRisk(IndexedFiling filing, RiskReference like) {
    return new CaveatException(
        ErrorCode.NOT_FOUND,
        "filing " + filing.id() + " has " + filing.risks() + " risks, but no #" + like.ordinal(),
        Map.of("kind", "risk", "name", like.toString(), "filing", IndexedFiling.name(filing.id())));
  }
}
