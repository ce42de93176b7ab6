package dev.caveat.ingest;

import dev.caveat.ingest.html.Characters;
import dev.caveat.ingest.html.Tokens;
import dev.caveat.model.Place;
import dev.caveat.model.Provenance;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.SourceMap;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as filed, with its readable text: finds the places of texts that were read from it,
 * word for word.
 *
 * <p>A text is laid beside the letters of the document, blanks aside. Where they differ, something
 * stands in the document that is not part of the text, such as a page's number, and the text goes
 * on behind it; a cut is put between two lines or blocks where it could as well stand there. Not
 * safe for use by several threads.
 */
public final class SourceText {
  private static final int SURE = Bounds.whole("sure");
  private static final int MAX_ADDED = Bounds.whole("most-added");
  private static final int MAX_SLIDE_LENGTH = Bounds.whole("longest-slide");
  private static final long PATIENCE = Bounds.whole("patience");
  private static final int LEAST_PATIENCE = Bounds.whole("least-patience");

  private final int document;
  private final char[] source;
  private final Letters letters;
  private @Nullable TextFragments fragments;

  /** The letters of a document: all that is not blank. */
  static final class Letters {
    final Characters read;
    final int[] index;
    final int count;

    /** Letters with a blank or the end of a block before them. */
    final BitSet spaced = new BitSet();

    /** Letters with the end of a line or block before them. */
    final BitSet broken = new BitSet();

    /** Letters with the end of a block before them; in plain text, of a line, or two blanks. */
    final BitSet blocked = new BitSet();

    /** Letters of plain text with a tag before them, which a browser shows as it stands. */
    final BitSet barred = new BitSet();

    /** Backslashes that some tool put before signs of plain text, and that a reader drops. */
    final BitSet escapes = new BitSet();

    Letters(Characters read, char[] source, boolean html) {
      this.read = read;
      index = new int[read.length()];
      int n = 0;
      for (int i = 0; i < read.length(); i++) {
        char c = read.at(i);
        if (!html && i > 0 && read.start(i) > read.end(i - 1)) {
          blocked.set(n);
          barred.set(n);
        }
        if (BlockBuilder.isBlank(c)) {
          boolean wide = !html && spaced.get(n);
          spaced.set(n);
          if (c == '\n') {
            broken.set(n);
          }
          if (wide || (c == '\n' && (!html || source[read.start(i)] == '<'))) {
            blocked.set(n);
          }
        } else if (!BlockBuilder.isInvisible(c)) {
          if (c == '\\' && i + 1 < read.length() && TextBlocks.isEscapable(read.at(i + 1))) {
            escapes.set(n);
          }
          index[n++] = i;
        }
      }
      count = n;
    }

    char at(int letter) {
      return read.at(index[letter]);
    }

    int start(int letter) {
      return read.start(index[letter]);
    }

    int end(int letter) {
      return read.end(index[letter]);
    }

