package dev.caveat.redline;

import dev.caveat.compare.Change;
import dev.caveat.compare.Change.Kind;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.Measures;
import dev.caveat.compare.Redline.Mark;
import dev.caveat.compare.Redline.Piece;
import dev.caveat.model.Entity;
import dev.caveat.model.Passage;
import dev.caveat.redline.ComparisonSummary.Entry;
import dev.caveat.redline.ComparisonSummary.Item;
import dev.caveat.redline.ComparisonSummary.Left;
import dev.caveat.redline.ComparisonSummary.Text;
import dev.caveat.redline.RedlineView.Changed;
import dev.caveat.redline.RedlineView.Filter;
import dev.caveat.redline.RedlineView.Moved;
import dev.caveat.redline.RedlineView.NamedOfType;
import dev.caveat.redline.RedlineView.News;
import dev.caveat.redline.RedlineView.Reading;
import dev.caveat.redline.RedlineView.Repeated;
import dev.caveat.redline.RedlineView.Rows;
import dev.caveat.redline.RedlineView.Run;
import dev.caveat.redline.RedlineView.Shift;
import dev.caveat.report.DataFiles;
import dev.caveat.report.DataTable;
import dev.caveat.report.Page;
import dev.caveat.report.Report.Fact;
import dev.caveat.report.Templates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A comparison as one page of HTML that needs nothing else: no network, no script to be read. The
 * script in it filters and switches views; without it everything is there to read.
 */
public final class RedlinePage {
  /** So many characters stand for a passage. */
  private static final int MAX_WORDS = 140;

  /** Of an unchanged passage so many characters stand around a change in the brief view. */
  private static final int AROUND = 90;

  private static final int MAX_NAMES = 40;

  /** Rows of a table above the wording. */
  private static final int MAX_ROWS = 100;

  private final ComparisonSummary summary;

  private RedlinePage(ComparisonSummary summary) {
    this.summary = summary;
  }

  /** What {@code redline/redline.jte} prints. */
  record View(Page page, RedlineView redline) {}

  /** Renders a comparison. */
  public static String of(ComparisonSummary summary) {
    Page page = Page.of(title(summary), RedlinePage.class, "redline");
    return Templates.render("redline/redline.jte", new View(page, view(summary)));
  }

  /** What the page of a comparison is called. */
  public static String title(ComparisonSummary summary) {
    Comparison comparison = summary.comparison();
    return "Risk factors: "
        + ComparisonSummary.title(comparison.before())
        + " and "
        + ComparisonSummary.title(comparison.after());
  }

  /** What a page shows of a comparison. */
  public static RedlineView view(ComparisonSummary summary) {
    return new RedlinePage(summary).view();
  }

  private RedlineView view() {
    Comparison comparison = summary.comparison();
    String before = ComparisonSummary.title(comparison.before());
    String after = ComparisonSummary.title(comparison.after());
    return new RedlineView(
        before,
        after,
        ComparisonSummary.source(comparison.before())
            + " and "
            + ComparisonSummary.source(comparison.after()),
        comparison.notes(),
        cards(),
        measures(comparison.measures()),
        summary.shifts().stream()
            .map(s -> new Shift(summary.taxonomy().name(s.category()), s.before(), s.after()))
            .toList(),
        Arrays.stream(Entity.Type.values())
            .map(this::named)
            .filter(n -> !n.came().shown().isEmpty() || !n.went().shown().isEmpty())
            .toList(),
        Rows.of(changes(), MAX_ROWS),
        Rows.of(
            summary.revision().news().stream()
                .map(n -> new News(ComparisonSummary.fresh(n), n.ordinal(), n.sentence()))
                .toList(),
            MAX_ROWS),
        Rows.of(
            summary.revision().repeated().stream()
                .map(
                    r ->
                        new Repeated(
                            r.before(),
                            r.after(),
                            r.spots().size(),
                            ComparisonSummary.spots(r.spots())))
                .toList(),
            MAX_ROWS),
        Rows.of(
            summary.revision().moves().stream().map(m -> new Moved(m.places(), m.text())).toList(),
            MAX_ROWS),
        summary.kinds().entrySet().stream()
            .map(k -> new Filter(k.getKey().id(), k.getValue(), k.getKey() != Kind.UNCHANGED))
            .toList(),
        summary.items().stream().anyMatch(i -> i.change().moved()),
        summary.entries().stream().map(this::reading).toList());
  }

  private List<Fact> cards() {
    List<Fact> cards = new ArrayList<>();
    summary.kinds().forEach((kind, n) -> cards.add(new Fact(kind.id(), Integer.toString(n))));
    cards.add(new Fact("words added", "+" + summary.wordsAdded()));
    cards.add(new Fact("words removed", "−" + summary.wordsRemoved()));
    return cards;
  }

  private static List<Fact> measures(Measures m) {
    return List.of(
        measure("cosine of word counts", m.cosine()),
        measure("Jaccard, distinct words", m.jaccard()),
        measure("minimum edit", m.minEdit()),
        measure("simple: words touched", m.simple()));
  }

