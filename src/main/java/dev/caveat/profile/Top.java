package dev.caveat.profile;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The first few of many in an order.
 *
 * @param <T> what is ordered
 */
final class Top<T> {
  /** Shorter risks are not ranked by shares: one amount makes a caption very specific. */
  static final int MIN_WORDS = 60;

  private static final int SIZE = 5;

  private final Comparator<T> order;
  private final PriorityQueue<T> kept;

  /**
   * None yet.
   *
   * @param order what comes first in it is kept
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
