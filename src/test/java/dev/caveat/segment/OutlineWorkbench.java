package dev.caveat.segment;

import dev.caveat.model.Block;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.*;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.*;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.TrainingParameters;

/** Trains and cross-validates outline models. */
final class OutlineWorkbench {
  static final int FOLDS = 3;

  public static void main(String[] args) throws Exception {
    int layouts = Integer.parseInt(args[0]);
    boolean cv = args.length > 1 && args[1].contains("cv");
    boolean write = args.length > 1 && args[1].contains("write");
    Path shared = Path.of("../shared");
    List<Labelled> gold = new ArrayList<>();
    List<String> source = new ArrayList<>();
    for (String d : List.of("../shared/gold/sections", "../shared/gold/prospectuses", "../labels/a", "../labels/b")) {
      if (!Files.exists(Path.of(d))) continue;
      for (Labelled l : Labelled.gold(Path.of(d), shared.resolve("filings"))) {
        gold.add(l);
        if (l.present && l.from < 0) System.out.println("section not located: " + l.name);
      }
    }
    long t = System.nanoTime();
    List<Labelled> trials = new ArrayList<>();
    for (LayoutTrial trial : LayoutTrial.random(layouts, 4711)) {
      Labelled l = Labelled.rendered(trial);
      if (l.from >= 0) trials.add(l);
    }
    for (StatusTrial st : StatusTrial.all(Math.max(1, layouts / 130), 4712)) trials.add(Labelled.status(st));
    System.out.printf("gold %d, trials %d of %d, %.1f s%n", gold.size(), trials.size(), layouts, (System.nanoTime() - t) / 1e9);
    List<Case> cases = new ArrayList<>();
    for (Labelled l : gold) cases.add(new Case(l));
    List<Case> rendered = new ArrayList<>();
    for (Labelled l : trials) rendered.add(new Case(l));
    if (cv) {
      List<String> companies = cases.stream().map(c -> c.label.company).distinct().sorted(Comparator.comparingInt(s -> s.hashCode() * 31 % 1009)).toList();
      int[] sum = new int[6];
      int faultless = 0, n = 0;
      for (int fold = 0; fold < FOLDS; fold++) {
        int f = fold;
        List<Case> train = new ArrayList<>(), test = new ArrayList<>();
        for (Case c : cases) (companies.indexOf(c.label.company) % FOLDS == f ? test : train).add(c);
        List<Case> trainT = rendered.stream().filter(c -> rendered.indexOf(c) % FOLDS != f).toList();
        List<Case> testT = rendered.stream().filter(c -> rendered.indexOf(c) % FOLDS == f).toList();
        OutlineModel model = train(train, trainT);
        int[] r = evaluate(model, test, sum, true);
        faultless += r[0]; n += r[1];
        int[] rt = evaluate(model, testT, new int[6], fold == 0);
        System.out.printf("fold %d: %d of %d faultless; trials %d of %d%n", fold, r[0], r[1], rt[0], rt[1]);
      }
      System.out.printf("CV faultless %d of %d = %.3f; risk F1 %.4f; group F1 %.4f%n", faultless, n, faultless / (double) n, 2.0 * sum[0] / (sum[1] + sum[2]), 2.0 * sum[3] / (sum[4] + sum[5]));
    }
    if (write) {
      OutlineModel model = train(cases, rendered);
      write(Path.of("models/outline.tsv"));
      int[] r = evaluate(model, cases, new int[6], true);
      System.out.printf("in sight: %d of %d%n", r[0], r[1]);
    }
  }

  static final class Case {
    final Labelled label;
    final List<Block> blocks;
    final SectionSignals signals;
    final Role[] roles;
    final List<Hypothesis> hypotheses;

    Case(Labelled label) {
      this.label = label;
      this.blocks = label.present && label.from >= 0 ? RiskSplitter.split(label.section(), new OutlineModel(Map.of(), Map.of(), Map.of()), 1).blocks() : List.of();
      this.signals = new SectionSignals(blocks);
      this.roles = label.roles(blocks);
      this.hypotheses = Hypotheses.of(signals);
    }
  }

  static Map<String, double[]> lastRoles;
  static Map<String, Double> lastEvidence;

  static OutlineModel train(List<Case> gold, List<Case> trials) throws Exception {
    List<Event> events = new ArrayList<>();
    for (Case c : gold) for (int k = 0; k < 3; k++) events(c, events);
    for (Case c : trials) events(c, events);
    lastRoles = weights(fit(events, 1.0, 2));
    OutlineModel roles = new OutlineModel(lastRoles, Map.of(), Map.of());
    dev.caveat.training.ChoiceTrainer best = new dev.caveat.training.ChoiceTrainer();
    for (Case c : gold) choose(c, roles, best, 3);
    for (Case c : trials) choose(c, roles, best, 1);
    lastEvidence = best.train(PENALTY, 3);
    OutlineModel outlines = new OutlineModel(lastRoles, lastEvidence, Map.of());
    dev.caveat.training.ChoiceTrainer answers = new dev.caveat.training.ChoiceTrainer();
    for (Case c : gold) answers(c, outlines, answers, 3);
    for (Case c : trials) answers(c, outlines, answers, 1);
    lastSections = answers.train(PENALTY, 3);
    return new OutlineModel(lastRoles, lastEvidence, lastSections);
  }

