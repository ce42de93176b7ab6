package dev.caveat.segment;

import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fitted weights of outlines: of the roles of blocks, and of outlines as a whole. */
final class OutlineModel {
  private final RoleModel roles;
  private final Map<String, Double> outlines;
  private final Map<String, Double> sections;
  private final Map<String, Double> doubts;

  OutlineModel(
      Map<String, double[]> roles,
      Map<String, Double> outlines,
      Map<String, Double> sections,
      Map<String, Double> doubts) {
    this.doubts = Map.copyOf(doubts);
    this.roles = new RoleModel(roles);
    this.outlines = Map.copyOf(outlines);
    this.sections = Map.copyOf(sections);
  }

  private static final class Bundled {
    static final OutlineModel MODEL =
        read(Table.resource(OutlineModel.class, "/models/outline.tsv"));
  }

  static OutlineModel bundled() {
    return Bundled.MODEL;
  }

  static OutlineModel read(List<Row> rows) {
    Map<String, double[]> roles = new HashMap<>();
    Map<String, Double> outlines = new HashMap<>();
    Map<String, Double> sections = new HashMap<>();
    Map<String, Double> doubts = new HashMap<>();
    for (Row row : rows) {
      if (row.at(0).equals("role")) {
        double[] weights = new double[Role.told().size()];
        for (int r = 0; r < weights.length; r++) {
          weights[r] = Double.parseDouble(row.at(2 + r));
        }
        roles.put(row.at(1), weights);
      } else {
        Map<String, Double> into =
            switch (row.at(0)) {
              case "outline" -> outlines;
              case "section" -> sections;
              case "confidence" -> doubts;
              default ->
                  throw new UncheckedIOException(
                      row.malformed("expected role, outline, section or confidence"));
            };
        into.put(row.at(1), Double.parseDouble(row.at(2)));
      }
    }
    return new OutlineModel(roles, outlines, sections, doubts);
  }

  RoleModel roles() {
    return roles;
  }

  /** The weighted sum of the evidence for an outline; the higher, the more likely it is right. */
  double outlineScore(List<String> evidence) {
    return sum(outlines, evidence);
  }

  /** The same of an answer. */
  double sectionScore(List<String> evidence) {
    return sum(sections, evidence);
  }

  double outlineWeight(String evidence) {
    return outlines.getOrDefault(evidence, 0.0);
  }

  double sectionWeight(String evidence) {
    return sections.getOrDefault(evidence, 0.0);
  }

  double confidenceWeight(String evidence) {
    return doubts.getOrDefault(evidence, 0.0);
  }

  /** The probability, 0 to 1, that an answer is entirely right. */
  double confidence(List<String> evidence) {
    return 1 / (1 + Math.exp(-sum(doubts, evidence)));
  }

  private static double sum(Map<String, Double> weights, List<String> evidence) {
    double sum = 0;
    for (String name : evidence) {
      sum += weights.getOrDefault(name, 0.0);
    }
    return sum;
  }
}
