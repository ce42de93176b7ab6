package dev.caveat.classify;

import dev.caveat.vectors.Quantized;
import dev.caveat.vectors.WordVectors;
import dev.caveat.words.ContentWords.Word;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The training examples of a model as points among word vectors, and what the closest ones say
 * about a risk. They know what maximum entropy cannot: the meaning of words that are in no example.
 * Immutable.
 */
final class Neighbors {
  /** The number of neighbors. */
  private static final int MAX_NEIGHBORS = 40;

  /** The prior share of every category. */
  private static final double FLOOR = 0.01;

  /** An example's further categories together weigh half of its primary one. */
  private static final double PRIMARY = 2.0 / 3;

  /** Longer captions are cut here. */
  private static final int CAPTION = 300;

  private final WordVectors vectors;
  private final List<Example> examples;

  /** The mean of all examples, which is subtracted from every risk. */
  private final float[] center;

  private final String[] components;

  /** The examples' components by dimension, so that one loop runs over all examples. */
  private final float[][] columns;

  private Neighbors(
      WordVectors vectors, List<Example> examples, float[] center, List<byte[]> points) {
    this.vectors = vectors;
    this.examples = examples;
    this.center = center;
    this.components =
        IntStream.range(0, center.length).mapToObj(Integer::toString).toArray(String[]::new);
    this.columns = new float[center.length][points.size()];
    for (int i = 0; i < points.size(); i++) {
      float[] point = Quantized.vector(points.get(i));
      for (int d = 0; d < center.length; d++) {
        columns[d][i] = point[d];
      }
    }
  }

  /**
   * The neighbors of a risk.
   *
   * @param examples indexes of the examples, the closest first
   * @param likeness to each, the cosine
   */
  record Closest(int[] examples, float[] likeness) {}

  /** The examples as neighbors. */
  static Neighbors of(List<Example> examples, WordVectors vectors) {
    List<float[]> points = new ArrayList<>();
    float[] center = new float[vectors.dimensions()];
    for (Example e : examples) {
      float[] point = point(vectors, e);
      points.add(point);
      for (int d = 0; d < center.length; d++) {
        center[d] += point[d] / examples.size();
      }
    }
    List<byte[]> bytes = points.stream().map(p -> Quantized.bytes(without(p, center))).toList();
    return new Neighbors(vectors, examples, center, bytes);
  }

  private static float[] point(WordVectors vectors, Example e) {
    return point(
        vectors,
        e.caption(),
        RiskFeatures.captionWords(e.caption()),
        e.body(),
        RiskFeatures.bodyWords(e.body()));
  }

  private static float[] point(
      WordVectors vectors, String caption, List<Word> captionWords, String body, List<Word> words) {
    float[] sum = new float[vectors.dimensions()];
    Map<String, Float> plain = RiskFeatures.plain(caption, captionWords, body, words);
    plain.forEach((word, weight) -> vectors.add(word, weight, sum));
    return WordVectors.toLengthOne(sum);
  }

  private static float[] without(float[] point, float[] center) {
    for (int d = 0; d < point.length; d++) {
      point[d] -= center[d];
    }
    return WordVectors.toLengthOne(point);
  }

  /** Where a risk stands among the examples: a vector of length one, or all zero. */
  float[] place(String caption, List<Word> captionWords, String body, List<Word> bodyWords) {
    return without(point(vectors, caption, captionWords, body, bodyWords), center);
  }

  /** Where an example stands. */
  float[] place(Example example) {
    return without(point(vectors, example), center);
  }

  /** Names of a place's components, as features of a model; not to be changed. */
  String[] components() {
    return components;
  }

  /** The neighbors of a risk that stands at a place. */
  Closest closest(float[] point) {
    float[] likeness = new float[examples.size()];
    for (int d = 0; d < point.length; d++) {
      float component = point[d];
      float[] column = columns[d];
      for (int i = 0; i < likeness.length; i++) {
        likeness[i] += component * column[i];
      }
    }
    return greatest(likeness);
  }

  /** Insertion sort: after the first few, hardly any example passes the first comparison. */
  private static Closest greatest(float[] likeness) {
    int[] places = new int[Math.min(MAX_NEIGHBORS, likeness.length)];
    float[] values = new float[places.length];
    Arrays.fill(values, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < likeness.length; i++) {
      if (likeness[i] > values[values.length - 1]) {
        int at = values.length - 1;
        for (; at > 0 && values[at - 1] < likeness[i]; at--) {
          values[at] = values[at - 1];
          places[at] = places[at - 1];
        }
        values[at] = likeness[i];
        places[at] = i;
      }
    }
    return new Closest(places, values);
  }

  /**
   * The vote of the neighbors: shares that add up to one, each neighbor weighted by the eighth
   * power of its similarity.
   *
   * @param ids the categories in the desired order
   */
  double[] shares(Closest closest, List<String> ids) {
    double[] shares = new double[ids.size()];
    double all = 0;
    for (int i = 0; i < closest.examples().length; i++) {
      double square = closest.likeness()[i] * Math.max(0, closest.likeness()[i]);
      double weight = square * square * square * square;
      Example e = examples.get(closest.examples()[i]);
      double primary = e.also().isEmpty() ? 1 : PRIMARY;
      shares[ids.indexOf(e.category())] += weight * primary;
      for (String also : e.also()) {
        shares[ids.indexOf(also)] += weight * (1 - primary) / e.also().size();
      }
      all += weight;
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] =
          all == 0 ? 1.0 / shares.length : (shares[i] / all + FLOOR) / (1 + FLOOR * shares.length);
    }
    return shares;
  }

  /** The caption of the closest example of a category; empty if none is close. */
  String like(Closest closest, String category) {
    for (int i = 0; i < closest.examples().length; i++) {
      Example e = examples.get(closest.examples()[i]);
      if (closest.likeness()[i] > 0 && e.category().equals(category) && !e.caption().isEmpty()) {
        return e.caption();
      }
    }
    return "";
  }

  /** As bytes; the same neighbors always give the same. */
  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataOutputStream data = new DataOutputStream(out)) {
      data.writeUTF(vectors.name());
      data.writeInt(examples.size());
      for (float c : center) {
        data.writeFloat(c);
      }
      for (int i = 0; i < examples.size(); i++) {
        Example e = examples.get(i);
        data.writeUTF(e.category());
        data.writeUTF(String.join(",", e.also()));
        data.writeUTF(e.caption().substring(0, Math.min(CAPTION, e.caption().length())));
        float[] point = new float[center.length];
        for (int d = 0; d < center.length; d++) {
          point[d] = columns[d][i];
        }
        data.write(Quantized.bytes(point));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Parses the result of {@link #bytes()}. */
  static Neighbors parse(byte[] bytes, WordVectors vectors) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    String name = in.readUTF();
    if (!name.equals(vectors.name())) {
      throw new IOException("it was trained with the word vectors " + name + "; train it again");
    }
    int size = in.readInt();
    float[] center = new float[vectors.dimensions()];
    for (int d = 0; d < center.length; d++) {
      center[d] = in.readFloat();
    }
    List<Example> examples = new ArrayList<>();
    List<byte[]> points = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String category = in.readUTF();
      String also = in.readUTF();
      examples.add(
          new Example(
              "",
              category,
              also.isEmpty() ? List.of() : List.of(also.split(",")),
              in.readUTF(),
              ""));
      points.add(in.readNBytes(center.length));
    }
    return new Neighbors(vectors, examples, center, points);
  }
}
