package dev.caveat.report;

import dev.caveat.report.Chart.Bar;
import dev.caveat.report.Chart.Bars;
import dev.caveat.report.Chart.HeatMap;
import dev.caveat.report.Chart.Multiples;
import dev.caveat.report.Chart.Panel;
import dev.caveat.report.Drawing.Box;
import dev.caveat.report.Drawing.Cell;
import dev.caveat.report.Drawing.Line;
import dev.caveat.report.Drawing.Shape;
import dev.caveat.report.Drawing.Slanted;
import dev.caveat.report.Drawing.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Charts as SVG, colored by the style of their page. Every value is written next to its shape, so
 * that nothing depends on distinguishing colors.
 */
final class SvgCharts {
  private static final int WIDTH = 900;
  private static final int LABEL = 240;
  private static final int ROW = 24;
  private static final int HEAD = 34;

  private static final int PANEL_WIDTH = 210;
  private static final int PANEL_HEIGHT = 118;
  private static final int PANELS_A_ROW = 5;
  private static final int COLUMN_HEIGHT = 58;

  private static final int COMPANY = 320;
  private static final int CELL = 34;
  private static final int CELL_HEIGHT = 26;
  private static final int SLANTED = 170;

  /** The largest width of letters in any likely font. */
  private static final double CAPITAL = 9.3;

  private static final double SMALL = 7.2;

  /** Room for figures beside bars. */
  private static final int FIGURES = 130;

