package dev.caveat.vectors;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.caveat.classify.CategoryCorpus;
import dev.caveat.classify.Example;
import dev.caveat.taxonomy.Taxonomy;
import dev.caveat.vectors.WordPieces.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.math3.linear.BlockRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Makes {@code models/word-vectors.bin} from a sentence embedding model, once:
 *
 * <pre>mvn -Pvectors process-test-classes</pre>
 *
 * <p>A word of the corpus gets the mean of what the model makes of it in the sentences there. Other
 * words that the model knows whole are embedded alone and carried over by the linear map that does
 * it best for the words known in both ways. Then the strongest dimensions are kept, the strong ones
 * among them damped.
 */
public final class WordVectorsMaker {
  private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
  private static final int DIMENSIONS = 128;

  /** Weight of the ridge that keeps the map from isolated words small. */
  private static final double RIDGE = 10;

  /** Words seen less often do not teach the map. */
  private static final int MIN_COUNT = 3;

  private static final int MAX_SENTENCE_LENGTH = 200;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final WordPieces pieces;
  private final Map<String, double[]> sums = new TreeMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  private WordVectorsMaker() throws IOException, OrtException {
    try (InputStream model = resource(MODEL);
        InputStream tokenizer = resource(TOKENIZER)) {
      OrtSession.SessionOptions options = new OrtSession.SessionOptions();
      options.setIntraOpNumThreads(1);
      this.session = environment.createSession(model.readAllBytes(), options);
      this.pieces = new WordPieces(tokenizer);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(WordVectorsMaker.class.getResourceAsStream(name), name);
  }

  /** Takes the corpus and the table to write. */
  public static void main(String[] args) throws IOException, OrtException {
    List<Example> examples = CategoryCorpus.readAny(Path.of(args[0]), Taxonomy.bundled());
    TreeMap<String, WordVectors.Entry> table = new WordVectorsMaker().table(examples);
    try (OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
      WordVectors.write(table, out);
    }
    WordVectors written = WordVectors.read(Path.of(args[1]));
    System.out.println(written.size() + " words, " + written.name());
  }

  private TreeMap<String, WordVectors.Entry> table(List<Example> examples) throws OrtException {
    for (Example e : examples) {
      read(e.caption());
      for (String sentence : e.body().split("(?<=[.!?;])\\s+")) {
        read(sentence);
      }
    }
    Map<String, double[]> vectors = new TreeMap<>();
    sums.forEach((w, sum) -> vectors.put(w, lengthOne(sum)));
    RealMatrix map = map(vectors);
    Set<String> others = new TreeSet<>(pieces.vocabulary());
    others.removeIf(w -> !w.matches("\\p{L}{2,}") || vectors.containsKey(w));
    for (String word : others) {
      vectors.put(word, lengthOne(map.preMultiply(alone(word))));
    }
    Map<String, Double> weights = weights(examples, vectors.keySet());
    TreeMap<String, WordVectors.Entry> table = new TreeMap<>();
    Map<String, float[]> reduced = reduce(vectors);
    reduced.forEach(
        (w, v) ->
            table.put(w, new WordVectors.Entry(weights.getOrDefault(w, 1.0).floatValue(), v)));
    return table;
  }

  /** Adds what the model makes of every word of a sentence. */
  private void read(String sentence) throws OrtException {
    List<Unit> units = pieces.units(sentence);
    List<Integer> ids = new ArrayList<>(List.of(pieces.id("[CLS]")));
    List<Integer> starts = new ArrayList<>();
    for (Unit unit : units) {
      starts.add(ids.size());
      ids.addAll(unit.pieces());
    }
    ids.subList(Math.min(ids.size(), MAX_SENTENCE_LENGTH), ids.size()).clear();
    ids.add(pieces.id("[SEP]"));
    float[][] hidden = hidden(ids);
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      int end = starts.get(i) + unit.pieces().size();
      if (unit.text().matches("\\p{L}{2,}|\\d{2,4}") && end < ids.size()) {
        double[] sum = sums.computeIfAbsent(unit.text(), w -> new double[hidden[0].length]);
        add(mean(hidden, starts.get(i), end), sum);
        counts.merge(unit.text(), 1, Integer::sum);
      }
    }
  }

