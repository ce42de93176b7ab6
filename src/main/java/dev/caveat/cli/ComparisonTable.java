package dev.caveat.cli;

import dev.caveat.compare.Change;
import dev.caveat.compare.Change.Kind;
import dev.caveat.compare.Measures;
import dev.caveat.compare.Redline.Mark;
import dev.caveat.compare.Redline.Piece;
import dev.caveat.model.Entity;
import dev.caveat.model.VisibleText;
import dev.caveat.redline.ComparisonSummary;
import dev.caveat.redline.ComparisonSummary.Entry;
import dev.caveat.redline.ComparisonSummary.Item;
import dev.caveat.redline.ComparisonSummary.Left;
import dev.caveat.redline.ComparisonSummary.Shift;
import dev.caveat.redline.ComparisonSummary.Text;
import dev.caveat.words.Counted;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A comparison for people: what became of each risk, with the changed passages. */
final class ComparisonTable {
  private static final int INDENT = 5;
  private static final int MAX_NAMES = 8;
  private static final int MAX_LINES = 12;

  /** What is not unchanged does not look so. */
  private static final double MAX_SIMILARITY = 0.99;

  /** So much of an unchanged passage stands on each side of a change. */
  private static final int AROUND = 60;

  private final PrintStream out;
  private final Paint paint;
  private final int width;
  private final boolean full;
  private final boolean byWeight;

  /**
   * Writes to a screen or a file.
   *
   * @param full whether whole texts are shown, not the changed passages alone
   * @param byWeight whether the changes that matter most come first, without unchanged ones and
   *     what belongs to no risk; otherwise the whole section in order
   */
  ComparisonTable(PrintStream out, Terminal screen, boolean full, boolean byWeight) {
    this.out = out;
    this.paint = new Paint(screen.colors());
    this.width = screen.textWidth();
    this.full = full;
    this.byWeight = byWeight;
  }

  void write(ComparisonSummary summary) {
    out.println(paint.red("- " + ComparisonSummary.title(summary.comparison().before())));
    out.println(paint.green("+ " + ComparisonSummary.title(summary.comparison().after())));
    out.println();
    wrapped("changes:         ", counts(summary));
    Measures m = summary.comparison().measures();
    wrapped(
        "measures:        ",
        String.format(
            Locale.ROOT,
            "cosine %.3f, Jaccard %.3f, minimum edit %.3f, simple %.3f",
            m.cosine(),
            m.jaccard(),
            m.minEdit(),
            m.simple()));
    if (!summary.shifts().isEmpty()) {
      wrapped(
          "categories:      ",
          summary.shifts().stream().map(this::shift).collect(Collectors.joining(", ")));
    }
    writeNamed("newly named:     ", summary.came());
    writeNamed("no longer named: ", summary.went());
    summary.comparison().notes().forEach(n -> wrapped("note:            ", n));
    writeReading(summary);
    out.println();
    if (byWeight) {
      summary.byWeight().forEach(i -> write(summary, i));
      return;
    }
    for (Entry entry : summary.entries()) {
      switch (entry) {
        case Item item -> write(summary, item);
        case Text text -> write(text);
        case Left left -> {}
      }
    }
  }

  /** Text that belongs to no risk, where it changed. */
  private void write(Text text) {
    if (!text.change().isUnchanged()) {
      out.println(paint.cyan(text.kind()));
      writeText(text.redline().pieces());
      out.println();
    }
  }

  private void writeText(List<Piece> pieces) {
    for (String paragraph : marked(pieces).split("\n+")) {
      if (!paragraph.isBlank()) {
        out.println(TextWrap.wrap(paragraph.strip(), width, INDENT));
      }
    }
  }

  /** What was told of many places at once, and what moved or is new: a line each. */
  private void writeReading(ComparisonSummary summary) {
    lines("edits repeated in several places", summary.repeatedEdits());
    lines("sentences that moved", summary.movedSentences());
    lines(
        "new in existing risks",
        summary.revision().news().stream()
            .map(n -> "#" + n.ordinal() + ": " + ComparisonSummary.fresh(n))
            .toList());
  }

