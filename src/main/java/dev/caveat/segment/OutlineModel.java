package dev.caveat.segment;

import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fitted weights of outlines: of the roles of blocks, and of outlines as a whole. */
final class OutlineModel {
  private final RoleModel roles;
  private final Map<String, Double> outlines;
  private final Map<String, Double> sections;

  OutlineModel(
      Map<String, double[]> roles, Map<String, Double> outlines, Map<String, Double> sections) {
    this.roles = new RoleModel(roles);
    this.outlines = Map.copyOf(outlines);
    this.sections = Map.copyOf(sections);
  }

  private static final class Bundled {
    static final OutlineModel MODEL = read(Table.resource(OutlineModel.class, "/models/outline.tsv"));
  }

  static OutlineModel bundled() {
    return Bundled.MODEL;
  }

  static OutlineModel read(List<Row> rows) {
    Map<String, double[]> roles = new HashMap<>();
    Map<String, Double> outlines = new HashMap<>();
    Map<String, Double> sections = new HashMap<>();
    for (Row row : rows) {
      if (row.at(0).equals("role")) {
        double[] weights = new double[Role.values().length];
        for (int r = 0; r < weights.length; r++) {
          weights[r] = Double.parseDouble(row.at(2 + r));
        }
        roles.put(row.at(1), weights);
      } else {
        Map<String, Double> into = row.at(0).equals("section") ? sections : outlines;
        into.put(row.at(1), Double.parseDouble(row.at(2)));
      }
    }
    return new OutlineModel(roles, outlines, sections);
  }

  RoleModel roles() {
    return roles;
  }

  /** The weighted sum of what speaks for an outline; the higher, the likelier it is right. */
  double outlineScore(List<String> evidence) {
    return sum(outlines, evidence);
  }

  /** The same of an answer. */
  double sectionScore(List<String> evidence) {
    return sum(sections, evidence);
  }

  private static double sum(Map<String, Double> weights, List<String> evidence) {
    double sum = 0;
    for (String name : evidence) {
      sum += weights.getOrDefault(name, 0.0);
    }
    return sum;
  }
}