  /**
   * Steps of the grid lines: the first one that gives no more than {@link #MAX_STEPS} lines is
   * used.
   */
  private static final double[] STEPS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.25};

  private static final int MAX_STEPS = 6;

  private final List<Shape> shapes = new ArrayList<>();

  private final Links links;

  private SvgCharts(Links links) {
    this.links = links;
  }

  /** Draws a chart. */
  static Drawing of(Chart chart, Links links) {
    SvgCharts charts = new SvgCharts(links);
    return switch (chart) {
      case Bars b -> charts.draw(b);
      case Multiples m -> charts.draw(m);
      case HeatMap h -> charts.draw(h);
    };
  }

  private Drawing drawing(Chart chart, int width, int height, String axis) {
    return new Drawing(
        chart.title(), width, height, chart.title() + ": " + axis, List.copyOf(shapes));
  }

  private void text(double x, double y, String classes, String text) {
    shapes.add(new Text(x, y, classes, text));
  }

  /** As much of a label as fits; the table has all of it. */
  private static String cut(String label, int room) {
    double width = 0;
    for (int i = 0; i < label.length(); i++) {
      width += Character.isLowerCase(label.charAt(i)) || label.charAt(i) == ' ' ? SMALL : CAPITAL;
      if (width > room) {
        return label.substring(0, Math.max(1, i - 1)).stripTrailing() + "…";
      }
    }
    return label;
  }

  private static String percent(double share) {
    return DataFiles.text(share, DataTable.Type.SHARE);
  }

  private static String whole(double share) {
    return String.format(Locale.ROOT, "%.0f", 100 * share);
  }

  private Drawing draw(Bars chart) {
    int bottom = HEAD + ROW * chart.bars().size();
    boolean marked = !chart.marks().isEmpty();
    text(LABEL, 18, "axis", chart.axis() + (marked ? "; the line is the " + chart.marks() : ""));
    double most = 0.0001;
    for (Bar bar : chart.bars()) {
      most = Math.max(most, Math.max(bar.value(), bar.mark() == null ? 0 : bar.mark()));
    }
    double scale = (WIDTH - LABEL - FIGURES) / most;
    axis(most, scale, bottom);
    int y = HEAD;
    for (Bar bar : chart.bars()) {
      text(LABEL - 10, y + 15, "end", cut(bar.label(), LABEL - 12));
      double length = Math.max(0.5, bar.value() * scale);
      String title = bar.label() + " " + percent(bar.value());
      shapes.add(new Box(LABEL, y + 3, length, ROW - 8, title, links.shape(bar.label(), null)));
      text(marked ? WIDTH - 62 : WIDTH - 4, y + 15, "value end", percent(bar.value()));
      if (bar.mark() != null) {
        double x = LABEL + bar.mark() * scale;
        shapes.add(new Line(x, y, x, y + ROW - 2, "mark"));
        text(WIDTH - 4, y + 15, "value end peer", percent(bar.mark()));
      }
      y += ROW;
    }
    return drawing(chart, WIDTH, bottom + HEAD, chart.axis());
  }

  private void axis(double most, double scale, int bottom) {
    double step = STEPS[STEPS.length - 1];
    for (int i = STEPS.length - 1; i >= 0 && most / STEPS[i] <= MAX_STEPS; i--) {
      step = STEPS[i];
    }
    for (double value = 0; value <= most; value += step) {
      double x = LABEL + value * scale;
      shapes.add(new Line(x, HEAD, x, bottom + 4, "rule"));
      text(x, bottom + 18, "axis middle", whole(value));
    }
  }

  private Drawing draw(Multiples chart) {
    int rows = (chart.panels().size() + PANELS_A_ROW - 1) / PANELS_A_ROW;
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
    return drawing(chart, PANEL_WIDTH * PANELS_A_ROW, HEAD + rows * PANEL_HEIGHT, chart.axis());
  }

  private void panel(Panel panel, List<String> steps, double most, int left, int top) {
    text(left, top + 14, "label", cut(panel.label(), PANEL_WIDTH - 20));
    int base = top + 30 + COLUMN_HEIGHT;
    double step = (PANEL_WIDTH - 30.0) / Math.max(1, steps.size());
    boolean allValues = steps.size() <= 7;
    for (int i = 0; i < steps.size(); i++) {
      double value = panel.values().get(i);
      double height = most == 0 ? 0 : value / most * COLUMN_HEIGHT;
      double x = left + i * step;
      shapes.add(
          new Box(
              x,
              base - height,
              step * 0.8,
              height,
              steps.get(i) + " " + percent(value),
              links.shape(panel.label(), steps.get(i))));
      if (allValues) {
        text(x + step * 0.4, base - height - 3, "small middle", whole(value));
      }
    }
    shapes.add(new Line(left, base, left + PANEL_WIDTH - 30, base, "rule"));
    text(left, base + 14, "small", steps.getFirst());
    text(left + PANEL_WIDTH - 30.0, base + 14, "small end", steps.getLast());
  }

  private Drawing draw(HeatMap chart) {
    for (int i = 0; i < chart.columns().size(); i++) {
      double x = COMPANY + i * CELL + CELL * 0.6;
      shapes.add(new Slanted(x, SLANTED - 8, cut(chart.columns().get(i), SLANTED + 40)));
    }
    double most =
        chart.rows().stream()
            .flatMap(r -> r.values().stream())
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(1);
    int y = SLANTED;
    for (Panel row : chart.rows()) {
      text(COMPANY - 10, y + 17, "end", cut(row.label(), COMPANY - 12));
      for (int i = 0; i < row.values().size(); i++) {
        String title = row.label() + ", " + chart.columns().get(i);
        String link = links.shape(row.label(), chart.columns().get(i));
        cell(row.values().get(i), most, COMPANY + i * CELL, y, title, link);
      }
      y += CELL_HEIGHT;
    }
    text(COMPANY, y + 18, "axis", chart.axis());
    return drawing(
        chart,
        COMPANY + CELL * chart.columns().size() + SLANTED - 60,
        SLANTED + CELL_HEIGHT * chart.rows().size() + 26,
        chart.axis());
  }

  private void cell(double value, double most, int x, int y, String title, @Nullable String link) {
    double strength = most == 0 ? 0 : Math.sqrt(value / most);
    shapes.add(
        new Cell(x, y, CELL - 2, CELL_HEIGHT - 2, Math.round(100 * strength) / 100.0, title, link));
    if (value >= 0.005) {
      text(x + CELL / 2.0 - 1, y + 16, "value middle", whole(value));
    }
  }
}
