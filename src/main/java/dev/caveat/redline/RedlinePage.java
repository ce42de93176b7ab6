package dev.caveat.redline;

import dev.caveat.compare.Change;
import dev.caveat.compare.Change.Kind;
import dev.caveat.compare.Comparison;
import dev.caveat.compare.Measures;
import dev.caveat.compare.Move;
import dev.caveat.compare.News;
import dev.caveat.compare.Redline.Mark;
import dev.caveat.compare.Redline.Piece;
import dev.caveat.compare.Revision;
import dev.caveat.model.Entity;
import dev.caveat.model.Passage;
import dev.caveat.redline.ComparisonSummary.Entry;
import dev.caveat.redline.ComparisonSummary.Item;
import dev.caveat.redline.ComparisonSummary.Left;
import dev.caveat.redline.ComparisonSummary.Shift;
import dev.caveat.redline.ComparisonSummary.Text;
import dev.caveat.report.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  private final StringBuilder out = new StringBuilder();
  private final ComparisonSummary summary;

  private RedlinePage(ComparisonSummary summary) {
    this.summary = summary;
  }

  /** Renders a comparison. */
  public static String of(ComparisonSummary summary) {
    RedlinePage page = new RedlinePage(summary);
    page.writeHead();
    page.writeSummary();
    page.writeControls();
    summary.entries().forEach(page::write);
    page.writeFoot();
    return page.out.toString();
  }

  private void writeHead() {
    Comparison comparison = summary.comparison();
    String old = ComparisonSummary.title(comparison.before());
    String now = ComparisonSummary.title(comparison.after());
    line(
        Html.head(
            "Risk factors: " + old + " and " + now,
            Html.resource(RedlinePage.class, "redline.css")));
    line("<body><main>");
    line("<h1>Risk factors compared</h1>");
    line(
        "<p class=\"between\"><b>"
            + Html.escaped(old)
            + "</b> and <b>"
            + Html.escaped(now)
            + "</b><br>");
    line(
        Html.escaped(ComparisonSummary.source(comparison.before()))
            + " and "
            + Html.escaped(ComparisonSummary.source(comparison.after()))
            + "</p>");
    comparison.notes().forEach(n -> line("<p class=\"note\">" + Html.escaped(n) + "</p>"));
  }

  private void writeSummary() {
    line("<ul class=\"cards\">");
    summary.kinds().forEach((kind, n) -> card(Integer.toString(n), kind.id()));
    card("+" + summary.wordsAdded(), "words added");
    card("−" + summary.wordsRemoved(), "words removed");
    line("</ul>");
    line("<div class=\"tables\">");
    writeMeasures(summary.comparison().measures());
    writeShifts();
    line("</div>");
    writeNamed();
  }

  private void card(String number, String what) {
    line("<li><b>" + number + "</b><span>" + what + "</span></li>");
  }

  private void writeMeasures(Measures m) {
    line("<table><caption>How alike the wording is</caption>");
    line("<tr><th scope=\"col\">Measure</th><th scope=\"col\" class=\"n\">1 is the same</th></tr>");
    measure("cosine of word counts", m.cosine());
    measure("Jaccard, distinct words", m.jaccard());
    measure("minimum edit", m.minEdit());
    measure("simple: words touched", m.simple());
    line("</table>");
  }

  private void measure(String name, double value) {
    line(String.format(Locale.ROOT, "<tr><td>%s</td><td class=\"n\">%.3f</td></tr>", name, value));
  }

  private void writeShifts() {
    if (summary.shifts().isEmpty()) {
      return;
    }
    line("<table><caption>Categories with more or fewer risks</caption>");
    line(
        "<tr><th scope=\"col\">Category</th><th scope=\"col\" class=\"n\">before</th>"
            + "<th scope=\"col\" class=\"n\">after</th></tr>");
    for (Shift s : summary.shifts()) {
      line(
          "<tr><td>"
              + Html.escaped(summary.taxonomy().name(s.category()))
              + "</td><td class=\"n\">"
              + s.before()
              + "</td><td class=\"n\">"
              + s.after()
              + "</td></tr>");
    }
    line("</table>");
  }

  private void writeNamed() {
    boolean any =
        Stream.of(summary.came(), summary.went())
            .anyMatch(m -> m.values().stream().anyMatch(names -> !names.isEmpty()));
    if (!any) {
      return;
    }
    line(
        "<h2>What is named for the first time, and what no more</h2><div class=\"tables\"><table>");
    line(
        "<tr><td></td><th scope=\"col\">named now</th>"
            + "<th scope=\"col\">named no more</th></tr>");
    for (Entity.Type type : Entity.Type.values()) {
      Set<String> came = names(summary.came(), type);
      Set<String> went = names(summary.went(), type);
      if (!came.isEmpty() || !went.isEmpty()) {
        line("<tr><th scope=\"row\">" + type.id() + "</th>");
        line("<td>" + named("ins", came) + "</td><td>" + named("del", went) + "</td></tr>");
      }
    }
    line("</table></div>");
  }

  private static Set<String> names(Map<Entity.Type, Set<String>> named, Entity.Type type) {
    return named.getOrDefault(type, Set.of());
  }

  private static String named(String element, Set<String> names) {
    StringBuilder out = new StringBuilder();
    for (String name : names.stream().limit(MAX_NAMES).toList()) {
      out.append(out.isEmpty() ? "" : ", ");
      out.append('<').append(element).append('>').append(Html.escaped(name));
      out.append("</").append(element).append('>');
    }
    int more = names.size() - MAX_NAMES;
    return out + (more > 0 ? " and " + more + " more" : "");
  }

  /** A table of rows made elsewhere; nothing where there are none. */
  private void table(String title, String note, List<String> heads, List<String> rows) {
    if (rows.isEmpty()) {
      return;
    }
    line("<h2>" + title + "</h2>" + note + "<table class=\"list\"><tr>");
    heads.forEach(h -> line("<th scope=\"col\">" + h + "</th>"));
    line("</tr>");
    rows.stream().limit(MAX_ROWS).forEach(this::line);
    line("</table>");
    if (rows.size() > MAX_ROWS) {
      line("<p class=\"facts\">and " + (rows.size() - MAX_ROWS) + " more</p>");
    }
  }

  /** Sentences with new names, amounts and subjects in risks that were there before. */
  private void writeNews() {
    List<String> rows = new ArrayList<>();
    for (News news : summary.revision().news()) {
      rows.add(
          "<tr><td>"
              + Html.escaped(ComparisonSummary.fresh(news))
              + "</td><td><a href=\"#new-"
              + news.ordinal()
              + "\">#"
              + news.ordinal()
              + "</a></td><td>"
              + Html.escaped(news.sentence())
              + "</td></tr>");
    }
    table(
        "What is new in risks that were there before",
        "",
        List.of("New", "Risk", "Sentence"),
        rows);
  }

  /** Edits made in many places, told once. */
  private void writeRepeated() {
    List<String> rows = new ArrayList<>();
    for (Revision.Repeated edit : summary.revision().repeated()) {
      String words =
          (edit.before().isEmpty() ? "" : "<del>" + Html.escaped(edit.before()) + "</del>")
              + (edit.after().isEmpty() ? "" : "<ins>" + Html.escaped(edit.after()) + "</ins>");
      rows.add(
          "<tr><td>"
              + words
              + "</td><td class=\"n\">"
              + edit.spots().size()
              + "</td><td>"
              + ComparisonSummary.spots(edit.spots())
              + "</td></tr>");
    }
    table("Edits made in many places", "", List.of("Edit", "Places", "Where"), rows);
  }

  /** Sentences that stand elsewhere now. */
  private void writeMoves() {
    List<String> rows = new ArrayList<>();
    for (Move move : summary.revision().moves()) {
      rows.add("<tr><td>" + move.places() + "</td><td>" + Html.escaped(move.text()) + "</td></tr>");
    }
    table("Sentences that moved", "", List.of("From and to", "Sentence"), rows);
  }

  /** What changed, in a line each, what matters most first; text outside the risks above it. */
  private void writeList() {
    List<String> rows = new ArrayList<>();
    for (Entry entry : summary.entries()) {
      if (entry instanceof Text text && !text.change().isUnchanged()) {
        rows.add(
            "<tr><td>"
                + badge(text.kind())
                + "</td><td></td><td><a href=\"#"
                + anchor(text)
                + "\">"
                + Html.escaped(beginning(text))
                + "</a></td><td></td></tr>");
      }
    }
    for (Item item : summary.byWeight()) {
      Change change = item.change();
      String kind = change.kind().id() + (change.moved() ? ", moved" : "");
      String matter = summary.matter(change);
      String why = matter.isEmpty() ? "" : " <span class=\"matter\">" + matter + "</span>";
      rows.add(
          "<tr class=\""
              + change.kind().id()
              + "\"><td>"
              + badge(kind)
              + why
              + "</td><td>"
              + ComparisonSummary.places(change)
              + "</td><td><a href=\"#"
              + anchor(item)
              + "\">"
              + Html.escaped(summary.caption(change))
              + "</a></td><td class=\"n\">"
              + alike(change)
              + "</td></tr>");
    }
    table(
        "Changes",
        "<p class=\"facts\">New topics first, then what could happen and has, then by the words"
            + " touched.</p>",
        List.of("Kind", "Risk", "Caption", "Alike"),
        rows);
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

  private static String badge(String kind) {
    return "<span class=\"badge\">" + kind + "</span>";
  }

  private static String alike(Change change) {
    return !change.isOnBothSides() ? "" : String.format(Locale.ROOT, "%.3f", change.similarity());
  }

  private static String anchor(Item item) {
    return anchor(item.change());
  }

  private static String anchor(Change change) {
    return change.after().isEmpty()
        ? "old-" + change.before().getFirst()
        : "new-" + change.after().getFirst();
  }

  private void writeControls() {
    writeList();
    writeNews();
    writeRepeated();
    writeMoves();
    line("<h2>Wording</h2>");
    line("<nav hidden aria-label=\"View\"><fieldset><legend>Show</legend>");
    for (Map.Entry<Kind, Integer> kind : summary.kinds().entrySet()) {
      String id = kind.getKey().id();
      String checked = kind.getKey() == Kind.UNCHANGED ? "" : " checked";
      line(
          "<label><input type=\"checkbox\" name=\"kind\" value=\""
              + id
              + "\""
              + checked
              + "> "
              + id
              + " "
              + kind.getValue()
              + "</label>");
    }
    if (summary.items().stream().anyMatch(i -> i.change().moved())) {
      line("<label><input type=\"checkbox\" id=\"moved\"> moved only</label>");
    }
    line("</fieldset><fieldset><legend>as</legend>");
    line("<label><input type=\"checkbox\" id=\"side\"> side by side</label>");
    line("<label><input type=\"checkbox\" id=\"brief\"> changed passages only</label>");
    line("</fieldset><span id=\"shown\" role=\"status\"></span></nav>");
  }

  private void write(Entry entry) {
    switch (entry) {
      case Item item -> write(item);
      case Text text -> write(text);
      case Left left ->
          line(
              "<p class=\"left\">#"
                  + left.ordinal()
                  + " stood here: <a href=\"#"
                  + anchor(left.change())
                  + "\">"
                  + Html.escaped(summary.caption(left.change()))
                  + "</a></p>");
    }
  }

  private void write(Text text) {
    String marked = marked(text.redline().pieces());
    if (text.change().kind() == Passage.Kind.GROUP) {
      line("<h2 class=\"group\" id=\"" + anchor(text) + "\">" + marked + "</h2>");
    } else {
      line("<section class=\"passage\" id=\"" + anchor(text) + "\">");
      line("<p class=\"facts\">" + badge(text.kind()) + "</p>");
      line("<div class=\"text\">" + marked + "</div></section>");
    }
  }

  private void write(Item item) {
    Change change = item.change();
    line(
        "<article id=\""
            + anchor(item)
            + "\" class=\""
            + change.kind().id()
            + "\" data-kind=\""
            + change.kind().id()
            + "\" data-moved=\""
            + change.moved()
            + "\">");
    line("<h3>" + Html.escaped(summary.caption(change)) + "</h3>");
    line("<p class=\"facts\">" + badge(change.kind().id()));
    line("<span>" + ComparisonSummary.places(change) + "</span>");
    if (change.moved()) {
      line("<span>moved</span>");
    }
    if (!alike(change).isEmpty()) {
      line("<span>" + alike(change) + " alike</span>");
    }
    String category = summary.category(change);
    if (!category.isEmpty()) {
      line("<span>" + Html.escaped(category) + "</span>");
    }
    line("</p>");
    String text = "<div class=\"text\">" + marked(summary.body(item)) + "</div>";
    line(
        change.kind() == Kind.UNCHANGED
            ? "<details><summary>Text</summary>" + text + "</details>"
            : text);
    line("</article>");
  }

  private static String marked(List<Piece> pieces) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      switch (piece.mark()) {
        case EQUAL -> out.append(shortened(piece.text(), i == 0, i == pieces.size() - 1));
        case DELETED -> out.append(changed("del", piece));
        case INSERTED -> out.append(changed("ins", piece));
      }
    }
    return out.toString();
  }

  /** What moved says where from or where to, behind it. */
  private static String changed(String element, Piece piece) {
    if (piece.move() == null) {
      return "<" + element + ">" + spaced(piece.text()) + "</" + element + ">";
    }
    String text = piece.text().stripTrailing();
    return "<"
        + element
        + " class=\"moved\">"
        + spaced(text)
        + "</"
        + element
        + "><small class=\"moved\"> ["
        + ComparisonSummary.moved(piece)
        + "]</small>"
        + spaced(piece.text().substring(text.length()));
  }

  /** Escaped, with paragraphs half a line apart. */
  private static String spaced(String text) {
    return Html.escaped(text).replace("\n\n", "<span class=\"gap\">\n\n</span>");
  }

  /** What is far from any change can be hidden. */
  private static String shortened(String text, boolean first, boolean last) {
    int from = first ? 0 : Math.min(text.length(), AROUND);
    int to = last ? text.length() : Math.max(0, text.length() - AROUND);
    if (to - from < AROUND) {
      return spaced(text);
    }
    int start = first ? 0 : blank(text, from);
    int end = last ? text.length() : blank(text, to);
    return spaced(text.substring(0, start))
        + "<span class=\"far\">"
        + spaced(text.substring(start, end))
        + "</span><span class=\"cut\"> … </span>"
        + spaced(text.substring(end));
  }

  private static int blank(String text, int from) {
    int at = text.indexOf(' ', from);
    return at < 0 ? from : at;
  }

  private void writeFoot() {
    line(
        "</main><footer>Made by Caveat. Struck through: in the old filing alone. Underlined: in the");
    line(
        "new one alone. Dotted: moved. The whole old wording is on this page. Alike is 1 - (fewest word");
    line("insertions and deletions) / (words of both).</footer>");
    line("<script>\n" + Html.resource(RedlinePage.class, "redline.js") + "</script></body></html>");
  }

  private void line(String html) {
    out.append(html).append('\n');
  }
}
