package dev.caveat.web;

import java.util.List;

/**
 * A dimension by which hits can be narrowed.
 *
 * @param name of its parameter
 * @param values that hits have or that are chosen, most hits first
 * @param bars whether the values are shown as a histogram, in their own order
 */
public record Facet(String name, String title, List<Value> values, boolean bars) {
  /** In place of the number of hits, where they are not counted. */
  static final int UNCOUNTED = -1;

  /** How many values are shown at once. */
  private static final int SHOWN = 8;

  /**
   * A value.
   *
   * @param hits how many hits have it; negative if they are not counted
   * @param chosen whether it is among those that hits must have
   * @param link chooses it, or takes it back
   */
  public record Value(String id, String label, int hits, boolean chosen, Address link) {
    /** Whether the hits are counted. */
    public boolean isCounted() {
      return hits != UNCOUNTED;
    }
  }

  /** The values that are always shown. */
  public List<Value> first() {
    return values.subList(0, Math.min(SHOWN, values.size()));
  }

  /** The values that can be unfolded. */
  public List<Value> rest() {
    return values.subList(Math.min(SHOWN, values.size()), values.size());
  }

  /** Whether any value is chosen. */
  public boolean isChosen() {
    return values.stream().anyMatch(Value::chosen);
  }

  /** The most hits of a value, at least 1. */
  public int most() {
    return values.stream().mapToInt(Value::hits).max().orElse(1);
  }
}
