package dev.caveat.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where each stretch of a text is in the document it was read from, so that any part of the text
 * can be found in the filing as filed.
 *
 * <p>A map is a list of runs in the order of the text, each of which maps a number of characters of
 * the text to a number of characters of the source. Spaces need not be part of a run. A run is
 * <em>cut</em> off from the previous one if other words are between them in the source, such as a
 * page number and running head. Immutable.
 */
public final class SourceMap {
  /** A map without places. */
  public static final SourceMap NONE = new SourceMap(1, new int[0]);

  private static final int FIELDS = 5;
  private static final int TEXT = 0;
  private static final int LENGTH = 1;
  private static final int SOURCE = 2;
  private static final int WIDTH = 3;
  private static final int CUT = 4;

  private final int document;
  private final int[] runs;

  private SourceMap(int document, int[] runs) {
    this.document = document;
    this.runs = runs;
  }

  /** Whether no place is known. */
  public boolean isEmpty() {
    return runs.length == 0;
  }

  /** The document's number in its submission, from 1. */
  public int document() {
    return document;
  }

  /** The number of runs. */
  public int size() {
    return runs.length / FIELDS;
  }

  /** Where a run starts in the text. */
  public int text(int run) {
    return runs[run * FIELDS + TEXT];
  }

  /** The length of a run in code units of the text. */
  public int length(int run) {
    return runs[run * FIELDS + LENGTH];
  }

  /** Where a run starts in the source. */
  public int source(int run) {
    return runs[run * FIELDS + SOURCE];
  }

  /**
   * The length of a run in code units of the source. If it equals the length in the text, code
   * units correspond one to one; otherwise the run corresponds as a whole, as with a character and
   * its reference.
   */
  public int width(int run) {
    return runs[run * FIELDS + WIDTH];
  }

  /** Whether other words are between a run and the previous one. */
  public boolean isCut(int run) {
    return runs[run * FIELDS + CUT] == 1;
  }

  /**
   * The place of a part of the text, from its first word to its last; null if unknown.
   *
   * @param start first code unit of the part in the text
   * @param end just after the last code unit
   */
  public @Nullable Place place(int start, int end) {
    int first = firstRun(start);
    int last = lastRun(end);
    return first < 0 || last < first
        ? null
        : new Place(document, startIn(first, start), endIn(last, end));
  }

  /**
   * The places of a part of the text without anything else between its words, in the order of the
   * text; a single place if there is nothing in between, none if unknown.
   *
   * @param start first code unit of the part in the text
   * @param end just after the last code unit
   */
  public List<Place> parts(int start, int end) {
    List<Place> parts = new ArrayList<>();
    int last = lastRun(end);
    int from = firstRun(start);
    for (int run = from; run >= 0 && run <= last; run++) {
      if (run == last || isCut(run + 1)) {
        parts.add(new Place(document, startIn(from, start), endIn(run, end)));
        from = run + 1;
      }
    }
    return parts;
  }

  /** The first run with text after a place, -1 if none. */
  private int firstRun(int start) {
    int run = runAt(start);
    if (run < 0 || text(run) + length(run) <= start) {
      run++;
    }
    return run < size() ? run : -1;
  }

  /** The last run with text before a place, -1 if none. */
  private int lastRun(int end) {
    return runAt(end - 1);
  }

  /** The last run that starts at a place in the text or before, -1 if none. */
  private int runAt(int place) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (text(middle) <= place) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  private int startIn(int run, int start) {
    int inside = Math.max(0, start - text(run));
    return source(run) + (width(run) == length(run) ? inside : 0);
  }

  private int endIn(int run, int end) {
    int inside = Math.min(length(run), end - text(run));
    return source(run) + (width(run) == length(run) ? inside : width(run));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceMap that
        && document == that.document
        && Arrays.equals(runs, that.runs);
  }

  @Override
  public int hashCode() {
    return 31 * document + Arrays.hashCode(runs);
  }

  @Override
  public String toString() {
    return size() + " runs in document " + document;
  }

  /** Collects runs. Not safe for use by several threads. */
  public static final class Builder {
    private int[] runs = new int[FIELDS * 8];
    private int end;

    /**
     * Adds a run after all others; it is merged with the last one if it continues it letter for
     * letter.
     *
     * @param text where it starts in the text
     * @param length its code units in the text
     * @param source where it starts in the source
     * @param width its code units in the source
     * @param cut whether other words come before it in the source
     */
    public void add(int text, int length, int source, int width, boolean cut) {
      if (end > 0 && !cut && length == width) {
        int last = end - FIELDS;
        boolean even = runs[last + LENGTH] == runs[last + WIDTH];
        int gap = text - runs[last + TEXT] - runs[last + LENGTH];
        if (even && gap >= 0 && source - runs[last + SOURCE] - runs[last + WIDTH] == gap) {
          runs[last + LENGTH] += gap + length;
          runs[last + WIDTH] += gap + width;
          return;
        }
      }
      if (end == runs.length) {
        runs = Arrays.copyOf(runs, end * 2);
      }
      runs[end + TEXT] = text;
      runs[end + LENGTH] = length;
      runs[end + SOURCE] = source;
      runs[end + WIDTH] = width;
      runs[end + CUT] = cut ? 1 : 0;
      end += FIELDS;
    }

    /**
     * The map.
     *
     * @param document the document's number in its submission, from 1
     */
    public SourceMap build(int document) {
      return new SourceMap(document, Arrays.copyOf(runs, end));
    }
  }
}
