package dev.caveat.search.query;

import dev.caveat.index.IndexSchema;
import dev.caveat.index.analysis.FieldWords;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Turns plain words into queries that match and rank: each word in every field with the field's
 * weight, or a synonym at a discount, and a bonus if neighboring words of the query are near each
 * other in the text. Immutable.
 */
final class WordRanking {
  private final Thesaurus thesaurus;
  private final Weights weights;

  WordRanking(Thesaurus thesaurus, Weights weights) {
    this.thesaurus = thesaurus;
    this.weights = weights;
  }

  /**
   * One query per word or fixed expression, in order; empty if there are only stop words.
   *
   * @param fields the fields to look in
   * @param text the words
   */
  List<Query> words(List<String> fields, String text) {
    List<String> terms = new ArrayList<>();
    List<List<String>> compounds = new ArrayList<>();
    split(text, terms, compounds);
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      queries.add(word(fields, terms.get(i), compounds.get(i)));
    }
    for (int i = 0; i < terms.size(); i++) {
      addExpressions(fields, terms, i, queries);
    }
    return queries;
  }

  /** A bonus for each pair of neighbors; empty for a single word. */
  List<Query> bonus(List<String> fields, String text) {
    List<String> terms = new ArrayList<>();
    split(text, terms, new ArrayList<>());
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i + 1 < terms.size(); i++) {
      List<String> pair = terms.subList(i, i + 2);
      queries.add(
          new BoostQuery(inFields(fields, f -> phrase(f, pair, weights.slop())), weights.near()));
    }
    return queries;
  }

  private static void split(String text, List<String> terms, List<List<String>> compounds) {
    int position = -1;
    for (FieldWords.Term t : FieldWords.stems(text)) {
      if (t.position() == position) {
        compounds.getLast().add(t.text());
      } else {
        terms.add(t.text());
        compounds.add(new ArrayList<>());
        position = t.position();
      }
    }
  }

  private Query word(List<String> fields, String term, List<String> closed) {
    List<Query> ways = new ArrayList<>();
    ways.add(inFields(fields, f -> new TermQuery(new Term(f, term))));
    closed.forEach(c -> ways.add(inFields(fields, f -> new TermQuery(new Term(f, c)))));
    addOthers(fields, term, ways);
    return fields.equals(IndexSchema.TEXT) ? orCompany(best(ways), term) : best(ways);
  }

  /** A word of the company's name matches all of its risks. */
  private Query orCompany(Query inText, String term) {
    Query named = new TermQuery(new Term(IndexSchema.COMPANY, term));
    return new BooleanQuery.Builder()
        .add(inText, Occur.SHOULD)
        .add(new BoostQuery(named, weights.company()), Occur.SHOULD)
        .build();
  }

  /** Several words of the query that form one thesaurus entry, replaced by the other entries. */
  private void addExpressions(List<String> fields, List<String> terms, int i, List<Query> queries) {
    int most = Math.min(terms.size() - i, thesaurus.longest());
    for (int n = most; n >= 2; n--) {
      List<Query> ways = new ArrayList<>();
      addOthers(fields, String.join(" ", terms.subList(i, i + n)), ways);
      if (!ways.isEmpty()) {
        queries.add(new BoostQuery(best(ways), n));
        return;
      }
    }
  }

  private void addOthers(List<String> fields, String terms, List<Query> ways) {
    for (String other : thesaurus.others(terms)) {
      List<String> words = List.of(other.split(" "));
      Query query = inFields(fields, f -> phrase(f, words, 0));
      ways.add(new BoostQuery(query, weights.synonym()));
    }
  }

  private Query best(List<Query> ways) {
    return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, weights.tie());
  }

  private interface FieldQuery {
    Query in(String field);
  }

  private Query inFields(List<String> fields, FieldQuery query) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String f : fields) {
      any.add(new BoostQuery(query.in(f), weights.of(f)), Occur.SHOULD);
    }
    return any.build();
  }

  private static Query phrase(String field, List<String> terms, int slop) {
    if (terms.size() == 1) {
      return new TermQuery(new Term(field, terms.getFirst()));
    }
    return new PhraseQuery(slop, field, terms.toArray(String[]::new));
  }

  /** All the words exactly as written. */
  Query exact(List<String> fields, String text, int slop) {
    List<FieldWords.Term> terms = FieldWords.exact(text);
    return inFields(fields, f -> exact(IndexSchema.exact(f), terms, slop));
  }

  private static Query exact(String field, List<FieldWords.Term> terms, int slop) {
    if (terms.size() == 1) {
      return new TermQuery(new Term(field, terms.getFirst().text()));
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(slop);
    terms.forEach(t -> phrase.add(new Term(field, t.text()), t.position()));
    return phrase.build();
  }
}
