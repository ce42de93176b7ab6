package dev.caveat.search.query;

import dev.caveat.index.IndexSchema;
import dev.caveat.index.analysis.FieldWords;
import dev.caveat.search.query.Clause.And;
import dev.caveat.search.query.Clause.Fuzzy;
import dev.caveat.search.query.Clause.Must;
import dev.caveat.search.query.Clause.Not;
import dev.caveat.search.query.Clause.Or;
import dev.caveat.search.query.Clause.Pattern;
import dev.caveat.search.query.Clause.Phrase;
import dev.caveat.search.query.Clause.Run;
import dev.caveat.search.query.Clause.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Translates a parsed query to a Lucene query. */
final class QueryTranslator {
  private static final int MIN_FUZZY_LENGTH = 3;
  private static final int FUZZY_EXPANSIONS = 50;

  private final WordRanking ranking;
  private final Wildcards wildcards;

  QueryTranslator(WordRanking ranking, IndexReader reader) {
    this.ranking = ranking;
    this.wildcards = new Wildcards(reader);
  }

  /**
   * Translates a query.
   *
   * @throws QuerySyntaxException if it would cost too much, or has nothing to search for
   */
  Query translate(Clause clause) {
    Query query = query(clause, false);
    if (query instanceof MatchNoDocsQuery) {
      throw new QuerySyntaxException("the query has no word or number to search for");
    }
    return query;
  }

  /**
   * Translates a clause.
   *
   * @param every whether every plain word of a run must occur
   */
  private Query query(Clause clause, boolean every) {
    return switch (clause) {
      case Word w -> run(List.of(w), every);
      case Phrase p -> phrase(p);
      case Pattern p -> wildcards.query(fields(p.field()), p.text());
      case Fuzzy f -> fuzzy(f);
      case Run r -> run(r.parts(), every);
      case And a -> and(a);
      case Or o -> or(o, every);
      case Not n -> run(List.of(n), every);
      case Must m -> query(m.part(), true);
    };
  }

  private Query and(And and) {
    List<BooleanClause> all = new ArrayList<>();
    for (Clause side : and.parts()) {
      addRequired(all, side);
    }
    return only(all);
  }

  /** A side that is only a NOT excludes risks; otherwise it would match all other risks. */
  private void addRequired(List<BooleanClause> all, Clause side) {
    if (side instanceof Run run
        && run.parts().size() == 1
        && run.parts().getFirst() instanceof Not n) {
      add(all, query(n.part(), true), Occur.MUST_NOT);
      return;
    }
    add(all, query(side, true), Occur.MUST);
  }

  private Query or(Or or, boolean every) {
    List<BooleanClause> any = new ArrayList<>();
    or.parts().forEach(p -> add(any, query(p, every), Occur.SHOULD));
    return only(any);
  }

  private Query run(List<Clause> parts, boolean every) {
    List<BooleanClause> clauses = new ArrayList<>();
    int i = 0;
    while (i < parts.size()) {
      if (parts.get(i) instanceof Word first) {
        int end = sameField(parts, i, first.field());
        addWords(clauses, first.field(), parts.subList(i, end), every);
        i = end;
      } else {
        addOther(clauses, parts.get(i++), every);
      }
    }
    return only(clauses);
  }

  private static int sameField(List<Clause> parts, int from, @Nullable String field) {
    int end = from;
    while (end < parts.size()
        && parts.get(end) instanceof Word w
        && Objects.equals(w.field(), field)) {
      end++;
    }
    return end;
  }

  private void addOther(List<BooleanClause> clauses, Clause part, boolean every) {
    if (part instanceof Not n) {
      add(clauses, query(n.part(), true), Occur.MUST_NOT);
      return;
    }
    boolean optional = !every && (part instanceof Pattern || part instanceof Fuzzy);
    add(clauses, query(part, every), optional ? Occur.SHOULD : Occur.MUST);
  }

