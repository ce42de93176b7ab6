package dev.caveat.cli;

import dev.caveat.model.Explanation;
import dev.caveat.model.Explanation.Ranked;
import dev.caveat.model.Explanation.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Why a filing got its answer, for people: what was weighed, and what decided. */
final class ExplanationTable {
  /** So many signals of what did not win are shown, and so many that decided. */
  private static final int TELLING = 3;

  private static final int INDENT = 11;

  private final StringBuilder out = new StringBuilder();
  private final int width;

  private ExplanationTable(int width) {
    this.width = width;
  }

  /**
   * Several lines.
   *
   * @param width columns of a line
   */
  static String of(Explanation explanation, int width) {
    ExplanationTable table = new ExplanationTable(width);
    if (explanation.isEmpty()) {
      table.out.append("  no alternatives were considered\n\n");
    }
    table.write("sections", "candidates for the start of the section", explanation.sections());
    table.write("outlines", "candidate outlines of its text", explanation.outlines());
    table.writeConfidence(explanation.confidence());
    return table.out.toString();
  }

  private void write(String title, String what, List<Ranked> ranked) {
    if (ranked.isEmpty()) {
      return;
    }
    out.append("  ").append(title).append(": ").append(what).append('\n');
    for (Ranked one : ranked) {
      String first =
          String.format(Locale.ROOT, "  %s %7.2f  ", one.chosen() ? "*" : " ", one.score());
      line(first, one.title() + " (" + one.what() + ")");
      List<Signal> shown = one.chosen() ? one.signals() : strongest(one.signals());
      shown.forEach(this::writeSignal);
    }
    decided(ranked).ifPresent(d -> line("    ", d));
    out.append('\n');
  }

  private void writeSignal(Signal s) {
    out.append(
        String.format(
            Locale.ROOT,
            "%s%-28s %8.3f × %+7.3f = %+7.3f\n",
            " ".repeat(INDENT),
            s.name(),
            s.value(),
            s.weight(),
            s.brings()));
  }

  private static List<Signal> strongest(List<Signal> signals) {
    return signals.stream()
        .sorted(Comparator.comparingDouble((Signal s) -> -Math.abs(s.brings())))
        .limit(TELLING)
        .toList();
  }

  /** What sets the winner off from the best of the others; empty if there is no other. */
  private static Optional<String> decided(List<Ranked> ranked) {
    Optional<Ranked> winner = ranked.stream().filter(Ranked::chosen).findFirst();
    Optional<Ranked> other =
        ranked.stream().filter(r -> !r.chosen()).max(Comparator.comparingDouble(Ranked::score));
    if (winner.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Double> differences = new TreeMap<>();
    winner.get().signals().forEach(s -> differences.merge(s.name(), s.brings(), Double::sum));
    other.get().signals().forEach(s -> differences.merge(s.name(), -s.brings(), Double::sum));
    List<Map.Entry<String, Double>> most = new ArrayList<>(differences.entrySet());
    most.sort(Comparator.comparingDouble(e -> -Math.abs(e.getValue())));
    String by =
        most.stream()
            .limit(TELLING)
            .filter(e -> e.getValue() != 0)
            .map(e -> String.format(Locale.ROOT, "%s %+.2f", e.getKey(), e.getValue()))
            .collect(Collectors.joining(", "));
    double margin = winner.get().score() - other.get().score();
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%+.2f against “%s”%s",
            margin,
            TextWrap.cut(other.get().title(), 60),
            by.isEmpty() ? "" : ", mostly from " + by));
  }

  private void writeConfidence(List<Signal> signals) {
    if (!signals.isEmpty()) {
      out.append("  confidence: contributions\n");
      signals.forEach(this::writeSignal);
      out.append('\n');
    }
  }

  private void line(String first, String text) {
    out.append(TextWrap.wrap(first, text, width, first.length())).append('\n');
  }
}
