package dev.caveat.classify;

import dev.caveat.classify.Calibration.Evidence;
import dev.caveat.classify.FeatureSpace.Vector;
import dev.caveat.classify.Neighbors.Closest;
import dev.caveat.model.Classification;
import dev.caveat.model.Classification.Reason;
import dev.caveat.model.Classification.Score;
import dev.caveat.model.RiskFactor;
import dev.caveat.taxonomy.Taxonomy;
import dev.caveat.training.ModelFile;
import dev.caveat.words.ContentWords.Word;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.ext.ExtensionLoader;

/**
 * Tags risks with their categories. Immutable and safe for use by several threads; the same text
 * always gets the same tags.
 */
public final class CategoryModel {
  private static final String EXPECTED = ": expected a model written by 'caveat train categories'";

  /** File name of the model. */
  public static final String FILE = "categories.bin";

  /** Besides the primary one. */
  private static final int MAX_SECONDARY = 2;

  /**
   * A text whose best category scores below this resembles nothing the model was trained on, and
   * fits no category.
   */
  private static final double MIN_SCORE = 0.08;

  static {
    // OpenNLP only creates the factory named in a model file if its package is allowed.
    ExtensionLoader.registerAllowedPackage(CategoryModelFactory.class.getPackageName());
  }

  private static final Classification FITS_NOWHERE =
      new Classification(List.of(new Score(Taxonomy.OTHER, 0)), List.of());

  private final DoccatModel file;
  private final String name;
  private final MaxentModel parameters;
  private final Taxonomy taxonomy;
  private final FeatureSpace features;
  private final Neighbors neighbors;
  private final AbstractModel meaning;
  private final Calibration calibration;

  /** The ids of the taxonomy, and where the parameters have each; -1 if they do not. */
  private final List<String> ids;

  private final int[] places;
  private final int[] meaningPlaces;
  private final Map<String, Context> weights;

  private CategoryModel(DoccatModel file, String name, CategoryModelFactory.Contents contents) {
    this.file = file;
    this.name = name;
    this.parameters = file.getMaxentModel();
    this.taxonomy = contents.taxonomy();
    this.features = contents.features();
    this.neighbors = contents.neighbors();
    this.meaning = contents.meaning();
    this.calibration = contents.calibration();
    this.ids = taxonomy.ids();
    this.places = ids.stream().mapToInt(parameters::getIndex).toArray();
    this.meaningPlaces = ids.stream().mapToInt(meaning::getIndex).toArray();
    this.weights = weights(parameters);
  }

  /** Loaded on first use, then shared. */
  private static final class Bundled {
    static final CategoryModel INSTANCE = load();

    private static CategoryModel load() {
      try (InputStream in = CategoryModel.class.getResourceAsStream("/models/" + FILE)) {
        return read(Objects.requireNonNull(in, FILE));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The model that comes with Caveat. */
  public static CategoryModel bundled() {
    return Bundled.INSTANCE;
  }

  /**
   * Reads a model written by {@code caveat train categories}.
   *
   * @throws IOException if it cannot be read or is no such model; the message names the file
   */
  public static CategoryModel read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    } catch (java.nio.file.FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(file + EXPECTED + " (" + e.getMessage() + ")", e);
    } catch (RuntimeException e) {
      throw new IOException(file + EXPECTED, e);
    }
  }

  private static CategoryModel read(InputStream in) throws IOException {
    byte[] bytes = in.readAllBytes();
    DoccatModel model = new DoccatModel(new ByteArrayInputStream(bytes));
    if (!(model.getFactory() instanceof CategoryModelFactory factory)) {
      throw new IOException("this is a different kind of document categorizer");
    }
    return new CategoryModel(model, ModelFile.name(bytes), factory.contents());
  }

  /** Creates a newly trained model. */
  static CategoryModel of(MaxentModel parameters, CategoryModelFactory.Contents contents) {
    DoccatModel model =
        new DoccatModel("eng", parameters, new HashMap<>(), new CategoryModelFactory(contents));
    return new CategoryModel(model, "", contents);
  }

  /** Writes the model; the same model always gives the same bytes. */
  void write(Path path) throws IOException {
    ModelFile.write(file, path);
  }

  /** The same with another calibration. */
  CategoryModel with(Calibration other) {
    return new CategoryModel(
        file,
        name,
        new CategoryModelFactory.Contents(taxonomy, features, neighbors, meaning, other));
  }

