package dev.caveat.ingest.html;

import java.util.Arrays;

/**
 * Decoded text, each character with its place in the source. Not safe for use by several threads.
 */
public final class Characters {
  private final char[] source;
  private final CharacterReferences references;
  private char[] chars = new char[256];
  private int[] places = new int[256];
  private int length;

  /**
   * Creates an empty text.
   *
   * @param source what is read from; not copied
   */
  public Characters(char[] source) {
    this.source = source;
    this.references = new CharacterReferences(source);
  }

  /** Clears the text. */
  public void clear() {
    length = 0;
  }

  /** The number of characters. */
  public int length() {
    return length;
  }

  /** The characters; only the first {@link #length()} count. Not copied: do not write. */
  public char[] chars() {
    return chars;
  }

  /** One of the characters. */
  public char at(int index) {
    return chars[index];
  }

  /** Where one of the characters starts in the source. */
  public int start(int index) {
    return places[index];
  }

  /** Where one of the characters ends in the source: a reference's behind its semicolon. */
  public int end(int index) {
    int at = places[index];
    if (source[at] == '&') {
      int behind = references.read(at, source.length, false);
      if (behind > at) {
        return behind;
      }
    }
    return at + 1;
  }

  /** The characters as a string. */
  public String text() {
    return new String(chars, 0, length);
  }

  /** Adds the decoded text of a stretch of the source. */
  public void add(int from, int to) {
    int i = from;
    while (i < to) {
      char c = source[i];
      if (c == '&') {
        int behind = references.read(i, to, false);
        if (behind > i) {
          String value = references.value();
          for (int j = 0; j < value.length(); j++) {
            put(value.charAt(j), i);
          }
          i = behind;
          continue;
        }
      }
      if (c != 0) {
        put(c, i);
      }
      i++;
    }
  }

  /** Adds a character that stands for the markup at a place, as a line break for its tag. */
  public void put(char c, int place) {
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, length * 2);
      places = Arrays.copyOf(places, length * 2);
    }
    chars[length] = c;
    places[length] = place;
    length++;
  }

  /** All of a source that is plain text: each character at its own place. */
  public static Characters plain(char[] source) {
    Characters all = new Characters(source);
    all.chars = source;
    all.length = source.length;
    all.places = new int[source.length];
    Arrays.setAll(all.places, i -> i);
    return all;
  }
}
