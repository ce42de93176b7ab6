package dev.caveat.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a chart shows, before it is drawn. Values are shares, 1 for all. */
public sealed interface Chart {
  /** What it shows, for those who do not see it. */
  String title();

  /**
   * Bars, one under the other.
   *
   * @param axis what their length means
   * @param marks what the mark on a bar means, empty if there are none
   */
  record Bars(String title, String axis, String marks, List<Bar> bars) implements Chart {
    /** Copies the list. */
    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /** A bar, with a mark for comparison where there is one. */
  record Bar(String label, double value, @Nullable Double mark) {}

  /**
   * Small charts of one kind side by side, all on one scale.
   *
   * @param axis what the height of their columns means
   * @param steps what stands below each column
   */
  record Multiples(String title, String axis, List<String> steps, List<Panel> panels)
      implements Chart {
    /** Copies the lists. */
    public Multiples {
      steps = List.copyOf(steps);
      panels = List.copyOf(panels);
    }
  }

  /** A small chart with a value a step. */
  record Panel(String label, List<Double> values) {
    /** Copies the list. */
    public Panel {
      values = List.copyOf(values);
    }
  }

  /** A grid in which a stronger color stands for a higher value. */
  record HeatMap(String title, String axis, List<String> columns, List<Panel> rows)
      implements Chart {
    /** Copies the lists. */
    public HeatMap {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }
}
