package dev.caveat.vectors;

import dev.caveat.file.Sha256;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of words, each with a vector of length one and a weight that reflects its rarity.
 * Immutable and safe for use by several threads.
 */
public final class WordVectors {
  /** File name of the table that comes with Caveat. */
  public static final String FILE = "word-vectors.bin";

  private static final String FORMAT = "Caveat word vectors 1";
  private static final Pattern WORD = Pattern.compile("\\p{L}+|\\d{2,4}");
  private static final int NAME_DIGITS = 12;

  private final String name;
  private final int dimensions;
  private final Map<String, Integer> rows;
  private final float[] weights;

  /** Components of all words, row by row; each row must be multiplied by its scale. */
  private final byte[] components;

  private final float[] scales;

  /**
   * One word of a table.
   *
   * @param weight above 0; the rarer the word, the higher
   * @param vector of any length above 0
   */
  public record Entry(float weight, float[] vector) {}

  private WordVectors(String name, DataInputStream in) throws IOException {
    this.name = name;
    if (!in.readUTF().equals(FORMAT)) {
      throw new IOException("expected a table that begins with \"" + FORMAT + "\"");
    }
    int size = in.readInt();
    this.dimensions = in.readInt();
    this.rows = HashMap.newHashMap(size);
    this.weights = new float[size];
    this.components = new byte[size * dimensions];
    this.scales = new float[size];
    for (int row = 0; row < size; row++) {
      rows.put(in.readUTF(), row);
      weights[row] = in.readFloat();
      in.readFully(components, row * dimensions, dimensions);
      scales[row] = scale(row);
    }
  }

  /** Loaded on first use, then shared. */
  private static final class Bundled {
    static final WordVectors INSTANCE = load();

    private static WordVectors load() {
      try (InputStream in = WordVectors.class.getResourceAsStream("/models/" + FILE)) {
        return read(Objects.requireNonNull(in, FILE).readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The table that comes with Caveat. */
  public static WordVectors bundled() {
    return Bundled.INSTANCE;
  }

  /**
   * Reads a table.
   *
   * @throws IOException if it cannot be read or is no such table; the message names the file
   */
  public static WordVectors read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      return read(bytes);
    } catch (EOFException e) {
      throw new IOException(file + ": the table of word vectors is truncated", e);
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static WordVectors read(byte[] bytes) throws IOException {
    return new WordVectors(
        Sha256.hex(bytes).substring(0, NAME_DIGITS),
        new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  /**
   * Writes a table, components rounded to a byte each; the same words always give the same bytes.
   *
   * @param words in lowercase, in order, with vectors of one size
   */
  public static void write(SortedMap<String, Entry> words, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeUTF(FORMAT);
    data.writeInt(words.size());
    data.writeInt(words.isEmpty() ? 0 : words.firstEntry().getValue().vector().length);
    for (Map.Entry<String, Entry> word : words.entrySet()) {
      data.writeUTF(word.getKey());
      data.writeFloat(word.getValue().weight());
      data.write(Quantized.bytes(word.getValue().vector()));
    }
    data.flush();
  }

  private float scale(int row) {
    long squares = 0;
    for (int i = row * dimensions; i < (row + 1) * dimensions; i++) {
      squares += components[i] * components[i];
    }
    return squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
  }

  /** A unique name for the table: the first digits of its file's SHA-256. */
  public String name() {
    return name;
  }

  /** The number of components of a vector. */
  public int dimensions() {
    return dimensions;
  }

  /** The number of words with a vector. */
  public int size() {
    return rows.size();
  }

  /**
   * Adds a word's vector, multiplied by its weight and another one, to a sum; does nothing for a
   * word that is not in the table.
   *
   * @param word in lowercase
   * @param sum of {@link #dimensions()} components
   */
  public void add(String word, float times, float[] sum) {
    Integer row = rows.get(word);
    if (row == null) {
      return;
    }
    float factor = times * weights[row] * scales[row];
    for (int i = 0, at = row * dimensions; i < dimensions; i++, at++) {
      sum[i] += factor * components[at];
    }
  }

  /**
   * The vector of a text: the weighted mean of its words, each counted once, at length one.
   *
   * @return all zero if no word is known
   */
  public float[] vector(String text) {
    float[] sum = new float[dimensions];
    Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
    word.results().map(r -> r.group()).distinct().forEach(w -> add(w, 1, sum));
    return toLengthOne(sum);
  }

  /** Scales a vector to length one in place; a zero vector stays zero. */
  public static float[] toLengthOne(float[] vector) {
    double squares = 0;
    for (float v : vector) {
      squares += v * v;
    }
    if (squares > 0) {
      float factor = (float) (1 / Math.sqrt(squares));
      for (int i = 0; i < vector.length; i++) {
        vector[i] *= factor;
      }
    }
    return vector;
  }
}
