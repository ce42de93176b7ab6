package dev.caveat.model;

/**
 * Makes untrusted text safe to show. Control characters, which a terminal obeys, and bidirectional
 * controls, which reorder what follows, are shown instead of obeyed: those of ASCII as their
 * symbols ({@code ␛}), others by number ({@code ⟨U+202E⟩}).
 */
public final class VisibleText {
  private static final int PICTURES = 0x2400;
  private static final char DELETE = 0x7f;
  private static final char DELETE_PICTURE = 0x2421;

  private VisibleText() {}

  /** Text of several lines: line breaks and tabs stay. */
  public static String lines(String text) {
    return shown(text, true);
  }

  /** A name or another single-line text: line breaks are shown too. */
  public static String line(String text) {
    return shown(text, false);
  }

  /**
   * Whether a character is a control character.
   *
   * @param c line breaks and tabs are controls too
   */
  public static boolean isControl(char c) {
    return c < ' '
        || c >= DELETE && c < 0xa0
        || c == 0x061c
        || c == 0x200e
        || c == 0x200f
        || c >= 0x2028 && c <= 0x202e
        || c >= 0x2066 && c <= 0x2069;
  }

  private static String shown(String text, boolean lines) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean obeyed = !isControl(c) || lines && (c == '\n' || c == '\t' || isReturn(text, i));
      if (!obeyed && out == null) {
        out = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (out != null) {
        if (obeyed) {
          out.append(c);
        } else {
          append(out, c);
        }
      }
    }
    return out == null ? text : out.toString();
  }

  /**
   * A carriage return that does not start a new line is a control character like the others: it
   * hides what is there.
   */
  private static boolean isReturn(String text, int i) {
    return text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
  }

  private static void append(StringBuilder out, char c) {
    if (c < ' ') {
      out.append((char) (PICTURES + c));
    } else if (c == DELETE) {
      out.append(DELETE_PICTURE);
    } else {
      out.append("⟨U+").append(String.format("%04X", (int) c)).append('⟩');
    }
  }
}
