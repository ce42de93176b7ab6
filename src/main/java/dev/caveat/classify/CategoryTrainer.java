package dev.caveat.classify;

import dev.caveat.classify.Calibration.Evidence;
import dev.caveat.classify.CategoryEvaluation.Judgment;
import dev.caveat.classify.CategoryModelFactory.Contents;
import dev.caveat.classify.FeatureSpace.Vector;
import dev.caveat.model.Classification;
import dev.caveat.model.Classification.Score;
import dev.caveat.taxonomy.Taxonomy;
import dev.caveat.training.ModelCard;
import dev.caveat.vectors.WordVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.TrainingParameters;

/** Trains category models. The same examples in the same order give the same model. */
public final class CategoryTrainer {
  /** The number of folds if all examples are in one batch. */
  private static final int FOLDS_OF_ONE_BATCH = 5;

  private static final int ITERATIONS = 100;
  private static final double L2_COST = 0.4;
  private static final double L2_COST_OF_MEANING = 0.3;

  private final Taxonomy taxonomy;
  private final Algorithm algorithm;

  /** Training algorithms, all from OpenNLP. */
  public enum Algorithm {
    /** Maximum entropy by a quasi-Newton method with L2 regularization. */
    QN("MAXENT_QN"),
    /** Maximum entropy by generalized iterative scaling. */
    GIS("MAXENT"),
    /** Naive Bayes. */
    NAIVE_BAYES("NAIVEBAYES"),
    /** Averaged perceptron. */
    PERCEPTRON("PERCEPTRON");

    private final String opennlp;

    Algorithm(String opennlp) {
      this.opennlp = opennlp;
    }

    /** The name in options, such as {@code naive-bayes}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Creates a trainer for a taxonomy, with the best algorithm. */
  public CategoryTrainer(Taxonomy taxonomy) {
    this(taxonomy, Algorithm.QN);
  }

  /** Creates a trainer for a taxonomy. */
  public CategoryTrainer(Taxonomy taxonomy, Algorithm algorithm) {
    this.taxonomy = taxonomy;
    this.algorithm = algorithm;
  }

  /** The training parameters, for the model card. */
  public Map<String, String> parameters() {
    return algorithm == Algorithm.QN
        ? Map.of(
            "algorithm",
            "maximum entropy (QN)",
            "iterations, at most",
            Integer.toString(ITERATIONS),
            "L2 cost, of words",
            Double.toString(L2_COST),
            "L2 cost, of meaning",
            Double.toString(L2_COST_OF_MEANING),
            "taxonomy",
            taxonomy.version())
        : Map.of("algorithm", algorithm.id(), "taxonomy", taxonomy.version());
  }

  /**
   * Trains on a corpus, and writes the model and its card.
   *
   * @param corpus a file, or a folder of {@code .tsv} files
   * @param models where {@value CategoryModel#FILE} and its card go
   * @param date for the card
   * @param measured further figures for the card, measured on other text
   * @return figures by name
   * @throws IOException if a file cannot be read or written, or has a bad line
   */
  public Map<String, String> train(
      Path corpus, Path models, LocalDate date, Map<String, String> measured) throws IOException {
    Trained trained = train(CategoryCorpus.read(corpus, taxonomy));
    trained.model().write(models.resolve(CategoryModel.FILE));
    Map<String, String> figures = new LinkedHashMap<>();
    EvaluationMarkdown.figures(trained.evaluation())
        .forEach((name, value) -> figures.put(name + ", by cross-validation over batches", value));
    figures.putAll(measured);
    new ModelCard(
            CategoryModel.FILE,
            List.of(corpus),
            parameters(),
            figures,
            "By cross-validation over batches:\n\n"
                + EvaluationMarkdown.tables(trained.evaluation()))
        .write(models.resolve("categories.md"), date);
    return figures;
  }

  /** A model, and the evaluation of such models on batches that they were not trained on. */
  public record Trained(CategoryModel model, CategoryEvaluation evaluation) {}

