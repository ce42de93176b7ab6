package dev.caveat.redline;

import dev.caveat.compare.Change;
import dev.caveat.compare.Change.Kind;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.Layout.Placed;
import dev.caveat.compare.Layout.Role;
import dev.caveat.compare.Move;
import dev.caveat.compare.News;
import dev.caveat.compare.Part;
import dev.caveat.compare.PassageChange;
import dev.caveat.compare.Redline;
import dev.caveat.compare.Redline.Mark;
import dev.caveat.compare.Redline.Piece;
import dev.caveat.compare.Revision;
import dev.caveat.compare.Spot;
import dev.caveat.model.Entity;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.VisibleText;
import dev.caveat.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A comparison with everything that is said about it.
 *
 * @param comparison what was compared
 * @param revision how its wording changed
 * @param taxonomy names of categories
 * @param items the changes with their redlines, in order
 * @param entries the whole section to read: changes and passages, in the order of the new side,
 *     with removed text at its old place
 * @param wordsAdded words that are new in the whole section
 * @param wordsRemoved words that were removed from it
 * @param shifts categories whose number of risks changed
 * @param came newly named entities, by type
 * @param went entities no longer named, by type
 */
public record ComparisonSummary(
    Comparison comparison,
    Revision revision,
    Taxonomy taxonomy,
    List<Item> items,
    List<Entry> entries,
    int wordsAdded,
    int wordsRemoved,
    List<Shift> shifts,
    Map<Entity.Type, Set<String>> came,
    Map<Entity.Type, Set<String>> went) {

  /** Something to read in the order of the section. */
  public sealed interface Entry permits Item, Text, Left {}

  /** A change and its wording, for reading. */
  public record Item(Change change, Redline redline) implements Entry {}

  /** What became of text that belongs to no risk, and its wording, for reading. */
  public record Text(PassageChange change, Redline redline) implements Entry {
    /** As {@link ComparisonSummary#kind}. */
    public String kind() {
      return ComparisonSummary.kind(change);
    }
  }

  /** A place that a risk left. */
  public record Left(Change change, int ordinal) implements Entry {}

  /**
   * The number of risks in a category before and after.
   *
   * @param category its id
   */
  public record Shift(String category, int before, int after) {}

  /** Copies the lists. */
  public ComparisonSummary {
    items = List.copyOf(items);
    entries = List.copyOf(entries);
    shifts = List.copyOf(shifts);
  }

  /** Sums up a comparison. */
  public static ComparisonSummary of(Comparison comparison, Taxonomy taxonomy) {
    Revision revision = new Revision(comparison);
    Map<Part, Entry> told = new IdentityHashMap<>();
    List<Item> items = new ArrayList<>();
    int added = 0;
    int removed = 0;
    for (Change change : comparison.changes()) {
      Redline redline = revision.redline(change).forReading();
      added += redline.words(Mark.INSERTED);
      removed += redline.words(Mark.DELETED);
      Item item = new Item(change, redline);
      items.add(item);
      told.put(change, item);
    }
    for (PassageChange change : revision.passages()) {
      Redline redline = revision.redline(change).forReading();
      added += redline.words(Mark.INSERTED);
      removed += redline.words(Mark.DELETED);
      told.put(change, new Text(change, redline));
    }
    Named before = Named.of(comparison.before());
    Named after = Named.of(comparison.after());
    return new ComparisonSummary(
        comparison,
        revision,
        taxonomy,
        items,
        entries(revision, told),
        added,
        removed,
        shifts(comparison, taxonomy),
        after.without(before),
        before.without(after));
  }

  /** Each part once, at its new place; the place that a risk left is noted. */
  private static List<Entry> entries(Revision revision, Map<Part, Entry> told) {
    List<Entry> entries = new ArrayList<>();
    for (Placed placed : revision.layout().placed()) {
      if (placed.role() != Role.AWAY) {
        Entry entry = told.remove(placed.part());
        if (entry != null) {
          entries.add(entry);
        }
      } else if (placed.part() instanceof Change change) {
        entries.add(new Left(change, placed.ordinal()));
      }
    }
    return entries;
  }

  private static List<Shift> shifts(Comparison comparison, Taxonomy taxonomy) {
    Map<String, Integer> before = counts(comparison.before());
    Map<String, Integer> after = counts(comparison.after());
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

  /** The title of a side: company, form and period, or its path if none of them is known. */
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
   * The source of a side, for readers of the comparison: its accession number if it has one, and
   * the name of its file, but not its folders.
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

  /** The wording of a change, without the caption if that was kept as {@link #caption}. */
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
   * The place of a change: {@code #3 → #4}, {@code #3 → #4, #5}, {@code new #4}, {@code was #3}.
   */
  public static String places(Change change) {
    String old = numbers(change.before());
    String now = numbers(change.after());
    if (change.before().isEmpty()) {
      return "new " + now;
    }
    return change.after().isEmpty() ? "was " + old : old + " → " + now;
  }

  private static String numbers(List<Integer> ordinals) {
    return ordinals.stream().map(n -> "#" + n).collect(Collectors.joining(", "));
  }

  /** The name of the category of a change, both names if it changed; empty if there is none. */
  public String category(Change change) {
    String before = comparison.category(change, false);
    String after = comparison.category(change, true);
    if (before == null || after == null || before.equals(after)) {
      String one = after != null ? after : before;
      return one == null ? "" : taxonomy.name(one);
    }
    return taxonomy.name(before) + " → " + taxonomy.name(after);
  }

  /** The changes except unchanged ones, most important first. */
  public List<Item> byWeight() {
    Map<Change, Item> byChange = new IdentityHashMap<>();
    items.forEach(i -> byChange.put(i.change(), i));
    return revision.byWeight().stream()
        .filter(c -> c.kind() != Kind.UNCHANGED || c.moved())
        .map(c -> Objects.requireNonNull(byChange.get(c)))
        .toList();
  }

  /** Why a change matters, such as {@code new topic}; empty if only the wording changed. */
  public String matter(Change change) {
    return switch (revision.weight(change).matter()) {
      case NEW_TOPIC -> "new topic";
      case HAPPENED -> "has happened";
      case WORDING -> "";
    };
  }

  /** Edits made in many places, one line each with the places. */
  public List<String> repeatedEdits() {
    return revision.repeated().stream().map(r -> edit(r) + ": " + spots(r.spots())).toList();
  }

  /** Sentences that moved, one line each with both places. */
  public List<String> movedSentences() {
    return revision.moves().stream().map(m -> m.places() + ": " + m.text()).toList();
  }

  /** An edit made in many places, such as {@code "the Fund" is now "the Trust"}. */
  private static String edit(Revision.Repeated edit) {
    if (edit.before().isEmpty()) {
      return quoted(edit.after()) + " was added";
    }
    return edit.after().isEmpty()
        ? quoted(edit.before()) + " was removed"
        : quoted(edit.before()) + " is now " + quoted(edit.after());
  }

  private static String quoted(String text) {
    return "“" + VisibleText.line(text) + "”";
  }

  /**
   * Where a sentence that moved went or came from, such as {@code moved to #5}; empty for others.
   */
  public static String moved(Piece piece) {
    Move move = piece.move();
    if (move == null) {
      return "";
    }
    return piece.mark() == Mark.DELETED
        ? "moved to " + move.to().name()
        : "moved from " + move.from().name();
  }

  /** What became of text that belongs to no risk, such as {@code introduction, modified}. */
  public static String kind(PassageChange change) {
    String what =
        switch (change.kind()) {
          case INTRODUCTION, CLOSING -> change.kind().id();
          case GROUP -> "heading";
          case BETWEEN -> "text";
        };
    if (change.before() == null) {
      return what + ", added";
    }
    return what + (change.after() == null ? ", removed" : change.isUnchanged() ? "" : ", modified");
  }

  /** Places in a row, such as {@code #1, #4, the closing}. */
  public static String spots(List<Spot> spots) {
    return spots.stream().map(Spot::name).collect(Collectors.joining(", "));
  }

  /** What is new in a sentence: names, amounts, subjects. */
  public static String fresh(News news) {
    return Stream.of(news.names(), news.amounts(), news.subjects())
        .flatMap(List::stream)
        .map(VisibleText::line)
        .collect(Collectors.joining(", "));
  }

  /** The number of changes of each kind that occurs, in the order of the constants. */
  public Map<Kind, Integer> kinds() {
    Map<Kind, Integer> kinds = new LinkedHashMap<>();
    comparison.counts().forEach((kind, n) -> kinds.compute(kind, (k, v) -> n == 0 ? null : n));
    return kinds;
  }
}
