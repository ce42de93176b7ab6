package dev.caveat.compare;

import dev.caveat.compare.Comparison.Side;
import dev.caveat.compare.Layout.Placed;
import dev.caveat.compare.Layout.Role;
import dev.caveat.compare.Redline.Edit;
import dev.caveat.compare.Redline.Piece;
import dev.caveat.model.Passage;
import dev.caveat.words.ContentWords;
import dev.caveat.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All rewording between two sections, read together: what moved from one place to another, which
 * edits were made in many places, how much each change matters, and what is new in existing risks.
 * Not safe for use by several threads.
 */
public final class Revision {
  /** An edit in fewer places is not reported as repeated. */
  private static final int MANY = 3;

  /**
   * An edit that was made in many places.
   *
   * @param before the removed words; may be empty
   * @param after the added words; may be empty
   * @param spots the places on the new side, in order
   */
  public record Repeated(String before, String after, List<Spot> spots) {
    /** Copies the list. */
    public Repeated {
      spots = List.copyOf(spots);
    }
  }

  /** Why a change matters, most important first. */
  public enum Matter {
    /** A risk that was not there before. */
    NEW_TOPIC,
    /** Something that could happen has happened. */
    HAPPENED,
    /** Different wording, or a removed risk. */
    WORDING;

    /** The name in output, such as {@code new-topic}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * How much a change matters.
   *
   * @param matter why it matters
   * @param words how many words were touched, not counting moves and edits made in many places
   */
  public record Weight(Matter matter, int words) {}

  private final Comparison comparison;
  private final List<PassageChange> passages;
  private final Layout layout;

  /** By the part itself, in the order of the layout; of equal parts each has its own. */
  private final Map<Part, Redline> redlines = new IdentityHashMap<>();

  private final List<Move> moves;
  private final List<Repeated> repeated;
  private final Set<Edit> everywhere = new LinkedHashSet<>();

  /** Reads a comparison. */
  public Revision(Comparison comparison) {
    this.comparison = comparison;
    this.passages = PassagePairs.of(comparison.before().passages(), comparison.after().passages());
    this.layout = Layout.of(comparison, passages);
    MovedSentences moved = new MovedSentences();
    for (Part part : parts()) {
      moved.add(part, plain(part), comparison);
    }
    this.moves = moved.tell(redlines);
    this.repeated = findRepeated();
  }

  /** Changes in their order, then passages in theirs. */
  private List<Part> parts() {
    List<Part> parts = new ArrayList<>(comparison.changes());
    parts.addAll(passages);
    return parts;
  }

  private Redline plain(Part part) {
    return switch (part) {
      case Change c -> comparison.redline(c);
      case PassageChange p -> Redline.of(text(p.before()), text(p.after()));
    };
  }

  private static String text(@Nullable Passage passage) {
    return passage == null ? "" : passage.text();
  }

  /** What became of the passages outside the risks, in the order of the new side. */
  public List<PassageChange> passages() {
    return passages;
  }

  /** Both sections in one order. */
  public Layout layout() {
    return layout;
  }

  /**
   * The change of wording of a part of this comparison, to the letter, with moved sentences marked.
   */
  public Redline redline(Part part) {
    return Objects.requireNonNull(redlines.get(part), "a part of this comparison");
  }

  /** The pieces of a part at one of its places, to the letter. */
  public List<Piece> pieces(Placed placed) {
    Redline redline = redline(placed.part());
    if (placed.role() == Role.IN_PLACE) {
      return redline.pieces();
    }
    boolean after = placed.role() == Role.HERE;
    int start = 0;
    if (placed.part() instanceof Change c) {
      Side side = after ? comparison.after() : comparison.before();
      for (int ordinal : after ? c.after() : c.before()) {
        int end = start + side.risk(ordinal).text().length();
        if (ordinal == placed.ordinal()) {
          return redline.stretch(after, start, end);
        }
        start = end + Comparison.BETWEEN.length();
      }
    }
    return redline.stretch(after, 0, Integer.MAX_VALUE);
  }

  /** The sentences that moved, in the order of their new places. */
  public List<Move> moves() {
    return moves;
  }

  /** Edits that were made in many places, most first. */
  public List<Repeated> repeated() {
    return repeated;
  }

  private List<Repeated> findRepeated() {
    Map<Edit, Set<Spot>> spots = new LinkedHashMap<>();
    for (Part part : parts()) {
      if (part.isOnBothSides()) {
        for (Edit edit : redline(part).forReading().edits()) {
          Edit words = words(edit);
          if (isTelling(words)) {
            spots.computeIfAbsent(words, e -> new LinkedHashSet<>()).add(spot(part));
          }
        }
      }
    }
    List<Repeated> many = new ArrayList<>();
    spots.forEach(
        (edit, places) -> {
          if (places.size() >= MANY) {
            everywhere.add(edit);
            many.add(new Repeated(edit.before(), edit.after(), List.copyOf(places)));
          }
        });
    many.sort(Comparator.comparingInt((Repeated r) -> r.spots().size()).reversed());
    return many;
  }

  /** An added or removed "and" means nothing; small words that replace others may. */
  private static boolean isTelling(Edit edit) {
    boolean replaced = Words.count(edit.before()) > 0 && Words.count(edit.after()) > 0;
    return replaced || !ContentWords.of(edit.before() + " " + edit.after(), 1).isEmpty();
  }

  private static Edit words(Edit edit) {
    return new Edit(trimmed(edit.before()), trimmed(edit.after()));
  }

  /** Without typesetting and punctuation around the words. */
  private static String trimmed(String text) {
    return PlainText.of(text).replaceAll("^[\\s,;:]+|[\\s,;:]+$", "");
  }

  private static Spot spot(Part part) {
    return switch (part) {
      case Change c ->
          new Spot(c.after().isEmpty() ? c.before().getFirst() : c.after().getFirst(), null);
      case PassageChange p -> Spot.of(p.latest());
    };
  }

  /** How much a change matters. */
  public Weight weight(Change change) {
    int words =
        redline(change).forReading().edits().stream()
            .filter(e -> !everywhere.contains(words(e)))
            .mapToInt(Edit::words)
            .sum();
    if (change.before().isEmpty()) {
      return new Weight(Matter.NEW_TOPIC, words);
    }
    boolean happened = !change.after().isEmpty() && Wording.happened(redline(change));
    return new Weight(happened ? Matter.HAPPENED : Matter.WORDING, words);
  }

  /** The changes, those that matter most first; among equals in their order. */
  public List<Change> byWeight() {
    Map<Change, Weight> weights = new IdentityHashMap<>();
    comparison.changes().forEach(c -> weights.put(c, weight(c)));
    Comparator<Change> order =
        Comparator.comparing((Change c) -> Objects.requireNonNull(weights.get(c)).matter())
            .thenComparing(c -> -Objects.requireNonNull(weights.get(c)).words());
    return comparison.changes().stream().sorted(order).toList();
  }

  /** Sentences that say something new in existing risks, in order. */
  public List<News> news() {
    return News.of(comparison, this);
  }
}
