package dev.caveat.index.analysis;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/**
 * Adds, at the position of its first part, the closed form of a two-part compound: {@code
 * cyber-attack} becomes cyber, cyberattack, attack, so that both spellings find each other.
 */
final class CompoundFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final TypeAttribute type = addAttribute(TypeAttribute.class);

  private AttributeSource.@Nullable State pending;
  private String firstWord = "";
  private int firstStart;
  private boolean compoundNext;

  CompoundFilter(TokenStream input) {
    super(input);
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    pending = null;
    compoundNext = false;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (compoundNext) {
      compoundNext = false;
      emitCompound();
      return true;
    }
    if (pending != null) {
      restoreState(pending);
      pending = null;
    } else if (!input.incrementToken()) {
      return false;
    }
    lookAhead();
    return true;
  }

  /** With the current word in the attributes, reads the next one and keeps it for later. */
  private void lookAhead() throws IOException {
    AttributeSource.State current = captureState();
    firstWord = term.toString();
    firstStart = offset.startOffset();
    boolean firstTied = RiskTokenizer.HYPHENED.equals(type.type());
    if (input.incrementToken()) {
      pending = captureState();
      compoundNext = RiskTokenizer.HYPHENED.equals(type.type()) && !firstTied;
    }
    restoreState(current);
  }

  private void emitCompound() {
    restoreState(Objects.requireNonNull(pending));
    String closed = firstWord + term;
    term.setEmpty().append(closed);
    offset.setOffset(firstStart, offset.endOffset());
    step.setPositionIncrement(0);
  }
}
