package dev.caveat.index.analysis;

import dev.caveat.table.Table;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Replaces British spellings with American ones; the words are in {@code spellings.txt}. */
final class SpellingFilter extends TokenFilter {
  private static final Map<String, String> AMERICAN = read();

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  SpellingFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    String american = AMERICAN.get(term.toString());
    if (american != null) {
      term.setEmpty().append(american);
    }
    return true;
  }

  private static Map<String, String> read() {
    return Table.resource(SpellingFilter.class, "spellings.txt").stream()
        .map(r -> r.at(0).split(" ", 2))
        .collect(Collectors.toUnmodifiableMap(w -> w[0], w -> w[1]));
  }
}
