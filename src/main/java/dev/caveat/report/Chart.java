package dev.caveat.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contents of a chart, before it is drawn. Values are shares, from 0 to 1. */
public sealed interface Chart {
  /** A description for people who cannot see it. */
  String title();

  /**
   * Horizontal bars.
   *
   * @param axis the meaning of their length
   * @param marks the meaning of the mark on a bar; empty if there are no marks
   */
  record Bars(String title, String axis, String marks, List<Bar> bars) implements Chart {
    /** Copies the list. */
    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /** A bar, with an optional mark for comparison. */
  record Bar(String label, double value, @Nullable Double mark) {}

  /**
   * Small charts of one kind side by side, all on the same scale.
   *
   * @param axis the meaning of the height of their columns
   * @param steps the label below each column
   */
  record Multiples(String title, String axis, List<String> steps, List<Panel> panels)
      implements Chart {
    /** Copies the lists. */
    public Multiples {
      steps = List.copyOf(steps);
      panels = List.copyOf(panels);
    }
  }

  /** A small chart with one value per step. */
  record Panel(String label, List<Double> values) {
    /** Copies the list. */
    public Panel {
      values = List.copyOf(values);
    }
  }

  /** A grid in which a stronger color means a higher value. */
  record HeatMap(String title, String axis, List<String> columns, List<Panel> rows)
      implements Chart {
    /** Copies the lists. */
    public HeatMap {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }
}
