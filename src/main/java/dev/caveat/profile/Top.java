package dev.caveat.profile;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Keeps the first few of many elements in an order.
 *
 * @param <T> the type of the elements
 */
final class Top<T> {
  /** Shorter risks are not ranked by shares: a single amount makes a caption very specific. */
  static final int MIN_WORDS = 60;

  private static final int SIZE = 5;

  private final Comparator<T> order;
  private final PriorityQueue<T> kept;

  /**
   * Creates an empty selection.
   *
   * @param order elements that come first in it are kept
   */
  Top(Comparator<T> order) {
    this.order = order;
    this.kept = new PriorityQueue<>(order.reversed());
  }

  void offer(T one) {
    kept.add(one);
    if (kept.size() > SIZE) {
      kept.remove();
    }
  }

  List<T> list() {
    return kept.stream().sorted(order).toList();
  }
}
