package dev.caveat.index;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * The terms of a field in documents that still exist. Lucene's own counts include documents that
 * were deleted but not merged away yet, as in an index whose writer was killed.
 */
final class LiveTerms {
  private LiveTerms() {}

  /** Receives a term. */
  interface Sink {
    /**
     * One term.
     *
     * @param documents how many documents have it, at least 1
     */
    void take(String term, int documents);
  }

  /** Passes each term of a field on, in order. */
  static void each(IndexReader reader, String field, Sink sink) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, field);
    if (terms == null) {
      return;
    }
    Bits live = MultiBits.getLiveDocs(reader);
    TermsEnum each = terms.iterator();
    PostingsEnum postings = null;
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      int documents = each.docFreq();
      if (live != null) {
        postings = each.postings(postings, PostingsEnum.NONE);
        documents = count(postings, live);
      }
      if (documents > 0) {
        sink.take(term.utf8ToString(), documents);
      }
    }
  }

  private static int count(PostingsEnum postings, Bits live) throws IOException {
    int count = 0;
    for (int d = postings.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = postings.nextDoc()) {
      count += live.get(d) ? 1 : 0;
    }
    return count;
  }
}
