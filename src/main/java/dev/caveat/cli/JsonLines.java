package dev.caveat.cli;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caveat.json.Json;
import dev.caveat.json.TextJson;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Texts in, an object a text out: JSON Lines on both sides. A line that is not as it must be is
 * named on standard error and does not end the run.
 */
final class JsonLines implements Closeable {
  private final String command;
  private final Streams streams;
  private final BufferedOutputStream out;
  private final Json.Lines json;
  private int bad;
  private int done;

  /**
   * A text that was given.
   *
   * @param heading empty if none was given
   */
  record Text(String id, String heading, String text) {}

  /** Answers with what was found in a text: a record of JSON. */
  interface Finder {
    Object of(Text text);
  }

  JsonLines(String command, Streams streams) throws IOException {
    this.command = command;
    this.streams = streams;
    this.out = new BufferedOutputStream(streams.out(), 1 << 16);
    this.json = Json.lines(out);
  }

  /** Reads objects with {@code id} and {@code text} from standard input to its end. */
  void each(Finder finder) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (!line.isBlank()) {
        line(mapper, line, number, finder);
      }
    }
  }

  private void line(ObjectMapper mapper, String line, int number, Finder finder)
      throws IOException {
    JsonNode node;
    try {
      node = mapper.readTree(line);
    } catch (JsonParseException e) {
      reject(number, "not a JSON object (" + e.getOriginalMessage() + ")");
      return;
    }
    if (!node.path("id").isValueNode() || !node.path("text").isTextual()) {
      reject(number, "expected an object with \"id\" and \"text\"");
      return;
    }
    String id = node.get("id").asText();
    String heading = node.path("heading").asText("");
    one(new Text(id, heading, node.get("text").textValue()), finder);
  }

  private void reject(int number, String why) {
    bad++;
    streams.err().println(command + ": line " + number + ": " + why);
  }

  /** Writes the object of one text. */
  void one(Text text, Finder finder) throws IOException {
    json.write(new TextJson<>(text.id(), finder.of(text)));
    done++;
  }

  /** The exit code that tells how the lines ended. */
  int exitCode() {
    return bad == 0 ? ExitCode.DONE : done > 0 ? ExitCode.SOME_FAILED : ExitCode.NOTHING_DONE;
  }

  @Override
  public void close() throws IOException {
    json.close();
    out.flush();
  }
}
