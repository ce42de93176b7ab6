package dev.caveat.segment;

import dev.caveat.segment.OutlineCorpus.Lesson;
import dev.caveat.segment.OutlineCorpus.Subject;
import dev.caveat.training.ChoiceTrainer;
import dev.caveat.training.ModelCard;
import dev.caveat.training.OutcomeTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Fits the weights of {@link OutlineModel} on features of labeled and of rendered sections. */
public final class OutlineTrainer {
  private static final String FILE = "outline.tsv";
  private static final double PENALTY = 3;
  private static final double CONFIDENCE_PENALTY = 2;
  private static final int CUTOFF = 3;

  /** Role examples seen more often than this add nothing new. */
  private static final int MAX_SEEN = 40;

  private OutlineTrainer() {}

  /**
   * Trains on a corpus and writes the model with its card.
   *
   * @param corpus a folder of compressed tables of features
   * @param models folder for the model; created if it is missing
   * @param measured figures for the card
   * @return the figures of the card
   */
  public static Map<String, String> train(
      Path corpus, Path models, LocalDate date, Map<String, String> measured) throws IOException {
    OutlineCorpus lessons = new OutlineCorpus();
    for (Path file : ModelCard.files(corpus)) {
      if (file.toString().endsWith(".gz")) {
        lessons.read(file);
      }
    }
    Files.createDirectories(models);
    Files.writeString(models.resolve(FILE), table(fit(lessons)));
    Map<String, String> figures = new TreeMap<>(measured);
    for (Subject subject : Subject.values()) {
      long n = lessons.lessons().stream().filter(l -> l.subject() == subject).count();
      figures.put("lessons: " + subject.name().toLowerCase(Locale.ROOT), String.valueOf(n));
    }
    Map<String, String> parameters = new TreeMap<>(OutcomeTrainer.parameters());
    parameters.put("outlines, sections: algorithm", "conditional logit");
    parameters.put("outlines, sections: penalty", String.valueOf(PENALTY));
    parameters.put("confidence: algorithm", "logistic regression");
    parameters.put("confidence: penalty", String.valueOf(CONFIDENCE_PENALTY));
    new ModelCard(FILE, List.of(corpus), parameters, figures, "")
        .write(models.resolve("outline.md"), date);
    return figures;
  }

  /** The fitted weights, by subject; roles have one weight per role. */
  record Weights(Map<String, double[]> roles, Map<Subject, Map<String, Double>> others) {}

  static Weights fit(OutlineCorpus corpus) throws IOException {
    Map<Subject, Map<String, Double>> others = new LinkedHashMap<>();
    others.put(Subject.OUTLINE, choices(corpus, Subject.OUTLINE));
    others.put(Subject.SECTION, choices(corpus, Subject.SECTION));
    others.put(Subject.CONFIDENCE, confidence(corpus));
    return new Weights(roles(corpus), others);
  }

  static Map<String, double[]> roles(OutlineCorpus corpus) throws IOException {
    OutcomeTrainer trainer = new OutcomeTrainer(Role.told().stream().map(Role::name).toList());
    for (Lesson lesson : corpus.lessons()) {
      if (lesson.subject() == Subject.ROLE) {
        String[] features = RoleModel.features(lesson.evidence().split(" "));
        for (int k = 0; k < Math.min(MAX_SEEN, lesson.weight()); k++) {
          trainer.add(lesson.outcome(), features);
        }
      }
    }
    return trainer.train();
  }

  static Map<String, Double> choices(OutlineCorpus corpus, Subject subject) {
    Map<String, List<Lesson>> cases = new LinkedHashMap<>();
    for (Lesson lesson : corpus.lessons()) {
      if (lesson.subject() == subject) {
        cases.computeIfAbsent(lesson.about(), k -> new ArrayList<>()).add(lesson);
      }
    }
    ChoiceTrainer trainer = new ChoiceTrainer();
    for (List<Lesson> choices : cases.values()) {
      trainer.add(
          choices.stream().map(OutlineTrainer::evidence).toList(),
          choices.stream().map(l -> l.outcome().equals("1")).toList(),
          choices.getFirst().weight());
    }
    return trainer.train(PENALTY, CUTOFF);
  }

  /** Whether all is right or not: a choice against nothing. */
  static Map<String, Double> confidence(OutlineCorpus corpus) {
    ChoiceTrainer trainer = new ChoiceTrainer();
    for (Lesson lesson : corpus.lessons()) {
      if (lesson.subject() == Subject.CONFIDENCE) {
        boolean right = lesson.outcome().equals("1");
        trainer.add(List.of(evidence(lesson), List.of()), List.of(right, !right), lesson.weight());
      }
    }
    return trainer.train(CONFIDENCE_PENALTY, CUTOFF);
  }

  private static List<String> evidence(Lesson lesson) {
    return Arrays.asList(lesson.evidence().split(" "));
  }

  private static String table(Weights weights) {
    StringBuilder out = new StringBuilder();
    out.append(
        "# Weights of sections and outlines, fitted by `caveat train outline`; see outline.md.\n");
    out.append("# role: a feature, and its weight for ");
    out.append(
        String.join(
            ", ", Role.told().stream().map(r -> r.name().toLowerCase(Locale.ROOT)).toList()));
    out.append("; others: evidence and its weight.\n");
    weights.roles.forEach(
        (feature, w) -> {
          out.append("role\t").append(feature);
          for (double weight : w) {
            out.append('\t').append(String.format(Locale.ROOT, "%.3f", weight));
          }
          out.append('\n');
        });
    weights.others.forEach(
        (subject, all) ->
            all.forEach(
                (name, weight) ->
                    out.append(
                        String.format(
                            Locale.ROOT,
                            "%s\t%s\t%.3f\n",
                            subject.name().toLowerCase(Locale.ROOT),
                            name,
                            weight))));
    return out.toString();
  }
}
