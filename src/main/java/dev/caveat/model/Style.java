package dev.caveat.model;

/**
 * The typography of a run of text.
 *
 * @param bold whether bold
 * @param italic whether italic or oblique
 * @param underline underlined
 * @param size font size in tenths of a point, 0 if unknown
 * @param color red, green and blue as {@code 0xRRGGBB}, 0 (black) where unknown
 */
public record Style(boolean bold, boolean italic, boolean underline, int size, int color) {
  /** Text without any style, as in a plain-text filing. */
  public static final Style PLAIN = new Style(false, false, false, 0, 0);

  /** Whether bold, italic, underlined or colored. */
  public boolean marked() {
    return bold || italic || underline || color != 0;
  }
}
