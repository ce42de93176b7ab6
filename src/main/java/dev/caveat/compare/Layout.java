package dev.caveat.compare;

import dev.caveat.compare.Comparison.Side;
import dev.caveat.model.Passage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Both sections in one order. Without added text and text at a new place, it is the old section;
 * without removed text and text at an old place, it is the new one.
 *
 * @param placed all parts, with both places of moved ones
 */
public record Layout(List<Placed> placed) {
  /** The role of a place. */
  public enum Role {
    /** Where it was before, as far as it existed. */
    IN_PLACE,
    /** At its old place. */
    AWAY,
    /** At its new place. */
    HERE
  }

  /**
   * A part at a place.
   *
   * @param part what it is of
   * @param role which place of it
   * @param ordinal for moved parts, the risk on its side; 0 otherwise
   */
  public record Placed(Part part, Role role, int ordinal) {}

  /** Parts that kept their order as the changes say weigh so much that they stay in place. */
  private static final int KEPT = 10_000;

  private static final int MOVED = 2;
  private static final int PASSAGE = 1;

  /** Copies the list. */
  public Layout {
    placed = List.copyOf(placed);
  }

  /** A part with its places in both sections, counted in risks and passages. */
  private record Unit(Part part, int old, int oldEnd, int now, int newEnd) {
    int weight() {
      return part instanceof Change c ? c.moved() ? MOVED : KEPT : PASSAGE;
    }
  }

  /** One risk or passage of a section. */
  private record Element(Part part, int ordinal) {}

  /**
   * Lays out a comparison.
   *
   * @param passages what became of the passages of both sides
   */
  static Layout of(Comparison comparison, List<PassageChange> passages) {
    List<Element> old = elements(comparison, passages, false);
    List<Element> now = elements(comparison, passages, true);
    List<Placed> placed = new ArrayList<>();
    int i = 0;
    int j = 0;
    for (Unit unit : chain(units(old, now))) {
      add(old.subList(i, unit.old), Role.AWAY, placed);
      add(now.subList(j, unit.now), Role.HERE, placed);
      placed.add(new Placed(unit.part, Role.IN_PLACE, 0));
      i = unit.oldEnd;
      j = unit.newEnd;
    }
    add(old.subList(i, old.size()), Role.AWAY, placed);
    add(now.subList(j, now.size()), Role.HERE, placed);
    return new Layout(placed);
  }

  /** A part on one side only was added or removed and did not move. */
  private static void add(List<Element> elements, Role role, List<Placed> placed) {
    for (Element e : elements) {
      placed.add(
          e.part.isOnBothSides()
              ? new Placed(e.part, role, e.ordinal)
              : new Placed(e.part, Role.IN_PLACE, 0));
    }
  }

  private static List<Element> elements(
      Comparison comparison, List<PassageChange> passages, boolean after) {
    Side side = after ? comparison.after() : comparison.before();
    Map<Integer, Change> byOrdinal = new HashMap<>();
    for (Change change : comparison.changes()) {
      (after ? change.after() : change.before()).forEach(o -> byOrdinal.put(o, change));
    }
    Map<Integer, List<Element>> inFront = new HashMap<>();
    for (PassageChange change : passages) {
      Passage passage = after ? change.after() : change.before();
      if (passage != null) {
        inFront
            .computeIfAbsent(passage.before(), b -> new ArrayList<>())
            .add(new Element(change, passage.before()));
      }
    }
    List<Element> elements = new ArrayList<>();
    for (int ordinal = 1; ordinal <= side.risks().size() + 1; ordinal++) {
      elements.addAll(inFront.getOrDefault(ordinal, List.of()));
      Change change = byOrdinal.get(ordinal);
      if (change != null) {
        elements.add(new Element(change, ordinal));
      }
    }
    return elements;
  }

  /** The parts that are together on both sides, in the order of the old one. */
  private static List<Unit> units(List<Element> old, List<Element> now) {
    Map<Part, List<Integer>> newPlaces = places(now);
    List<Unit> units = new ArrayList<>();
    places(old)
        .forEach(
            (part, before) -> {
              List<Integer> after = newPlaces.getOrDefault(part, List.of());
              if (isTogether(before) && isTogether(after)) {
                units.add(
                    new Unit(
                        part,
                        before.getFirst(),
                        before.getLast() + 1,
                        after.getFirst(),
                        after.getLast() + 1));
              }
            });
    units.sort(Comparator.comparingInt(Unit::old));
    return units;
  }

  /** By the part itself: two of equal words are two. */
  private static Map<Part, List<Integer>> places(List<Element> elements) {
    Map<Part, List<Integer>> places = new IdentityHashMap<>();
    for (int i = 0; i < elements.size(); i++) {
      places.computeIfAbsent(elements.get(i).part, p -> new ArrayList<>()).add(i);
    }
    return places;
  }

  private static boolean isTogether(List<Integer> places) {
    return !places.isEmpty() && places.getLast() - places.getFirst() + 1 == places.size();
  }

  /** The heaviest units that have the same order on both sides. */
  private static List<Unit> chain(List<Unit> units) {
    long[] weight = new long[units.size()];
    int[] before = new int[units.size()];
    int last = -1;
    for (int k = 0; k < units.size(); k++) {
      before[k] = -1;
      for (int m = 0; m < k; m++) {
        if (units.get(m).now < units.get(k).now && weight[m] > weight[k]) {
          weight[k] = weight[m];
          before[k] = m;
        }
      }
      weight[k] += units.get(k).weight();
      last = last < 0 || weight[k] > weight[last] ? k : last;
    }
    List<Unit> chain = new ArrayList<>();
    for (int k = last; k >= 0; k = before[k]) {
      chain.add(units.get(k));
    }
    Collections.reverse(chain);
    return chain;
  }
}
