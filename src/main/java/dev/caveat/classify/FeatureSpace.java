package dev.caveat.classify;

import dev.caveat.table.MalformedTableException;
import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The features a model knows, each weighted by how rare it is, and risks as vectors of length one.
 * Immutable.
 */
final class FeatureSpace {
  /** Features in fewer examples are left out. */
  private static final int MIN_EXAMPLES = 2;

  private final Map<String, Float> rarities;

  private FeatureSpace(Map<String, Float> rarities) {
    this.rarities = rarities;
  }

  /** A risk as a vector of known features: names and values whose squares add up to one. */
  static final class Vector {
    final String[] names;
    final float[] values;

    private Vector(String[] names, float[] values) {
      this.names = names;
      this.values = values;
    }

    /** Whether the risk has no known feature. */
    boolean isEmpty() {
      return names.length == 0;
    }
  }

  /** The features of all examples, weighted by inverse document frequency. */
  static FeatureSpace of(Collection<Map<String, Float>> examples) {
    Map<String, Integer> counts = new HashMap<>();
    examples.forEach(e -> e.keySet().forEach(f -> counts.merge(f, 1, Integer::sum)));
    Map<String, Float> rarities = new HashMap<>();
    counts.forEach(
        (feature, count) -> {
          if (count >= MIN_EXAMPLES) {
            double rarity = Math.log((examples.size() + 1.0) / (count + 1.0));
            rarities.put(feature, (float) rarity);
          }
        });
    return new FeatureSpace(rarities);
  }

  /** The known features of a risk. */
  Vector vector(Map<String, Float> features) {
    String[] names =
        features.keySet().stream().filter(rarities::containsKey).toArray(String[]::new);
    float[] values = new float[names.length];
    double squares = 0;
    for (int i = 0; i < names.length; i++) {
      values[i] = features.getOrDefault(names[i], 0f) * rarities.getOrDefault(names[i], 0f);
      squares += values[i] * values[i];
    }
    for (int i = 0; i < names.length; i++) {
      values[i] /= (float) Math.sqrt(squares);
    }
    return new Vector(names, values);
  }

  /** As the text of a table: feature, rarity. */
  String text() {
    StringBuilder out = new StringBuilder();
    new TreeMap<>(rarities).forEach((f, r) -> out.append(f).append('\t').append(r).append('\n'));
    return out.toString();
  }

  /** Parses the result of {@link #text()}. */
  static FeatureSpace parse(String text) throws IOException {
    Map<String, Float> rarities = new HashMap<>();
    for (Row row : Table.read(new StringReader(text), "features")) {
      try {
        rarities.put(row.at(0), Float.valueOf(row.at(1)));
      } catch (NumberFormatException e) {
        throw row.malformed("expected a feature and a number, found \"" + row.at(1) + "\"");
      }
    }
    if (rarities.isEmpty()) {
      throw new MalformedTableException("features: expected a row a feature, found none");
    }
    return new FeatureSpace(rarities);
  }
}
