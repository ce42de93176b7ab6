package dev.caveat.segment;

import dev.caveat.model.Block;
import dev.caveat.model.Style;

/**
 * The look of a block as far as it tells headings apart: what two headings of one level share.
 *
 * @param runIn whether only the first part of the block has this look
 */
record Look(
    boolean bold,
    boolean italic,
    boolean underline,
    int size,
    int color,
    boolean centered,
    boolean capitals,
    boolean runIn) {

  /** Text darker than this in each channel is black to the eye. */
  private static final int DARK = 0x50;

  static Look of(Block block) {
    boolean runIn = !block.uniform();
    String lead = runIn ? block.text().substring(0, block.lead()) : block.text();
    Style s = block.style();
    return new Look(
        s.bold(),
        s.italic(),
        s.underline(),
        s.size(),
        visible(s.color()),
        block.centered() && !runIn,
        isCapitals(lead),
        runIn);
  }

  private static int visible(int rgb) {
    boolean dark = (rgb >> 16 & 0xFF) < DARK && (rgb >> 8 & 0xFF) < DARK && (rgb & 0xFF) < DARK;
    return dark ? 0 : rgb;
  }

  /** Whether all letters of a text, and at least four, are capitals. */
  static boolean isCapitals(String text) {
    int upper = 0;
    int lower = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      upper += Character.isUpperCase(c) ? 1 : 0;
      lower += Character.isLowerCase(c) ? 1 : 0;
    }
    return upper >= 4 && lower * 12 <= upper;
  }

  /** Whether it has any mark of its own. */
  boolean distinct() {
    return bold || italic || underline || centered || capitals || color != 0;
  }

  /**
   * Whether another look is at least nearly as prominent, so that it may end this one's section.
   */
  boolean asLoudAs(Look other) {
    return !distinct()
        || ((!capitals || other.capitals || other.size > size)
            && (!bold || other.bold || other.capitals)
            && other.size >= size - 10)
        || (other.bold && other.capitals);
  }
}
