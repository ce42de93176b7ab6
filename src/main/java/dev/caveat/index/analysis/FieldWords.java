package dev.caveat.index.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The terms that analysis makes of a text, in order. */
public final class FieldWords {
  /**
   * One term.
   *
   * @param text as indexed
   * @param position position in the text, counting dropped words
   * @param start where it starts in the text
   */
  public record Term(String text, int position, int start) {}

  private FieldWords() {}

  /** Terms as indexed for words; closed compounds share a position with their first part. */
  public static List<Term> stems(String text) {
    return of(RiskAnalyzers.words(), text);
  }

  /** Terms as written. */
  public static List<Term> exact(String text) {
    return of(RiskAnalyzers.exact(), text);
  }

  private static List<Term> of(Analyzer analyzer, String text) {
    List<Term> terms = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
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
