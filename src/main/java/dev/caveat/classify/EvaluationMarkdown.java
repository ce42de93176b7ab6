package dev.caveat.classify;

import dev.caveat.classify.CategoryEvaluation.Confusion;
import dev.caveat.classify.CategoryEvaluation.Figures;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Renders an evaluation as Markdown, for model cards and screens. */
public final class EvaluationMarkdown {
  private static final int MAX_CONFUSIONS = 20;
  private static final double SURE = 0.8;

  /** Bounds of the score ranges in the calibration table. */
  private static final double[] RANGES = {0, 0.2, 0.4, 0.6, 0.8, 1.001};

  private EvaluationMarkdown() {}

  /** The key figures, by name. */
  public static Map<String, String> figures(CategoryEvaluation evaluation) {
    Map<String, String> figures = new LinkedHashMap<>();
    Figures sure = evaluation.scored(SURE, RANGES[RANGES.length - 1]);
    Figures further = evaluation.secondary();
    figures.put("risks", Integer.toString(evaluation.judgments().size()));
    figures.put("accuracy", number(evaluation.accuracy()));
    figures.put("accuracy, any of the risk's categories", number(evaluation.lenientAccuracy()));
    figures.put("macro F1", number(evaluation.macroF1()));
    figures.put(
        "accuracy of tags scored 0.8 or more",
        number(sure.precision()) + " of " + sure.predicted());
    figures.put(
        "further categories",
        "precision " + number(further.precision()) + ", recall " + number(further.recall()));
    return figures;
  }

  /** Tables of categories, confusions and calibration. */
  public static String tables(CategoryEvaluation evaluation) {
    StringBuilder out = new StringBuilder();
    out.append(row("Category", "Labeled", "Precision", "Recall", "F1"));
    out.append("| --- | ---: | ---: | ---: | ---: |\n");
    evaluation
        .byCategory()
        .forEach(
            (id, f) ->
                out.append(
                    row(
                        id,
                        Integer.toString(f.labeled()),
                        number(f.precision()),
                        number(f.recall()),
                        number(f.f1()))));
    out.append('\n').append(row("Labeled", "Predicted instead", "Times"));
    out.append("| --- | --- | ---: |\n");
    for (Confusion c : evaluation.confusions().stream().limit(MAX_CONFUSIONS).toList()) {
      out.append(row(c.category(), c.predicted(), Integer.toString(c.times())));
    }
    out.append('\n').append(row("Score", "Risks", "Correct"));
    out.append("| --- | ---: | ---: |\n");
    for (int i = 1; i < RANGES.length; i++) {
      Figures f = evaluation.scored(RANGES[i - 1], RANGES[i]);
      String range =
          String.format(Locale.ROOT, "%.1f to %.1f", RANGES[i - 1], Math.min(1, RANGES[i]));
      out.append(row(range, Integer.toString(f.predicted()), number(f.precision())));
    }
    return out.toString();
  }

  /** A number between 0 and 1 with three digits. */
  public static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String row(String... cells) {
    StringBuilder row = new StringBuilder("|");
    for (int i = 0; i < cells.length; i++) {
      String form = i == 0 || (cells.length == 3 && i == 1) ? " %-26s |" : " %9s |";
      row.append(String.format(Locale.ROOT, form, cells[i]));
    }
    return row.append('\n').toString();
  }
}
