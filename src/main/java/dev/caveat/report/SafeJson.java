package dev.caveat.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.caveat.model.VisibleText;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** JSON in which every control character is escaped, so that it may be shown on a terminal. */
public final class SafeJson {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder().characterEscapes(new Controls()).build();

  private SafeJson() {}

  /** What writes JSON to a stream, in UTF-8. */
  public static JsonGenerator generator(OutputStream out) throws IOException {
    return FACTORY.createGenerator(out);
  }

  /**
   * Those that JSON itself lets pass: delete, the second set of controls, and bidirectional ones.
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
