package dev.caveat.segment;

import dev.caveat.model.Block;
import dev.caveat.model.RiskSection;
import dev.caveat.segment.OutlineCorpus.Subject;
import dev.caveat.segment.SectionEvidence.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@code corpora/outline} of labelled filings and rendered layouts, and cross-validates over
 * companies what is fitted on it. Run it with {@code mvn test-compile} and
 *
 * <pre>
 * java -Xmx6g -cp target/test-classes:target/classes:… dev.caveat.segment.OutlineFeatures \
 *     LAYOUTS FILINGS LABELS…
 * </pre>
 *
 * where LAYOUTS is how many layouts to render, FILINGS a folder of filings, and LABELS are folders
 * of labels. Then {@code ./caveat train outline} fits the model.
 */
final class OutlineFeatures {
  private static final int FOLDS = 3;
  private static final long SEED = 4711;

  /** A labelled filing counts as much as so many rendered ones. */
  private static final int REAL = 12;

  /** The same where confidence is fitted: doubt must be told of layouts that nobody has seen. */
  private static final int REAL_DOUBT = 3;

  private static final OutlineModel NONE = new OutlineModel(Map.of(), Map.of(), Map.of(), Map.of());

  private OutlineFeatures() {}

  public static void main(String[] args) throws IOException {
    List<Case> real = new ArrayList<>();
    for (int i = 2; i < args.length; i++) {
      for (Labelled label : Labelled.gold(Path.of(args[i]), Path.of(args[1]))) {
        real.add(new Case(label));
      }
    }
    List<Case> rendered = rendered(Integer.parseInt(args[0]));
    System.out.printf("%d labelled filings, %d rendered%n", real.size(), rendered.size());
    List<Judged> judged = crossValidated(real, rendered);
    ConfidenceTrial.print(judged);
    Path folder = Path.of("corpora/outline");
    Files.createDirectories(folder);
    OutlineCorpus ofReal = new OutlineCorpus();
    OutlineCorpus ofRendered = new OutlineCorpus();
    lessons(real, rendered, ofReal, ofRendered);
    for (Judged j : judged) {
      (j.real() ? ofReal : ofRendered)
          .add(Subject.CONFIDENCE, "", j.weight(), j.right() ? "1" : "0", j.evidence());
    }
    ofReal.write(folder.resolve("labelled.tsv.gz"));
    ofRendered.write(folder.resolve("rendered.tsv.gz"));
  }

  static List<Case> rendered(int layouts) {
    List<Case> out = new ArrayList<>();
    for (LayoutTrial trial : LayoutTrial.random(layouts, SEED)) {
      Labelled label = Labelled.rendered(trial);
      if (label.from >= 0) {
        out.add(new Case(label));
      }
    }
    for (StatusTrial trial : StatusTrial.all(Math.max(1, layouts / 130), SEED)) {
      out.add(new Case(Labelled.status(trial)));
    }
    return out;
  }

  /** A labelled filing, with what is found once of its section. */
  static final class Case {
    final Labelled label;
    final List<Block> blocks;
    final SectionSignals signals;
    final @Nullable Role[] roles;
    final List<Hypothesis> hypotheses;

    Case(Labelled label) {
      this.label = label;
      this.blocks =
          label.present && label.from >= 0
              ? RiskSplitter.split(label.section(), NONE, 1).blocks()
              : List.of();
      this.signals = new SectionSignals(blocks);
      this.roles = label.roles(blocks);
      this.hypotheses = Hypotheses.of(signals);
    }

    String name() {
      return label.name.replaceAll("\\s+", "_");
    }

    FormFamily family() {
      return FormFamily.of(label.filing.facts().form());
    }
  }

  /** What came of a filing that the model had not seen. */
  record Judged(Labelled label, List<String> evidence, boolean right, int[] score, String fault) {
    boolean real() {
      return !label.company.equals("trial");
    }

    int weight() {
      return real() ? REAL_DOUBT : 1;
    }
  }

  // ---------------------------------------------------------------------- lessons