  /**
   * Trains on all examples, and calibrates and evaluates by cross-validation over batches.
   *
   * @param examples as from {@link CategoryCorpus#read}
   */
  public Trained train(List<Example> examples) throws IOException {
    List<Integer> folds = folds(examples);
    List<CategoryModel> models = new ArrayList<>();
    for (int fold = 0; fold <= Collections.max(folds); fold++) {
      models.add(fit(without(examples, folds, fold), Calibration.NONE));
    }
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      Example e = examples.get(i);
      evidence.add(models.get(folds.get(i)).evidence(e.caption(), e.body()));
    }
    Calibration calibration = Calibration.learn(taxonomy.ids(), examples, evidence);
    List<Judgment> judgments = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      CategoryModel model = models.get(folds.get(i)).with(calibration);
      judgments.add(judge(model, examples.get(i)));
    }
    return new Trained(fit(examples, calibration), new CategoryEvaluation(judgments));
  }

  /** The fold of each example: its batch, or by its position if there is only one batch. */
  private static List<Integer> folds(List<Example> examples) {
    List<String> batches = examples.stream().map(Example::batch).distinct().toList();
    return IntStream.range(0, examples.size())
        .mapToObj(
            i ->
                batches.size() > 1
                    ? batches.indexOf(examples.get(i).batch())
                    : i % FOLDS_OF_ONE_BATCH)
        .toList();
  }

  private static List<Example> without(List<Example> examples, List<Integer> folds, int fold) {
    return IntStream.range(0, examples.size())
        .filter(i -> folds.get(i) != fold)
        .mapToObj(examples::get)
        .toList();
  }

  /**
   * One step of a learning curve.
   *
   * @param examples how many were used for training, on average
   * @param accuracy accuracy on the other batches
   * @param macroF1 macro F1 on those
   */
  public record Step(int examples, double accuracy, double macroF1) {}

  /**
   * The learning curve: each batch is tested on models trained on one, two, four and so on of the
   * batches that follow it in a circle, and finally on all others.
   *
   * @param examples of several batches
   */
  public List<Step> curve(List<Example> examples) throws IOException {
    List<String> batches = examples.stream().map(Example::batch).distinct().toList();
    List<Step> steps = new ArrayList<>();
    for (int size = 1; size < batches.size(); size = Math.min(2 * size, batches.size() - 1)) {
      steps.add(step(examples, batches, size));
      if (size == batches.size() - 1) {
        break;
      }
    }
    return steps;
  }

  private Step step(List<Example> examples, List<String> batches, int size) throws IOException {
    List<Judgment> judgments = new ArrayList<>();
    int learnt = 0;
    for (int held = 0; held < batches.size(); held++) {
      Set<String> chosen = new HashSet<>();
      for (int i = 1; i <= size; i++) {
        chosen.add(batches.get((held + i) % batches.size()));
      }
      String test = batches.get(held);
      List<Example> some = examples.stream().filter(e -> chosen.contains(e.batch())).toList();
      CategoryModel model = fit(some, Calibration.NONE);
      List<Example> others = examples.stream().filter(e -> e.batch().equals(test)).toList();
      judgments.addAll(judge(model, others).judgments());
      learnt += some.size();
    }
    CategoryEvaluation evaluation = new CategoryEvaluation(judgments);
    return new Step(learnt / batches.size(), evaluation.accuracy(), evaluation.macroF1());
  }

  /** Evaluates a model on labeled risks. */
  public static CategoryEvaluation judge(CategoryModel model, List<Example> test) {
    return new CategoryEvaluation(test.stream().map(e -> judge(model, e)).toList());
  }

  private static Judgment judge(CategoryModel model, Example example) {
    Classification predicted = model.classify(example.caption(), example.body());
    return new Judgment(
        example.category(),
        example.also(),
        predicted.category(),
        predicted.scores().getFirst().score(),
        predicted.scores().stream().skip(1).map(Score::category).toList());
  }

  private CategoryModel fit(List<Example> examples, Calibration calibration) throws IOException {
    List<Map<String, Float>> features =
        examples.stream().map(e -> RiskFeatures.of(e.caption(), e.body())).toList();
    FeatureSpace space = FeatureSpace.of(features);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      Vector vector = space.vector(features.get(i));
      if (!vector.isEmpty()) {
        teach(events, examples.get(i), vector.names, vector.values);
      }
    }
    MaxentModel parameters = train(algorithm, L2_COST, events);
    Neighbors neighbors = Neighbors.of(examples, WordVectors.bundled());
    AbstractModel meaning = meaning(examples, neighbors);
    return CategoryModel.of(
        parameters, new Contents(taxonomy, space, neighbors, meaning, calibration));
  }

  /** Maximum entropy over where the examples stand among the word vectors. */
  private static AbstractModel meaning(List<Example> examples, Neighbors neighbors)
      throws IOException {
    List<Event> events = new ArrayList<>();
    for (Example e : examples) {
      teach(events, e, neighbors.components(), neighbors.place(e));
    }
    return (AbstractModel) train(Algorithm.QN, L2_COST_OF_MEANING, events);
  }

  private static void teach(List<Event> events, Example example, String[] names, float[] values) {
    for (String lesson : lessons(example)) {
      events.add(new Event(lesson, names, values));
    }
  }

  private static MaxentModel train(Algorithm algorithm, double l2, List<Event> events)
      throws IOException {
    EventTrainer trainer = TrainerFactory.getEventTrainer(opennlp(algorithm, l2), new HashMap<>());
    return trainer.train(new CollectionObjectStream<>(events));
  }

  /**
   * Adds the training events of an example: its primary category, and with half the weight its
   * further ones.
   */
  private static List<String> lessons(Example example) {
    List<String> lessons = new ArrayList<>(Collections.nCopies(2, example.category()));
    lessons.addAll(example.also().isEmpty() ? List.of(example.category()) : example.also());
    return lessons;
  }

  private static TrainingParameters opennlp(Algorithm algorithm, double l2) {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, algorithm.opennlp);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
    parameters.put(
        AbstractEventTrainer.DATA_INDEXER_PARAM,
        AbstractEventTrainer.DATA_INDEXER_ONE_PASS_REAL_VALUE);
    if (algorithm == Algorithm.QN) {
      parameters.put(QNTrainer.L1COST_PARAM, 0.0);
      parameters.put(QNTrainer.L2COST_PARAM, l2);
    }
    return parameters;
  }
}
