package dev.caveat.redline;

import dev.caveat.compare.Change;
import dev.caveat.compare.Change.Kind;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.Measures;
import dev.caveat.compare.Redline.Piece;
import dev.caveat.model.Entity;
import dev.caveat.model.Passage;
import dev.caveat.redline.ComparisonSummary.Entry;
import dev.caveat.redline.ComparisonSummary.Item;
import dev.caveat.redline.ComparisonSummary.Left;
import dev.caveat.redline.ComparisonSummary.Shift;
import dev.caveat.redline.ComparisonSummary.Text;
import dev.caveat.report.DataFiles;
import dev.caveat.report.DataTable;
import dev.caveat.report.Markdown;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Renders a comparison as Markdown: removed text is struck through, added text is bold. */
public final class RedlineMarkdown {
  private static final Pattern EDGES = Pattern.compile("^(\\s*)(.*?)(\\s*)$", Pattern.DOTALL);

  /** Changes in the list above the wording. */
  private static final int MAX_CHANGES = 20;

  private RedlineMarkdown() {}

  /** Renders a comparison. */
  public static String of(ComparisonSummary summary) {
    StringBuilder out = new StringBuilder("# Risk factors compared\n\n");
    Comparison comparison = summary.comparison();
    out.append("**")
        .append(Markdown.escaped(ComparisonSummary.title(comparison.before())))
        .append("** and **");
    out.append(Markdown.escaped(ComparisonSummary.title(comparison.after()))).append("**\n\n");
    comparison.notes().forEach(n -> out.append("> ").append(Markdown.escaped(n)).append("\n\n"));
    writeCounts(out, summary);
    writeNamed(out, "Named for the first time", summary.came());
    writeNamed(out, "No longer named", summary.went());
    writeReading(out, summary);
    for (Entry entry : summary.entries()) {
      switch (entry) {
        case Item item -> write(out, summary, item);
        case Text text -> write(out, text);
        case Left left ->
            out.append("\n*#")
                .append(left.ordinal())
                .append(" was here: ")
                .append(Markdown.escaped(oneLine(summary.caption(left.change()))))
                .append("*\n");
      }
    }
    return out.toString();
  }

  private static void writeCounts(StringBuilder out, ComparisonSummary summary) {
    out.append("| | |\n| --- | ---: |\n");
    summary.kinds().forEach((kind, n) -> row(out, kind.id(), Integer.toString(n)));
    row(out, "words added", Integer.toString(summary.wordsAdded()));
    row(out, "words removed", Integer.toString(summary.wordsRemoved()));
    Measures m = summary.comparison().measures();
    row(out, "cosine", number(m.cosine()));
    row(out, "Jaccard", number(m.jaccard()));
    row(out, "minimum edit", number(m.minEdit()));
    row(out, "simple", number(m.simple()));
    out.append('\n');
    if (!summary.shifts().isEmpty()) {
      out.append("| Category | Risks before | Risks after |\n| --- | ---: | ---: |\n");
      for (Shift s : summary.shifts()) {
        out.append("| ")
            .append(Markdown.escaped(summary.taxonomy().name(s.category())))
            .append(" | ");
        out.append(s.before()).append(" | ").append(s.after()).append(" |\n");
      }
      out.append('\n');
    }
  }

  private static void row(StringBuilder out, String name, String value) {
    out.append("| ").append(name).append(" | ").append(value).append(" |\n");
  }

  private static String number(double value) {
    return DataFiles.text(value, DataTable.Type.NUMBER);
  }

  private static void writeNamed(
      StringBuilder out, String title, Map<Entity.Type, Set<String>> named) {
    named.forEach(
        (type, names) -> {
          if (!names.isEmpty()) {
            out.append("- ").append(title).append(", ").append(type.id()).append(": ");
            out.append(Markdown.escaped(String.join("; ", names))).append('\n');
          }
        });
  }

  private static void write(StringBuilder out, ComparisonSummary summary, Item item) {
    out.append("\n## ")
        .append(Markdown.escaped(oneLine(summary.caption(item.change()))))
        .append("\n\n");
    out.append('*').append(item.change().kind().id()).append(' ');
    out.append(Markdown.escaped(ComparisonSummary.places(item.change())));
    if (item.change().moved()) {
      out.append(", moved");
    }
    String category = summary.category(item.change());
    if (!category.isEmpty()) {
      out.append(", ").append(Markdown.escaped(category));
    }
    out.append("*\n\n");
    if (item.change().kind() != Kind.UNCHANGED) {
      summary.body(item).forEach(p -> out.append(marked(p)));
      out.append('\n');
    }
  }

  private static void write(StringBuilder out, Text text) {
    boolean heading = text.change().kind() == Passage.Kind.GROUP;
    out.append(heading ? "\n" : "\n*" + text.kind() + "*\n\n");
    text.redline().pieces().forEach(p -> out.append(marked(p)));
    out.append('\n');
  }

  /** What to read first: the changes by weight, what is new, repeated edits, moves. */
  private static void writeReading(StringBuilder out, ComparisonSummary summary) {
    bullets(
        out,
        "Changes that matter most",
        summary.byWeight().stream()
            .limit(MAX_CHANGES)
            .map(i -> listed(summary, i.change()))
            .toList());
    bullets(
        out,
        "What is new in existing risks",
        summary.revision().news().stream()
            .map(n -> "#" + n.ordinal() + ", " + ComparisonSummary.fresh(n) + ": " + n.sentence())
            .toList());
    bullets(out, "Edits made in many places", summary.repeatedEdits());
    bullets(out, "Sentences that moved", summary.movedSentences());
  }

  private static String listed(ComparisonSummary summary, Change change) {
    String matter = summary.matter(change);
    return change.kind().id()
        + " "
        + ComparisonSummary.places(change)
        + (matter.isEmpty() ? "" : ", " + matter)
        + ": "
        + summary.caption(change);
  }

  private static void bullets(StringBuilder out, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      out.append("\n**").append(title).append("**\n\n");
      lines.forEach(l -> out.append("- ").append(Markdown.escaped(oneLine(l))).append('\n'));
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /**
   * Marks enclose the words of each paragraph separately, because Markdown ends them at the end of
   * a paragraph.
   */
  private static String marked(Piece piece) {
    String mark =
        switch (piece.mark()) {
          case EQUAL -> "";
          case DELETED -> "~~";
          case INSERTED -> "**";
        };
    StringBuilder out = new StringBuilder();
    for (String part : piece.text().split("(?<=\n\n)|(?=\n\n)")) {
      out.append(
          EDGES
              .matcher(Markdown.escaped(part))
              .replaceAll(m -> around(m.group(1), m.group(2), m.group(3), mark)));
    }
    if (piece.move() != null) {
      int end = out.toString().stripTrailing().length();
      out.insert(end, Markdown.escaped(" [" + ComparisonSummary.moved(piece) + "]"));
    }
    return out.toString();
  }

  private static String around(String before, String words, String after, String mark) {
    String whole = words.isEmpty() ? before + after : before + mark + words + mark + after;
    return java.util.regex.Matcher.quoteReplacement(whole);
  }
}
