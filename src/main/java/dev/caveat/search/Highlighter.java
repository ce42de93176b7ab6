package dev.caveat.search;

import dev.caveat.index.IndexSchema;
import dev.caveat.index.IndexedRisk;
import dev.caveat.index.analysis.RiskAnalyzers;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a query matched in one risk and the sentences that show it best. The risk is analyzed
 * again, which takes a few milliseconds for a page of hits and keeps offsets out of the index.
 */
final class Highlighter {
  private static final int MAX_PASSAGES = 2;
  private static final int MAX_LENGTH = 320;

  /** Where a part of the query matched a text. */
  private record Match(int start, int end, Query part) {}

  /** A sentence that may be shown. */
  private record Candidate(int start, int end, List<Match> matches) {
    /** Different parts of the query count most; the number of matches hardly counts. */
    double worth() {
      Set<Query> parts = new HashSet<>();
      matches.forEach(m -> parts.add(m.part()));
      return parts.size() + 0.01 * Math.min(matches.size(), 20);
    }
  }

  private final Query query;

  /**
   * Marks matches of a query.
   *
   * @param query without filters
   */
  Highlighter(Query query) {
    this.query = query;
  }

  /** Caption and snippets of one text. */
  record Marked(Snippet heading, List<Snippet> snippets) {}

  /** Marks a risk, or the evidence of a filing without risks. */
  Marked mark(IndexedRisk found) throws IOException {
    RiskFactor risk = found.risk();
    if (risk == null) { // the evidence stands for caption and body, and is shown once
      String evidence = found.heading();
      List<Match> matches = matches("", List.of(), List.of(evidence)).body();
      return new Marked(whole(evidence, matches), List.of());
    }
    Places places = matches(risk.heading(), risk.group(), risk.paragraphs());
    return new Marked(whole(risk.heading(), places.heading()), best(risk, places.body()));
  }

  private static Snippet whole(String text, List<Match> matches) {
    return snippet(text, 0, text.length(), matches, Integer.MAX_VALUE);
  }

  /** Where the query matched a caption and a body. */
  private record Places(List<Match> heading, List<Match> body) {}

  private Places matches(String heading, List<String> group, List<String> paragraphs)
      throws IOException {
    MemoryIndex index = new MemoryIndex(true);
    add(index, IndexSchema.HEADING, List.of(heading));
    add(index, IndexSchema.GROUP, group);
    add(index, IndexSchema.BODY, paragraphs);
    IndexSearcher searcher = index.createSearcher();
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    LeafReaderContext only = searcher.getIndexReader().leaves().getFirst();
    Matches matches = weight.matches(only, 0);
    return new Places(matches(matches, IndexSchema.HEADING), matches(matches, IndexSchema.BODY));
  }

  private static void add(MemoryIndex index, String field, List<String> texts) {
    for (String f : List.of(field, IndexSchema.exact(field))) {
      for (String t : texts) {
        index.addField(f, IndexSchema.analyzer().tokenStream(f, t), RiskAnalyzers.PARAGRAPH_GAP, 1);
      }
    }
  }

  /** Matches in a field, whether by meaning or as written, in order of position. */
  private static List<Match> matches(@Nullable Matches matches, String field) throws IOException {
    List<Match> found = new ArrayList<>();
    if (matches != null) {
      collect(matches.getMatches(field), found);
      collect(matches.getMatches(IndexSchema.exact(field)), found);
    }
    found.sort(Comparator.comparingInt(Match::start).thenComparingInt(Match::end));
    return found;
  }

  private static void collect(@Nullable MatchesIterator iterator, List<Match> found)
      throws IOException {
    while (iterator != null && iterator.next()) {
      found.add(new Match(iterator.startOffset(), iterator.endOffset(), iterator.getQuery()));
    }
  }

  private static List<Snippet> best(RiskFactor risk, List<Match> matches) {
    String body = String.join("\n", risk.paragraphs());
    List<Candidate> candidates = new ArrayList<>();
    for (Span sentence : sentences(risk)) {
      List<Match> inside =
          matches.stream()
              .filter(m -> m.start() >= sentence.start() && m.start() < sentence.end())
              .toList();
      if (!inside.isEmpty()) {
        candidates.add(new Candidate(sentence.start(), sentence.end(), inside));
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::worth).reversed());
    List<Candidate> shown =
        new ArrayList<>(candidates.subList(0, Math.min(MAX_PASSAGES, candidates.size())));
    shown.sort(Comparator.comparingInt(Candidate::start));
    return shown.stream()
        .map(c -> snippet(body, c.start(), c.end(), c.matches(), MAX_LENGTH))
        .toList();
  }

  /**
   * The sentences of a risk's paragraphs, as offsets into the concatenated paragraphs; a paragraph
   * without marked sentences counts as one.
   */
  private static List<Span> sentences(RiskFactor risk) {
    List<Span> out = new ArrayList<>();
    List<Span> marked = risk.annotation().sentences();
    int next = 0;
    int inText = risk.text().length() - risk.body().length();
    int inBody = 0;
    for (String paragraph : risk.paragraphs()) {
      int end = inText + paragraph.length();
      int before = out.size();
      for (; next < marked.size() && marked.get(next).start() < end; next++) {
        Span s = marked.get(next);
        if (s.start() >= inText) {
          int shift = inBody - inText;
          out.add(new Span(s.start() + shift, Math.min(s.end(), end) + shift));
        }
      }
      if (out.size() == before && !paragraph.isEmpty()) {
        out.add(new Span(inBody, inBody + paragraph.length()));
      }
      inText = end + RiskFactor.BETWEEN.length();
      inBody += paragraph.length() + 1;
    }
    return out;
  }

  /** A sentence, truncated around its first matches if it is long. */
  private static Snippet snippet(
      String text, int start, int end, List<Match> matches, int longest) {
    int from = start;
    int to = end;
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (to - from > longest) {
      from = wordStart(text, matches.getFirst().start() - longest / 3, start);
      to = wordEnd(text, from + longest, to);
    }
    String before = from > start ? "…" : "";
    String after = to < end && !text.substring(to, end).isBlank() ? "…" : "";
    List<Snippet.Mark> marks = marks(matches, from, to, before.length() - from);
    return new Snippet(before + text.substring(from, to).replace('\n', ' ') + after, marks);
  }

  private static int wordStart(String text, int at, int least) {
    int i = Math.max(at, least);
    while (i > least && !Character.isWhitespace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  private static int wordEnd(String text, int at, int most) {
    int i = Math.min(at, most);
    while (i < most && !Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static List<Snippet.Mark> marks(List<Match> matches, int from, int to, int shift) {
    List<Snippet.Mark> marks = new ArrayList<>();
    for (Match m : matches) {
      if (m.start() < from || m.end() > to) {
        continue;
      }
      Snippet.Mark mark = new Snippet.Mark(m.start() + shift, m.end() + shift);
      Snippet.Mark last = marks.isEmpty() ? null : marks.getLast();
      if (last != null && mark.start() <= last.end()) {
        marks.removeLast();
        mark = new Snippet.Mark(last.start(), Math.max(last.end(), mark.end()));
      }
      marks.add(mark);
    }
    return marks;
  }
}
