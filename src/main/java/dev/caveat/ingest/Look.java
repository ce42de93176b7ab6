package dev.caveat.ingest;

import dev.caveat.model.Style;

/**
 * The computed look at one place of an HTML tree.
 *
 * @param indent left indentation in points, summed over the boxes around
 */
record Look(
    Style style, boolean centered, int indent, boolean hidden, boolean link, boolean listItem) {
  static final Look ROOT = new Look(Style.PLAIN, false, 0, false, false, false);

  Look with(Style style) {
    return new Look(style, centered, indent, hidden, link, listItem);
  }

  Look centered(boolean centered) {
    return new Look(style, centered, indent, hidden, link, listItem);
  }

  Look indentedBy(int points) {
    return new Look(style, centered, Math.max(0, indent + points), hidden, link, listItem);
  }

  Look asHidden() {
    return new Look(style, centered, indent, true, link, listItem);
  }

  Look asLink() {
    return new Look(style, centered, indent, hidden, true, listItem);
  }

  Look asListItem() {
    return new Look(style, centered, indent, hidden, link, true);
  }

  Look bold(boolean on) {
    return with(new Style(on, style.italic(), style.underline(), style.size(), style.color()));
  }

  Look italic(boolean on) {
    return with(new Style(style.bold(), on, style.underline(), style.size(), style.color()));
  }

  Look underline(boolean on) {
    return with(new Style(style.bold(), style.italic(), on, style.size(), style.color()));
  }

  Look size(int tenths) {
    return with(new Style(style.bold(), style.italic(), style.underline(), tenths, style.color()));
  }

  Look color(int rgb) {
    return with(new Style(style.bold(), style.italic(), style.underline(), style.size(), rgb));
  }
}
