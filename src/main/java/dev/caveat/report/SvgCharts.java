package dev.caveat.report;

import dev.caveat.report.Chart.Bar;
import dev.caveat.report.Chart.Bars;
import dev.caveat.report.Chart.HeatMap;
import dev.caveat.report.Chart.Multiples;
import dev.caveat.report.Chart.Panel;
import java.util.List;
import java.util.Locale;

/**
 * Charts as SVG, coloured by the style of the page they stand in. Every value is written beside
 * what stands for it, so that nothing hangs on telling colours apart.
 */
final class SvgCharts {
  private static final int WIDTH = 900;
  private static final int LABEL = 240;
  private static final int ROW = 24;
  private static final int HEAD = 34;

  private static final int PANEL_WIDTH = 210;
  private static final int PANEL_HEIGHT = 118;
  private static final int PANELS_A_ROW = 4;
  private static final int COLUMN_HEIGHT = 58;

  private static final int CELL = 34;
  private static final int CELL_HEIGHT = 26;
  private static final int SLANTED = 170;

  /** A longer label is cut; the table has it whole. */
  private static final int LONGEST = 34;

  /** Darker cells carry light text. */
  private static final double DARK = 0.55;

  private final StringBuilder out = new StringBuilder();

  private SvgCharts() {}

  /** Draws a chart. */
  static String of(Chart chart) {
    SvgCharts svg = new SvgCharts();
    switch (chart) {
      case Bars b -> svg.draw(b);
      case Multiples m -> svg.draw(m);
      case HeatMap h -> svg.draw(h);
    }
    return svg.out.append("</svg>").toString();
  }

  private void open(Chart chart, int width, int height, String axis) {
    add(
        "<svg role=\"img\" viewBox=\"0 0 %d %d\" style=\"max-width:%dpx\" aria-label=\"%s: %s\">",
        width, height, width, Html.escaped(chart.title()), Html.escaped(axis));
  }

  private void add(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private void text(double x, double y, String classes, String text) {
    add("<text x=\"%.1f\" y=\"%.1f\" class=\"%s\">%s</text>", x, y, classes, Html.escaped(text));
  }

  private static String cut(String label) {
    return label.length() <= LONGEST ? label : label.substring(0, LONGEST - 1) + "…";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private void draw(Bars chart) {
    int height = HEAD + ROW * chart.bars().size() + 6;
    open(chart, WIDTH, height, chart.axis());
    String axis =
        chart.axis() + (chart.marks().isEmpty() ? "" : "; the line is the " + chart.marks());
    text(LABEL, 18, "axis", axis);
    double most = 0.0001;
    for (Bar bar : chart.bars()) {
      most = Math.max(most, Math.max(bar.value(), bar.mark() == null ? 0 : bar.mark()));
    }
    double scale = (WIDTH - LABEL - 70) / most;
    int y = HEAD;
    for (Bar bar : chart.bars()) {
      text(LABEL - 10, y + 15, "end", cut(bar.label()));
      double width = bar.value() * scale;
      add(
          "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" class=\"bar\"/>",
          LABEL, y + 3, Math.max(0.5, width), ROW - 8);
      double beside = width;
      if (bar.mark() != null) {
        double x = LABEL + bar.mark() * scale;
        beside = Math.max(beside, bar.mark() * scale);
        add(
            "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" class=\"mark\"/>",
            x, x, y, y + ROW - 2);
      }
      text(LABEL + beside + 7, y + 15, "value", percent(bar.value()));
      y += ROW;
    }
  }

  private void draw(Multiples chart) {
    int rows = (chart.panels().size() + PANELS_A_ROW - 1) / PANELS_A_ROW;
    open(chart, PANEL_WIDTH * PANELS_A_ROW, HEAD + rows * PANEL_HEIGHT, chart.axis());
    double most =
        chart.panels().stream()
            .flatMap(p -> p.values().stream())
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(1);
    text(
        0, 18, "axis", chart.axis() + "; all on one scale, the highest column is " + percent(most));
    for (int i = 0; i < chart.panels().size(); i++) {
      panel(
          chart.panels().get(i),
          chart.steps(),
          most,
          (i % PANELS_A_ROW) * PANEL_WIDTH,
          HEAD + i / PANELS_A_ROW * PANEL_HEIGHT);
    }
  }

  private void panel(Panel panel, List<String> steps, double most, int left, int top) {
    text(left, top + 14, "label", cut(panel.label()));
    int base = top + 30 + COLUMN_HEIGHT;
    double step = (PANEL_WIDTH - 30.0) / Math.max(1, steps.size());
    boolean allValues = steps.size() <= 7;
    for (int i = 0; i < steps.size(); i++) {
      double value = panel.values().get(i);
      double height = most == 0 ? 0 : value / most * COLUMN_HEIGHT;
      double x = left + i * step;
      add(
          "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" class=\"bar\"><title>%s"
              + " %s</title></rect>",
          x, base - height, step * 0.8, height, Html.escaped(steps.get(i)), percent(value));
      if (allValues) {
        String figure = String.format(Locale.ROOT, "%.0f", 100 * value);
        text(x + step * 0.4, base - height - 3, "small middle", figure);
      }
    }
    add(
        "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" class=\"rule\"/>",
        left, left + PANEL_WIDTH - 30, base, base);
    text(left, base + 14, "small", steps.getFirst());
    text(left + PANEL_WIDTH - 30.0, base + 14, "small end", steps.getLast());
  }

  private void draw(HeatMap chart) {
    int width = LABEL + CELL * chart.columns().size() + SLANTED - 60;
    int height = SLANTED + CELL_HEIGHT * chart.rows().size() + 26;
    open(chart, width, height, chart.axis());
    for (int i = 0; i < chart.columns().size(); i++) {
      double x = LABEL + i * CELL + CELL * 0.6;
      add(
          "<text transform=\"translate(%.1f %d) rotate(-52)\" class=\"label\">%s</text>",
          x, SLANTED - 8, Html.escaped(cut(chart.columns().get(i))));
    }
    double most =
        chart.rows().stream()
            .flatMap(r -> r.values().stream())
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(1);
    int y = SLANTED;
    for (Panel row : chart.rows()) {
      text(LABEL - 10, y + 17, "end", cut(row.label()));
      for (int i = 0; i < row.values().size(); i++) {
        cell(row.values().get(i), most, LABEL + i * CELL, y);
      }
      y += CELL_HEIGHT;
    }
    text(LABEL, y + 18, "axis", chart.axis());
  }

  private void cell(double value, double most, int x, int y) {
    double strength = most == 0 ? 0 : Math.sqrt(value / most);
    add(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" class=\"cell\" fill-opacity=\"%.2f\"/>",
        x, y, CELL - 2, CELL_HEIGHT - 2, strength);
    if (value >= 0.005) {
      String figure = String.format(Locale.ROOT, "%.0f", 100 * value);
      String ink = strength > DARK ? "small middle on" : "small middle";
      text(x + CELL / 2.0 - 1, y + 16, ink, figure);
    }
  }
}
