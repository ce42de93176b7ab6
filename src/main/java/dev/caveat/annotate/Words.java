package dev.caveat.annotate;

import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.util.Span;

/**
 * A text cut into tokens by OpenNLP's simple tokenizer: runs of letters, of digits, of the same
 * mark.
 *
 * @param text the text
 * @param spans where each token stands
 * @param tokens the tokens
 */
@SuppressWarnings("ArrayRecordComponent") // OpenNLP's finders take arrays; lives within one call
record Words(String text, Span[] spans, String[] tokens) {
  static Words of(String text) {
    Span[] spans = SimpleTokenizer.INSTANCE.tokenizePos(text);
    return new Words(text, spans, Span.spansToStrings(spans, text));
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

  boolean isCapitalized(int token) {
    return Character.isUpperCase(tokens[token].charAt(0));
  }
}
