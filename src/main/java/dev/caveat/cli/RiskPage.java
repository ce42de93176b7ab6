package dev.caveat.cli;

import dev.caveat.index.IndexedFiling;
import dev.caveat.index.IndexedRisk;
import dev.caveat.model.Annotation;
import dev.caveat.model.Classification;
import dev.caveat.model.Entity;
import dev.caveat.model.Entity.Value;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.Span;
import dev.caveat.model.VisibleText;
import dev.caveat.taxonomy.Taxonomy;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One risk for people: a line a sentence, a blank line between paragraphs, entities in color. */
final class RiskPage {
  private static final int INDENT = 5;

  private final PrintStream out;
  private final Paint paint;
  private final int width;

  RiskPage(Streams streams) {
    this.out = streams.out();
    this.paint = new Paint(streams.terminal().colors());
    this.width = streams.terminal().textWidth();
  }

  /** Writes a risk with the facts of its filing. */
  void write(IndexedRisk found, RiskFactor risk, Taxonomy taxonomy) {
    String name = IndexedFiling.name(found.id()) + "#" + risk.ordinal();
    out.println(paint.cyan(FilingTitle.of(found.path(), found.facts(), found.year(), name, width)));
    out.println(paint.dim(VisibleText.line(found.path())));
    out.println(paint.dim(facts(found.facts(), found.status().id())));
    out.println();
    if (!risk.group().isEmpty()) {
      out.println(TextWrap.wrap(paint.dim(String.join(" › ", risk.group())), width, INDENT));
      out.println();
    }
    writeText(risk);
    out.println();
    writeCategories(risk.classification(), taxonomy);
    writeLegend(risk.annotation());
    out.println();
  }

  private static String facts(FilingFacts facts, String status) {
    List<String> parts = new ArrayList<>();
    add(parts, "", status);
    add(parts, "filed ", facts.filed());
    add(parts, "period to ", facts.period());
    add(parts, "CIK ", facts.cik());
    add(parts, "", facts.ticker());
    add(parts, "SIC ", facts.sic());
    return String.join(" · ", parts);
  }

  private static void add(List<String> parts, String what, @Nullable Object fact) {
    if (fact != null) {
      parts.add(what + fact);
    }
  }

  private void writeText(RiskFactor risk) {
    String text = risk.text();
    int caption = risk.captioned() ? risk.heading().length() : 0;
    boolean numbered = !risk.annotation().sentences().isEmpty();
    int at = 0;
    int number = 0;
    for (Span line : lines(text, risk.annotation().sentences())) {
      if (at > 0 && text.substring(at, line.start()).contains("\n\n")) {
        out.println();
      }
      number++;
      String margin = numbered ? String.format(Locale.ROOT, "%3d", number) : "   ";
      String shown = marked(text, line, risk.annotation().entities(), line.end() <= caption);
      String wrapped = TextWrap.wrap(shown, width, INDENT);
      out.println(paint.dim(margin) + wrapped.substring(margin.length()));
      at = line.end();
    }
  }

  /** Sentences, and what stands outside of them by paragraphs, in order. */
  private static List<Span> lines(String text, List<Span> sentences) {
    List<Span> lines = new ArrayList<>();
    int at = 0;
    for (Span s : sentences) {
      addParagraphs(lines, text, at, s.start());
      lines.add(s);
      at = s.end();
    }
    addParagraphs(lines, text, at, text.length());
    return lines;
  }

  private static void addParagraphs(List<Span> lines, String text, int from, int to) {
    int start = from;
    while (start < to) {
      int gap = text.indexOf("\n\n", start);
      int end = gap < 0 || gap > to ? to : gap;
      if (!text.substring(start, end).isBlank()) {
        lines.add(new Span(start, end));
      }
      start = end == to ? to : end + 2;
    }
  }

  private String marked(String text, Span line, List<Entity> entities, boolean caption) {
    StringBuilder shown = new StringBuilder();
    int at = line.start();
    for (Entity e : entities) {
      if (e.start() >= at && e.end() <= line.end()) {
        shown.append(plain(text.substring(at, e.start()), caption));
        shown.append(paint.entity(e.type(), e.text())).append(meaning(e));
        at = e.end();
      }
    }
    return shown.append(plain(text.substring(at, line.end()), caption)).toString();
  }

  private String plain(String text, boolean caption) {
    return caption && !text.isEmpty() ? paint.bold(text) : text;
  }

  /** What an entity means, where its text does not say so itself. */
  private String meaning(Entity entity) {
    String value =
        switch (entity.value()) {
          case null -> "";
          case Value.Period p -> p.iso();
          case Value.Amount a -> a.amount().toPlainString() + " " + a.currency();
          case Value.Percentage p -> p.percent().toPlainString();
          case Value.Body b -> b.id();
          case Value.Law l -> l.id();
        };
    return entity.text().contains(value) ? "" : " " + paint.dim("[" + value + "]");
  }

  private void writeCategories(Classification told, Taxonomy taxonomy) {
    if (told.isEmpty()) {
      return;
    }
    String decided =
        told.decided().stream()
            .map(id -> named(id, taxonomy))
            .collect(Collectors.joining(", also "));
    String scored =
        told.scores().stream()
            .map(s -> named(s.category(), taxonomy) + score(s.score()))
            .collect(Collectors.joining(", also "));
    if (!told.decided().isEmpty()) {
      line(paint.bold(decided) + paint.dim(" by your label"));
    }
    if (!told.scores().isEmpty()) {
      line(told.decided().isEmpty() ? scored : paint.dim("the model says " + scored));
    }
    if (!told.because().isEmpty()) {
      line(
          paint.dim("because of ")
              + told.because().stream()
                  .map(r -> "“" + r.text() + "”")
                  .collect(Collectors.joining(", ")));
    }
  }

  private void line(String text) {
    out.println(TextWrap.wrap(text, width, 2));
  }

  private static String score(double score) {
    return String.format(Locale.ROOT, " %.2f", score);
  }

  private static String named(String id, Taxonomy taxonomy) {
    String name = taxonomy.name(id);
    return name.equals(id) ? id : name + " (" + id + ")";
  }

  private void writeLegend(Annotation annotation) {
    if (annotation.equals(Annotation.NONE)) {
      out.println(paint.dim("no sentences or entities: indexed without them"));
      return;
    }
    String counts =
        annotation.counts().entrySet().stream()
            .map(c -> paint.entity(c.getKey(), c.getKey().id()) + " " + c.getValue())
            .collect(Collectors.joining(", "));
    int sentences = annotation.sentences().size();
    out.println(
        sentences
            + (sentences == 1 ? " sentence, " : " sentences, ")
            + (counts.isEmpty() ? "no entities" : counts));
    regulators(annotation).forEach((id, name) -> out.println(paint.dim(id + ": " + name)));
  }

  private static Map<String, String> regulators(Annotation annotation) {
    Map<String, String> names = new TreeMap<>();
    for (Entity e : annotation.entities()) {
      if (e.value() instanceof Value.Body b) {
        names.put(b.id(), b.name());
      }
    }
    return names;
  }
}
