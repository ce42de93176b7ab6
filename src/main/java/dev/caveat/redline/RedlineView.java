package dev.caveat.redline;

import dev.caveat.report.Report.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code redline/body.jte} prints, in its order. Anchors are ids of the page; texts are plain.
 *
 * @param before the title of the old side
 * @param after the title of the new side
 * @param sources where the old and the new side come from
 * @param cards the figures at the head
 * @param measures similarity of the wording, by name of the measure
 * @param anyMoved whether a risk stands at another place
 */
public record RedlineView(
    String before,
    String after,
    String sources,
    List<String> notes,
    List<Fact> cards,
    List<Fact> measures,
    List<Shift> shifts,
    List<NamedOfType> named,
    Rows<Changed> changes,
    Rows<News> news,
    Rows<Repeated> repeated,
    Rows<Moved> moves,
    List<Filter> filters,
    boolean anyMoved,
    List<Reading> readings) {

  /**
   * The rows of a table that are shown.
   *
   * @param more how many are not
   */
  record Rows<T>(List<T> shown, int more) {
    static <T> Rows<T> of(List<T> all, int most) {
      return new Rows<>(all.stream().limit(most).toList(), Math.max(0, all.size() - most));
    }
  }

  /**
   * The head of a column.
   *
   * @param type of its cells: {@code n} for numbers, {@code places} for risks by number; null for
   *     text
   */
  record Head(String title, @Nullable String type) {
    Head(String title) {
      this(title, null);
    }
  }

  /** A category with more or fewer risks. */
  record Shift(String category, int before, int after) {}

  /** What of a type is newly named, and what no longer. */
  record NamedOfType(String type, Rows<String> came, Rows<String> went) {}

  /**
   * A line of the list of changes.
   *
   * @param kind of a risk's change, a class of the style; null for other text
   * @param badge the kind in words
   * @param matter why it matters; empty where it does no more than others
   * @param places of a risk; empty for other text
   * @param similarity of the wordings; empty if there is only one
   */
  record Changed(
      @Nullable String kind,
      String badge,
      String matter,
      String places,
      String anchor,
      String caption,
      String similarity) {}

  /** A sentence that names what was not named before, in the risk of a number. */
  record News(String names, int risk, String sentence) {}

  /** An edit made in several places; one of its sides may be empty. */
  record Repeated(String before, String after, int count, String places) {}

  /** A sentence that stands elsewhere now. */
  record Moved(String places, String sentence) {}

  /** A box to tick, for the risks of a kind. */
  record Filter(String kind, int count, boolean isTicked) {}

  /** Something to read in the order of the section. */
  sealed interface Reading {}

  /**
   * A risk.
   *
   * @param facts what is said of its change besides the kind
   * @param isFolded whether its wording is shown on demand alone
   */
  record Risk(
      String anchor,
      String kind,
      boolean isMoved,
      String caption,
      List<String> facts,
      boolean isFolded,
      List<Run> wording)
      implements Reading {}

  /** A heading over risks. */
  record Group(String anchor, List<Run> wording) implements Reading {}

  /** Other text between risks. */
  record Passage(String anchor, String badge, List<Run> wording) implements Reading {}

  /** A place that a risk left for another. */
  record Left(int ordinal, String anchor, String caption) implements Reading {}

  /** What became of a piece of wording. */
  enum Mark {
    KEPT,
    /** Kept, and so far from any change that a short view leaves it out. */
    FAR,
    DELETED,
    INSERTED
  }

  /**
   * A piece of wording.
   *
   * @param paragraphs its text, cut where there are blank lines; blanks at the ends belong to it
   * @param move where it went or came from; empty where it did not move
   */
  record Run(Mark mark, List<String> paragraphs, String move) {}
}