  private static Fact measure(String name, double value) {
    return new Fact(name, DataFiles.text(value, DataTable.Type.NUMBER));
  }

  private NamedOfType named(Entity.Type type) {
    return new NamedOfType(type.id(), names(summary.came(), type), names(summary.went(), type));
  }

  private static Rows<String> names(Map<Entity.Type, Set<String>> named, Entity.Type type) {
    return Rows.of(List.copyOf(named.getOrDefault(type, Set.of())), MAX_NAMES);
  }

  /** What changed, in a line each, what matters most first; text outside the risks above it. */
  private List<Changed> changes() {
    List<Changed> changes = new ArrayList<>();
    for (Entry entry : summary.entries()) {
      if (entry instanceof Text text && !text.change().isUnchanged()) {
        changes.add(new Changed(null, text.kind(), "", "", anchor(text), beginning(text), ""));
      }
    }
    for (Item item : summary.byWeight()) {
      Change change = item.change();
      String kind = change.kind().id();
      changes.add(
          new Changed(
              kind,
              kind + (change.moved() ? ", moved" : ""),
              summary.matter(change),
              ComparisonSummary.places(change),
              anchor(change),
              summary.caption(change),
              similarity(change)));
    }
    return changes;
  }

  private static String beginning(Text text) {
    String words =
        text.redline().pieces().stream()
            .filter(p -> text.change().after() == null || p.mark() != Mark.DELETED)
            .map(Piece::text)
            .collect(Collectors.joining());
    return words.length() <= MAX_WORDS ? words : words.substring(0, blank(words, MAX_WORDS)) + " …";
  }

  private static String anchor(Text text) {
    Passage now = text.change().after();
    Passage there = text.change().latest();
    return (now == null ? "was-" : "at-") + there.kind().id() + "-" + there.before();
  }

  private static String anchor(Change change) {
    return change.after().isEmpty()
        ? "old-" + change.before().getFirst()
        : "new-" + change.after().getFirst();
  }

  private static String similarity(Change change) {
    return !change.isOnBothSides()
        ? ""
        : DataFiles.text(change.similarity(), DataTable.Type.NUMBER);
  }

  private Reading reading(Entry entry) {
    return switch (entry) {
      case Item item -> risk(item);
      case Text text -> {
        List<Run> wording = runs(text.redline().pieces());
        yield text.change().kind() == Passage.Kind.GROUP
            ? new RedlineView.Group(anchor(text), wording)
            : new RedlineView.Passage(anchor(text), text.kind(), wording);
      }
      case Left left ->
          new RedlineView.Left(
              left.ordinal(), anchor(left.change()), summary.caption(left.change()));
    };
  }

  private Reading risk(Item item) {
    Change change = item.change();
    String similarity = similarity(change);
    List<String> facts =
        Stream.of(
                ComparisonSummary.places(change),
                change.moved() ? "moved" : "",
                similarity.isEmpty() ? "" : "similarity " + similarity,
                summary.category(change))
            .filter(f -> !f.isEmpty())
            .toList();
    return new RedlineView.Risk(
        anchor(change),
        change.kind().id(),
        change.moved(),
        summary.caption(change),
        facts,
        change.kind() == Kind.UNCHANGED,
        runs(summary.body(item)));
  }

  private static List<Run> runs(List<Piece> pieces) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      switch (piece.mark()) {
        case EQUAL -> addKept(runs, piece.text(), i == 0, i == pieces.size() - 1);
        case DELETED -> addChanged(runs, RedlineView.Mark.DELETED, piece);
        case INSERTED -> addChanged(runs, RedlineView.Mark.INSERTED, piece);
      }
    }
    return runs;
  }

  /** What moved says where from or where to, in front of the blanks behind it. */
  private static void addChanged(List<Run> runs, RedlineView.Mark mark, Piece piece) {
    String move = ComparisonSummary.moved(piece);
    String text = move.isEmpty() ? piece.text() : piece.text().stripTrailing();
    add(runs, mark, text, move);
    add(runs, RedlineView.Mark.KEPT, piece.text().substring(text.length()), "");
  }

  /** What is far from any change can be hidden. */
  private static void addKept(List<Run> runs, String text, boolean first, boolean last) {
    int from = first ? 0 : Math.min(text.length(), AROUND);
    int to = last ? text.length() : Math.max(0, text.length() - AROUND);
    if (to - from < AROUND) {
      add(runs, RedlineView.Mark.KEPT, text, "");
      return;
    }
    int start = first ? 0 : blank(text, from);
    int end = last ? text.length() : blank(text, to);
    add(runs, RedlineView.Mark.KEPT, text.substring(0, start), "");
    add(runs, RedlineView.Mark.FAR, text.substring(start, end), "");
    add(runs, RedlineView.Mark.KEPT, text.substring(end), "");
  }

  private static void add(List<Run> runs, RedlineView.Mark mark, String text, String move) {
    if (!text.isEmpty()) {
      runs.add(new Run(mark, List.of(text.split("\n\n", -1)), move));
    }
  }

  private static int blank(String text, int from) {
    int at = text.indexOf(' ', from);
    return at < 0 ? from : at;
  }
}
