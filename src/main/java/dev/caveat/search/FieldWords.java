package dev.caveat.search;

import dev.caveat.index.IndexSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** What a field's analyzer makes of a text. */
final class FieldWords {
  /**
   * One term.
   *
   * @param text as indexed
   * @param position place in the text, words dropped included
   * @param start where it starts in the text
   */
  record Term(String text, int position, int start) {}

  private FieldWords() {}

  /**
   * Terms as the index has them for words; closed compounds share a place with their first part.
   */
  static List<Term> stems(String text) {
    return of(IndexSchema.BODY, text);
  }

  /** Terms as written. */
  static List<Term> exact(String text) {
    return of(IndexSchema.exact(IndexSchema.BODY), text);
  }

  private static List<Term> of(String field, String text) {
    List<Term> terms = new ArrayList<>();
    try (TokenStream stream = IndexSchema.analyzer().tokenStream(field, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      int position = -1;
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        terms.add(new Term(term.toString(), position, offset.startOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }
}
