package dev.caveat.cli;

import dev.caveat.annotate.Annotator;
import dev.caveat.json.AnnotationJson;
import java.io.IOException;
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

  @Override
  public Integer call() throws IOException {
    Annotator annotator = Annotator.bundled();
    JsonLines.Finder finder = text -> AnnotationJson.of(annotator.annotate(text.text()));
    try (JsonLines lines =
        new JsonLines("caveat annotate", Objects.requireNonNull(root).streams())) {
      if (file == null) {
        lines.each(finder);
      } else {
        lines.one(new JsonLines.Text(file.toString(), "", Files.readString(file)), finder);
      }
      return lines.exitCode();
    }
  }
}