    /** The first letter that starts at a place in the source or behind it. */
    int from(int place) {
      int low = 0;
      int high = count;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (start(middle) < place) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  /**
   * A document.
   *
   * @param document its number in its submission, from 1
   * @param text the document as decoded, from {@link FilingReader#text}
   */
  public SourceText(int document, String text) {
    String mended = BrokenTags.mended(text);
    this.document = document;
    this.source = mended.toCharArray();
    boolean html = FilingReader.looksLikeHtml(mended);
    this.letters = new Letters(html ? readable(source) : plain(mended), source, html);
  }

  /** What can be read in HTML, with a line break for the end of each block. */
  private static Characters readable(char[] source) {
    Characters out = new Characters(source);
    Tokens tokens = new Tokens(source);
    int hidden = 0;
    while (true) {
      switch (tokens.next()) {
        case TEXT -> {
          if (hidden == 0) {
            out.add(tokens.from(), tokens.to());
          }
        }
        case START -> {
          String tag = tokens.start().tag().name();
          tokens.passUnread();
          hidden += tag.equals("ix:header") ? 1 : 0;
          if (tag.equals("br") || HtmlBlocks.isBlock(tag)) {
            out.put('\n', tokens.from());
          }
        }
        case END -> {
          String tag = tokens.end().name();
          hidden = tag.equals("ix:header") ? Math.max(0, hidden - 1) : hidden;
          if (HtmlBlocks.isBlock(tag) || tag.equals("pre")) {
            out.put('\n', tokens.from());
          }
        }
        case OTHER -> {}
        case NONE -> {
          return out;
        }
      }
    }
  }

  /** What can be read in plain text: all but tags, which some tool left over. */
  private static Characters plain(String text) {
    Characters out = new Characters(text.toCharArray());
    var tag = TextBlocks.TAG.matcher(text);
    int from = 0;
    while (tag.find()) {
      out.add(from, tag.start());
      from = tag.end();
    }
    out.add(from, text.length());
    return out;
  }

  /**
   * The provenance of a risk.
   *
   * @param risk one that was read from this document
   * @return all that is known; {@link Provenance#NONE} if not all words of the risk are found
   */
  public Provenance provenance(RiskFactor risk) {
    SourceMap map = map(risk.pieces(), risk.places());
    if (map.isEmpty()) {
      return Provenance.NONE;
    }
    if (fragments == null) {
      fragments = new TextFragments(letters);
    }
    return new Provenance(map, fragments.of(map));
  }

  /**
   * The places of a text.
   *
   * @param text the text
   * @param place where it was read
   * @return the map; an empty one if not all of its words are found
   */
  public SourceMap map(String text, Place place) {
    return map(List.of(text), List.of(place));
  }

  private SourceMap map(List<String> pieces, List<Place> places) {
    if (places.size() != pieces.size()
        || places.stream().anyMatch(p -> p.document() != document || p.end() == 0)) {
      return SourceMap.NONE;
    }
    Alignment alignment = new Alignment();
    int text = 0;
    int from = 0;
    for (int i = 0; i < pieces.size(); i++) {
      Place place = places.get(i);
      int limit = Math.max(letters.from(place.end()), from);
      // A caption of several lines may be placed at its first; it ends before what follows.
      int more = i + 1 < places.size() ? letters.from(places.get(i + 1).start()) : limit;
      from = Math.max(from, letters.from(place.start()));
      from = alignment.add(pieces.get(i), text, from, Math.max(limit, more));
      if (from < 0) {
        return SourceMap.NONE;
      }
      text += pieces.get(i).length() + RiskFactor.BETWEEN.length();
    }
    return alignment.map();
  }

  /** Lays texts beside the letters of the document. */
  private final class Alignment {
    private final SourceMap.Builder runs = new SourceMap.Builder();
    private int[] textAt = new int[0];
    private int[] letterAt = new int[0];
    private boolean[] cut = new boolean[0];
    private String piece = "";
    private int count;
    private int limit;
    private long patience;

    /** The letter that was found last, -1 at first. */
    private int last = -1;

    SourceMap map() {
      return runs.build(document);
    }

    /**
     * Adds a piece.
     *
     * @param offset where it starts in the whole text
     * @param from the first letter that may belong to it
     * @param limit behind the last
     * @return the letter behind it, -1 if it is not found
     */
    int add(String piece, int offset, int from, int limit) {
      this.piece = piece;
      this.limit = limit;
      patience = PATIENCE * (limit - from + SURE) + LEAST_PATIENCE;
      textAt = new int[piece.length()];
      count = 0;
      for (int i = 0; i < piece.length(); i++) {
        char c = piece.charAt(i);
        if (!BlockBuilder.isBlank(c) && !BlockBuilder.isInvisible(c)) {
          textAt[count++] = i;
        }
      }
      letterAt = new int[count];
      cut = new boolean[count];
      int behind = align(from);
      for (int i = 0; behind >= 0 && i < count; i++) {
        int letter = letterAt[i];
        if (letter >= 0) {
          int start = letters.start(letter);
          int end = letters.end(letter);
          boolean second = i > 0 && letterAt[i - 1] >= 0 && start == letters.start(letterAt[i - 1]);
          if (!second) {
            boolean apart = cut[i] || (last >= 0 && i == 0 && letter != last + 1);
            runs.add(offset + textAt[i], 1, start, end - start, apart);
          }
          last = letter;
        }
      }
      return behind;
    }

    private char letter(int i) {
      return piece.charAt(textAt[i]);
    }

    private int align(int from) {
      int at = from;
      int added = 0;
      for (int i = 0; i < count; ) {
        if (at < limit && letters.at(at) == letter(i)) {
          letterAt[i++] = at++;
          continue;
        }
        if (at < limit && letters.escapes.get(at)) {
          at++;
          continue;
        }
        int skip = skip(i, at);
        if (skip > 0) {
          int back = slide(i, at, skip);
          for (int j = i - back; j < i; j++) {
            letterAt[j] += skip;
            cut[j] = false;
          }
          cut[i - back] = i - back > 0;
          at += skip;
        } else if (added < MAX_ADDED) {
          added++;
          letterAt[i++] = -1;
        } else {
          return -1;
        }
      }
      return at;
    }

    /**
     * How many letters of the document stand where the piece does not go on; 0 if it never does.
     */
    private int skip(int i, int at) {
      int length = Math.min(SURE, count - i);
      if (length < SURE && limit - length > at && matches(i, limit - length, length)) {
        return limit - length - at;
      }
      for (int to = at + 1; to + length <= limit; to++) {
        if (--patience < 0) {
          return 0;
        }
        if (letters.at(to) == letter(i) && matches(i, to, length)) {
          return to - at;
        }
      }
      return 0;
    }

    private boolean matches(int i, int from, int length) {
      int at = from;
      for (int j = 0; j < length; j++, at++) {
        if (at < limit && letters.at(at) != letter(i + j) && letters.escapes.get(at)) {
          at++;
        }
        if (at >= limit || letters.at(at) != letter(i + j)) {
          return false;
        }
      }
      return true;
    }

    /**
     * How many letters before a cut stand behind it as well: all up to the piece's start or to the
     * end of a line, so that none of what stands between is taken for the piece's.
     */
    private int slide(int i, int at, int skip) {
      int back = 0;
      while (true) {
        if (i - back == 0) {
          return back;
        }
        if (letters.broken.get(at + skip - back) && letters.broken.get(at - back)) {
          return back;
        }
        int before = i - back - 1;
        boolean same =
            back < MAX_SLIDE_LENGTH
                && letterAt[before] == at - back - 1
                && letters.at(at + skip - back - 1) == letter(before);
        if (!same) {
          return 0;
        }
        back++;
      }
    }
  }
}
