package dev.caveat.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.TrainingParameters;

/**
 * Fits a weight for each pair of a feature and an outcome with OpenNLP's maximum entropy (QN), and
 * returns the weights, so that a model can be a readable table. The same events in the same order
 * give the same weights.
 */
public final class OutcomeTrainer {
  private static final int ITERATIONS = 70;
  private static final int CUTOFF = 2;
  private static final double L2_COST = 1.0;

  private final List<String> outcomes;
  private final List<Event> events = new ArrayList<>();

  /**
   * Creates a trainer without events.
   *
   * @param outcomes all outcomes, in the order of the weights
   */
  public OutcomeTrainer(List<String> outcomes) {
    this.outcomes = List.copyOf(outcomes);
  }

  /** The training parameters, for a model card. */
  public static Map<String, String> parameters() {
    return Map.of(
        "roles: algorithm", "maximum entropy (QN)",
        "roles: iterations", String.valueOf(ITERATIONS),
        "roles: cutoff", String.valueOf(CUTOFF),
        "roles: L2 cost", String.valueOf(L2_COST));
  }

  /** Adds an event. */
  public void add(String outcome, String[] features) {
    events.add(new Event(outcome, features));
  }

  /** The weights by feature, one per outcome. */
  @SuppressWarnings("unchecked")
  public Map<String, double[]> train() throws IOException {
    TrainingParameters p = new TrainingParameters();
    p.put(TrainingParameters.ALGORITHM_PARAM, "MAXENT_QN");
    p.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    p.put(TrainingParameters.CUTOFF_PARAM, CUTOFF);
    p.put(QNTrainer.L1COST_PARAM, 0.0);
    p.put(QNTrainer.L2COST_PARAM, L2_COST);
    MaxentModel model =
        TrainerFactory.getEventTrainer(p, new HashMap<>())
            .train(new CollectionObjectStream<>(events));
    Map<String, Context> contexts =
        (Map<String, Context>) ((AbstractModel) model).getDataStructures()[1];
    Map<String, double[]> out = new TreeMap<>();
    contexts.forEach(
        (feature, context) -> {
          double[] weights = new double[outcomes.size()];
          int[] at = context.getOutcomes();
          for (int i = 0; i < at.length; i++) {
            weights[outcomes.indexOf(model.getOutcome(at[i]))] = context.getParameters()[i];
          }
          out.put(feature, weights);
        });
    return out;
  }
}
