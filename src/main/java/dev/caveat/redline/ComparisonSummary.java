package dev.caveat.redline;

import dev.caveat.compare.Change;
import dev.caveat.compare.Change.Kind;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.Redline;
import dev.caveat.compare.Redline.Mark;
import dev.caveat.compare.Redline.Piece;
import dev.caveat.model.Entity;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.VisibleText;
import dev.caveat.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A comparison with all that is said of it.
 *
 * @param comparison what was compared
 * @param taxonomy names of categories
 * @param items the changes with their redlines, in order
 * @param wordsAdded words that are new
 * @param wordsRemoved words that are gone
 * @param shifts categories of which the number of risks changed
 * @param came what is named now and was nowhere before, by type
 * @param went what was named before and is nowhere now, by type
 */
public record ComparisonSummary(
    Comparison comparison,
    Taxonomy taxonomy,
    List<Item> items,
    int wordsAdded,
    int wordsRemoved,
    List<Shift> shifts,
    Map<Entity.Type, Set<String>> came,
    Map<Entity.Type, Set<String>> went) {

  /** A change and its wording, for reading. */
  public record Item(Change change, Redline redline) {}

  /**
   * How many risks of a category there were and are.
   *
   * @param category its id
   */
  public record Shift(String category, int before, int after) {}

  /** Copies the collections, order kept. */
  public ComparisonSummary {
    items = List.copyOf(items);
    shifts = List.copyOf(shifts);
  }

  /** Sums up a comparison. */
  public static ComparisonSummary of(Comparison comparison, Taxonomy taxonomy) {
    List<Item> items = new ArrayList<>();
    int added = 0;
    int removed = 0;
    for (Change change : comparison.changes()) {
      Redline redline = comparison.redline(change).forReading();
      added += redline.words(Mark.INSERTED);
      removed += redline.words(Mark.DELETED);
      items.add(new Item(change, redline));
    }
    Map<Entity.Type, Set<String>> before = named(comparison.old());
    Map<Entity.Type, Set<String>> after = named(comparison.now());
    return new ComparisonSummary(
        comparison,
        taxonomy,
        items,
        added,
        removed,
        shifts(comparison, taxonomy),
        without(after, before),
        without(before, after));
  }

  private static List<Shift> shifts(Comparison comparison, Taxonomy taxonomy) {
    Map<String, Integer> before = counts(comparison.old());
    Map<String, Integer> after = counts(comparison.now());
    return taxonomy.ids().stream()
        .map(id -> new Shift(id, before.getOrDefault(id, 0), after.getOrDefault(id, 0)))
        .filter(s -> s.before() != s.after())
        .toList();
  }

  private static Map<String, Integer> counts(Comparison.Side side) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (RiskFactor risk : side.risks()) {
      if (!risk.classification().isEmpty()) {
        counts.merge(risk.classification().category(), 1, Integer::sum);
      }
    }
    return counts;
  }

  /** What a side names, by its name or as it is written. */
  private static Map<Entity.Type, Set<String>> named(Comparison.Side side) {
    Map<Entity.Type, Set<String>> named = new EnumMap<>(Entity.Type.class);
    for (Entity.Type type : Entity.Type.values()) {
      named.put(type, new LinkedHashSet<>());
    }
    for (RiskFactor risk : side.risks()) {
      for (Entity e : risk.annotation().entities()) {
        named.getOrDefault(e.type(), Set.of()).add(e.name());
      }
    }
    return named;
  }

  private static Map<Entity.Type, Set<String>> without(
      Map<Entity.Type, Set<String>> some, Map<Entity.Type, Set<String>> others) {
    Map<Entity.Type, Set<String>> rest = new EnumMap<>(Entity.Type.class);
    some.forEach(
        (type, names) -> {
          Set<String> own = new LinkedHashSet<>(names);
          own.removeAll(others.getOrDefault(type, Set.of()));
          rest.put(type, own);
        });
    return rest;
  }

  /** What a side is called: company, form and period, or its path where none of them is known. */
  public static String title(Comparison.Side side) {
    FilingFacts f = side.facts();
    String title =
        Stream.of(f.company(), f.form(), f.period() != null ? f.period() : f.filed())
            .filter(Objects::nonNull)
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    return VisibleText.line(title.isEmpty() ? side.path() : title);
  }

  /**
   * Where a side comes from, for those who get the comparison: its accession number where it has
   * one, and the name of its file, but not the folders of whoever made it.
   */
  public static String source(Comparison.Side side) {
    String accession = side.facts().accession();
    String name = side.path().substring(side.path().lastIndexOf('/') + 1);
    return VisibleText.line(accession == null ? name : accession + ", " + name);
  }

  /** The caption of a change. */
  public String caption(Change change) {
    return comparison.caption(change);
  }

  /** Whether the wording of a change begins with another caption than before. */
  public boolean captionChanged(Item item) {
    List<Piece> pieces = item.redline().pieces();
    return !pieces.isEmpty()
        && !(pieces.getFirst().mark() == Mark.EQUAL
            && pieces.getFirst().text().startsWith(caption(item.change())));
  }

  /** The wording of a change; without the caption, where that was kept as {@link #caption}. */
  public List<Piece> body(Item item) {
    List<Piece> pieces = item.redline().pieces();
    String caption = caption(item.change());
    if (caption.isEmpty() || pieces.isEmpty() || captionChanged(item)) {
      return pieces;
    }
    Piece first = pieces.getFirst();
    String rest = first.text().substring(caption.length()).stripLeading();
    List<Piece> body = new ArrayList<>(pieces.subList(1, pieces.size()));
    if (!rest.isEmpty()) {
      body.addFirst(new Piece(Mark.EQUAL, rest));
    }
    return body;
  }

  /**
   * Where a change stands: {@code #3 → #4}, {@code #3 → #4, #5}, {@code new #4}, {@code was #3}.
   */
  public static String places(Change change) {
    String old = numbers(change.old());
    String now = numbers(change.now());
    if (change.old().isEmpty()) {
      return "new " + now;
    }
    return change.now().isEmpty() ? "was " + old : old + " → " + now;
  }

  private static String numbers(List<Integer> ordinals) {
    return ordinals.stream().map(n -> "#" + n).collect(Collectors.joining(", "));
  }

  /** The name of the category of a change, both where it changed; empty where there is none. */
  public String category(Change change) {
    String before = comparison.category(change, false);
    String after = comparison.category(change, true);
    if (before == null || after == null || before.equals(after)) {
      String one = after != null ? after : before;
      return one == null ? "" : taxonomy.name(one);
    }
    return taxonomy.name(before) + " → " + taxonomy.name(after);
  }

  /** The kinds that occur, with how often, in the order of their constants. */
  public Map<Kind, Integer> kinds() {
    Map<Kind, Integer> kinds = new LinkedHashMap<>();
    comparison.counts().forEach((kind, n) -> kinds.compute(kind, (k, v) -> n == 0 ? null : n));
    return kinds;
  }
}
