package dev.caveat.ingest;

import dev.caveat.ingest.SourceText.Letters;
import dev.caveat.model.SourceMap;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Builds text fragments, with which a browser finds a passage: its first and last words, as many as
 * make them unique in the document, and words before it if that is not enough. Not safe for use by
 * several threads.
 */
final class TextFragments {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~";

  private static final int MIN_WORDS = Bounds.whole("fewest-fragment-words");
  private static final int MAX_WORDS = Bounds.whole("most-fragment-words");
  private static final int MAX_WORDS_BEFORE = Bounds.whole("most-words-before");
  private static final int MAX_BLOCKS = Bounds.whole("most-fragment-blocks");
  private static final long PATIENCE = (long) Bounds.of("fragment-patience");

  private final Letters letters;
  private long patience;

  /** The document as a browser searches it: small letters, each blank once. */
  private final String text;

  /** Where each letter stands in the text. */
  private final int[] place;

  TextFragments(Letters letters) {
    this(letters, PATIENCE);
  }

  /** With another patience. */
  TextFragments(Letters letters, long patience) {
    this.letters = letters;
    this.patience = patience;
    StringBuilder out = new StringBuilder();
    place = new int[letters.count];
    for (int i = 0; i < letters.count; i++) {
      if (letters.spaced.get(i)) {
        out.append(' ');
      }
      place[i] = out.length();
      out.append(Character.toLowerCase(letters.at(i)));
    }
    text = out.toString();
  }

  /** The fragment of a passage; null if nothing tells it from others. */
  @Nullable String of(SourceMap map) {
    int last = map.size() - 1;
    int from = firstWord(letters.from(map.source(0)));
    int to = letters.from(map.source(last) + map.width(last));
    String directive = null;
    for (int n = 0; directive == null && n < MAX_BLOCKS && from < to && patience > 0; n++) {
      directive = of(from, to);
      from = firstWord(blockEnd(from));
    }
    return directive;
  }

  /** The fragment of a passage that starts with a block; null if its words are not enough. */
  private @Nullable String of(int from, int to) {
    int startLimit = Math.min(to, blockEnd(from));
    if (behindWords(from, startLimit, 2 * MIN_WORDS) >= to) {
      return directive(from, to, to);
    }
    int words = MIN_WORDS;
    int behind = behindWords(from, startLimit, words);
    while (!isFirst(from, behind, 0) && words < MAX_WORDS && behind < startLimit) {
      words++;
      behind = behindWords(from, startLimit, words);
    }
    return directive(from, behind, to);
  }

  private @Nullable String directive(int from, int behind, int to) {
    String prefix = "";
    int before = from;
    int lowest = from == 0 || letters.barred.get(from) ? from : blockStart(from);
    for (int n = 0; !isFirst(before, behind, 0); n++) {
      if (n == MAX_WORDS_BEFORE || before <= lowest) {
        return null;
      }
      before = Math.max(lowest, wordBefore(before));
    }
    if (before < from) {
      prefix = encoded(before, from) + "-,";
    }
    if (behind >= to) {
      return ":~:text=" + prefix + encoded(from, behind);
    }
    int limit = Math.max(behind, blockStart(to));
    int end = to;
    for (int n = 0; end > limit && n < MAX_WORDS; n++) {
      end = Math.max(limit, wordBefore(end));
      if (n + 1 >= MIN_WORDS && isFirst(end, to, place[behind - 1])) {
        break;
      }
    }
    boolean ends = end < to && isFirst(end, to, place[behind - 1]);
    return ":~:text=" + prefix + encoded(from, behind) + (ends ? "," + encoded(end, to) : "");
  }

  /** Whether words stand nowhere else between a place of the text and their own. */
  private boolean isFirst(int from, int to, int after) {
    patience -= place[from] - after;
    return text.indexOf(text.substring(place[from], place[to - 1] + 1), after) == place[from];
  }

  /** The first letter or figure of a block that has one, at a place or behind it. */
  private int firstWord(int from) {
    int i = from;
    while (i < letters.count && !Character.isLetterOrDigit(letters.at(i))) {
      i++;
    }
    return i;
  }

  private int blockEnd(int from) {
    int next = letters.blocked.nextSetBit(from + 1);
    return next < 0 ? letters.count : next;
  }

  private int blockStart(int to) {
    return Math.max(0, letters.blocked.previousSetBit(to - 1));
  }

  private int behindWords(int from, int limit, int words) {
    int at = from;
    for (int n = 0; n < words && at < limit; n++) {
      int next = letters.spaced.nextSetBit(at + 1);
      at = next < 0 ? limit : Math.min(limit, next);
    }
    return at;
  }

  private int wordBefore(int letter) {
    return Math.max(0, letters.spaced.previousSetBit(letter - 1));
  }

  private String encoded(int from, int to) {
    StringBuilder words = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from && letters.spaced.get(i)) {
        words.append(' ');
      }
      words.append(letters.at(i));
    }
    StringBuilder out = new StringBuilder();
    for (byte b : words.toString().getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(b) >= 0) {
        out.append((char) b);
      } else {
        out.append('%').append("%02X".formatted(b));
      }
    }
    return out.toString();
  }
}
