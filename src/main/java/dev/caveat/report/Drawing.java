package dev.caveat.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A chart as shapes in their order, each named by the class of the style that colors it: what
 * {@code report/chart.jte} prints as SVG. Lengths are pixels, from the upper left corner.
 *
 * @param title of the chart
 * @param label what it shows, for those who do not see it
 */
record Drawing(String title, int width, int height, String label, List<Shape> shapes) {
  sealed interface Shape {
    /** Where it leads; null for nowhere. */
    default @Nullable String link() {
      return null;
    }
  }

  /** Whether any shape leads somewhere. */
  boolean isInteractive() {
    return shapes.stream().anyMatch(s -> s.link() != null);
  }

  record Text(double x, double y, String classes, String text) implements Shape {}

  /** A label that rises to the right. */
  record Slanted(double x, double y, String text) implements Shape {}

  record Line(double x1, double y1, double x2, double y2, String classes) implements Shape {}

  /**
   * A bar or column.
   *
   * @param title what it says when pointed at; null for nothing
   * @param link where it leads; null for nowhere
   */
  record Box(
      double x,
      double y,
      double width,
      double height,
      @Nullable String title,
      @Nullable String link)
      implements Shape {}

  /**
   * A cell of a heat map.
   *
   * @param strength of its color, from 0 to 1
   * @param title what it stands for
   * @param link where it leads; null for nowhere
   */
  record Cell(
      double x,
      double y,
      double width,
      double height,
      double strength,
      String title,
      @Nullable String link)
      implements Shape {}

  /** A length to a tenth of a pixel, as SVG has it. */
  static String px(double length) {
    return String.format(Locale.ROOT, "%.1f", length);
  }
}
