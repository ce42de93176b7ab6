package dev.caveat.model;

/**
 * How a run of text is set.
 *
 * @param bold set bold
 * @param italic set italic or oblique
 * @param underline underlined
 * @param size font size in tenths of a point, 0 where unknown
 * @param color red, green and blue as {@code 0xRRGGBB}, 0 (black) where unknown
 */
public record Style(boolean bold, boolean italic, boolean underline, int size, int color) {
  /** Text with no mark at all, as in a plain-text filing. */
  public static final Style PLAIN = new Style(false, false, false, 0, 0);

  /** Whether bold, italic, underlined or coloured. */
  public boolean marked() {
    return bold || italic || underline || color != 0;
  }
}
