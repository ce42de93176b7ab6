package dev.caveat.segment;

import dev.caveat.model.Block;
import dev.caveat.model.Style;

/**
 * The look of a block as far as it distinguishes headings: what two headings of the same level
 * share.
 *
 * @param runIn whether only the first part of the block has this look
 */
record Typography(
    boolean bold,
    boolean italic,
    boolean underline,
    int size,
    int color,
    boolean centered,
    boolean capitals,
    boolean runIn,
    boolean item) {

  private static final int STEP = Bounds.whole("type-step");
  private static final int HALF_STEP = Bounds.whole("small-type-step");
  private static final int QUIETER = Bounds.whole("quieter-type");
  private static final double LOUD = Bounds.of("loud-mark");
  private static final double SOFT = Bounds.of("soft-mark");
  private static final double FAR = Bounds.of("far-type");
  private static final int MIN_CAPITALS = Bounds.whole("fewest-capitals");
  private static final int CAPITALS_A_SMALL = Bounds.whole("capitals-a-small");

  /** Sizes are in tenths of a point. */
  private static final double POINT = 10;

  private static final int DARK = Bounds.whole("dark");

  static Typography of(Block block) {
    boolean runIn = !block.uniform();
    String lead = runIn ? block.text().substring(0, block.lead()) : block.text();
    Style s = block.style();
    return new Typography(
        s.bold(),
        s.italic(),
        s.underline(),
        s.size(),
        visible(s.color()),
        block.centered() && !runIn,
        isCapitals(lead),
        runIn,
        block.kind() == Block.Kind.LIST_ITEM);
  }

  private static int visible(int rgb) {
    boolean dark = isDark(rgb >> 2 * Byte.SIZE) && isDark(rgb >> Byte.SIZE) && isDark(rgb);
    return dark ? 0 : rgb;
  }

  private static boolean isDark(int channel) {
    return Byte.toUnsignedInt((byte) channel) < DARK;
  }

  /** Whether all letters of a text, but for a few, and enough of them, are capitals. */
  static boolean isCapitals(String text) {
    int upper = 0;
    int lower = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      upper += Character.isUpperCase(c) ? 1 : 0;
      lower += Character.isLowerCase(c) ? 1 : 0;
      if (lower * CAPITALS_A_SMALL > text.length()) {
        return false;
      }
    }
    return upper >= MIN_CAPITALS && lower * CAPITALS_A_SMALL <= upper;
  }

  /** Text with no mark at all, on lines of its own. */
  static final Typography PLAIN =
      new Typography(false, false, false, 0, 0, false, false, false, false);

  /** Whether it has any mark that other text of this look, {@code body}, has not. */
  boolean standsOutFrom(Typography body, boolean isShort) {
    return (bold && !body.bold)
        || (italic && !body.italic)
        || (underline && !body.underline)
        || (capitals && !body.capitals)
        || (color != body.color && color != 0)
        || (size > body.size + STEP && body.size > 0)
        || (centered && !body.centered && isShort);
  }

  /** The same in type of unknown size. */
  Typography withoutSize() {
    return size == 0
        ? this
        : new Typography(bold, italic, underline, 0, color, centered, capitals, runIn, item);
  }

  /** The same on a paragraph in place of a list's item. */
  Typography asParagraph() {
    return item
        ? new Typography(bold, italic, underline, size, color, centered, capitals, runIn, false)
        : this;
  }

  /** How loud it is, in arbitrary units; one point of type is one. */
  double loudness() {
    return size / POINT
        + (centered ? LOUD : 0)
        + (capitals ? LOUD : 0)
        + (bold ? LOUD : 0)
        + (color != 0 ? 1 : 0)
        + (underline ? 1 : 0)
        + (italic ? SOFT : 0)
        + (runIn ? 0 : 2);
  }

  /** In how many marks it differs from another; a step in size counts half. */
  double distance(Typography other) {
    return (bold != other.bold ? 1 : 0)
        + (italic != other.italic ? 1 : 0)
        + (underline != other.underline ? 1 : 0)
        + (capitals != other.capitals ? 1 : 0)
        + (color != other.color ? 1 : 0)
        + (centered != other.centered ? SOFT : 0)
        + (runIn != other.runIn ? 1 : 0)
        + (item != other.item ? SOFT : 0)
        + (size == other.size ? 0 : Math.abs(size - other.size) <= HALF_STEP ? SOFT : FAR);
  }

  /** The same in words, such as {@code bold italic 10pt run-in}. */
  String describe() {
    StringBuilder out = new StringBuilder();
    String[] names = {"bold", "italic", "underlined", "centered", "capitals", "run-in", "bulleted"};
    boolean[] set = {bold, italic, underline, centered, capitals, runIn, item};
    for (int i = 0; i < names.length; i++) {
      out.append(set[i] ? names[i] + " " : "");
    }
    out.append(color == 0 ? "" : "#%06x ".formatted(color));
    out.append(size == 0 ? "" : size / POINT + "pt");
    return out.isEmpty() ? "plain" : out.toString().strip();
  }

  /** Whether it has any mark of its own. */
  boolean distinct() {
    return bold || italic || underline || centered || capitals || color != 0;
  }

  /**
   * Whether another look is at least nearly as prominent, so that it may end this one's section.
   */
  boolean asLoudAs(Typography other) {
    return !distinct()
        || ((!capitals || other.capitals || other.size > size)
            && (!bold || other.bold || other.capitals)
            && other.size >= size - QUIETER)
        || (other.bold && other.capitals);
  }
}
