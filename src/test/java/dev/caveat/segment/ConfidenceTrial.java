package dev.caveat.segment;

import dev.caveat.segment.OutlineCorpus.Subject;
import dev.caveat.segment.OutlineFeatures.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cross-validates confidence over companies, and prints how well doubt is told. */
final class ConfidenceTrial {
  private static final int FOLDS = 5;

  private record Told(double confidence, boolean right) {}

  private ConfidenceTrial() {}

  static void print(List<Judged> all) {
    List<Told> real = new ArrayList<>();
    List<Told> rendered = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      OutlineCorpus train = new OutlineCorpus();
      List<Judged> test = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        Judged j = all.get(i);
        int at = j.real() ? Math.floorMod(j.label().company.hashCode(), FOLDS) : i % FOLDS;
        if (at == fold) {
          test.add(j);
        } else {
          train.add(
              Subject.CONFIDENCE,
              String.valueOf(i),
              j.weight(),
              j.right() ? "1" : "0",
              j.evidence());
        }
      }
      OutlineModel model =
          new OutlineModel(Map.of(), Map.of(), Map.of(), OutlineTrainer.confidence(train));
      for (Judged j : test) {
        Told told = new Told(model.confidence(j.evidence()), j.right());
        (j.real() ? real : rendered).add(told);
      }
    }
    print("labelled", real);
    print("rendered", rendered);
  }

  private static void print(String what, List<Told> told) {
    List<Told> right = told.stream().filter(Told::right).toList();
    List<Told> wrong = told.stream().filter(t -> !t.right()).toList();
    double before = 0;
    for (Told w : wrong) {
      for (Told r : right) {
        before += w.confidence < r.confidence ? 1 : w.confidence == r.confidence ? 0.5 : 0;
      }
    }
    System.out.printf(
        "%s: confidence AUC %.3f%n", what, before / Math.max(1, wrong.size() * right.size()));
    for (double cut : new double[] {0.5, 0.6, 0.7, 0.8, 0.9}) {
      System.out.printf(
          "  below %.1f: %.3f of the faulty, %.3f of the faultless%n",
          cut, below(wrong, cut), below(right, cut));
    }
    for (int tenth = 0; tenth < 10; tenth++) {
      int t = tenth;
      List<Told> bin = told.stream().filter(x -> (int) (x.confidence * 10 - 1e-9) == t).toList();
      System.out.printf(
          "  said %.2f: right %.2f of %d%n",
          bin.stream().mapToDouble(Told::confidence).average().orElse(0),
          bin.stream().filter(Told::right).count() / Math.max(1.0, bin.size()),
          bin.size());
    }
  }

  private static double below(List<Told> told, double cut) {
    return told.stream().filter(t -> t.confidence < cut).count() / Math.max(1.0, told.size());
  }
}
