package dev.caveat.web;

import dev.caveat.model.Annotation;
import dev.caveat.model.Entity;
import dev.caveat.model.Entity.Value;
import dev.caveat.model.RiskFactor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a risk in paragraphs, with what it names marked. */
public final class MarkedText {
  /**
   * A stretch of text.
   *
   * @param entity what it is; null for plain text
   */
  public record Run(String text, @Nullable Entity entity) {
    /** What the entity means, for people; empty if that is not certain. */
    public String meaning() {
      return entity == null ? "" : MarkedText.meaning(entity);
    }
  }

  private MarkedText() {}

  /** The paragraphs below the caption. */
  public static List<List<Run>> of(RiskFactor risk) {
    List<List<Run>> paragraphs = new ArrayList<>();
    int at = 0;
    boolean caption = risk.captioned();
    for (String piece : risk.pieces()) {
      int end = at + piece.length();
      if (!caption) {
        paragraphs.add(runs(piece, at, risk.annotation()));
      }
      caption = false;
      at = end + RiskFactor.BETWEEN.length();
    }
    return paragraphs;
  }

  private static List<Run> runs(String piece, int offset, Annotation annotation) {
    List<Run> runs = new ArrayList<>();
    int at = 0;
    for (Entity entity : annotation.entities()) {
      int start = entity.start() - offset;
      int end = entity.end() - offset;
      if (start >= at && end <= piece.length()) {
        add(runs, piece.substring(at, start), null);
        add(runs, piece.substring(start, end), entity);
        at = end;
      }
    }
    add(runs, piece.substring(at), null);
    return runs;
  }

  private static void add(List<Run> runs, String text, @Nullable Entity entity) {
    if (!text.isEmpty()) {
      runs.add(new Run(text, entity));
    }
  }

  private static String meaning(Entity entity) {
    return switch (entity.value()) {
      case null -> entity.type().id() + ", value not certain";
      case Value.Period p -> p.iso();
      case Value.Amount a -> a.amount().toPlainString() + " " + a.currency();
      case Value.Percentage p -> p.percent().toPlainString() + "%";
      case Value.Body b -> b.name() + " (" + b.id() + ")";
      case Value.Law l -> l.name() + (l.citation() == null ? "" : ", " + l.citation());
    };
  }
}