  /** Adds a clause, unless it has nothing to search for, such as a dash. */
  private static void add(List<BooleanClause> clauses, Query query, Occur occur) {
    if (!(query instanceof MatchNoDocsQuery)) {
      clauses.add(new BooleanClause(query, occur));
    }
  }

  private void addWords(
      List<BooleanClause> clauses, @Nullable String field, List<Clause> words, boolean every) {
    List<String> fields = fields(field);
    StringBuilder plain = new StringBuilder();
    for (Clause c : words) {
      String text = ((Word) c).text();
      if (fixed(text)) {
        clauses.add(new BooleanClause(ranking.exact(fields, text, 0), occur(every)));
      } else {
        plain.append(text).append(' ');
      }
    }
    addPlain(clauses, fields, plain.toString(), every);
  }

  private void addPlain(
      List<BooleanClause> clauses, List<String> fields, String text, boolean every) {
    List<Query> words = ranking.words(fields, text);
    if (words.isEmpty()) {
      words = stopWords(fields, text, clauses.isEmpty());
    }
    words.forEach(q -> clauses.add(new BooleanClause(q, occur(every))));
    if (words.size() > 1) {
      ranking.bonus(fields, text).forEach(q -> clauses.add(new BooleanClause(q, Occur.SHOULD)));
    }
  }

  /** If a query has only stop words, they are searched for. */
  private List<Query> stopWords(List<String> fields, String text, boolean nothingElse) {
    List<Query> words = new ArrayList<>();
    if (nothingElse) {
      for (FieldWords.Term t : FieldWords.exact(text)) {
        words.add(ranking.exact(fields, t.text(), 0));
      }
    }
    return words;
  }

  private static Occur occur(boolean every) {
    return every ? Occur.MUST : Occur.SHOULD;
  }

  /** Whether a word is one with its digits and signs: {@code 4310(c)(4)}, {@code $41.90}. */
  private static boolean fixed(String word) {
    List<FieldWords.Term> terms = FieldWords.exact(word);
    return terms.size() > 1 && word.chars().anyMatch(Character::isDigit);
  }

  private Query phrase(Phrase phrase) {
    if (FieldWords.exact(phrase.text()).isEmpty()) {
      throw new QuerySyntaxException(
          "there is no word or number between the quotes: \"" + phrase.text() + "\"");
    }
    return ranking.exact(fields(phrase.field()), phrase.text(), phrase.slop());
  }

  private Query fuzzy(Fuzzy fuzzy) {
    List<FieldWords.Term> terms = FieldWords.exact(fuzzy.text());
    if (terms.size() != 1 || terms.getFirst().text().length() < MIN_FUZZY_LENGTH) {
      throw new QuerySyntaxException(
          "~ must follow a single word of "
              + MIN_FUZZY_LENGTH
              + " letters or more: "
              + fuzzy.text()
              + "~");
    }
    String term = terms.getFirst().text();
    List<BooleanClause> any = new ArrayList<>();
    for (String f : fields(fuzzy.field())) {
      var at = new org.apache.lucene.index.Term(IndexSchema.exact(f), term);
      Query query = new FuzzyQuery(at, fuzzy.edits(), 1, FUZZY_EXPANSIONS, true);
      any.add(new BooleanClause(query, Occur.SHOULD));
    }
    return only(any);
  }

  static List<String> fields(@Nullable String field) {
    return field == null ? IndexSchema.TEXT : List.of(field);
  }

  /** Combines clauses: no clause finds nothing, and only excluding clauses find all other risks. */
  private static Query only(List<BooleanClause> clauses) {
    if (clauses.isEmpty()) {
      return new MatchNoDocsQuery("no words");
    }
    if (clauses.size() == 1 && !clauses.getFirst().isProhibited()) {
      return clauses.getFirst().query();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    clauses.forEach(all::add);
    if (clauses.stream().allMatch(BooleanClause::isProhibited)) {
      all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
    }
    return all.build();
  }
}