  static final double PENALTY = Double.parseDouble(System.getProperty("penalty", "1"));

  static Map<String, Double> lastSections;

  static void answers(Case c, OutlineModel model, dev.caveat.training.ChoiceTrainer into, double weight) {
    FormFamily family = FormFamily.of(c.label.filing.facts().form());
    if (family == FormFamily.NONE) return;
    if (c.label.present && c.label.from < 0) return;
    List<SectionEvidence.Answer> all = SectionEvidence.answers(c.label.blocks, family, model);
    boolean any = false;
    List<Boolean> right = new ArrayList<>();
    for (SectionEvidence.Answer a : all) {
      boolean ok = c.label.isRight(a);
      any |= ok;
      right.add(ok);
    }
    if (!any) { if (System.getProperty("none") != null) System.out.println("no right answer: " + c.label.name); return; }
    into.add(all.stream().map(SectionEvidence.Answer::evidence).toList(), right, weight);
  }

  static void events(Case c, List<Event> into) {
    int captions = 0;
    for (Role r : c.roles) captions += r == Role.CAPTION ? 1 : 0;
    if (captions == 0 || c.label.uncaptioned) return;
    int most = 0;
    Map<Hypothesis, Integer> fits = new LinkedHashMap<>();
    for (Hypothesis h : c.hypotheses) {
      if (h.kind() == Hypothesis.Kind.PARAGRAPHS) continue;
      int same = 0;
      for (int i = 0; i < c.roles.length; i++) same += c.roles[i] == Role.CAPTION && c.signals.relation(i, h) == Relation.SAME ? 1 : 0;
      fits.put(h, same);
      most = Math.max(most, same);
    }
    int all = captions;
    boolean look = fits.entrySet().stream().anyMatch(e -> e.getKey().byLook() && e.getValue() * 2 >= all);
    for (Map.Entry<Hypothesis, Integer> e : fits.entrySet()) {
      if (e.getValue() * 2 < captions && e.getValue() < most) continue;
      if (look && !e.getKey().byLook()) continue;
      SectionSignals.View view = c.signals.under(e.getKey());
      Role previous = null;
      for (int i = 0; i < c.roles.length; i++) {
        Role role = c.roles[i];
        if (role != null) {
          into.add(new Event(role.name(), RoleModel.features(view, i, i == 0 ? null : previous)));
        }
        previous = role == null ? Role.BODY : role;
      }
    }
  }

  static double quality(int[] s) {
    double f = s[1] + s[2] == 0 ? 1 : 2.0 * s[0] / (s[1] + s[2]);
    double g = s[4] + s[5] == 0 ? 1 : 2.0 * s[3] / (s[4] + s[5]);
    return f * 0.9 + g * 0.1;
  }

  static void choose(Case c, OutlineModel roles, dev.caveat.training.ChoiceTrainer into, double weight) {
    List<List<String>> evidence = new ArrayList<>();
    List<Double> quality = new ArrayList<>();
    double best = 0;
    for (Hypothesis h : c.hypotheses) {
      RoleModel.Decoded d = decode(c, roles, h);
      evidence.add(OutlineEvidence.of(c.signals, h, d));
      double q = quality(c.label.score(RiskSplitter.risks(c.blocks, new RiskSplitter.Tried(h, d, List.of(), 0), 1)));
      quality.add(q);
      best = Math.max(best, q);
    }
    double top = best;
    if (best > 0.3) into.add(evidence, quality.stream().map(q -> q >= top - 1e-9).toList(), weight);
  }

  static RoleModel.Decoded decode(Case c, OutlineModel m, Hypothesis h) {
    return h.kind() == Hypothesis.Kind.PARAGRAPHS ? new RoleModel.Decoded(Outline.empty(c.blocks), new double[0]) : m.roles().decode(c.signals, h);
  }