  private void lines(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      out.println(paint.dim(title + ":"));
      lines.stream()
          .limit(MAX_LINES)
          .forEach(l -> out.println(TextWrap.wrap(VisibleText.line(l), width, INDENT)));
      if (lines.size() > MAX_LINES) {
        out.println(TextWrap.wrap("and " + (lines.size() - MAX_LINES) + " more", width, INDENT));
      }
    }
  }

  private static String counts(ComparisonSummary summary) {
    String kinds =
        summary.kinds().entrySet().stream()
            .map(k -> k.getValue() + " " + k.getKey().id())
            .collect(Collectors.joining(", "));
    return kinds
        + "; "
        + Counted.of(summary.wordsAdded(), "word")
        + " added, "
        + summary.wordsRemoved()
        + " removed";
  }

  private String shift(Shift shift) {
    return shift.category() + " " + shift.before() + " → " + shift.after();
  }

  private void writeNamed(String title, Map<Entity.Type, Set<String>> named) {
    List<String> parts =
        named.values().stream()
            .filter(names -> !names.isEmpty())
            .map(
                names ->
                    names.stream().limit(MAX_NAMES).collect(Collectors.joining(", ")) + more(names))
            .toList();
    if (!parts.isEmpty()) {
      wrapped(title, String.join("; ", parts));
    }
  }

  private static String more(Set<String> names) {
    int more = names.size() - MAX_NAMES;
    return more > 0 ? " and " + more + " more" : "";
  }

  private void wrapped(String title, String text) {
    out.println(TextWrap.wrap(paint.dim(title), text, width, title.length()));
  }

  private void write(ComparisonSummary summary, Item item) {
    Change change = item.change();
    String category = summary.category(change);
    String matter = change.before().isEmpty() ? "" : summary.matter(change);
    String head =
        String.format(
            Locale.ROOT,
            "%-9s  %s%s%s%s%s",
            change.kind().id(),
            ComparisonSummary.places(change),
            change.moved() ? ", moved" : "",
            similarity(change),
            matter.isEmpty() ? "" : "  " + matter,
            category.isEmpty() ? "" : "  [" + category + "]");
    out.println(colored(change.kind(), head));
    boolean hasText =
        change.kind() == Kind.MODIFIED
            || change.kind() == Kind.COSMETIC
            || full && change.kind() != Kind.UNCHANGED
            || change.kind() == Kind.SPLIT
            || change.kind() == Kind.MERGED;
    if (!hasText || !summary.captionChanged(item)) {
      out.println(TextWrap.wrap(paint.bold(summary.caption(change)), width, INDENT));
    }
    if (hasText) {
      writeText(summary.body(item));
    }
    out.println();
  }

  private static String similarity(Change change) {
    return change.kind() == Kind.UNCHANGED || !change.isOnBothSides()
        ? ""
        : String.format(
            Locale.ROOT, "  similarity %.2f", Math.min(change.similarity(), MAX_SIMILARITY));
  }

  private String colored(Kind kind, String text) {
    return switch (kind) {
      case ADDED -> paint.green(text);
      case REMOVED -> paint.red(text);
      case UNCHANGED, COSMETIC -> paint.dim(text);
      case MODIFIED, SPLIT, MERGED -> paint.cyan(text);
    };
  }

  /** Without colors, changes stand in brackets: [-gone-] and {+new+}. */
  private String marked(List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      switch (piece.mark()) {
        case EQUAL ->
            text.append(
                full ? piece.text() : shortened(piece.text(), i == 0, i == pieces.size() - 1));
        case DELETED, INSERTED -> text.append(changed(piece));
      }
    }
    return text.toString();
  }

  /** A mark ends at each line's end. */
  private String changed(Piece piece) {
    boolean gone = piece.mark() == Mark.DELETED;
    String text = piece.text();
    String where = piece.move() == null ? "" : " (" + ComparisonSummary.moved(piece) + ") ";
    return text.lines()
        .map(line -> line.isBlank() ? line : gone ? deleted(line) : inserted(line))
        .collect(Collectors.joining("\n", "", where + (text.endsWith("\n") ? "\n" : "")));
  }

  private String deleted(String text) {
    return paint.on() ? paint.struck(text) : "[-" + text + "-]";
  }

  private String inserted(String text) {
    return paint.on() ? paint.underlined(text) : "{+" + text + "+}";
  }

  private static String shortened(String text, boolean first, boolean last) {
    if (text.length() <= 2 * AROUND) {
      return first && text.length() > AROUND ? "… " + tail(text) : text;
    }
    String head = first ? "" : text.substring(0, before(text, AROUND));
    String tail = last ? "" : tail(text);
    return head + " …\n… ".substring(first ? 3 : 0, last ? 3 : 5) + tail;
  }

  private static int before(String text, int at) {
    int blank = text.lastIndexOf(' ', at);
    return blank < 0 ? at : blank;
  }

  private static String tail(String text) {
    int blank = text.indexOf(' ', text.length() - AROUND);
    return text.substring(blank < 0 ? text.length() - AROUND : blank + 1);
  }
}