  /** OpenNLP returns its parameters in an object array; the second is the map of features. */
  @SuppressWarnings("unchecked")
  private static Map<String, Context> weights(MaxentModel parameters) {
    return (Map<String, Context>) ((AbstractModel) parameters).getDataStructures()[1];
  }

  /** A unique name: the first digits of its file's SHA-256. */
  public String name() {
    return name;
  }

  /** The taxonomy of its categories. */
  public Taxonomy taxonomy() {
    return taxonomy;
  }

  /** Tags a risk. */
  public Classification classify(RiskFactor risk) {
    return risk.captioned() ? classify(risk.heading(), risk.body()) : classify("", risk.body());
  }

  /**
   * Tags a text that may begin with its caption.
   *
   * @param caption may be empty
   */
  public Classification classifyText(String caption, String text) {
    return classify(caption, text.startsWith(caption) ? text.substring(caption.length()) : text);
  }

  /**
   * Tags a risk.
   *
   * @param caption without the body; may be empty
   * @param body without the caption; may be empty
   */
  public Classification classify(String caption, String body) {
    List<Word> captionWords = RiskFeatures.captionWords(caption);
    List<Word> bodyWords = RiskFeatures.bodyWords(body);
    Vector vector = features.vector(RiskFeatures.of(captionWords, bodyWords));
    float[] place = neighbors.place(caption, captionWords, body, bodyWords);
    Closest closest = neighbors.closest(place);
    double[] scores = calibration.scores(evidence(vector, place, closest));
    int first = Calibration.first(scores);
    if (vector.isEmpty() || scores[first] < MIN_SCORE) {
      return FITS_NOWHERE;
    }
    List<Reason> because =
        Reasons.of(caption, captionWords, body, bodyWords, contributions(vector, first));
    return new Classification(
        chosen(scores, first), because, neighbors.like(closest, ids.get(first)));
  }

  /** The evidence for each id of the taxonomy. */
  Evidence evidence(String caption, String body) {
    List<Word> captionWords = RiskFeatures.captionWords(caption);
    List<Word> bodyWords = RiskFeatures.bodyWords(body);
    float[] place = neighbors.place(caption, captionWords, body, bodyWords);
    return evidence(
        features.vector(RiskFeatures.of(captionWords, bodyWords)), place, neighbors.closest(place));
  }

  private Evidence evidence(Vector vector, float[] place, Closest closest) {
    return new Evidence(
        at(places, parameters.eval(vector.names, vector.values)),
        neighbors.shares(closest, ids),
        at(meaningPlaces, meaning.eval(neighbors.components(), place)));
  }

  private static double[] at(int[] places, double[] probabilities) {
    return Arrays.stream(places).mapToDouble(p -> p < 0 ? 0 : probabilities[p]).toArray();
  }

  private List<Score> chosen(double[] scores, int first) {
    List<Score> further = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      String id = ids.get(i);
      if (i != first && !id.equals(Taxonomy.OTHER) && calibration.counts(id, scores[i])) {
        further.add(new Score(id, rounded(scores[i])));
      }
    }
    further.sort(Comparator.comparingDouble(Score::score).reversed());
    List<Score> chosen = new ArrayList<>();
    chosen.add(new Score(ids.get(first), rounded(scores[first])));
    chosen.addAll(further.subList(0, Math.min(MAX_SECONDARY, further.size())));
    return chosen;
  }

  private static double rounded(double score) {
    return Math.round(score * 1000) / 1000.0;
  }

  /** How much each feature raised the log-odds of a category relative to the average of all. */
  private Map<String, Double> contributions(Vector vector, int category) {
    Map<String, Double> contributions = new HashMap<>();
    for (int i = 0; i < vector.names.length; i++) {
      Context context = weights.get(vector.names[i]);
      if (context == null) {
        continue;
      }
      double own = 0;
      double sum = 0;
      for (int j = 0; j < context.getOutcomes().length; j++) {
        double parameter = context.getParameters()[j];
        sum += parameter;
        own = context.getOutcomes()[j] == places[category] ? parameter : own;
      }
      contributions.put(
          vector.names[i],
          calibration.words() * vector.values[i] * (own - sum / parameters.getNumOutcomes()));
    }
    return contributions;
  }
}