  private float[][] hidden(List<Integer> ids) throws OrtException {
    long[][] input = {ids.stream().mapToLong(i -> i).toArray()};
    long[][] mask = {new long[ids.size()]};
    Arrays.fill(mask[0], 1);
    try (OnnxTensor tokens = OnnxTensor.createTensor(environment, input);
        OnnxTensor ones = OnnxTensor.createTensor(environment, mask);
        OnnxTensor zeros = OnnxTensor.createTensor(environment, new long[1][ids.size()]);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", tokens, "attention_mask", ones, "token_type_ids", zeros))) {
      return ((float[][][]) result.get(0).getValue())[0];
    }
  }

  private static double[] mean(float[][] hidden, int from, int to) {
    double[] mean = new double[hidden[0].length];
    for (int i = from; i < to; i++) {
      for (int d = 0; d < mean.length; d++) {
        mean[d] += hidden[i][d] / (to - from);
      }
    }
    return mean;
  }

  private static void add(double[] some, double[] sum) {
    for (int d = 0; d < sum.length; d++) {
      sum[d] += some[d];
    }
  }

  private double[] alone(String word) throws OrtException {
    List<Integer> ids = new ArrayList<>(List.of(pieces.id("[CLS]")));
    pieces.units(word).forEach(u -> ids.addAll(u.pieces()));
    ids.add(pieces.id("[SEP]"));
    return lengthOne(mean(hidden(ids), 0, ids.size()));
  }

  /** The linear map from words alone to words in sentences, by ridge regression. */
  private RealMatrix map(Map<String, double[]> vectors) throws OrtException {
    List<double[]> from = new ArrayList<>();
    List<double[]> to = new ArrayList<>();
    for (Map.Entry<String, double[]> word : vectors.entrySet()) {
      if (counts.getOrDefault(word.getKey(), 0) >= MIN_COUNT) {
        from.add(alone(word.getKey()));
        to.add(word.getValue());
      }
    }
    RealMatrix x = new BlockRealMatrix(from.toArray(double[][]::new));
    RealMatrix y = new BlockRealMatrix(to.toArray(double[][]::new));
    RealMatrix squares =
        x.transpose()
            .multiply(x)
            .add(
                MatrixUtils.createRealIdentityMatrix(x.getColumnDimension()).scalarMultiply(RIDGE));
    return new CholeskyDecomposition(squares).getSolver().solve(x.transpose().multiply(y));
  }

  /** The logarithm of the inverse share of examples that have a word. */
  private Map<String, Double> weights(List<Example> examples, Set<String> words) {
    Map<String, Integer> having = new HashMap<>();
    for (Example e : examples) {
      Set<String> own = new HashSet<>();
      pieces.units(e.caption() + " " + e.body()).forEach(u -> own.add(u.text()));
      own.forEach(w -> having.merge(w, 1, Integer::sum));
    }
    Map<String, Double> weights = new HashMap<>();
    for (String word : words) {
      weights.put(word, Math.log((examples.size() + 1.0) / (having.getOrDefault(word, 0) + 1.0)));
    }
    return weights;
  }

  private static Map<String, float[]> reduce(Map<String, double[]> vectors) {
    center(vectors.values());
    vectors.replaceAll((w, v) -> lengthOne(v));
    center(vectors.values());
    RealMatrix all = new BlockRealMatrix(vectors.values().toArray(double[][]::new));
    EigenDecomposition eigen = new EigenDecomposition(all.transpose().multiply(all));
    Map<String, float[]> reduced = new TreeMap<>();
    vectors.forEach(
        (word, vector) -> {
          float[] v = new float[DIMENSIONS];
          for (int d = 0; d < DIMENSIONS; d++) {
            double[] direction = eigen.getEigenvector(d).toArray();
            double dot = 0;
            for (int i = 0; i < direction.length; i++) {
              dot += direction[i] * vector[i];
            }
            v[d] = (float) (dot / Math.sqrt(Math.sqrt(eigen.getRealEigenvalue(d))));
          }
          reduced.put(word, v);
        });
    return reduced;
  }

  private static void center(Collection<double[]> vectors) {
    double[] mean = new double[Collections.max(vectors, (a, b) -> a.length - b.length).length];
    vectors.forEach(v -> add(v, mean));
    vectors.forEach(
        v -> {
          for (int d = 0; d < v.length; d++) {
            v[d] -= mean[d] / vectors.size();
          }
        });
  }

  private static double[] lengthOne(double[] vector) {
    double squares = Arrays.stream(vector).map(v -> v * v).sum();
    return Arrays.stream(vector).map(v -> v / Math.sqrt(Math.max(1e-12, squares))).toArray();
  }
}
