package dev.caveat.search.query;

import dev.caveat.index.IndexSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/** Words with {@code *} and {@code ?}, with bounded cost. */
final class Wildcards {
  /** With more words than this, the query is too broad to be useful. */
  private static final int MAX_WORDS = 1000;

  /** Each wildcard makes the search for matching words harder. */
  private static final int MAX_WILDCARDS = 6;

  private final IndexReader reader;

  Wildcards(IndexReader reader) {
    this.reader = reader;
  }

  /**
   * Finds any matching word, as written.
   *
   * @throws QuerySyntaxException if the word starts with a wildcard or matches too many words
   */
  Query query(List<String> fields, String pattern) {
    String folded = fold(pattern);
    if (folded.startsWith("*") || folded.startsWith("?")) {
      throw new QuerySyntaxException(
          "a wildcard cannot begin a word: " + pattern + "; put at least one letter before it");
    }
    if (folded.chars().filter(c -> c == '*' || c == '?').count() > MAX_WILDCARDS) {
      throw new QuerySyntaxException(
          "a word may have " + MAX_WILDCARDS + " wildcards; one * stands for any letters");
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String field : fields) {
      WildcardQuery query = new WildcardQuery(new Term(IndexSchema.exact(field), folded));
      check(query, IndexSchema.exact(field), pattern);
      any.add(query, Occur.SHOULD);
    }
    return any.build();
  }

  private void check(WildcardQuery query, String field, String pattern) {
    try {
      Terms terms = MultiTerms.getTerms(reader, field);
      if (terms != null && tooMany(terms, new CompiledAutomaton(query.getAutomaton()))) {
        throw new QuerySyntaxException(
            pattern + " matches more than " + MAX_WORDS + " different words; add letters to it");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean tooMany(Terms terms, CompiledAutomaton automaton) throws IOException {
    TermsEnum fitting = automaton.getTermsEnum(terms);
    int count = 0;
    while (fitting.next() != null) {
      if (++count > MAX_WORDS) {
        return true;
      }
    }
    return false;
  }

  /** Folds case and accents as in the index and drops what surrounds the word. */
  private static String fold(String pattern) {
    String plain = Normalizer.normalize(pattern.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder();
    plain
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c) || "*?.'&".indexOf(c) >= 0)
        .forEach(folded::appendCodePoint);
    return folded.toString().replaceAll("\\*+", "*");
  }
}
