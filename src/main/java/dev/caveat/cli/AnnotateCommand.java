package dev.caveat.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caveat.annotate.Annotator;
import dev.caveat.model.Annotation;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code caveat annotate}: sentences and entities of any text. */
@Command(
    name = "annotate",
    description = {
      "Marks sentences, regulators, dates, amounts, percentages and laws, with their values.",
      "",
      "Reads JSON Lines {\"id\", \"text\"} on standard input, or a plain-text FILE, and writes a JSON"
          + " object for each text. Offsets count UTF-16 code units, the end not included."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat annotate notes.txt | jq '.entities[] | select(.type == \"money\")'",
      "  caveat annotate < paragraphs.jsonl > marked.jsonl"
    })
final class AnnotateCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "A plain-text file.")
  private @Nullable Path file;

  private int bad;
  private int done;

  @Override
  public Integer call() throws IOException {
    Streams streams = Objects.requireNonNull(root).streams();
    BufferedOutputStream out = new BufferedOutputStream(streams.out(), 1 << 16);
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setRootValueSeparator(null);
      if (file != null) {
        write(json, file.toString(), Files.readString(file));
      } else {
        lines(streams, json);
      }
    }
    out.flush();
    return bad == 0 ? ExitCode.DONE : done > 0 ? ExitCode.SOME_FAILED : ExitCode.NOTHING_DONE;
  }

  private void lines(Streams streams, JsonGenerator json) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    InputStream in = streams.in();
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      String why = line(mapper, line, json);
      if (why != null) {
        bad++;
        streams.err().println("caveat annotate: line " + number + ": " + why);
      }
    }
  }

  /** Writes one line's text; why it could not be, null where it was. */
  private @Nullable String line(ObjectMapper mapper, String line, JsonGenerator json)
      throws IOException {
    JsonNode node;
    try {
      node = mapper.readTree(line);
    } catch (JsonParseException e) {
      return "this is no JSON object (" + e.getOriginalMessage() + ")";
    }
    if (!node.path("id").isValueNode() || !node.path("text").isTextual()) {
      return "expected an object with \"id\" and \"text\"";
    }
    write(json, node.get("id").asText(), node.get("text").textValue());
    return null;
  }

  private void write(JsonGenerator json, String id, String text) throws IOException {
    Annotation annotation = Annotator.bundled().annotate(text);
    json.writeStartObject();
    json.writeStringField("id", id);
    AnnotationJson.write(json, annotation);
    json.writeEndObject();
    json.writeRaw('\n');
    done++;
  }
}
