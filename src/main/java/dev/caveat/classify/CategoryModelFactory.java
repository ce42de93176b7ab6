package dev.caveat.classify;

import dev.caveat.taxonomy.Taxonomy;
import dev.caveat.vectors.WordVectors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.util.InvalidFormatException;
import opennlp.tools.util.model.ArtifactSerializer;
import opennlp.tools.util.model.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Adds what a model needs besides OpenNLP's parameters to its file. Public with a public
 * constructor, because OpenNLP creates it by name when it reads the file.
 */
public final class CategoryModelFactory extends DoccatFactory {
  private static final String ENDING = "table";
  private static final String TAXONOMY = "taxonomy." + ENDING;
  private static final String FEATURES = "features." + ENDING;
  private static final String CALIBRATION = "calibration." + ENDING;
  private static final String BINARY = "bytes";
  private static final String NEIGHBORS = "neighbors." + BINARY;

  /** OpenNLP itself writes and reads what has this ending. */
  private static final String MEANING = "meaning.model";

  private final @Nullable Contents contents;

  /** The contents of the file besides the parameters. */
  record Contents(
      Taxonomy taxonomy,
      FeatureSpace features,
      Neighbors neighbors,
      AbstractModel meaning,
      Calibration calibration) {}

  /** For reading. */
  public CategoryModelFactory() {
    this.contents = null;
  }

  /** For writing. */
  CategoryModelFactory(Contents contents) {
    this.contents = contents;
  }

  @Override
  public Map<String, ArtifactSerializer<?>> createArtifactSerializersMap() {
    Map<String, ArtifactSerializer<?>> serializers =
        new HashMap<>(super.createArtifactSerializersMap());
    serializers.put(ENDING, new ByteArraySerializer());
    serializers.put(BINARY, new ByteArraySerializer());
    return serializers;
  }

  @Override
  public Map<String, Object> createArtifactMap() {
    Map<String, Object> artifacts = new HashMap<>(super.createArtifactMap());
    if (contents != null) {
      artifacts.put(TAXONOMY, bytes(contents.taxonomy().text()));
      artifacts.put(FEATURES, bytes(contents.features().text()));
      artifacts.put(CALIBRATION, bytes(contents.calibration().text()));
      artifacts.put(NEIGHBORS, contents.neighbors().bytes());
      artifacts.put(MEANING, contents.meaning());
    }
    return artifacts;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void validateArtifactMap() throws InvalidFormatException {
    for (String name : new String[] {TAXONOMY, FEATURES, CALIBRATION, NEIGHBORS, MEANING}) {
      if (contents == null && artifactProvider.getArtifact(name) == null) {
        throw new InvalidFormatException("this is not a category model: it has no " + name);
      }
    }
  }

  /** Reads the contents of the file that this was created for. */
  Contents contents() throws IOException {
    return contents != null
        ? contents
        : new Contents(
            Taxonomy.parse(text(TAXONOMY), TAXONOMY),
            FeatureSpace.parse(text(FEATURES)),
            Neighbors.parse(artifact(NEIGHBORS), WordVectors.bundled()),
            this.<AbstractModel>artifact(MEANING),
            Calibration.parse(text(CALIBRATION)));
  }

  private String text(String name) {
    return new String(this.<byte[]>artifact(name), StandardCharsets.UTF_8);
  }

  private <T> T artifact(String name) {
    return Objects.requireNonNull(artifactProvider.<T>getArtifact(name), name);
  }
}
