package dev.caveat.search;

import java.util.List;

/**
 * A piece of a risk's text with its matches.
 *
 * @param text the piece, with {@code …} at an end where the sentence continues
 * @param marks the matches, in order, not overlapping
 */
public record Snippet(String text, List<Mark> marks) {

  /**
   * A match, as offsets into the snippet's text.
   *
   * @param start where it starts
   * @param end where it ends, exclusive
   */
  public record Mark(int start, int end) {}

  /** Copies the list. */
  public Snippet {
    marks = List.copyOf(marks);
  }

  /**
   * The text with each match enclosed in two strings.
   *
   * @param before put before a match
   * @param after put after it
   */
  public String marked(String before, String after) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Mark m : marks) {
      out.append(text, at, m.start()).append(before).append(text, m.start(), m.end()).append(after);
      at = m.end();
    }
    return out.append(text, at, text.length()).toString();
  }

  /** The text as HTML, each match between {@code <em>} and {@code </em>}. */
  public String html() {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Mark m : marks) {
      escape(out, at, m.start());
      out.append("<em>");
      escape(out, m.start(), m.end());
      out.append("</em>");
      at = m.end();
    }
    escape(out, at, text.length());
    return out.toString();
  }

  private void escape(StringBuilder out, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        default -> out.append(c);
      }
    }
  }
}
