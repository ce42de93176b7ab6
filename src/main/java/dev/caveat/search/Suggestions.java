package dev.caveat.search;

import dev.caveat.index.IndexSchema;
import dev.caveat.index.analysis.FieldWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.jspecify.annotations.Nullable;

/** Corrects words that are not in the index, using the words that are. */
final class Suggestions {
  private static final int MIN_LENGTH = 4;

  private final IndexReader reader;
  private final DirectSpellChecker speller = new DirectSpellChecker();

  Suggestions(IndexReader reader) {
    this.reader = reader;
    speller.setThresholdFrequency(0);
    speller.setMinPrefix(1);
  }

  /**
   * The query with unknown words replaced by the likeliest known ones; null if there is nothing to
   * replace.
   */
  @Nullable String mend(String query) throws IOException {
    List<String> words = new ArrayList<>();
    boolean mended = false;
    for (String word : query.split("\\s+")) {
      String better = letters(word) ? better(word) : null;
      words.add(better == null ? word : better);
      mended |= better != null;
    }
    return mended ? String.join(" ", words) : null;
  }

  private static boolean letters(String word) {
    return word.length() >= MIN_LENGTH && word.chars().allMatch(Character::isLetter);
  }

  private @Nullable String better(String word) throws IOException {
    List<FieldWords.Term> exact = FieldWords.exact(word);
    if (exact.size() != 1 || known(exact.getFirst().text(), word)) {
      return null;
    }
    Term term = new Term(IndexSchema.exact(IndexSchema.BODY), exact.getFirst().text());
    SuggestWord[] found =
        speller.suggestSimilar(term, 1, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
    return found.length == 0 ? null : found[0].string;
  }

  private boolean known(String exact, String word) throws IOException {
    for (String field : IndexSchema.TEXT) {
      if (reader.docFreq(new Term(IndexSchema.exact(field), exact)) > 0) {
        return true;
      }
      for (FieldWords.Term stem : FieldWords.stems(word)) {
        if (reader.docFreq(new Term(field, stem.text())) > 0) {
          return true;
        }
      }
    }
    return false;
  }
}
