package dev.caveat.index.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** How text becomes terms. The analyzers are safe for use by many threads. */
public final class RiskAnalyzers {
  /**
   * Position gap between two values of a field, so that no phrase crosses the end of a paragraph.
   */
  public static final int PARAGRAPH_GAP = 10;

  private static final Analyzer EXACT = exactAnalyzer();
  private static final Analyzer WORDS = wordsAnalyzer();

  private RiskAnalyzers() {}

  /** Text as written: only case and accents are folded, and no word is dropped. */
  public static Analyzer exact() {
    return EXACT;
  }

  /** Words by meaning: stems, American spelling, no stop words or signs. */
  public static Analyzer words() {
    return WORDS;
  }

  private static Analyzer exactAnalyzer() {
    return new ParagraphAnalyzer() {
      @Override
      TokenStream filters(Tokenizer words) {
        return folded(words);
      }
    };
  }

  private static Analyzer wordsAnalyzer() {
    return new ParagraphAnalyzer() {
      @Override
      TokenStream filters(Tokenizer words) {
        TokenStream plain = new EnglishPossessiveFilter(new WithoutSigns(folded(words)));
        TokenStream kept =
            new StopFilter(new CompoundFilter(plain), EnglishAnalyzer.getDefaultStopSet());
        return new KStemFilter(new SpellingFilter(kept));
      }
    };
  }

  private static TokenStream folded(TokenStream words) {
    return new ASCIIFoldingFilter(new LowerCaseFilter(words));
  }

  private abstract static class ParagraphAnalyzer extends Analyzer {
    abstract TokenStream filters(Tokenizer words);

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new RiskTokenizer();
      return new TokenStreamComponents(words, filters(words));
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return PARAGRAPH_GAP;
    }
  }

  private static final class WithoutSigns extends FilteringTokenFilter {
    private final TypeAttribute type = addAttribute(TypeAttribute.class);

    WithoutSigns(TokenStream input) {
      super(input);
    }

    @Override
    protected boolean accept() {
      return !RiskTokenizer.SIGN.equals(type.type());
    }
  }
}
