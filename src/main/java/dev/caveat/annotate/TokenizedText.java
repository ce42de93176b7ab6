package dev.caveat.annotate;

import java.util.List;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.util.Span;

/**
 * A text cut into tokens by OpenNLP's simple tokenizer: runs of letters, of digits, or of the same
 * mark.
 *
 * @param text the text
 * @param spans the span of each token
 * @param tokens the tokens
 */
@SuppressWarnings("ArrayRecordComponent") // OpenNLP's finders take arrays; lives within one call
record TokenizedText(String text, Span[] spans, String[] tokens) {
  private static final List<String> COUNTRIES =
      List.of("U.S. ", "US ", "U.K. ", "UK ", "United States ");

  static TokenizedText of(String text) {
    Span[] spans = SimpleTokenizer.INSTANCE.tokenizePos(text);
    return new TokenizedText(text, spans, Span.spansToStrings(spans, text));
  }

  int size() {
    return tokens.length;
  }

  int start(int token) {
    return spans[token].getStart();
  }

  int end(int token) {
    return spans[token].getEnd();
  }

  /** The first token that does not end in front of a place; the size where all do. */
  int at(int place) {
    int low = 0;
    int high = spans.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans[middle].getEnd() <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Where a name begins whose first token is known: "U.S." directly in front belongs to it. */
  int startWithCountry(int token) {
    int start = start(token);
    for (String country : COUNTRIES) {
      int at = start - country.length();
      if (at >= 0
          && text.startsWith(country, at)
          && (at == 0
              || !Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '-')) {
        return at;
      }
    }
    return start;
  }

  boolean isCapitalized(int token) {
    return Character.isUpperCase(tokens[token].charAt(0));
  }
}
