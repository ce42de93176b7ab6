package dev.caveat.cli;

import dev.caveat.classify.CategoryModel;
import dev.caveat.json.ClassificationJson;
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

/** {@code caveat classify}: the categories of any risk. */
@Command(
    name = "classify",
    description = {
      "Predicts the categories of risks and shows which words drove each prediction.",
      "",
      "Reads JSON Lines {\"id\", \"heading\", \"text\"} on standard input, or one risk from a"
          + " plain-text FILE whose first line is the caption, and writes a JSON object for each:"
          + " the primary category; every category with its score, which is the probability that it"
          + " is the primary one; and those words, heaviest first. What fits no category is"
          + " 'other'."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  caveat classify risk.txt",
      "  caveat classify < risks.jsonl | jq -r '[.id, .category] | @tsv'",
      "  caveat classify --model my-models/categories.bin < risks.jsonl"
    })
final class ClassifyCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  @Mixin private HelpOption help = new HelpOption();

  @Mixin private TaggerOption tagger = new TaggerOption();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "One risk in plain text, its caption on the first line.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    CategoryModel model = tagger.load();
    JsonLines.Finder finder =
        risk -> ClassificationJson.of(model.classifyText(risk.heading(), risk.text()));
    try (JsonLines lines =
        new JsonLines("caveat classify", Objects.requireNonNull(root).streams())) {
      if (file == null) {
        lines.each(finder);
      } else {
        lines.one(risk(file), finder);
      }
      return lines.exitCode();
    }
  }

  private static JsonLines.Text risk(Path file) throws IOException {
    String text = Files.readString(file).strip();
    String caption = text.lines().findFirst().orElse("").strip();
    return new JsonLines.Text(file.toString(), caption, text);
  }
}
