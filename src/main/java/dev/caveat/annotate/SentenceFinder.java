package dev.caveat.annotate;

import dev.caveat.model.Span;
import dev.caveat.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.StringUtil;

/**
 * Finds sentences: OpenNLP's detector decides at each period, question or exclamation mark, except
 * where the text itself rules a break out. Line breaks always end a sentence: they separate
 * paragraphs, list items and table rows.
 *
 * <p>Not safe for use by several threads: each thread has its own over a shared model.
 */
final class SentenceFinder {
  /** A longer run without a blank is no word; its middle tells nothing. */
  private static final int MAX_WORD_LENGTH = 1_000;

  private final Detector detector;

  SentenceFinder(SentenceModel model) {
    this.detector = new Detector(model);
  }

  /** The sentences of a text in order, trimmed, none blank. */
  List<Span> find(String text) {
    List<Span> out = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      addLine(text, from, end, out);
      from = end + 1;
    }
    return out;
  }

  private void addLine(String text, int from, int end, List<Span> out) {
    String line = text.substring(from, end);
    if (line.isBlank()) {
      return;
    }
    List<int[]> cuts = new ArrayList<>();
    for (opennlp.tools.util.Span s : detector.sentPosDetect(shortened(line, cuts))) {
      addSentence(line, whole(s.getStart(), cuts), whole(s.getEnd(), cuts), from, out);
    }
  }

  /**
   * A line without the middle of its endless words, which OpenNLP would look through for each
   * period in them.
   *
   * @param cuts takes where each cut is in the result, and how much is missing up to there
   */
  private static String shortened(String line, List<int[]> cuts) {
    StringBuilder out = new StringBuilder();
    int copied = 0;
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i < line.length() && !StringUtil.isWhitespace(line.charAt(i))) {
        continue;
      }
      if (i - start > MAX_WORD_LENGTH) {
        out.append(line, copied, start + MAX_WORD_LENGTH / 2);
        copied = i - MAX_WORD_LENGTH / 2;
        cuts.add(new int[] {out.length(), copied - out.length()});
      }
      start = i + 1;
    }
    return cuts.isEmpty() ? line : out.append(line, copied, line.length()).toString();
  }

  /** A place in a shortened line as one in the whole line. */
  private static int whole(int at, List<int[]> cuts) {
    int missing = 0;
    for (int k = 0; k < cuts.size() && cuts.get(k)[0] <= at; k++) {
      missing = cuts.get(k)[1];
    }
    return at + missing;
  }

  /** Parts a sentence where a break is certain, which the model may have passed over. */
  private void addSentence(String line, int start, int end, int offset, List<Span> out) {
    int from = start;
    for (int i = start; i < end; i++) {
      char c = line.charAt(i);
      if ((c == '.' || c == '?' || c == '!') && detector.isCertainBreak(line, i, end)) {
        int stop = detector.endOfMarks(line, i + 1);
        out.add(new Span(offset + from, offset + stop));
        from = stop;
        while (from < end && Character.isWhitespace(line.charAt(from))) {
          from++;
        }
      }
    }
    out.add(new Span(offset + from, offset + end));
  }

  /** Rules out breaks inside abbreviations, numbers and brackets, and before small letters. */
  private static final class Detector extends SentenceDetectorME {
    /** Abbreviations that a sentence goes on after; lowercase, without the last period. */
    private static final Set<String> GO_ON =
        Table.resource(SentenceFinder.class, "abbreviations.tsv").stream()
            .filter(f -> f.at(0).equals("inside"))
            .map(f -> f.at(1))
            .collect(Collectors.toUnmodifiableSet());

    /** Abbreviations that may end a sentence, and do before these words alone. */
    private static final Set<String> MAY_END =
        Table.resource(SentenceFinder.class, "abbreviations.tsv").stream()
            .filter(f -> f.at(0).equals("either"))
            .map(f -> f.at(1))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> STARTERS =
        Table.resource(SentenceFinder.class, "abbreviations.tsv").stream()
            .filter(f -> f.at(0).equals("starter"))
            .map(f -> f.at(1))
            .collect(Collectors.toUnmodifiableSet());

    /** Longer words are in none of these tables. */
    private static final int MAX_LENGTH =
        Stream.of(GO_ON, MAY_END, STARTERS)
            .flatMap(Set::stream)
            .mapToInt(String::length)
            .max()
            .orElse(1);

    /** The closing marks that were passed last: their text, where they begin, and end. */
    private CharSequence markedText = "";

    private int marksFrom;
    private int marksEnd;

    Detector(SentenceModel model) {
      super(model);
    }

    /** Whether a word that opens sentences follows, and nothing rules the break out. */
    boolean isCertainBreak(CharSequence text, int at, int end) {
      int next = nextWord(text, at + 1);
      return next > at + 1
          && next < end
          && STARTERS.contains(wordAt(text, next))
          && Character.isWhitespace(text.charAt(endOfMarks(text, at + 1)))
          && isAcceptableBreak(text, 0, at);
    }

    /** Where quotation marks and brackets behind a period end. */
    int endOfMarks(CharSequence text, int from) {
      if (text == markedText && marksFrom <= from && from <= marksEnd) {
        return marksEnd;
      }
      int i = from;
      while (i < text.length() && isClosing(text.charAt(i))) {
        i++;
      }
      markedText = text;
      marksFrom = from;
      marksEnd = i;
      return i;
    }

    @Override
    protected boolean isAcceptableBreak(CharSequence text, int from, int at) {
      int next = nextWord(text, at + 1);
      if (next < 0) {
        return true;
      }
      if (next == at + 1 || Character.isLowerCase(text.charAt(next)) && !isCamelCase(text, next)) {
        return false;
      }
      if (text.charAt(at) != '.') {
        return true;
      }
      String before = wordBefore(text, at);
      String lower = before.toLowerCase(Locale.ROOT);
      boolean closed = at + 1 < text.length() && isClosing(text.charAt(at + 1));
      if (!closed && (GO_ON.contains(lower) || isInitial(before))) {
        return false;
      }
      return !MAY_END.contains(lower) || STARTERS.contains(wordAt(text, next));
    }

    /** Where the next word begins: behind closing marks and blanks; -1 at the end of the text. */
    private int nextWord(CharSequence text, int from) {
      int i = endOfMarks(text, from);
      boolean blank = false;
      while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
        blank = true;
        i++;
      }
      if (i == text.length()) {
        return -1;
      }
      if (!blank) {
        return from;
      }
      while (i < text.length() && isOpening(text.charAt(i))) {
        i++;
      }
      return i < text.length() ? i : -1;
    }

    private static boolean isClosing(char c) {
      return c == ')' || c == ']' || c == '”' || c == '"' || c == '’' || c == '\'' || c == '.'
          || c == '?' || c == '!';
    }

    private static boolean isOpening(char c) {
      return c == '(' || c == '[' || c == '“' || c == '"' || c == '‘' || c == '\'';
    }

    /** A name such as iPath or eTollo may open a sentence. */
    private static boolean isCamelCase(CharSequence text, int at) {
      return at + 1 < text.length() && Character.isUpperCase(text.charAt(at + 1));
    }

    private static String wordBefore(CharSequence text, int at) {
      int i = at;
      while (i > Math.max(0, at - MAX_LENGTH - 1)
          && !Character.isWhitespace(text.charAt(i - 1))
          && !isOpening(text.charAt(i - 1))) {
        i--;
      }
      return text.subSequence(i, at).toString();
    }

    private static String wordAt(CharSequence text, int at) {
      int i = at;
      int end = Math.min(text.length(), at + MAX_LENGTH + 1);
      while (i < end && Character.isLetter(text.charAt(i))) {
        i++;
      }
      return text.subSequence(at, i).toString();
    }

    /** A single capital: an initial in a name. */
    private static boolean isInitial(String word) {
      return word.length() == 1 && Character.isUpperCase(word.charAt(0)) && word.charAt(0) != 'I';
    }
  }
}
