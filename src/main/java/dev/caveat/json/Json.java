package dev.caveat.json;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.caveat.model.VisibleText;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records of this package, in UTF-8. All control characters are escaped, so that the
 * JSON is safe to show on a terminal. Safe for use by several threads.
 */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              new JsonFactoryBuilder()
                  .characterEscapes(new Controls())
                  .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                  .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                  .build())
          .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
          // Losing the output ends the run with a separate exception.
          .disable(SerializationFeature.WRAP_EXCEPTIONS)
          .build();

  private Json() {}

  /**
   * Writes one value and a line feed.
   *
   * @param out flushed, not closed
   * @throws IOException where {@code out} cannot be written to
   */
  public static void write(OutputStream out, Object value) throws IOException {
    try (Lines lines = lines(out)) {
      lines.write(value);
    }
  }

  /**
   * One value as a line of JSON, without the line feed.
   *
   * @throws IllegalArgumentException if it cannot be written as JSON
   */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * A writer of JSON Lines.
   *
   * @param out flushed after each line, never closed
   */
  public static Lines lines(OutputStream out) throws IOException {
    return new Lines(out);
  }

  /** Writes one value per line. Not safe for use by several threads. */
  public static final class Lines implements Closeable {
    private final JsonGenerator json;

    private Lines(OutputStream out) throws IOException {
      json = MAPPER.createGenerator(out);
      json.setRootValueSeparator(null);
    }

    /**
     * Writes a value and a line feed.
     *
     * @throws IOException if the output cannot be written to
     */
    public void write(Object value) throws IOException {
      MAPPER.writeValue(json, value);
      json.writeRaw('\n');
      json.flush();
    }

    @Override
    public void close() throws IOException {
      json.close();
    }
  }

  /**
   * The control characters that JSON itself allows: delete, the C1 controls, and bidirectional
   * ones.
   */
  private static final class Controls extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7f;

    private final int[] ascii = standardAsciiEscapesForJSON();

    Controls() {
      ascii[DELETE] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
      return VisibleText.isControl((char) c)
          ? new SerializedString(String.format("\\u%04x", c))
          : null;
    }
  }
}
