package dev.caveat.ingest;

import dev.caveat.model.Style;

/**
 * The computed look at one place of an HTML tree.
 *
 * @param indent left indentation in points, summed over the boxes around
 */
record ComputedStyle(
    Style style, boolean centered, int indent, boolean hidden, boolean link, boolean listItem) {
  static final ComputedStyle ROOT = new ComputedStyle(Style.PLAIN, false, 0, false, false, false);

  ComputedStyle with(Style style) {
    return new ComputedStyle(style, centered, indent, hidden, link, listItem);
  }

  ComputedStyle centered(boolean centered) {
    return new ComputedStyle(style, centered, indent, hidden, link, listItem);
  }

  ComputedStyle indentedBy(int points) {
    return new ComputedStyle(style, centered, Math.max(0, indent + points), hidden, link, listItem);
  }

  ComputedStyle asHidden() {
    return new ComputedStyle(style, centered, indent, true, link, listItem);
  }

  ComputedStyle asLink() {
    return new ComputedStyle(style, centered, indent, hidden, true, listItem);
  }

  ComputedStyle asListItem() {
    return new ComputedStyle(style, centered, indent, hidden, link, true);
  }

  ComputedStyle bold(boolean on) {
    return with(new Style(on, style.italic(), style.underline(), style.size(), style.color()));
  }

  ComputedStyle italic(boolean on) {
    return with(new Style(style.bold(), on, style.underline(), style.size(), style.color()));
  }

  ComputedStyle underline(boolean on) {
    return with(new Style(style.bold(), style.italic(), on, style.size(), style.color()));
  }

  ComputedStyle size(int tenths) {
    return with(new Style(style.bold(), style.italic(), style.underline(), tenths, style.color()));
  }

  ComputedStyle color(int rgb) {
    return with(new Style(style.bold(), style.italic(), style.underline(), style.size(), rgb));
  }
}