  static MaxentModel fit(List<Event> events, double l2, int cutoff) throws Exception {
    TrainingParameters p = new TrainingParameters();
    p.put(TrainingParameters.ALGORITHM_PARAM, "MAXENT_QN");
    p.put(TrainingParameters.ITERATIONS_PARAM, 70);
    p.put(TrainingParameters.CUTOFF_PARAM, cutoff);
    p.put(QNTrainer.L1COST_PARAM, 0.0);
    p.put(QNTrainer.L2COST_PARAM, l2);
    EventTrainer trainer = TrainerFactory.getEventTrainer(p, new HashMap<>());
    java.io.PrintStream out = System.out;
    System.setOut(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));
    try {
      return trainer.train(new CollectionObjectStream<>(events));
    } finally {
      System.setOut(out);
    }
  }

  static Map<String, double[]> weights(MaxentModel model) {
    Object[] data = ((AbstractModel) model).getDataStructures();
    @SuppressWarnings("unchecked")
    Map<String, Context> map = (Map<String, Context>) data[1];
    boolean roles = model.getNumOutcomes() > 2;
    Map<String, double[]> out = new TreeMap<>();
    for (Map.Entry<String, Context> e : map.entrySet()) {
      double[] w = new double[roles ? Role.values().length : 2];
      int[] o = e.getValue().getOutcomes();
      for (int i = 0; i < o.length; i++) {
        String name = model.getOutcome(o[i]);
        w[roles ? Role.valueOf(name).ordinal() : Integer.parseInt(name)] = e.getValue().getParameters()[i];
      }
      out.put(e.getKey(), w);
    }
    return out;
  }

  static int[] evaluate(OutlineModel model, List<Case> test, int[] sum, boolean print) {
    int faultless = 0;
    for (Case c : test) {
      Segmentation got = Segmenter.segment(c.label.filing, model);
      boolean status = c.label.statuses.contains(got.section().status().id());
      int[] s = new int[6];
      String where = "";
      boolean ok = status;
      if (c.label.present && status && got.section() instanceof dev.caveat.model.RiskSection.Present p) {
        s = c.label.score(p.risks());
        for (int i = 0; i < 6; i++) sum[i] += s[i];
        boolean exact = c.label.isExact(p.text());
        where = exact ? "" : "SECTION";
        ok = exact && s[0] == s[1] && s[1] == s[2] && s[3] == s[4] && s[4] == s[5];
      }
      faultless += ok ? 1 : 0;
      if (!ok && print) {
        String chose = "";
        double best = 0; String which = "";
        if (c.label.from >= 0) {
        RiskSplitter.Split split = RiskSplitter.split(c.label.section(), model, 1);
        chose = split.tried().get(0).hypothesis() + "";
        for (RiskSplitter.Tried t : split.tried()) {
          double q = quality(c.label.score(RiskSplitter.risks(split.blocks(), t, 1)));
          if (q > best) { best = q; which = t.hypothesis() + ""; }
        }
        if (System.getProperty("why") != null && c.label.name.matches(System.getProperty("why"))) explain(c, split, model);
        }
        System.out.printf("  %-60.60s %s %s want %s %s chose %s q=%.3f best %.3f %s%n", c.label.name, where, got.section().status().id(), c.label.statuses, Arrays.toString(s), chose, quality(s), best, which);
        if (!where.isEmpty() || !status) System.out.printf("      via %s “%s” evidence %.100s%n", got.section().method(), got.section() instanceof dev.caveat.model.RiskSection.Present p ? p.heading() + "” " + p.text().length() + " [" + p.text().substring(0, Math.min(60, p.text().length())).replace('\n', ' ') + " … " + p.text().substring(Math.max(0, p.text().length() - 60)).replace('\n', ' ') + "]" : "", got.section().evidence());
      }
    }
    return new int[] {faultless, test.size()};
  }

  static void explain(Case c, RiskSplitter.Split split, OutlineModel model) {
    RiskSplitter.Tried t = split.tried().get(0);
    for (RiskSplitter.Tried u : split.tried()) System.out.printf("      %s %.2f%n", u.hypothesis(), u.score());
    for (int i = 0; i < c.blocks.size(); i++) {
      Role got = t.hypothesis().kind() == Hypothesis.Kind.PARAGRAPHS ? Role.BODY : t.decoded().outline().roles()[i];
      if (got != Role.BODY || c.roles[i] != Role.BODY) {
        System.out.printf("      %s %4d %-8s want %-8s %-12s %s | %.90s%n", got == c.roles[i] ? " " : "!", i, got, c.roles[i], c.signals.relation(i, t.hypothesis()), c.signals.looks[i].describe(), c.blocks.get(i).text());
      }
    }
  }

  static void write(Path file) throws Exception {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.println("# Weights of outlines, fitted; see outline.md.");
      for (Map.Entry<String, double[]> e : lastRoles.entrySet()) {
        out.print("role\t" + e.getKey());
        for (double w : e.getValue()) out.printf(Locale.ROOT, "\t%.3f", w);
        out.println();
      }
      for (Map.Entry<String, Double> e : lastEvidence.entrySet()) out.printf(Locale.ROOT, "outline\t%s\t%.3f%n", e.getKey(), e.getValue());
      for (Map.Entry<String, Double> e : lastSections.entrySet()) out.printf(Locale.ROOT, "section\t%s\t%.3f%n", e.getKey(), e.getValue());
    }
  }
}