  /** Roles first, then outlines by these roles, then sections by these outlines. */
  static OutlineModel lessons(
      List<Case> real, List<Case> rendered, OutlineCorpus ofReal, OutlineCorpus ofRendered) {
    real.forEach(c -> roleLessons(c, REAL, ofReal));
    rendered.forEach(c -> roleLessons(c, 1, ofRendered));
    OutlineCorpus all = new OutlineCorpus();
    add(all, ofReal);
    add(all, ofRendered);
    Map<String, double[]> roles;
    try {
      roles = OutlineTrainer.roles(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    OutlineModel byRoles = new OutlineModel(roles, Map.of(), Map.of(), Map.of());
    real.forEach(c -> outlineLessons(c, byRoles, REAL, ofReal));
    rendered.forEach(c -> outlineLessons(c, byRoles, 1, ofRendered));
    add(all, ofReal);
    add(all, ofRendered);
    Map<String, Double> outlines = OutlineTrainer.choices(all, Subject.OUTLINE);
    OutlineModel byOutlines = new OutlineModel(roles, outlines, Map.of(), Map.of());
    real.forEach(c -> sectionLessons(c, byOutlines, REAL, ofReal));
    rendered.forEach(c -> sectionLessons(c, byOutlines, 1, ofRendered));
    add(all, ofReal);
    add(all, ofRendered);
    Map<String, Double> sections = OutlineTrainer.choices(all, Subject.SECTION);
    return new OutlineModel(roles, outlines, sections, Map.of());
  }

  private static void add(OutlineCorpus to, OutlineCorpus from) {
    to.addNew(from);
  }

  /** The roles under each hypothesis that most captions fit. */
  private static void roleLessons(Case c, int weight, OutlineCorpus into) {
    int captions = 0;
    for (Role role : c.roles) {
      captions += role == Role.CAPTION ? 1 : 0;
    }
    if (captions == 0 || c.label.uncaptioned) {
      return;
    }
    Map<Hypothesis, Integer> fits = new LinkedHashMap<>();
    for (Hypothesis h : c.hypotheses) {
      if (h.kind() != Hypothesis.Kind.PARAGRAPHS) {
        fits.put(h, fitting(c, h));
      }
    }
    int most = fits.values().stream().mapToInt(n -> n).max().orElse(0);
    int all = captions;
    boolean look =
        fits.entrySet().stream().anyMatch(e -> e.getKey().byLook() && e.getValue() * 2 >= all);
    for (Map.Entry<Hypothesis, Integer> e : fits.entrySet()) {
      boolean fit = e.getValue() * 2 >= all || e.getValue() == most;
      if (fit && (!look || e.getKey().byLook())) {
        roleLessons(c, e.getKey(), weight, into);
      }
    }
  }

  private static int fitting(Case c, Hypothesis h) {
    int n = 0;
    for (int i = 0; i < c.roles.length; i++) {
      n += c.roles[i] == Role.CAPTION && c.signals.relation(i, h) == Relation.SAME ? 1 : 0;
    }
    return n;
  }

  static void roleLessons(Case c, Hypothesis h, int weight, OutlineCorpus into) {
    SectionSignals.View view = c.signals.under(h);
    Role previous = null;
    for (int i = 0; i < c.roles.length; i++) {
      Role role = c.roles[i];
      if (role != null) {
        into.add(Subject.ROLE, "", weight, role.name(), RoleModel.seen(view, i, previous));
      }
      previous = role == null ? Role.BODY : role;
    }
  }

  private static void outlineLessons(Case c, OutlineModel model, int weight, OutlineCorpus into) {
    if (c.blocks.isEmpty()) {
      return;
    }
    List<RiskSplitter.Tried> tried = RiskSplitter.split(c.label.section(), model, 1).tried();
    List<Double> quality = new ArrayList<>();
    for (RiskSplitter.Tried t : tried) {
      quality.add(quality(c.label.score(RiskSplitter.risks(c.blocks, t, 1))));
    }
    double best = quality.stream().mapToDouble(q -> q).max().orElse(0);
    for (int i = 0; i < tried.size() && best > 0.3; i++) {
      boolean right = quality.get(i) >= best - 1e-9;
      into.add(Subject.OUTLINE, c.name(), weight, right ? "1" : "0", tried.get(i).evidence());
    }
  }

  /** How good an outline is: the F1 of its captions, and a little of that of its groups. */
  private static double quality(int[] s) {
    double captions = s[1] + s[2] == 0 ? 1 : 2.0 * s[0] / (s[1] + s[2]);
    double groups = s[4] + s[5] == 0 ? 1 : 2.0 * s[3] / (s[4] + s[5]);
    return captions * 0.9 + groups * 0.1;
  }

  private static void sectionLessons(Case c, OutlineModel model, int weight, OutlineCorpus into) {
    if (c.family() == FormFamily.NONE || (c.label.present && c.label.from < 0)) {
      return;
    }
    List<Answer> answers = SectionEvidence.answers(c.label.blocks, c.family(), model);
    if (answers.stream().noneMatch(c.label::isRight)) {
      return;
    }
    for (Answer answer : answers) {
      String right = c.label.isRight(answer) ? "1" : "0";
      into.add(Subject.SECTION, c.name(), weight, right, answer.evidence());
    }
  }

  // ---------------------------------------------------------------------- cross-validation

  private static List<Judged> crossValidated(List<Case> real, List<Case> rendered) {
    List<String> companies =
        real.stream()
            .map(c -> c.label.company)
            .distinct()
            .sorted(Comparator.comparingInt(s -> s.hashCode() * 31 % 1009))
            .toList();
    List<Judged> judged =
        IntStream.range(0, FOLDS)
            .parallel()
            .mapToObj(fold -> fold(fold, companies, real, rendered))
            .toList()
            .stream()
            .flatMap(List::stream)
            .toList();
    report("labelled", judged.stream().filter(Judged::real).toList());
    report("rendered", judged.stream().filter(j -> !j.real()).toList());
    int[] sums = new int[6];
    judged.stream()
        .filter(Judged::real)
        .forEach(j -> Arrays.setAll(sums, i -> sums[i] + j.score[i]));
    System.out.printf(
        "labelled: captions F1 %.4f, groups F1 %.4f%n",
        2.0 * sums[0] / (sums[1] + sums[2]), 2.0 * sums[3] / (sums[4] + sums[5]));
    return judged;
  }

  private static List<Judged> fold(
      int fold, List<String> companies, List<Case> real, List<Case> rendered) {
    List<Case> train = new ArrayList<>();
    List<Case> test = new ArrayList<>();
    for (Case c : real) {
      (companies.indexOf(c.label.company) % FOLDS == fold ? test : train).add(c);
    }
    List<Case> trainRendered = new ArrayList<>();
    for (int i = 0; i < rendered.size(); i++) {
      (i % FOLDS == fold ? test : trainRendered).add(rendered.get(i));
    }
    OutlineModel model = lessons(train, trainRendered, new OutlineCorpus(), new OutlineCorpus());
    return test.stream().map(c -> judge(c, model)).toList();
  }

  private static void report(String what, List<Judged> judged) {
    long right = judged.stream().filter(Judged::right).count();
    System.out.printf(
        "%s: %d of %d faultless by cross-validation over companies (%.3f)%n",
        what, right, judged.size(), right / (double) judged.size());
    judged.stream()
        .filter(j -> !j.right() && j.real())
        .forEach(j -> System.out.print("  " + j.label.name + "\n" + j.fault));
  }

  private static Judged judge(Case c, OutlineModel model) {
    RiskSection got = Segmenter.segment(c.label.filing, model).section();
    boolean right = c.label.statuses.contains(got.status().id());
    String fault = right ? "" : "    " + got.status().id() + ", not " + c.label.statuses + "\n";
    int[] s = new int[6];
    if (right && c.label.present && got instanceof RiskSection.Present present) {
      s = c.label.score(present.risks());
      fault = c.label.faults(present);
      right =
          c.label.isExact(present.text())
              && s[0] == s[1]
              && s[1] == s[2]
              && s[3] == s[4]
              && s[4] == s[5];
    }
    List<String> evidence =
        c.family() == FormFamily.NONE ? List.of("form") : Segmenter.doubt(c.label.filing, model);
    return new Judged(c.label, evidence, right, s, fault);
  }
}
