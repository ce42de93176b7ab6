package dev.caveat.cli;

/** Text in lines of a given width; what turns colors on and off takes no room. */
final class TextWrap {
  private TextWrap() {}

  /**
   * Breaks text at spaces, each line indented.
   *
   * @param text one paragraph
   * @param width columns, the indentation included
   * @param indent columns before each line
   */
  static String wrap(String text, int width, int indent) {
    return wrap(" ".repeat(indent), text, width, indent);
  }

  /**
   * Breaks text at spaces, with something before its first line, such as a number.
   *
   * @param first what stands before the first line
   * @param text one paragraph
   * @param width columns, the indentation included
   * @param indent columns before each further line
   */
  static String wrap(String first, String text, int width, int indent) {
    StringBuilder out = new StringBuilder(first);
    int column = columns(first);
    boolean begun = false;
    for (String word : text.strip().split("\\s+")) {
      int length = columns(word);
      if (!begun) {
        begun = true;
      } else if (column + 1 + length > width) {
        out.append('\n').append(" ".repeat(indent));
        column = indent;
      } else {
        out.append(' ');
        column++;
      }
      out.append(word);
      column += length;
    }
    return out.toString();
  }

  /** The beginning of a text, with an ellipsis where it goes on. */
  static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, Math.max(1, width - 1)) + "…";
  }

  /** Columns that a text takes, escape sequences left out. */
  static int columns(String text) {
    int columns = 0;
    boolean escaped = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\u001b' || c == GuardedOutput.MARK) {
        escaped = true;
      } else if (escaped) {
        escaped = c != 'm';
      } else if (!Character.isLowSurrogate(c)) {
        columns++;
      }
    }
    return columns;
  }
}
